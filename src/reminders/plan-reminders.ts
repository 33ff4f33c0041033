import type { EntityManager } from 'typeorm';
import { Deadline } from '../deadlines/deadline.entity.js';
import type { WorkCalendar } from '../domain/deadlines/calendar.js';
import { dayOf, type Instant } from '../domain/plain-date.js';
import { Account } from '../people/account.entity.js';
import { allOf, ask } from '../platform/ask.js';
import { findRows, grouped } from '../platform/rows.js';
import { insertRows, updateRows } from '../platform/write-rows.js';
import { Reminder } from './reminder.entity.js';
import { isRung, keyOf, saidOf, stillWanted, wantedReminders, type Recipients } from './wanted-reminders.js';

/** The part of a case that decides who is reminded. */
export interface RemindedCase {
  id: number;
  unitId: number;
  assigneeId: number | null;
}

/** Of cases by those who handle them. */
export const recipientsOfMany = (
  manager: EntityManager,
  unitIds: readonly number[],
  assigneeIds: readonly (number | null)[],
) =>
  recipientsIn(manager, "(c.unit_id IN (:...unitIds) AND c.role = 'supervisor') OR c.id IN (:...ids)", {
    unitIds: [...new Set(unitIds)],
    ids: [0, ...new Set(assigneeIds.filter((id) => id !== null))],
  });

/** The same for cases of which only the numbers are known so far. */
export const recipientsOfCases = (manager: EntityManager, caseIds: readonly number[]) =>
  recipientsIn(
    manager,
    `c.id IN (
      SELECT f.assignee_id FROM case_file f WHERE f.id IN (:...caseIds)
      UNION ALL
      SELECT a.id FROM case_file f INNER JOIN account a ON a.unit_id = f.unit_id AND a.role = 'supervisor'
      WHERE f.id IN (:...caseIds))`,
    { caseIds: [0, ...caseIds] },
  );

async function recipientsIn(
  manager: EntityManager,
  sql: string,
  parameters: Record<string, unknown>,
): Promise<(file: RemindedCase) => Recipients> {
  const and = { sql, parameters };
  return recipientsAmong(await findRows(manager, Account, { active: true }, { of: ['id', 'unitId', 'role'], and }));
}

/** The same for many cases, of all who are active anywhere. */
export async function recipientsOfAny(manager: EntityManager): Promise<(file: RemindedCase) => Recipients> {
  return recipientsAmong(await findRows(manager, Account, { active: true }, { of: ['id', 'unitId', 'role'] }));
}

function recipientsAmong(accounts: readonly Pick<Account, 'id' | 'unitId' | 'role'>[]) {
  const active = new Set(accounts.map(({ id }) => id));
  const supervisorsOf = new Map<number, number[]>();
  for (const { id, unitId, role } of accounts)
    if (role === 'supervisor') supervisorsOf.set(unitId, [...(supervisorsOf.get(unitId) ?? []), id]);
  return ({ unitId, assigneeId }: RemindedCase): Recipients => {
    const supervisors = supervisorsOf.get(unitId) ?? [];
    const handled = assigneeId !== null && active.has(assigneeId);
    return { handlers: handled ? [assigneeId] : supervisors, supervisors, ownerless: !handled };
  };
}

/** What is known of a case's reminders and of who hears of it, before any are planned. */
export interface ReminderFacts {
  /** Rows still to be sent, and those of clocks that may go on. */
  ledger: Reminder[];
  recipients: Recipients;
  ladders: ReadonlyMap<string, number[]>;
}

/** @param caseId at least one */
export async function reminderFactsOf(
  manager: EntityManager,
  caseId: readonly number[],
): Promise<(file: RemindedCase) => ReminderFacts> {
  const [ledger, recipients, ladders] = await Promise.all([
    findRows(
      manager,
      Reminder,
      { caseId },
      {
        and: {
          sql: `c.status = 'planned' OR c.deadline_id IN
            (SELECT d.id FROM deadline d WHERE d.case_id IN (:...ofCases) AND d.status IN ('running', 'paused'))`,
          parameters: { ofCases: caseId },
        },
      },
    ),
    recipientsOfCases(manager, caseId),
    laddersIn(manager, 'l.unit_id IN (SELECT f.unit_id FROM case_file f WHERE f.id IN (:...caseId))', { caseId }),
  ]);
  const rows = grouped(ledger, (row) => row.caseId);
  return (file) => ({ ledger: rows(file.id), recipients: recipients(file), ladders: ladders(file.unitId) });
}

/**
 * Brings the ledger of one case in line with its clocks and its handler: what is no longer wanted is withdrawn,
 * what is missing is planned. Runs inside the transaction that changed the case; `deadlines` are its clocks and `facts`
 * its ledger where they are at hand. Gives the rows to wake.
 */
export async function planReminders(
  manager: EntityManager,
  file: RemindedCase,
  calendar: WorkCalendar,
  now: Instant,
  deadlines?: readonly Deadline[],
  facts?: ReminderFacts,
): Promise<Reminder[]> {
  const [clocks, { ledger, recipients, ladders }] = await Promise.all([
    deadlines ?? findRows(manager, Deadline, { caseId: file.id, status: 'running' }),
    facts ?? reminderFactsOf(manager, [file.id]).then((of) => of(file)),
  ]);
  const running = clocks.filter((d) => d.status === 'running' && d.dueOn !== null);
  const planned = ledger.filter(({ status }) => status === 'planned');
  const today = dayOf(now);
  // Most steps of an old case: every date has passed and nothing is waiting to be sent.
  if (planned.length === 0 && running.every((d) => d.dueOn! < today)) return [];
  const ahead = (row: Reminder) => row.sendAt > now && isRung(row);
  const waiting = new Map(planned.filter(ahead).map((row) => [row.key, row.sendAt]));
  const said = new Set(ledger.filter(({ status }) => status === 'sent').map(saidOf));
  const wanted = wantedReminders(running, recipients, ladders, calendar, now, (w) => waiting.get(keyOf(file.id, w)));
  const byKey = new Map(
    wanted
      .filter(({ deadline, ...w }) => !said.has(saidOf({ ...w, deadlineId: deadline.id, dueOn: deadline.dueOn })))
      .map((w) => [keyOf(file.id, w), w]),
  );

  const dropped = planned.filter(
    (row) => !stillWanted(row, running, recipients) || (ahead(row) && !byKey.has(row.key)),
  );
  const known = ledger.filter(({ key }) => byKey.has(key));
  const again = known
    .filter((row) => row.status === 'withdrawn' || (row.status === 'planned' && ahead(row)))
    .map((row) => ({ row, sendAt: byKey.get(row.key)!.sendAt }))
    .filter(({ row, sendAt }) => row.status === 'withdrawn' || row.sendAt !== sendAt);
  const missing = [...byKey].filter(([key]) => !known.some((row) => row.key === key));
  const rows = missing.map(([key, w]) => ({
    id: 0,
    unitId: file.unitId,
    key,
    caseId: file.id,
    deadlineId: w.deadline.id,
    rung: w.rung,
    recipientId: w.recipientId,
    dueVersion: w.deadline.version,
    dueOn: w.deadline.dueOn,
    sendAt: w.sendAt,
    status: 'planned' as const,
    sentAt: null,
  }));
  const [, moved, written] = await allOf([
    updateRows(manager, Reminder, { id: dropped.map((row) => row.id) }, { status: 'withdrawn' }),
    allOf(
      again.map(({ row: { id, status }, sendAt }) =>
        updateRows(manager, Reminder, { id, status }, { status: 'planned', sendAt }),
      ),
    ),
    // On PostgreSQL somebody else may plan the same case meanwhile: the unique key makes it one row for both.
    insertRows(manager, Reminder, rows, { unlessThere: 'key' }),
  ]);
  const woken = again
    .filter((_, i) => moved[i] === 1)
    .map(({ row, sendAt }): Reminder => ({ ...row, status: 'planned', sendAt }));
  if (written === rows.length) return [...woken, ...rows];
  return [...woken, ...(await findRows(manager, Reminder, { key: missing.map(([key]) => key) }))];
}

/** Ladders an administrator set for single rules, by unit: the days of a rule. */
export const loadLadders = (manager: EntityManager, unitIds: readonly number[]) =>
  laddersIn(manager, 'l.unit_id IN (:...unitIds)', { unitIds: [...new Set(unitIds)] });

async function laddersIn(
  manager: EntityManager,
  where: string,
  parameters: Record<string, unknown>,
): Promise<(unitId: number) => ReadonlyMap<string, number[]>> {
  const rows = await ask<{ unitId: number; ruleId: string; days: string }>(
    manager,
    `SELECT l.unit_id AS "unitId", l.rule_id AS "ruleId", l.days AS days FROM reminder_ladder l WHERE ${where}`,
    parameters,
    ['unitId', 'ruleId', 'days'],
  );
  const ofUnits = new Map<number, Map<string, number[]>>();
  for (const { unitId, ruleId, days } of rows) {
    const ladders = ofUnits.get(unitId) ?? new Map<string, number[]>();
    ofUnits.set(unitId, ladders.set(ruleId, JSON.parse(days) as number[]));
  }
  return (unitId) => ofUnits.get(unitId) ?? new Map<string, number[]>();
}
