import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Mutex } from 'async-mutex';
import type { DataSource } from 'typeorm';
import { alone } from '../platform/alone.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/config-token.js';
import { READ } from '../platform/connections.js';
import { appendHeads, headsFile, readHeads, type RecordedHead } from './heads-file.js';

/** Once a day the head of each unit goes into a file beside the database, for a copy to be kept elsewhere. */
@Injectable()
export class KeepHeads {
  private readonly file: string;
  private readonly turn = new Mutex();

  constructor(
    @Inject(CONFIG) config: Config,
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly clock: Clock,
    @InjectDataSource() private readonly writing: DataSource,
  ) {
    this.file = headsFile(config);
  }

  /** Writes today's heads where they are absent, and gives today's. Running twice a day changes nothing. Workers share the file. */
  async run(): Promise<RecordedHead[]> {
    return this.turn.runExclusive(() => alone(this.writing, 'heads', () => this.keepToday()));
  }

  private async keepToday(): Promise<RecordedHead[]> {
    const day = this.clock.today();
    const there = (await this.read()).filter((head) => head.day === day);
    const now = await this.database.query<Omit<RecordedHead, 'day' | 'at'>[]>(
      `SELECT u.id AS "unitId", u.code AS unit, h.seq AS seq, h.hash AS hash
       FROM unit u INNER JOIN history_head h ON h.unit_id = u.id WHERE h.seq > 0 ORDER BY u.id`,
    );
    const absent = now
      .filter(({ unitId }) => !there.some((head) => head.unitId === unitId))
      .map(({ unitId, unit, seq, hash }) => ({ unitId, unit, day, seq, hash, at: this.clock.now() }));
    if (absent.length > 0) await appendHeads(this.file, absent);
    return [...there, ...absent];
  }

  /** The heads of one unit, a JSON line each, today's among them. */
  async linesOf(unitId: number): Promise<string> {
    await this.run();
    const own = (await this.read()).filter((head) => head.unitId === unitId);
    return own.map((head) => `${JSON.stringify(head)}\n`).join('');
  }

  private async read(): Promise<RecordedHead[]> {
    return readHeads(this.file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
  }
}
