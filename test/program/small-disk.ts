import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A disk of a program under test, which can be made to refuse writes and to take them again. */
export interface SmallDisk {
  folder: string;
  /** For the program that shall run on it. */
  env: Record<string, string>;
  /** How it is filled: a real small file system, or errors of the system handed to the program. */
  by: 'tmpfs' | 'preload';
  /** Not a byte is left. */
  fill(): void;
  makeReadOnly(): void;
  /** There is room again, and it takes writes. */
  mend(): void;
  remove(): void;
}

/** Without a compiler there is no such disk; a run that must try everything fails over it. */
export const canFailDisks = Boolean(process.env.CI) || spawnSync('cc', ['--version']).status === 0;

const source = fileURLToPath(new URL('failing-disk.c', import.meta.url));

/**
 * Where this process may mount, a tmpfs of so many megabytes is really filled. A disk cannot be made read-only under a
 * program that has files open on it, as a failing one becomes: there the system's answer is put before the program.
 */
export function smallDisk(megabytes: number): SmallDisk {
  const own = mkdtempSync(join(tmpdir(), 'matbang-disk-'));
  const disk = join(own, 'disk');
  const folder = join(disk, 'data');
  const fault = join(own, 'fault');
  const library = join(own, 'failing-disk.so');
  mkdirSync(disk);
  execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl']);
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'tmpfs', disk]);
  mkdirSync(folder);
  const by = mount.status === 0 ? 'tmpfs' : 'preload';
  const fail = (errno: number) => writeFileSync(fault, String(errno));
  const filler = join(disk, 'filler');
  return {
    folder,
    by,
    env: { LD_PRELOAD: library, DISK_FAULT: fault, DISK_FOLDER: folder },
    fill: () => (by === 'tmpfs' ? fillUp(filler) : fail(constants.errno.ENOSPC)),
    makeReadOnly: () => fail(30), // EROFS, which os.constants leaves out
    mend: () => {
      rmSync(fault, { force: true });
      rmSync(filler, { force: true });
    },
    remove: () => {
      if (by === 'tmpfs') spawnSync('umount', ['--lazy', disk]);
      rmSync(own, { recursive: true, force: true });
    },
  };
}

function fillUp(filler: string): void {
  const file = openSync(filler, 'a');
  try {
    for (const size of [1024 * 1024, 4096, 1]) {
      const part = Buffer.alloc(size, 1);
      try {
        while (writeSync(file, part) === size);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    }
  } finally {
    closeSync(file);
  }
}
