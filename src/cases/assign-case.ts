import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { requireSecrets } from '../access/secrets.js';
import { recordHistory } from '../audit/record-history.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { dayOf, type Instant } from '../domain/plain-date.js';
import type { Officer } from '../platform/officer.js';
import { Clock } from '../platform/clock.js';
import { Transaction } from '../platform/transaction.js';
import { planReminders } from '../reminders/plan-reminders.js';
import { ReminderQueue } from '../reminders/reminder-queue.js';
import { requireHandler } from './belonging.js';
import type { Changed } from './changed.view.js';
import { changedOf, findCaseAt, moveCase, requireOpen, type Written } from './find-case.js';

/** Gives a case to somebody, or releases it; pending reminders follow. */
@Injectable()
export class AssignCase {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly queue: ReminderQueue,
  ) {}

  async run(
    idOrCode: string | number,
    version: number,
    assigneeId: number | null,
    officer: Officer,
    note?: string,
  ): Promise<Changed> {
    const now = this.clock.now();
    const { changed, planned } = await this.transaction.run((manager) =>
      assign(manager, idOrCode, { version, assigneeId, note }, officer, now),
    );
    this.queue.wake(planned);
    return changed;
  }
}

export interface Assignment {
  version: number;
  /** Null releases: the supervisors hear of the case until somebody has it. */
  assigneeId: number | null;
  note?: string;
}

/** The assignment itself, inside a transaction. */
export async function assign(
  manager: EntityManager,
  idOrCode: string | number,
  { version, assigneeId, note }: Assignment,
  officer: Officer,
  now: Instant,
): Promise<Written> {
  const file = await findCaseAt(manager, officer, idOrCode, version);
  requireOpen(file);
  await requireSecrets(manager, officer, file);
  if (assigneeId !== null) await requireHandler(manager, officer.unitId, assigneeId);
  await recordHistory(manager, {
    unitId: file.unitId,
    caseId: file.id,
    at: now,
    onDay: dayOf(now),
    accountId: officer.id,
    action: assigneeId === null ? 'release' : 'assign',
    before: { assigneeId: file.assigneeId },
    after: { assigneeId },
    note: note ?? null,
  });
  await moveCase(manager, file, { assigneeId });
  return { changed: changedOf(file), planned: await planReminders(manager, file, await loadCalendar(manager), now) };
}
