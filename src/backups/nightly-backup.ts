import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Instant } from '../domain/plain-date.js';
import { unlessAnother } from '../platform/alone.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/config-token.js';
import { Transaction } from '../platform/transaction.js';
import { scrubbed } from '../platform/without-personal-data.js';
import { backupIsDue } from './backup-state.js';
import { recordRun, type Outcome } from './record-run.js';

/** The built file, seen from src/ as from dist/: Node loads no TypeScript. */
const program = fileURLToPath(new URL('../../dist/backups/backup.process.js', import.meta.url));

/** Sees to it that there is a backup of the last night; running it twice takes one. */
@Injectable()
export class NightlyBackup implements BeforeApplicationShutdown {
  private readonly log = new Logger(NightlyBackup.name);
  private child: ChildProcess | undefined;
  private stopping = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    @InjectDataSource() private readonly database: DataSource,
  ) {}

  /** While the queue is away each worker comes to it by itself. */
  async run(): Promise<void> {
    await unlessAnother(this.database, 'backup', () => this.unlessTaken());
  }

  private async unlessTaken(): Promise<void> {
    const time = this.config.backup.at;
    const now = this.clock.now();
    if (!time || this.child || !(await this.transaction.run((manager) => backupIsDue(manager, time, now)))) return;
    const outcome = await this.inOwnProcess(now);
    if ('why' in outcome) this.log.error(`Sao lưu chưa xong: ${scrubbed(outcome.why)}`);
    await this.transaction.run((manager) => recordRun(manager, now, outcome));
  }

  /** A backup takes minutes and a stop seconds: it is given up, and taken after the next start. */
  beforeApplicationShutdown(): void {
    this.stopping = true;
    this.child?.kill();
  }

  /** Packing and sealing would hold up requests here, and what takes memory gives it back at its end. */
  private inOwnProcess(at: Instant): Promise<Outcome> {
    const { dataDir, databaseUrl, backup, secretKeyFile } = this.config;
    return new Promise((done) => {
      const child = fork(program, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      this.child = child;
      let said: Outcome | undefined;
      child.once('message', (outcome: Outcome) => (said = outcome));
      child.once('error', (error) => done({ why: error.message }));
      child.once('exit', (code, signal) => {
        this.child = undefined;
        const why = this.stopping ? 'chương trình được dừng' : `tiến trình sao lưu dừng (${signal ?? code})`;
        done(said ?? { why: `Sao lưu bị dừng giữa chừng: ${why}.` });
      });
      child.send({ config: { dataDir, databaseUrl, backup, secretKeyFile }, at });
      if (this.stopping) child.kill();
    });
  }
}
