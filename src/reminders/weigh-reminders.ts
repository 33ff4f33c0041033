import type { EntityManager } from 'typeorm';
import { Deadline } from '../deadlines/deadline.entity.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import type { WorkCalendar } from '../domain/deadlines/calendar.js';
import { overdueBefore } from '../domain/deadlines/overdue.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { isDuty } from '../domain/law/rule.js';
import { dayOf, type Instant, type PlainDate } from '../domain/plain-date.js';
import { titleInNotice } from '../domain/protection.js';
import type { Variant } from '../domain/workflow/workflow.js';
import { Account } from '../people/account.entity.js';
import { ask } from '../platform/ask.js';
import { findRows, grouped } from '../platform/rows.js';
import { digestText, forStandIn, reminderText, type NoticeText } from './notice-text.js';
import { overdueDuties } from './overdue-duties.query.js';
import type { Notice } from './notice.entity.js';
import { recipientsOfCases, recipientsOfMany } from './plan-reminders.js';
import { nextSendingTime } from './reminder-times.js';
import { Reminder } from './reminder.entity.js';
import { standInsOf, type TodaysStandIn } from './stand-in.query.js';
import { audienceOf, stillWanted, type Recipients } from './wanted-reminders.js';

interface RemindedFile {
  id: number;
  unitId: number;
  assigneeId: number | null;
  kind: string;
  variant: Variant | null;
  code: string;
  title: string;
  state: string;
}

/** What becomes of a due line of the ledger. */
export type Fate =
  | { becomes: 'sent'; text: NoticeText }
  | { becomes: 'moved'; to: Instant }
  /** Who hears of the case is to be planned anew, where one is given. */
  | { becomes: 'withdrawn'; replan?: RemindedFile | undefined };

export interface Weighed {
  calendar: WorkCalendar;
  /** Of whom is away, by the one away. */
  standIns: ReadonlyMap<number, TodaysStandIn>;
  fateOf: (row: Reminder) => Fate;
}

/**
 * Reads the cases of due lines again: what is sent as it stands now, what is no longer wanted, what must wait for a
 * working morning.
 * @param rows of one ward, at least one
 */
export async function weighReminders(
  manager: EntityManager,
  rows: readonly Reminder[],
  now: Instant,
): Promise<Weighed> {
  const known = await knownOf(manager, rows, now);
  const { calendar, standIns } = known;
  const next = nextSendingTime(now, calendar);
  const fateOf = (row: Reminder): Fate => {
    // The digest of a day on which the server was off: today's own is enough.
    if (row.caseId === null && row.dueOn !== dayOf(next)) return { becomes: 'withdrawn' };
    // The server was off in the morning and came back at night: the next working morning is soon enough.
    if (next > now) return { becomes: 'moved', to: next };
    const standIn = standIns.get(row.recipientId);
    if (row.caseId === null) {
      const text = known.digest(row.recipientId, standIn);
      return text ? { becomes: 'sent', text } : { becomes: 'withdrawn' };
    }
    const file = known.files.get(row.caseId);
    const text = file && textOf(row, file, known, now, standIn);
    if (text === toldAnyway) return { becomes: 'withdrawn' };
    return text ? { becomes: 'sent', text } : { becomes: 'withdrawn', replan: file };
  };
  return { calendar, standIns, fateOf };
}

/**
 * What becomes of a notice that is yet to go by e-mail, asked again at each attempt: its case may have moved on, its reader
 * may have left or stand in no longer, and its words are of the day they are sent on.
 */
export async function weighNotice(
  manager: EntityManager,
  { reminderId, recipientId }: Notice,
  now: Instant,
): Promise<Fate> {
  const [row] = await findRows(manager, Reminder, { id: reminderId });
  if (!row) return { becomes: 'withdrawn' };
  const { standIns, fateOf } = await weighReminders(manager, [row], now);
  const fate = fateOf(row);
  if (fate.becomes !== 'sent' || recipientId === row.recipientId) return fate;
  const standIn = standIns.get(row.recipientId);
  return standIn?.standInId === recipientId
    ? { becomes: 'sent', text: forStandIn(fate.text, standIn) }
    : { becomes: 'withdrawn' };
}

/** The stand-in hears it in his own right: as another supervisor, of a case nobody has. */
const toldAnyway = 'told anyway';

/** What decides whether reminders are still wanted, and what they say. */
interface Known {
  calendar: WorkCalendar;
  files: ReadonlyMap<number, RemindedFile>;
  standIns: ReadonlyMap<number, TodaysStandIn>;
  recipients: (file: RemindedFile) => Recipients;
  running: (caseId: number) => Deadline[];
  /** The rungs of its date that are due too. */
  due: (row: Reminder) => Pick<Reminder, 'rung'>[];
  /** The morning's digest for somebody; undefined when nothing of his is overdue. */
  digest: (recipientId: number, standIn: TodaysStandIn | undefined) => NoticeText | undefined;
}

/** @param rows of one ward */
async function knownOf(manager: EntityManager, rows: readonly Reminder[], now: Instant): Promise<Known> {
  const { unitId } = rows[0]!;
  const caseId = [...new Set(rows.flatMap((row) => row.caseId ?? []))];
  const readers = rows.map(({ recipientId }) => recipientId);
  const [calendar, files, standIns, recipients, running, due, digest] = await Promise.all([
    loadCalendar(manager),
    filesOf(manager, caseId),
    standInsOf(manager, readers, dayOf(now)),
    recipientsOfCases(manager, caseId),
    findRows(manager, Deadline, { caseId, status: 'running' }),
    findRows(
      manager,
      Reminder,
      { caseId, status: ['planned', 'sent'] },
      {
        of: ['rung', 'deadlineId', 'dueOn', 'recipientId'],
        and: { sql: 'c.send_at <= :now', parameters: { now } },
      },
    ),
    rows.some((row) => row.caseId === null) ? digestsOf(manager, unitId, readers, dayOf(now)) : () => undefined,
  ]);
  const ofClock = ({ deadlineId, dueOn, recipientId }: Pick<Reminder, 'deadlineId' | 'dueOn' | 'recipientId'>) =>
    `${deadlineId}/${dueOn}/${recipientId}`;
  const [clocksOf, rungsOf] = [grouped(running, (clock) => clock.caseId), grouped(due, ofClock)];
  return {
    ...{ calendar, standIns, recipients, digest },
    files: new Map(files.map((file) => [file.id, file])),
    running: clocksOf,
    due: (row) => rungsOf(ofClock(row)),
  };
}

/** What is overdue in the ward, for each of these who may be told of it. */
async function digestsOf(
  manager: EntityManager,
  unitId: number,
  accountIds: readonly number[],
  today: PlainDate,
): Promise<Known['digest']> {
  const duties = await overdueDuties(manager, today, unitId);
  const [active, recipients] = await Promise.all([
    findRows(manager, Account, { id: accountIds, active: true }, { of: ['id'] }),
    recipientsOfMany(
      manager,
      [unitId],
      duties.map(({ assigneeId }) => assigneeId),
    ),
  ]);
  const there = new Set(active.map(({ id }) => id));
  const handled = duties.map((duty) => ({ duty, handlers: recipients({ ...duty, id: duty.caseId }).handlers }));
  return (recipientId, standIn) => {
    if (!there.has(recipientId)) return undefined;
    const lines = handled.filter(
      // What the stand-in hears in his own digest is not said twice.
      ({ handlers }) => handlers.includes(recipientId) && !handlers.includes(standIn?.standInId ?? -1),
    );
    return lines.length === 0
      ? undefined
      : digestText(
          lines.map(({ duty }) => duty),
          today,
        );
  };
}

/** The words of the reminder, or undefined when it is no longer wanted or no longer his. */
function textOf(
  row: Reminder,
  file: RemindedFile,
  known: Known,
  now: Instant,
  standIn: TodaysStandIn | undefined,
): NoticeText | typeof toldAnyway | undefined {
  const recipients = known.recipients(file);
  const running = known.running(file.id);
  if (!stillWanted(row, running, recipients)) return undefined;
  if (standIn && audienceOf(row, recipients).includes(standIn.standInId)) return toldAnyway;
  const deadline = running.find((d) => d.id === row.deadlineId)!;
  if (overtaken(row, deadline, known.due(row), now)) return undefined;
  const { code, kind, state } = file;
  return reminderText(
    { code, title: titleInNotice(file), stateVi: workflowOf(kind).states[state]!.vi, ownerless: recipients.ownerless },
    deadline,
    dayOf(now),
  );
}

/**
 * After days without a server several rungs of one clock are due at once: only the one nearest the date speaks. Once
 * the date has passed, the digest speaks to the handler.
 */
function overtaken(row: Reminder, deadline: Deadline, due: readonly Pick<Reminder, 'rung'>[], now: Instant): boolean {
  const [family, step] = rungOf(row);
  if (family === 'before' && isDuty(deadline.kind) && deadline.dueOn! < overdueBefore(dayOf(now))) return true;
  return due.map(rungOf).some(([other, at]) => other === family && (family === 'before' ? at < step : at > step));
}

function rungOf({ rung }: Pick<Reminder, 'rung'>): [family: string, step: number] {
  const [family, step] = rung.split('-');
  return [family!, Number(step)];
}

/** The columns a reminder speaks of, straight from the table: reminders do not depend on the cases module. */
const filesOf = (manager: EntityManager, caseIds: readonly number[]): Promise<RemindedFile[]> =>
  ask(
    manager,
    `SELECT c.id AS id, c.unit_id AS "unitId", c.assignee_id AS "assigneeId", c.kind AS kind, c.variant AS variant,
       c.code AS code, c.title AS title, c.state AS state
     FROM case_file c WHERE c.id IN (:...caseIds) AND c.merged_into_id IS NULL`,
    { caseIds: [0, ...caseIds] },
  );
