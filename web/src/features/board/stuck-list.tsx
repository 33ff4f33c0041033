import { Link } from '@tanstack/react-router';
import { count } from '../../text/format.js';
import { useNames, useText } from '../../text/language.js';
import { Day, Empty } from '../../ui/show.js';
import type { BoardData } from './board.query.js';
import { boardText } from './board.text.js';
import { OfficerName } from './officer-name.js';

type Line = BoardData['stuck'][number];

/** The ten that hold out or are overdue the longest: since when, with whom, and the next step that is lawful. */
export function StuckList({ lines }: { lines: readonly Line[] }) {
  const t = useText(boardText).stuck;
  return (
    <section className="card board-stuck" aria-labelledby="stuck">
      <h2 id="stuck">{t.title}</h2>
      {lines.length === 0 ? (
        <Empty>{t.empty}</Empty>
      ) : (
        <table className="board-table stuck-table stacked">
          <thead>
            <tr>
              <th scope="col">{t.case}</th>
              <th scope="col">{t.state}</th>
              <th scope="col">{t.since}</th>
              <th scope="col">{t.whom}</th>
              <th scope="col">{t.next}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <StuckRow key={line.id} line={line} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function StuckRow({ line }: { line: Line }) {
  const t = useText(boardText).stuck;
  const name = useNames();
  const to = line.kind === 'household-file' && line.phase === 'holdout' ? '/chua-dong-y/$code' : '/ho-so/$code';
  return (
    <tr>
      <th scope="row">
        <Link to={to} params={{ code: line.code }}>
          {line.code}
        </Link>{' '}
        <span className="stuck-title">{line.title}</span>
      </th>
      <td data-label={t.state}>{name({ vi: line.stateVi, en: line.stateEn })}</td>
      <td data-label={t.since} className="nowrap">
        <Day of={line.since} /> <b className="stuck-days">{t.days(count(line.days))}</b>
      </td>
      <td data-label={t.whom}>
        {line.ownerless ? (
          <span className="badge late">{t.nobody}</span>
        ) : (
          <OfficerName name={line.assigneeName} standIn={line.standInName} />
        )}
      </td>
      <td data-label={t.next}>
        {line.next ? (
          <>
            <Link to="/ho-so/$code" params={{ code: line.code }} search={{ viec: line.next.action }}>
              {name(line.next)}
            </Link>
            {line.next.lacks > 0 && <span className="soft small"> ({t.lacks(line.next.lacks)})</span>}
          </>
        ) : (
          <span className="soft">{t.noNext}</span>
        )}
      </td>
    </tr>
  );
}
