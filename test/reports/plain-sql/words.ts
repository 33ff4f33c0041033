import { workflows } from '../../../src/domain/kinds/registry.js';
import { clocks } from '../../../src/domain/law/clocks.js';
import { documentNames } from '../../../src/domain/workflow/documents.js';
import { fieldSpecs } from '../../../src/domain/workflow/fields.js';
import { letterKinds } from '../../../src/letters/letter-kinds.js';
import type { Engine } from '../../support/services.js';
import type { Ward } from '../../support/ward.js';

/** SQL that gives the rows of a form: `label`, and its cells as "0", "1" … in the order of the columns. */
export type Counted = (engine: Engine, from: string, to: string) => string;

export const numbered = (columns: readonly string[]): string =>
  columns.map((column, i) => `${column} AS "${i}"`).join(', ');
export const cases = (condition: string) => sum('1', condition);
export const sum = (column: string, condition: string) => `SUM(CASE WHEN ${condition} THEN ${column} ELSE 0 END)`;
export const list = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ');

/** A field of a JSON column, as text; a number inside a list is its place. */
export function text(engine: Engine, path: string, column = 'c.fields'): string {
  const names = path.split('.');
  const place = names.map((name) => (/^\d+$/.test(name) ? `[${name}]` : `.${name}`)).join('');
  return engine === 'sqlite' ? `json_extract(${column}, '$${place}')` : `(${column}::json #>> '{${names.join(',')}}')`;
}
/** `true` in JSON is the number 1 to SQLite. */
export const isTrue = (value: string) => `CAST(${value} AS varchar) IN ('true', '1')`;
export const word = (what: string, key: string) =>
  `(SELECT w.vi FROM word w WHERE w.what = '${what}' AND w.key = ${key})`;

/**
 * Two tables that the counts are written over. `told`: every step on the day it truly took place, since a correction
 * tells that day anew and the line of the step stays. `word`: what the ward calls each state, kind, clock and choice.
 */
export async function tellInTables(ward: Ward, engine: Engine): Promise<void> {
  const given = (name: string) => text(engine, name, 'k."after"');
  const corrected = `(SELECT ${given('lastStepOn')} FROM history k WHERE k.case_id = h.case_id AND k.action = 'correct'
    AND CAST(${given('stepId')} AS bigint) = h.id AND ${given('lastStepOn')} IS NOT NULL ORDER BY k.id DESC LIMIT 1)`;
  await ward.rows(`CREATE TABLE told AS SELECT h.id, h.case_id, h.action, h.to_state, COALESCE(${corrected}, h.on_day) AS on_day
    FROM history h WHERE h.case_id IS NOT NULL AND h.on_day IS NOT NULL AND h.action <> 'correct'`);
  await ward.rows('CREATE INDEX told_case ON told (case_id, id)');
  await ward.rows('CREATE TABLE word (what varchar, key varchar, vi varchar, phase varchar)');
  const words = [
    ...workflows.map(({ kind, vi }) => ['kind', kind, vi, '']),
    ...workflows.flatMap(({ kind, states }) =>
      Object.entries(states).map(([state, { vi, phase }]) => [kind, state, vi, phase]),
    ),
    ...Object.entries(clocks).map(([clock, { vi }]) => ['clock', clock, vi, '']),
    ...Object.entries(documentNames).map(([name, vi]) => ['document', name, vi, '']),
    ...letterKinds.map(({ id, vi }) => ['letter', id, vi, '']),
    ...Object.entries(fieldSpecs).flatMap(([field, spec]) =>
      spec.type === 'choice' ? Object.entries(spec.of).map(([key, vi]) => [`field ${field}`, key, vi, '']) : [],
    ),
  ];
  await ward.rows(
    `INSERT INTO word VALUES ${words.map((row) => `(${row.map((part) => `'${part.replaceAll("'", "''")}'`).join(', ')})`).join(', ')}`,
  );
}
