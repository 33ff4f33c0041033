import type { Deadline } from '../deadlines/deadline.entity.js';
import type { WorkCalendar } from '../domain/deadlines/calendar.js';
import { isDuty } from '../domain/law/rule.js';
import { addDays, dayOf, type Instant, type PlainDate } from '../domain/plain-date.js';
import { defaultLadder, morningUpTo, nextSendingTime } from './reminder-times.js';
import type { Reminder } from './reminder.entity.js';

/** Who hears of a case: its active handler, else the supervisors; and the supervisors who hear on the due day. */
export interface Recipients {
  handlers: number[];
  supervisors: number[];
  ownerless: boolean;
}

interface Wanted {
  deadline: Deadline;
  rung: string;
  recipientId: number;
  sendAt: Instant;
}

/** A clock's turn to speak: by rights on the last working morning up to `day`. */
interface Rung {
  rung: string;
  to: readonly number[];
  day: PlainDate;
  sendAt: Instant;
}

/** Rows of the ladder; later escalations and digests are planned by the sweep on the day itself. */
export const isRung = (row: Reminder) => row.rung.startsWith('before-') || row.rung === 'escalate-0';

/** Case, clock, rung, version of the due date and recipient: a second notice of the same five is impossible. */
export const keyOf = (
  caseId: number,
  w: { deadline: Pick<Deadline, 'id' | 'version'>; rung: string; recipientId: number },
): string => `case-${caseId}/clock-${w.deadline.id}/v${w.deadline.version}/${w.rung}/to-${w.recipientId}`;

/** The same for one date, whatever its version: a clock stopped and resumed in one day ends on the day it did. */
export const saidOf = (row: Pick<Reminder, 'deadlineId' | 'rung' | 'recipientId' | 'dueOn'>): string =>
  `${row.deadlineId}/${row.rung}/${row.recipientId}/${row.dueOn}`;

/** Who hears of such a row. */
export const audienceOf = ({ rung }: Pick<Reminder, 'rung'>, { handlers, supervisors }: Recipients): number[] =>
  rung.startsWith('escalate') ? supervisors : handlers;

/**
 * A planned row stays while its clock runs to the same date and its recipient is still the one to hear it. What was
 * said of a date stays true while the clock runs to it, whatever its version.
 */
export function stillWanted(row: Reminder, running: readonly Deadline[], recipients: Recipients): boolean {
  return (
    audienceOf(row, recipients).includes(row.recipientId) &&
    running.some(
      (d) => d.id === row.deadlineId && (row.status === 'sent' ? d.dueOn === row.dueOn : d.version === row.dueVersion),
    )
  );
}

/**
 * What is to be said of the running clocks from now on.
 * @param waiting when a row that is planned and still ahead is to go out
 */
export function wantedReminders(
  running: readonly Deadline[],
  recipients: Recipients,
  ladders: ReadonlyMap<string, number[]>,
  calendar: WorkCalendar,
  now: Instant,
  waiting: (wanted: Omit<Wanted, 'sendAt'>) => Instant | undefined,
): Wanted[] {
  const next = nextSendingTime(now, calendar);
  const wanted = new Map<string, Wanted>();
  for (const deadline of running) {
    const { befores, escalations } = rungsOf(deadline, recipients, ladders, calendar);
    const passed = befores.filter(({ sendAt }) => sendAt < now);
    // Typed in so late that every morning has passed, or left without a handler when only the last is to come: say it
    // once, at the next moment that may be used.
    const late = passed.length >= befores.length - (recipients.ownerless ? 1 : 0) ? passed.at(-1) : undefined;
    for (const each of [...befores, ...escalations])
      for (const recipientId of each.to) {
        const { rung, day } = each;
        const planned = waiting({ deadline, rung, recipientId });
        // Once the date is past, the daily digest and the escalations speak.
        const belated = deadline.dueOn! >= dayOf(now) && (each === late || escalations.includes(each));
        // Its morning came and could not be used: it waits for the next, whoever touches the case meanwhile.
        const movedOn = planned !== undefined && dayOf(planned) > day;
        if (each.sendAt < now && !belated && !movedOn) continue;
        const sendAt = each.sendAt < now ? next : each.sendAt;
        wanted.set(`${deadline.id}/${recipientId}/${sendAt}`, { deadline, rung, recipientId, sendAt }); // the rung nearest the date wins the morning
      }
  }
  return [...wanted.values()];
}

/** Furthest from the date first. */
function rungsOf(
  { dueOn, kind, ruleId }: Deadline,
  { handlers, supervisors, ownerless }: Recipients,
  ladders: ReadonlyMap<string, number[]>,
  calendar: WorkCalendar,
): { befores: Rung[]; escalations: Rung[] } {
  const rungOn = (rung: string, to: readonly number[], day: PlainDate): Rung => ({
    ...{ rung, to, day },
    sendAt: morningUpTo(day, calendar),
  });
  const ladder = [...(ladders.get(ruleId) ?? defaultLadder)].sort((a, b) => b - a);
  return {
    befores: ladder.map((days) => rungOn(`before-${days}`, handlers, addDays(dueOn!, -days))),
    escalations: isDuty(kind) && !ownerless ? [rungOn('escalate-0', supervisors, dueOn!)] : [],
  };
}
