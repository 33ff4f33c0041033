import type { ReactNode } from 'react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMe } from '../../app/session.js';
import { Day } from '../../ui/show.js';
import { day, daysBetween, money } from '../../text/format.js';
import { useNames, useText } from '../../text/language.js';
import { columns, type Column, type Grave } from './grave-rows.js';
import { text } from './graves.text.js';

const route = getRouteApi('/inside/mo');

/** The register itself; on a phone each grave is a card. */
export function GraveTable({ rows, withProject }: { rows: readonly Grave[]; withProject: boolean }) {
  const t = useText(text);
  return (
    <div className="table-wrap graves-wrap">
      <table className="table graves-table">
        <caption className="sr-only">{t.register(rows.length)}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <SortHead key={column} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((grave) => (
            <GraveLine key={grave.id} grave={grave} withProject={withProject} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SortHead({ column }: { column: Column }) {
  const t = useText(text);
  const search = route.useSearch();
  const mine = search.sort === column;
  const up = mine && !search.descending;
  return (
    <th
      scope="col"
      className={column === 'amount' ? 'num' : undefined}
      aria-sort={mine ? (up ? 'ascending' : 'descending') : undefined}
    >
      <Link
        from="/mo"
        search={(before) => ({ ...before, sort: column, descending: up ? '1' : undefined })}
        replace
        resetScroll={false}
        className="graves-sort"
        title={`${t.sort}: ${up ? t.descending : t.ascending}`}
      >
        {t.columns[column]}
        <span aria-hidden>{mine ? (up ? ' ↑' : ' ↓') : ''}</span>
      </Link>
    </th>
  );
}

function GraveLine({ grave, withProject }: { grave: Grave; withProject: boolean }) {
  const t = useText(text);
  const names = useNames();
  const me = useMe();
  const cells: Record<Column, ReactNode> = {
    grave: (
      <>
        <Link to="/ho-so/$code" params={{ code: grave.code }}>
          {grave.graveNumber ?? grave.code}
        </Link>
        <div className="soft small">{grave.graveNumber ? grave.code : grave.title}</div>
        {withProject && grave.project && <div className="soft small">{grave.project.title}</div>}
      </>
    ),
    deceased: grave.deceasedKnown ? grave.deceased : <span className="soft">{t.unknownDeceased}</span>,
    kin: (
      <>
        {grave.kinKnown ? grave.kin : <span className="badge wait">{t.unknownKin}</span>}
        {grave.household && (
          <div className="small">
            <Link to="/ho-so/$code" params={{ code: grave.household.code }}>
              {t.household} {grave.household.code}
            </Link>
          </div>
        )}
      </>
    ),
    kind: [grave.graveKind && t.kinds[grave.graveKind as keyof typeof t.kinds], grave.zone].filter(Boolean).join(', '),
    notice: grave.noticeEndsOn && (
      <>
        <Day of={grave.noticeEndsOn} />
        <div className="soft small">
          {grave.noticeEndsOn < me.today ? t.ended : t.left(daysBetween(me.today, grave.noticeEndsOn))}
          {grave.noticeDays !== null && <>, {t.noticeDays(grave.noticeDays)}</>}
        </div>
      </>
    ),
    planned: grave.plannedMoveOn && (
      <>
        <Day of={grave.plannedMoveOn} />
        {grave.plannedMoveLunar && <div className="soft small">{t.lunar(grave.plannedMoveLunar)}</div>}
      </>
    ),
    amount: money(grave.amountVnd),
    paid: <Day of={grave.paidOn} />,
    moved: grave.movedOn ? <Day of={grave.movedOn} /> : grave.exhumedOn && t.exhumed(day(grave.exhumedOn)),
    plot: grave.newPlot,
    state: (
      <span className={grave.phase === 'holdout' ? 'badge late' : grave.phase === 'closed' ? 'badge good' : 'badge'}>
        {names({ vi: grave.stateVi, en: grave.stateEn })}
      </span>
    ),
  };
  return (
    <tr>
      {columns.map((column) => {
        const content = cells[column];
        const empty = content === null || content === '' || content === undefined;
        return (
          <td
            key={column}
            className={column === 'amount' ? 'num nowrap' : undefined}
            data-label={t.columns[column]}
            data-empty={empty || undefined}
          >
            {content}
          </td>
        );
      })}
    </tr>
  );
}
