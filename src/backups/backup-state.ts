import { Between, LessThanOrEqual, type EntityManager } from 'typeorm';
import { addDays, at, dayOf, later, type Instant } from '../domain/plain-date.js';
import { BackupRun } from './backup-run.entity.js';
import type { BackupState } from './backup-state.view.js';

/** After this long without a good backup somebody has to be told. */
const staleMs = 48 * 3_600_000;

/** Runs that are not of a day the clock was set back from count; so it is with sweeps. */
export async function backupState(manager: EntityManager, now: Instant): Promise<BackupState> {
  const last = await manager.findOne(BackupRun, {
    where: { at: LessThanOrEqual(now) },
    order: { at: 'DESC', id: 'DESC' },
  });
  const lastGoodAt = await lastGood(manager, now);
  const since = lastGoodAt ?? (await firstSweep(manager));
  const stale = since !== undefined && Date.parse(now) - Date.parse(since) > staleMs;
  return { lastGoodAt: lastGoodAt ?? null, stale, why: last?.why ?? null };
}

/** A failed attempt is made again after an hour, not at every look. */
const retryMs = 3_600_000;
/** The schedule itself has its turn first. */
const graceMs = 10 * 60_000;

/** Due, not taken by the schedule, and not tried just now. */
export async function backupIsLate(manager: EntityManager, time: string, now: Instant): Promise<boolean> {
  const before = (ms: number) => later(now, -ms);
  if (!(await backupIsDue(manager, time, before(graceMs)))) return false;
  return !(await manager.existsBy(BackupRun, { at: Between(before(retryMs), now) }));
}

/**
 * A backup is due when none has succeeded since the last time of the night it was set for; a new program waits for
 * its first night.
 */
export async function backupIsDue(manager: EntityManager, time: string, now: Instant): Promise<boolean> {
  const today = at(dayOf(now), time);
  const night = today <= now ? today : at(addDays(dayOf(now), -1), time);
  const since = (await lastGood(manager, now)) ?? (await firstSweep(manager));
  return since !== undefined && since < night;
}

async function lastGood(manager: EntityManager, now: Instant): Promise<Instant | undefined> {
  const run = await manager.findOne(BackupRun, {
    where: { ok: true, at: LessThanOrEqual(now) },
    order: { at: 'DESC', id: 'DESC' },
  });
  return run?.at;
}

/** Every start sweeps: the first one is when this database went into use. */
async function firstSweep(manager: EntityManager): Promise<Instant | undefined> {
  const row = await manager
    .createQueryBuilder()
    .select('MIN(s.at)', 'at')
    .from('sweep', 's')
    .getRawOne<{ at: Instant | null }>();
  return row?.at ?? undefined;
}
