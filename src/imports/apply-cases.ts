import { In, type EntityManager } from 'typeorm';
import { HistoryEntry } from '../audit/history-entry.entity.js';
import { notRead } from '../audit/record-history.js';
import { CaseFile } from '../cases/case-file.entity.js';
import { CasePerson } from '../cases/case-person.entity.js';
import { correct, type Correction } from '../cases/correct-case.js';
import type { NewCase } from '../cases/open-case.js';
import { openMany } from '../cases/open-many.js';
import { Person } from '../people/person.entity.js';
import type { Plan, PlannedRow } from './planned-row.js';

/** Opens what is new and corrects what changed, as an officer would case by case. */
export async function applyCases(
  { manager, officer, now }: Plan,
  rows: readonly PlannedRow[],
  note: (row: PlannedRow) => string,
  givenOf: (row: PlannedRow) => NewCase,
): Promise<void> {
  const fresh = rows.filter(({ status }) => status === 'new');
  const files = await openMany(
    manager,
    fresh.map((row) => ({ ...givenOf(row), note: note(row) })),
    officer,
    now,
  );
  fresh.forEach((row, i) => {
    const { id, code, version } = files[i]!;
    row.done = { id, code, version, made: true };
  });
  for (const row of rows) {
    if (row.status !== 'changed') continue;
    const { id, version, code } = row.target!;
    const { changed } = await correct(manager, id, correctionOf(row, 'to', version, note(row)), officer, now);
    row.done = { id, code, version: changed.version, made: false };
  }
}

function correctionOf(row: PlannedRow, side: 'from' | 'to', version: number, reason: string): Correction {
  const { residentialGroupId, ...fields } = row.changes ?? {};
  return {
    version,
    reason,
    fields: Object.fromEntries(Object.entries(fields).map(([name, change]) => [name, change[side]])),
    ...(residentialGroupId && { residentialGroupId: residentialGroupId[side] as number | null }),
  };
}

/** Of what an import made or changed, the codes of those that somebody worked on since. */
export async function casesChangedSince(manager: EntityManager, rows: readonly PlannedRow[]): Promise<string[]> {
  const done = rows.flatMap((row) => row.done ?? []);
  if (done.length === 0) return [];
  const caseId = In(done.map(({ id }) => id));
  const files = new Map(
    (await manager.find(CaseFile, { where: { id: caseId }, select: { id: true, version: true, legalHold: true } })).map(
      (f) => [f.id, f],
    ),
  );
  const lines = await manager
    .createQueryBuilder(HistoryEntry, 'h')
    .select(['h.case_id AS "caseId"', 'COUNT(*) AS n'])
    .where({ caseId, action: notRead })
    .groupBy('h.case_id')
    .getRawMany<{ caseId: number; n: number }>();
  const counted = new Map(lines.map(({ caseId: id, n }) => [id, Number(n)]));
  return done
    .filter(({ id, version, made }) => {
      const file = files.get(id);
      return !file || file.version !== version || file.legalHold || (made && counted.get(id) !== 1);
    })
    .map(({ code }) => code);
}

/** Removes what was made, with citizens that no other case knows; sets back what was changed. History stays. */
export async function takeBackCases(
  { manager, officer, now }: Plan,
  rows: readonly PlannedRow[],
  note: string,
): Promise<void> {
  const made = rows.flatMap(({ done }) => (done?.made ? [done.id] : []));
  if (made.length > 0) {
    const links = await manager.findBy(CasePerson, { caseId: In(made) });
    await manager.delete(CaseFile, { id: In(made) });
    const people = [...new Set(links.map(({ personId }) => personId))];
    const elsewhere = people.length === 0 ? [] : await manager.findBy(CasePerson, { personId: In(people) });
    const kept = new Set(elsewhere.map(({ personId }) => personId));
    const alone = people.filter((id) => !kept.has(id));
    if (alone.length > 0) await manager.delete(Person, { id: In(alone) });
  }
  for (const row of rows)
    if (row.done && !row.done.made)
      await correct(manager, row.done.id, correctionOf(row, 'from', row.done.version, note), officer, now);
}
