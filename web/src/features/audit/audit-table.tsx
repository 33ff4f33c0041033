import { Link } from '@tanstack/react-router';
import { useMe } from '../../app/session.js';
import { everydayWords } from '../../text/everyday-words.js';
import { count, day, moment } from '../../text/format.js';
import { useNames, useText } from '../../text/language.js';
import { ChangedValues } from '../../ui/changed-values.js';
import type { AuditLine } from './audit-query.js';
import { useAuditWords } from './audit-words.js';
import { auditText } from './audit.text.js';

/** The entries, newest first. */
export function AuditTable({ items }: { items: AuditLine[] }) {
  const t = useText(auditText);
  const cases = useMe().role !== 'admin';
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={t.title}>
      <table className="table stacked audit-table">
        <thead>
          <tr>
            <th scope="col" className="num">
              {t.seq}
            </th>
            <th scope="col">{t.at}</th>
            <th scope="col">{t.by}</th>
            <th scope="col">{t.what}</th>
            {cases && <th scope="col">{t.where}</th>}
            <th scope="col">{t.address}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((line) => (
            <Row key={line.id} line={line} cases={cases} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ line, cases }: { line: AuditLine; cases: boolean }) {
  const t = useText(auditText);
  const c = useText(everydayWords);
  const name = useNames();
  return (
    <tr>
      <td data-label={t.seq} className="num soft">
        {count(line.seq)}
      </td>
      <td data-label={t.at} className="nowrap">
        <time dateTime={line.at}>{moment(line.at)}</time>
        {line.onDay && day(line.onDay) !== moment(line.at).slice(0, 10) && (
          <div className="soft small">{t.onDay(day(line.onDay))}</div>
        )}
      </td>
      <td data-label={t.by}>
        {line.by ?? t.system}
        {line.forName && <span className="soft"> ({t.standsIn(line.forName)})</span>}
      </td>
      <td data-label={t.what} className="audit-what">
        <b>{name(line.actionName)}</b>
        {line.illustrative && (
          <span className="badge" title={c.illustrativeHint}>
            {c.illustrative}
          </span>
        )}
        {line.toState && (
          <div className="small">
            {line.fromState && <span className="soft">{name(line.fromState)} → </span>}
            {name(line.toState)}
          </div>
        )}
        <Changes line={line} />
        {line.note && (
          <div className="small">
            <span className="soft">{t.reason}: </span>
            {line.note}
          </div>
        )}
        {line.erased && <div className="soft small">{t.erased}</div>}
      </td>
      {cases && (
        <td data-label={line.code ? t.where : undefined} className="nowrap">
          {line.code && (
            <Link to="/ho-so/$code" params={{ code: line.code }} search={{}}>
              {line.code}
            </Link>
          )}
        </td>
      )}
      <td data-label={line.address ? t.address : undefined} className="soft nowrap">
        {line.address}
      </td>
    </tr>
  );
}

function Changes({ line }: { line: AuditLine }) {
  return <ChangedValues changes={useAuditWords()(line)} />;
}
