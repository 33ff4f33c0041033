import { NestFactory } from '@nestjs/core';
import { getQueueToken } from '@nestjs/bullmq';
import type { INestApplicationContext } from '@nestjs/common';
import type { Job, Queue } from 'bullmq';
import { loadCalendar } from '../../src/deadlines/load-calendar.js';
import { addDays, plainDate } from '../../src/domain/plain-date.js';
import type { Config } from '../../src/platform/config.js';
import { PlatformModule } from '../../src/platform/platform.module.js';
import { Transaction } from '../../src/platform/transaction.js';
import { planReminders } from '../../src/reminders/plan-reminders.js';
import { QUEUE } from '../../src/reminders/reminder-queue.js';
import { WorkerModule } from '../../src/worker.module.js';
import { makeCase, type MadeCase } from '../support/make-case.js';
import { eventually, type Client, type Ward } from '../support/ward.js';

export interface LedgerRow {
  id: number;
  key: string;
  caseId: number | null;
  deadlineId: number | null;
  clock: string | null;
  rung: string;
  to: string;
  dueOn: string;
  sendAt: string;
  status: 'planned' | 'sent' | 'withdrawn';
}

const select = `
  SELECT r.id, r.key, r.case_id AS "caseId", r.deadline_id AS "deadlineId", d.clock, r.rung, a.login AS "to",
    r.due_on AS "dueOn", r.send_at AS "sendAt", r.status
  FROM reminder r JOIN account a ON a.id = r.recipient_id LEFT JOIN deadline d ON d.id = r.deadline_id`;

/** The ledger as it stands, of one case or of all, in the order of sending. */
export async function ledger(ward: Ward, file?: { id: number }): Promise<LedgerRow[]> {
  return file
    ? ward.rows<LedgerRow>(`${select} WHERE r.case_id = $1 ORDER BY r.send_at, r.id`, [file.id])
    : ward.rows<LedgerRow>(`${select} ORDER BY r.send_at, r.id`);
}

export const planned = (rows: readonly LedgerRow[]) => rows.filter((row) => row.status === 'planned');

export interface SentNotice {
  id: number;
  caseId: number | null;
  rung: string;
  to: string;
  subject: string;
  body: string;
  at: string;
}

/** What was delivered in the product, oldest first. */
export const notices = (ward: Ward): Promise<SentNotice[]> =>
  ward.rows<SentNotice>(`
    SELECT n.id, n.case_id AS "caseId", r.rung, a.login AS "to", n.subject, n.body, n.at
    FROM notice n JOIN reminder r ON r.id = n.reminder_id JOIN account a ON a.id = n.recipient_id ORDER BY n.id`);

/** A project has one clock only, the recovery plan: ten calendar days from opening (NĐ 102/2024). Due on `due`. */
export const projectDue = (client: Client, due: string, given: Record<string, any> = {}): Promise<MadeCase> =>
  makeCase(client, 'compensation-project', { on: addDays(plainDate(due), -10), ...given });

/** Plans the case's reminders once more, as every change of a case does. Gives the rows that changed. */
export function replan(ward: Ward, file: { id: number }) {
  return ward.app.get(Transaction).run(async (manager) => {
    const [row] = await manager.query(
      'SELECT id, unit_id AS "unitId", assignee_id AS "assigneeId" FROM case_file WHERE id = $1',
      [file.id],
    );
    return planReminders(manager, row, await loadCalendar(manager), ward.clock.now());
  });
}

export const queueOf = (ward: Ward): Queue => ward.app.get<Queue>(getQueueToken(QUEUE));

/** Jobs of reminders anywhere in the queue. */
export async function reminderJobs(ward: Ward): Promise<Job<{ reminderId: number }>[]> {
  const jobs: Job[] = await queueOf(ward).getJobs([
    'delayed',
    'waiting',
    'prioritized',
    'active',
    'completed',
    'failed',
  ]);
  return jobs.filter((job) => job.name === 'reminder');
}

/** What `worker.ts` starts, in this process, at the ward's present time. */
export function startWorker(ward: Ward, more: Partial<Config> = {}): Promise<INestApplicationContext> {
  const config = { ...ward.config, clockOffsetMs: ward.clock.offsetMs, ...more };
  return NestFactory.createApplicationContext(
    { module: class WorkerProcess {}, imports: [PlatformModule.with(config), WorkerModule.with(config)] },
    { logger: false, abortOnError: false },
  );
}

/** Until nothing is waiting or running: what was woken has been dealt with. */
export async function settled(ward: Ward): Promise<void> {
  await eventually(async () => {
    const counts = await queueOf(ward).getJobCounts('waiting', 'prioritized', 'active');
    expect(Object.values(counts).every((count) => count === 0)).toBe(true);
  });
}
