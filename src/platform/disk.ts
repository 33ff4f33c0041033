import { randomUUID } from 'node:crypto';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { outsideFault } from './outside-faults.js';

const probe = Buffer.alloc(64 * 1024, 1);
/** Less than this much room is worth a word before it is gone: some days of scans. */
const lowBytes = 500 * 1024 * 1024;

/**
 * Proves that the folder of the data takes a write; gives a warning when little room is left.
 * @throws the system's own error (ENOSPC, EROFS, EACCES…)
 */
export async function tryDisk(dataDir: string): Promise<{ warning?: string }> {
  const file = join(dataDir, `.thu-ghi-${randomUUID()}`);
  try {
    await writeFile(file, probe, { flag: 'wx' });
  } finally {
    await rm(file, { force: true }).catch(() => undefined);
  }
  const { bavail, bsize } = await statfs(dataDir);
  const free = bavail * bsize;
  return free < lowBytes ? { warning: `ổ đĩa chỉ còn ${Math.floor(free / 1024 / 1024)} MB trống` } : {};
}

/** SQLite says only "disk I/O error" where the disk has become read-only; a write of our own tells which it was. */
export async function tellDiskFault(error: unknown, dataDir: string): Promise<unknown> {
  if (outsideFault(error)?.code !== 'storage-failing') return error;
  return tryDisk(dataDir).then(
    () => error,
    (plainer: unknown) => plainer,
  );
}
