import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from './config.js';
import { CONFIG } from './config-token.js';

/** Scans, under random names in `files/`: a name from outside never reaches the disk. */
@Injectable()
export class FileStore {
  private readonly folder: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.folder = join(config.dataDir, 'files');
  }

  /** Written and synced before the row that names it is committed. */
  async keep(content: Buffer): Promise<string> {
    await mkdir(this.folder, { recursive: true });
    const name = randomUUID();
    const handle = await open(join(this.folder, `${name}.part`), 'wx');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(join(this.folder, `${name}.part`), join(this.folder, name));
    return name;
  }

  /** What was kept for a row that was then refused. */
  async remove(name: string): Promise<void> {
    await rm(join(this.folder, name), { force: true });
  }

  read(name: string) {
    return createReadStream(join(this.folder, name));
  }
}
