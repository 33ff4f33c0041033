import { existsSync, statSync, type BigIntStats } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Mutex } from 'async-mutex';
import sqlite3 from 'sqlite3';
import { DataSource } from 'typeorm';
import { DomainError } from '../domain/errors.js';
import type { Config } from './config.js';
import { CONFIG } from './config-token.js';
import { openDatabase, databaseOptions, sqliteFile } from './database.js';
import { tellDiskFault } from './disk.js';
import { outsideFault } from './outside-faults.js';
import { scrubbed } from './without-personal-data.js';

const lookEveryMs = 1_000;

/** At once: a trip to another thread takes longer than the question. */
const statOf = (path: string): BigIntStats | undefined => statSync(path, { bigint: true, throwIfNoEntry: false });

const replacedNow = (how: string) =>
  new DomainError(
    'database-replaced',
    `Tệp dữ liệu ${how} trong khi chương trình đang chạy; nội dung chưa được lưu. Hãy báo quản trị khởi động lại chương trình.`,
  );

/**
 * The SQLite file this process opened, and the door through which its writers go one by one. A file moved away,
 * replaced or written over under the running program is noticed before the next write, and nothing more is written
 * until the program is started again: what went into a file that no longer has a name would be gone with it.
 */
@Injectable()
export class DatabaseFile implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly door = new Mutex();
  private readonly log = new Logger(DatabaseFile.name);
  private readonly path: string | undefined;
  private readonly opened: BigIntStats | undefined;
  private changedAt: bigint | undefined;
  private lastHistory = 0;
  private refusal: DomainError | undefined;
  private overlaid = false;
  private timer: NodeJS.Timeout | undefined;
  /** As long as it is open, closing the others plays no journal into the file. */
  private guard: sqlite3.Database | undefined;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    if (config.databaseUrl) return;
    this.path = sqliteFile(config);
    this.opened = statOf(this.path);
    this.changedAt = this.opened?.mtimeNs;
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.path) return;
    this.lastHistory = await newestHistory(this.database);
    this.guard = await openGuard(this.path);
    this.timer = setInterval(() => void this.look().catch(() => undefined), lookEveryMs).unref();
  }

  /** A last look: what the file held must be put right before the connections close. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    if (this.path) await this.look().catch(() => undefined);
    if (!this.overlaid) await new Promise((resolve) => this.guard?.close(resolve) ?? resolve(null));
  }

  /** @throws DomainError `database-replaced` once that has been noticed */
  checkNoticed(): void {
    if (this.refusal) throw this.refusal;
  }

  /** @throws DomainError `database-replaced` */
  look(): Promise<void> {
    return this.door.runExclusive(() => this.same());
  }

  /** The same for whoever stands in the door. @throws DomainError `database-replaced` */
  async same(): Promise<void> {
    if (!this.path) return;
    if (!this.refusal) await this.compare(this.path, this.opened!);
    this.checkNoticed();
  }

  /**
   * After a commit: how the file stands now is how this process left it. What was committed is not refused any more.
   * `newest`: the last line of history written, where the writer knows it; 0 for none.
   */
  async committed(newest?: number): Promise<void> {
    if (!this.path) return;
    try {
      this.lastHistory = Math.max(this.lastHistory, newest ?? (await newestHistory(this.database)));
      this.changedAt = statOf(this.path)?.mtimeNs;
    } catch {
      this.changedAt = undefined; // so the next write looks closer
    }
  }

  /** What a failed write is to be refused with. */
  plainer(error: unknown): Promise<unknown> {
    return tellDiskFault(error, this.config.dataDir);
  }

  private async compare(path: string, opened: BigIntStats): Promise<void> {
    const now = statOf(path);
    if (now?.ino !== opened.ino || now.dev !== opened.dev) return this.moved(path, now !== undefined);
    if (now.mtimeNs === this.changedAt) return;
    // Somebody else wrote into it: another process of ours, or a copy laid over it.
    if (await this.holdsOurRows()) this.changedAt = now.mtimeNs;
    else await this.overwritten(path);
  }

  /**
   * Read anew from the disk: a copy laid over the file lacks what came last, or does not hold together.
   * @throws where the disk does not let it be read, which proves neither
   */
  private async holdsOurRows(): Promise<boolean> {
    let fresh: DataSource | undefined;
    try {
      fresh = await openDatabase(databaseOptions(this.config, 'read'));
      const [checked] = await fresh.query<{ quick_check: string }[]>('PRAGMA quick_check(1)');
      return checked?.quick_check === 'ok' && (await newestHistory(fresh)) >= this.lastHistory;
    } catch (error) {
      if (outsideFault(error)?.code === 'database-damaged') return false;
      throw error;
    } finally {
      await fresh?.destroy().catch(() => undefined);
    }
  }

  /**
   * The open connections still hold the file that was moved or deleted. All of it is put into that file, so that no
   * journal is left to be played into the new one, and a copy is kept under a name.
   */
  private async moved(path: string, another: boolean): Promise<void> {
    this.refuse(another ? 'bị thay bằng một tệp khác' : 'bị chuyển hoặc xóa');
    try {
      await this.database.query('PRAGMA wal_checkpoint(TRUNCATE)');
      const kept = keptName(path);
      await this.database.query('VACUUM INTO $1', [kept]);
      this.log.error(`Nội dung của tệp dữ liệu cũ được giữ lại trong ${kept}`);
    } catch (error) {
      this.log.error(`Chưa giữ lại được nội dung của tệp dữ liệu cũ: ${scrubbed((error as Error).message)}`);
    }
  }

  /**
   * Another database lies in the same place. Our journal belongs to the one before: played into this one, at the
   * close of our connections or at the next start, it would ruin it. It is put aside.
   */
  private async overwritten(path: string): Promise<void> {
    this.overlaid = true;
    this.refuse('bị chép đè');
    await rename(`${path}-wal`, keptName(`${path}-wal`)).catch(() => undefined);
    await rm(`${path}-shm`, { force: true });
  }

  private refuse(how: string): void {
    this.refusal = replacedNow(how);
    this.log.error(
      `Tệp dữ liệu ${how} trong khi chương trình đang chạy; từ nay không ghi gì nữa cho tới khi khởi động lại.`,
    );
  }
}

async function newestHistory(database: DataSource): Promise<number> {
  const [row] = await database.query<{ id: number | null }[]>('SELECT MAX(id) AS id FROM history');
  return row?.id ?? 0;
}

/** A connection that has read once keeps its part of the lock. */
function openGuard(path: string): Promise<sqlite3.Database> {
  return new Promise((resolve, reject) => {
    const guard = new sqlite3.Database(path, sqlite3.OPEN_READONLY);
    guard.get('SELECT 1 FROM sqlite_master', (error) => (error ? reject(error) : resolve(guard)));
  });
}

/** Beside the file, by a name that is free. */
function keptName(path: string): string {
  for (let i = 1; ; i++) {
    const name = `${path}.giu-lai-${i}`;
    if (!existsSync(name)) return name;
  }
}
