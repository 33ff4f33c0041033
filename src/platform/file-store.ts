import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
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
  private readonly unwanted = new Set<string>();

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
    const sealed = this.sealing.keyFrom(fileKey, about).sealBytes(content, name);
    try {
      await writeFile(join(this.folder, `${name}.part`), sealed, { flag: 'wx', flush: true });
      await rename(join(this.folder, `${name}.part`), join(this.folder, name));
      await this.syncFolder();
    } catch (error) {
      await this.remove(`${name}.part`);
      await this.remove(name);
      throw error;
    }
    for (const left of this.unwanted) await this.remove(left);
    return { storedAs: name, fileKey };
  }

  /** Until then a loss of power could take the new name away. */
  private async syncFolder(): Promise<void> {
    const folder = await open(this.folder, 'r');
    await folder.sync().finally(() => folder.close());
  }

  /** What was kept for a row that was then refused. On a disk that takes no change it is done with the next file kept. */
  async remove(name: string): Promise<void> {
    this.unwanted.add(name);
    await rm(join(this.folder, name), { force: true }).then(
      () => this.unwanted.delete(name),
      () => undefined,
    );
  }

  /** @throws Error when it was bent, or its key is gone. */
  async read({ storedAs, fileKey }: KeptFile): Promise<Buffer> {
    const content = await readFile(join(this.folder, storedAs));
    return fileKey === null ? content : this.sealing.keyFrom(fileKey, about).openBytes(content, storedAs);
  }
}
