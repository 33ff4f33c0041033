import type { EntityManager } from 'typeorm';
import { reach } from '../../access/reach.js';
import { openText } from '../../audit/seal-content.js';
import { keyOf } from '../../cases/protect-case.js';
import { workflowOf } from '../../domain/kinds/registry.js';
import type { PlainDate } from '../../domain/plain-date.js';
import { hidden } from '../../domain/protection.js';
import type { DocumentName } from '../../domain/workflow/documents.js';
import { valueInWords, type FieldName, type Fields } from '../../domain/workflow/fields.js';
import type { Variant } from '../../domain/workflow/workflow.js';
import { maskedIdNumber } from '../../people/id-number.js';
import { ask } from '../../platform/ask.js';
import type { Officer } from '../../platform/officer.js';
import { portionsOf } from '../../platform/portions.js';
import { sealingOf } from '../../platform/sealing.js';
import type { CellValue, ReportColumn, ReportTable } from '../report-table.js';

/** A case as registers list it. */
export interface Entry {
  id: number;
  code: string;
  title: string;
  state: string;
  kind: string;
  variant: Variant | null;
  protected: boolean | number;
  fields: Fields;
  openedOn: PlainDate;
  closedOn: PlainDate | null;
  projectTitle: string | null;
  groupName: string | null;
  amount: number | null;
}

/** A register: each row has its cells in the order of the columns, and the case behind it. */
export const registerTable = (
  form: string,
  title: string,
  columns: ReportColumn[],
  rows: readonly { id: number; cells: CellValue[] }[],
): ReportTable => ({
  form,
  title,
  columns: [{ key: '1', vi: 'STT', type: 'count' }, ...columns],
  rows: rows.map(({ id, cells }, i) => ({
    label: '',
    cells: [i + 1, ...cells].map((value, n) => ({ value, ...(n === 0 && { cases: [id] }) })),
  })),
  sums: [],
});

/** The cases within reach that meet a condition, in the order they were opened. */
export async function entriesWhere(
  manager: EntityManager,
  officer: Officer,
  condition: string,
  parameters: object,
): Promise<Entry[]> {
  const seen = reach(officer);
  const rows = await ask<Omit<Entry, 'fields'> & { fields: string }>(
    manager,
    `SELECT c.id AS id, c.code AS code, c.title AS title, c.state AS state, c.kind AS kind, c.variant AS variant,
       c.protected AS "protected", c.fields AS fields, c.opened_on AS "openedOn", c.closed_on AS "closedOn",
       p.title AS "projectTitle", g.name AS "groupName", c.amount_vnd AS amount
     FROM case_file c LEFT JOIN case_file p ON p.id = c.project_id
       LEFT JOIN residential_group g ON g.id = c.residential_group_id
     WHERE ${seen.sql} AND c.merged_into_id IS NULL AND ${condition} ORDER BY c.opened_on, c.id`,
    { ...seen.parameters, ...parameters },
  );
  return rows.map((row) => ({ ...row, fields: JSON.parse(row.fields) as Fields }));
}

const atOnce = 10_000;
async function inParts<R>(ids: readonly number[], rowsOf: (ids: number[]) => Promise<R[]>): Promise<R[]> {
  const rows: R[] = [];
  for (const some of portionsOf(ids, atOnce)) rows.push(...(await rowsOf(some)));
  return rows;
}

export interface Named {
  name: string;
  address: string | null;
  idNumber: string | null;
  count: number;
}

/** The first person of each case and how many there are. Of a protected petition nobody is read. */
export async function peopleOf(manager: EntityManager, ids: readonly number[]): Promise<Map<number, Named>> {
  const rows = await inParts(ids, (part) =>
    ask<{ caseId: number; name: string; address: string | null; idNumber: string | null }>(
      manager,
      `SELECT k.case_id AS "caseId", p.name AS name, p.address AS address, p.id_number AS "idNumber"
     FROM case_person k INNER JOIN person p ON p.id = k.person_id
     WHERE k.case_id IN (:...ids) ORDER BY k.id`,
      { ids: part },
    ),
  );
  const people = new Map<number, Named>();
  for (const { caseId, ...person } of rows) {
    const first = people.get(caseId);
    if (first) first.count++;
    else people.set(caseId, { ...person, idNumber: maskedIdNumber(sealingOf(manager), person.idNumber), count: 1 });
  }
  return people;
}

/**
 * The number of the paper of that name in each case, the last one filed. Of petitions it is kept sealed, since any may
 * turn out to be a denunciation; it is read here unless the petition is protected.
 */
export async function papersOf(manager: EntityManager, ids: readonly number[], names: readonly DocumentName[]) {
  const rows = await inParts(ids, (part) =>
    ask<{ caseId: number; number: string | null; sealedKey: string | null; protected: boolean | number }>(
      manager,
      `SELECT d.case_id AS "caseId", d.number AS number, c.sealed_key AS "sealedKey", c.protected AS "protected"
       FROM document d INNER JOIN case_file c ON c.id = d.case_id
       WHERE d.case_id IN (:...ids) AND d.name IN (:...names) ORDER BY d.id`,
      { ids: part, names },
    ),
  );
  const last = new Map(rows.map((row) => [row.caseId, row]));
  const read = (number: string, row: (typeof rows)[number]) =>
    row.protected ? hidden : (openText(keyOf(manager, row), number) ?? hidden);
  return new Map([...last].map(([id, row]) => [id, { number: row.number && read(row.number, row) }]));
}

/** What a field holds, in words. */
export const words = (fields: Fields, name: FieldName): string | null =>
  fields[name] === undefined ? null : valueInWords(name, fields[name]);
export const stateVi = ({ kind, state }: Entry) => workflowOf(kind).states[state]!.vi;
