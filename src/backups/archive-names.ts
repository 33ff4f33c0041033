import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { dayOf, timeOf, type Instant } from '../domain/plain-date.js';

/** Nightly copies and those made by hand have no label. */
export type BackupLabel = '' | 'before-upgrade';

const archive = /^matbang-\d{4}-\d{2}-\d{2}-\d{6}(-before-upgrade)?\.tar(\.age)?$/;
const unfinished = /^matbang-.+\.part$/;
/** A copy being written grows all the time; one that has not for an hour was left by a process that died. */
const deadMs = 3_600_000;

/** `matbang-2026-03-10-023000`, by the ward's clock, so that the order of names is the order of time. */
export const archiveName = (at: Instant, label: BackupLabel): string =>
  `matbang-${dayOf(at)}-${timeOf(at).replaceAll(':', '')}${label && `-${label}`}`;

/**
 * Deletes all but the `keep` newest archives of the kind of `made`, which itself always stays: after a clock that was
 * set back its name is not the newest. Called only once `made` is proved, so the last good one is never deleted.
 */
export async function keepNewest(dir: string, made: string, keep: number): Promise<void> {
  const kindOf = (name: string) => archive.exec(name)?.[1] ?? '';
  const others = (await readdir(dir))
    .filter((name) => archive.test(name) && name !== made && kindOf(name) === kindOf(made))
    .sort();
  for (const name of others.slice(0, Math.max(0, others.length - (keep - 1)))) await rm(join(dir, name));
}

/** What a process that was killed had begun. */
export async function clearUnfinished(dir: string): Promise<void> {
  for (const name of (await readdir(dir)).filter((each) => unfinished.test(each))) {
    const path = join(dir, name);
    if (Date.now() - (await lastChange(path)) > deadMs) await rm(path, { recursive: true, force: true });
  }
}

async function lastChange(folder: string): Promise<number> {
  const inside = await readdir(folder).catch(() => []);
  const times = await Promise.all(
    [folder, ...inside.map((name) => join(folder, name))].map((path) =>
      stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  );
  return Math.max(...times);
}
