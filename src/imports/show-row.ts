import { vietnameseDay, type PlainDate } from '../domain/plain-date.js';
import { fieldSpecs, valueInWords, type FieldName } from '../domain/workflow/fields.js';
import { columnOf, type ImportKind } from './import-columns.js';
import type { ImportRowView } from './import.view.js';
import type { ParsedValue } from './parse-value.js';
import type { PlannedRow } from './planned-row.js';

/** A row as the screen shows it: what was written beside what was understood, both in the officer's words. */
export function showRow(kind: ImportKind, row: PlannedRow): ImportRowView {
  const code = row.done?.code ?? row.target?.code;
  return {
    n: row.n,
    status: row.status,
    ...(code && { code }),
    cells: Object.entries(row.original).map(([name, original]) => {
      const column = columnOf(kind, name);
      const value = row.values[name];
      return {
        column: name,
        vi: column?.vi ?? name,
        original,
        ...(value !== undefined && { parsed: inWords(kind, name, value) }),
        ...(row.checks[name] && { check: row.checks[name] }),
      };
    }),
    problems: row.problems,
    changes: Object.entries(row.changes ?? {}).map(([name, { from, to }]) => ({
      vi: Object.hasOwn(fieldSpecs, name)
        ? fieldSpecs[name as FieldName].vi
        : (columnOf(kind, name)?.vi ?? 'Tổ dân phố'),
      from: from === null ? null : inWords(kind, name, from),
      to: to === null ? null : inWords(kind, name, to),
    })),
    ...(row.proposal && { proposal: row.proposal.vi }),
    applied: row.done !== undefined,
  };
}

const numbers = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 4 });

function inWords(kind: ImportKind, name: string, value: ParsedValue): string {
  const read = columnOf(kind, name)?.read;
  if (read?.type === 'day') return vietnameseDay(value as PlainDate);
  if (read?.type === 'money' || read?.type === 'area') return numbers.format(Number(value));
  if (read?.type === 'choice') return read.of[String(value)] ?? String(value);
  return Object.hasOwn(fieldSpecs, name) ? valueInWords(name as FieldName, value) : String(value);
}
