import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useMe } from '../../../app/session.js';
import { day } from '../../../text/format.js';
import { useText } from '../../../text/language.js';
import { say } from '../../../ui/toast.js';
import type { CellContext, Column } from './columns.js';
import type { CaseRow } from './list-data.js';
import { listText } from './list.text.js';

/**
 * The rows for paper: a screen holds only those in sight. `printAll` asks for as many as one request gives; the
 * browser's own print takes what is in memory.
 */
export function usePrint(loaded: () => readonly CaseRow[], all: () => Promise<readonly CaseRow[]>) {
  const [rows, setRows] = useState<readonly CaseRow[]>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setRows((asked) => asked ?? loaded()));
    const after = () => setRows(undefined);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  });
  const printAll = async () => {
    setBusy(true);
    try {
      const asked = await all();
      flushSync(() => setRows(asked));
      print();
    } catch (error) {
      say((error as Error).message, true);
    } finally {
      setBusy(false);
    }
  };
  return { rows, busy, printAll };
}

export function PrintTable({
  rows,
  total,
  columns,
  context,
}: {
  rows: readonly CaseRow[];
  total: number;
  columns: Column[];
  context: CellContext;
}) {
  const t = useText(listText);
  const me = useMe();
  return (
    <div className="print-list">
      <p>
        {me.unit.name} · {day(me.today)} · {t.printed(rows.length, total)}
      </p>
      <table className="table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={column.num ? 'num' : undefined}>
                {t.column[column.name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column) => (
                <td key={column.name} className={column.num ? 'num' : undefined}>
                  {column.cell(row, context)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
