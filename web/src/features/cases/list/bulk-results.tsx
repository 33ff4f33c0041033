import { useQuery } from '@tanstack/react-query';
import { useNames, useText } from '../../../text/language.js';
import type { RowResult } from './bulk-work.js';
import { bulkText } from './bulk.text.js';
import { workflowQuery } from '../page/case-query.js';
import type { CaseRow } from './list-data.js';

/** One line per case; the refused first, each with its reason. */
export function BulkResults({
  rows,
  results,
  done,
}: {
  rows: readonly CaseRow[];
  results: readonly RowResult[];
  done: boolean;
}) {
  const t = useText(bulkText);
  const refused = results.filter((result) => !result.ok);
  const allowed = results.filter((result) => result.ok);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (
    <>
      <p role="status" className={refused.length > 0 ? 'note soon' : 'note'}>
        <b>{(done ? t.doneSum : t.previewSum)(allowed.length, refused.length)}</b>
      </p>
      <div className="table-wrap bulk-results" tabIndex={0} role="region" aria-label={t.results}>
        <table className="table">
          <caption className="sr-only">{t.results}</caption>
          <thead>
            <tr>
              <th scope="col">{t.case}</th>
              <th scope="col">{t.result}</th>
            </tr>
          </thead>
          <tbody>
            {[...refused, ...allowed].map((result) => (
              <tr key={result.id}>
                <th scope="row">
                  <span className="nowrap">{byId.get(result.id)?.code}</span>
                  <span className="soft small block">{byId.get(result.id)?.title}</span>
                </th>
                <td>
                  {result.ok ? (
                    <>
                      <span className="badge good">✓ {done ? t.done : t.will}</span>{' '}
                      <NewState row={byId.get(result.id)} state={result.state} />
                    </>
                  ) : (
                    <>
                      <span className="badge late">✕ {t.refused}</span> {result.detail}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function NewState({ row, state }: { row: CaseRow | undefined; state: string | undefined }) {
  const t = useText(bulkText);
  const name = useNames();
  const changed = row !== undefined && state !== undefined && state !== row.state;
  const workflow = useQuery({ ...workflowQuery(row?.kind ?? ''), enabled: changed }).data;
  const named = changed ? workflow?.states[state] : undefined;
  return named ? <>{t.becomes(name(named))}</> : null;
}
