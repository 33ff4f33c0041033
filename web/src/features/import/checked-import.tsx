import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { Empty } from '../../ui/show.js';
import { useWrite } from '../admin/use-write.js';
import { WriteNotes } from '../admin/write-notes.js';
import { useImports, type Import, type ImportRow, type Status } from './imports.js';
import { text } from './import.text.js';

const statuses: Status[] = ['error', 'new', 'changed', 'unchanged'];
const looks = { error: 'badge late', new: 'badge good', changed: 'badge soon', unchanged: 'badge' } as const;

/** What every row would do, or has done; from here it is written, and taken back. */
export function CheckedImport({ file }: { file: Import }) {
  const t = useText(text);
  const { counts, state } = file;
  const [status, setStatus] = useState<Status | ''>(counts?.error ? 'error' : '');
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const write = useWrite();
  const imports = useImports();
  const apply = () => write.run(imports.apply(file.id, [...chosen]));
  const takeBack = () => write.run(imports.takeBack(file.id));
  const toggle = (n: number) =>
    setChosen((before) => new Set(before.has(n) ? [...before].filter((each) => each !== n) : [...before, n]));
  const writable = (counts?.new ?? 0) + (counts?.changed ?? 0);
  return (
    <>
      <section className="card stack">
        {state === 'applied' && <p role="status">{t.applied}</p>}
        {state === 'taken-back' && <p role="status">{file.kind === 'accounts' ? t.accountsTakenBack : t.takenBack}</p>}
        <div className="row" role="group" aria-label={t.status}>
          <Button small look={status === '' ? 'primary' : undefined} onClick={() => setStatus('')}>
            {t.all}
          </Button>
          {statuses.map((each) => (
            <Button key={each} small look={status === each ? 'primary' : undefined} onClick={() => setStatus(each)}>
              {`${counts?.[each] ?? 0} ${t.statuses[each]}`}
            </Button>
          ))}
        </div>
        <div className="row">
          {state === 'checked' && (
            <Button look="primary" disabled={write.busy || writable === 0} onClick={() => void apply()}>
              {chosen.size > 0 ? t.chosen(chosen.size) : t.apply(writable)}
            </Button>
          )}
          {state === 'applied' && file.kind === 'payments' && <p className="soft">{t.paymentsStay}</p>}
          {state === 'applied' && file.kind !== 'payments' && (
            <Button disabled={write.busy} onClick={() => void takeBack()}>
              {t.takeBack}
            </Button>
          )}
        </div>
        <WriteNotes write={write} />
      </section>
      <Rows file={file} status={status} chosen={chosen} onToggle={state === 'checked' ? toggle : undefined} />
    </>
  );
}

interface RowsProps {
  file: Import;
  status: Status | '';
  chosen: ReadonlySet<number>;
  onToggle?: (n: number) => void;
}

function Rows({ file, status, chosen, onToggle }: RowsProps) {
  const t = useText(text);
  const imports = useImports();
  const { data, hasNextPage, fetchNextPage, isPending } = useInfiniteQuery({
    queryKey: ['import', file.id, 'rows', file.since, status],
    queryFn: ({ pageParam }) => imports.rows(file.id, status, pageParam),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  if (!isPending && rows.length === 0) return <Empty>{t.noRows}</Empty>;
  return (
    <section className="stack" aria-label={t.rows}>
      <div className="table-wrap" tabIndex={0} role="group" aria-label={t.rows}>
        <table className="table stacked import-rows">
          <thead>
            <tr>
              <th scope="col">{t.row}</th>
              <th scope="col">{t.status}</th>
              <th scope="col">{t.values}</th>
              <th scope="col">{t.notes}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.n} row={row} chosen={chosen.has(row.n)} onToggle={onToggle} kind={file.kind} />
            ))}
          </tbody>
        </table>
      </div>
      {hasNextPage && (
        <div className="row">
          <Button onClick={() => void fetchNextPage()}>{t.more}</Button>
        </div>
      )}
    </section>
  );
}

interface RowProps {
  row: ImportRow;
  chosen: boolean;
  onToggle?: (n: number) => void;
  kind: Import['kind'];
}

function Row({ row, chosen, onToggle, kind }: RowProps) {
  const t = useText(text);
  const choosable = onToggle && (row.status === 'new' || row.status === 'changed');
  return (
    <tr>
      <td data-label={t.row}>
        {choosable ? (
          <label className="check">
            <input type="checkbox" aria-label={t.choose(row.n)} checked={chosen} onChange={() => onToggle(row.n)} />
            <span>{row.n}</span>
          </label>
        ) : (
          row.n
        )}
      </td>
      <td data-label={t.status}>
        <span className={looks[row.status]}>{t.statuses[row.status]}</span>
        {row.code && row.status !== 'error' && (
          <div className="small">
            {kind === 'accounts' ? (
              row.code
            ) : (
              <Link to="/ho-so/$code" params={{ code: row.code }} search={{}}>
                {row.code}
              </Link>
            )}
          </div>
        )}
      </td>
      <td data-label={t.values}>
        <dl className="import-cells">
          {row.cells.map((cell) => (
            <div key={cell.column}>
              <dt className="soft small">{cell.vi}</dt>
              <dd>
                {cell.original}
                {cell.parsed !== undefined && cell.parsed !== cell.original && <b> → {cell.parsed}</b>}
              </dd>
            </div>
          ))}
        </dl>
      </td>
      <td data-label={t.notes}>
        {row.problems.map((problem) => (
          <p key={problem} className="error">
            {problem}
          </p>
        ))}
        {row.cells.map(
          (cell) =>
            cell.check && (
              <p key={cell.column} className="small">
                {cell.vi}: {cell.check}
              </p>
            ),
        )}
        {row.changes.map((change) => (
          <p key={change.vi} className="small">
            {t.from(change.vi, change.from ?? t.nothing, change.to ?? t.nothing)}
          </p>
        ))}
        {row.proposal && (
          <p className="small">{kind === 'payments' ? t.payment(row.proposal) : t.proposal(row.proposal)}</p>
        )}
      </td>
    </tr>
  );
}
