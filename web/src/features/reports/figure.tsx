import { area, count, day } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import type { CellPlace, Table } from './reports.query.js';
import { text } from './reports.text.js';

export type Column = Table['columns'][number];
export type Cell = Table['rows'][number]['cells'][number];

export const titleOf = ({ under, vi }: Column) => [...under, vi].join(' – ');

/** A figure as a paper writes it. */
export function written(value: Cell['value'], type: Column['type']): string {
  if (value === null) return '';
  if (type === 'day') return day(String(value));
  if (type === 'text') return String(value);
  const text = String(value);
  const sign = text.startsWith('-') ? '-' : '';
  const amount = text.replace('-', '');
  return sign + (type === 'area' ? area(amount).replace(' m²', '') : count(Number(amount)));
}

/** A figure that opens the cases behind it. */
export function Figure({
  cell,
  column,
  place,
  onOpen,
}: {
  cell: Cell;
  column: Column;
  place: CellPlace;
  onOpen(place: CellPlace, column: Column): void;
}) {
  const t = useText(text);
  const shown = written(cell.value, column.type);
  if (cell.cases === 0) return <>{shown}</>;
  return (
    <Button
      look="quiet"
      small
      className="figure"
      aria-label={`${shown}. ${t.seeCases(cell.cases, titleOf(column))}`}
      onClick={() => onOpen(place, column)}
    >
      {shown}
    </Button>
  );
}
