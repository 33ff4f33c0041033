import { useText } from '../../text/language.js';
import { Empty } from '../../ui/show.js';
import { Figure, titleOf, written, type Cell, type Column } from './figure.js';
import type { CellPlace, Report, Table } from './reports.query.js';
import { text } from './reports.text.js';

interface Props {
  report: Report;
  onOpen(place: CellPlace, column: Column): void;
}

/** A form of one row is turned, one line an indicator with last year beside it; others keep their columns. */
export function ReportTable({ report, onOpen }: Props) {
  const t = useText(text);
  const { table } = report;
  if (table.rows.length === 0) return <Empty>{t.none}</Empty>;
  const turned = table.rows.length === 1 && table.columns[0]!.vi !== 'STT';
  return turned ? <Turned report={report} onOpen={onOpen} /> : <Wide table={table} part="table" onOpen={onOpen} />;
}

function Turned({ report: { table, lastYear }, onOpen }: Props) {
  const t = useText(text);
  const [row] = table.rows;
  const then = lastYear?.rows[0];
  const change = (now: Cell, before: Cell | undefined): Cell => ({
    value: Math.round((Number(now.value) - Number(before?.value ?? 0)) * 10_000) / 10_000,
    cases: 0,
  });
  return (
    <div className="table-wrap">
      <table className="table report-turned">
        <thead>
          <tr>
            <th scope="col">{t.column}</th>
            <th scope="col">{t.indicator}</th>
            <th scope="col" className="num">
              {t.now}
            </th>
            <th scope="col" className="num">
              {t.lastYear}
            </th>
            <th scope="col" className="num">
              {t.change}
            </th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map((column, i) => (
            <tr key={column.key}>
              <td>{column.key}</td>
              <th scope="row">{titleOf(column)}</th>
              <td className="num">
                <Figure
                  cell={row!.cells[i]!}
                  column={column}
                  place={{ row: 0, column: column.key, part: 'table' }}
                  onOpen={onOpen}
                />
              </td>
              <td className="num">
                {then && (
                  <Figure
                    cell={then.cells[i]!}
                    column={column}
                    place={{ row: 0, column: column.key, part: 'lastYear' }}
                    onOpen={onOpen}
                  />
                )}
              </td>
              <td className="num soft">{written(change(row!.cells[i]!, then?.cells[i]).value, column.type)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const numeric = ['count', 'vnd', 'area', 'percent'];

/** The table as the form has it: headings over headings, sideways scrolling with the first column in view. */
export function Wide({
  table: { columns, rows },
  part,
  onOpen,
}: {
  table: Table;
  part: CellPlace['part'];
  onOpen: Props['onOpen'];
}) {
  const t = useText(text);
  const labelled = columns[0]!.vi !== 'STT';
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={t.form}>
      <table className={labelled ? 'table report-wide labelled' : 'table report-wide'}>
        <thead>
          <tr>
            {labelled && <th scope="col">{t.row}</th>}
            {columns.map((column) => (
              <th key={column.key} scope="col" className={numeric.includes(column.type) ? 'num' : undefined}>
                {column.under.length > 0 && <span className="soft small block">{column.under.join(' – ')}</span>}
                {column.vi}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, n) => (
            <tr key={n} className={row.label === 'Cộng' ? 'sum' : undefined}>
              {labelled && <th scope="row">{row.label}</th>}
              {row.cells.map((cell, i) => (
                <td key={i} className={numeric.includes(columns[i]!.type) ? 'num' : undefined}>
                  <Figure
                    cell={cell}
                    column={columns[i]!}
                    place={{ row: n, column: columns[i]!.key, part }}
                    onOpen={onOpen}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
