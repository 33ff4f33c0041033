import { basename } from 'node:path';
import type { EntityManager } from 'typeorm';
import type { Instant } from '../domain/plain-date.js';
import { BackupRun } from './backup-run.entity.js';
import type { TakenBackup } from './take-backup.js';

/** What is kept of an attempt. */
export type Outcome = { file: string; size: number; lost: number } | { why: string };

export const outcomeOf = ({ file, size, manifest }: TakenBackup): Outcome => ({
  file: basename(file),
  size,
  lost: manifest.lost.length,
});

/** Keeps what became of an attempt; the board and `/health/ready` look here. */
export async function recordRun(manager: EntityManager, at: Instant, outcome: Outcome): Promise<void> {
  const row =
    'why' in outcome
      ? { file: null, size: null, ok: false, why: outcome.why }
      : {
          file: outcome.file,
          size: outcome.size,
          ok: true,
          why: outcome.lost > 0 ? `Thiếu ${outcome.lost} tệp đính kèm: dữ liệu có tên nhưng trên đĩa không còn.` : null,
        };
  await manager.insert(BackupRun, { at, ...row });
}
