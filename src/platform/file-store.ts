import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from './config.js';
import { CONFIG } from './config-token.js';
import { Sealing } from './sealing.js';

/** Where a file is, and its sealed key. */
export interface KeptFile {
  storedAs: string;
  /** Null: kept before files were sealed. */
  fileKey: string | null;
}

const about = 'file-key';

/** Scans, under random names in `files/`, each sealed with a key of its own: neither names nor contents reach the disk. */
@Injectable()
export class FileStore {
  private readonly folder: string;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly sealing: Sealing,
  ) {
    this.folder = join(config.dataDir, 'files');
  }

  /** Written and synced before the row that names it is committed. */
  async keep(content: Buffer): Promise<{ storedAs: string; fileKey: string }> {
    await mkdir(this.folder, { recursive: true });
    const name = randomUUID();
    const fileKey = this.sealing.newKey(about);
    const handle = await open(join(this.folder, `${name}.part`), 'wx');
    try {
      await handle.writeFile(this.sealing.keyFrom(fileKey, about).sealBytes(content, name));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(join(this.folder, `${name}.part`), join(this.folder, name));
    return { storedAs: name, fileKey };
  }

  /** What was kept for a row that was then refused. */
  async remove(name: string): Promise<void> {
    await rm(join(this.folder, name), { force: true });
  }

  /** @throws Error when it was bent, or its key is gone. */
  async read({ storedAs, fileKey }: KeptFile): Promise<Buffer> {
    const content = await readFile(join(this.folder, storedAs));
    return fileKey === null ? content : this.sealing.keyFrom(fileKey, about).openBytes(content, storedAs);
  }
}
