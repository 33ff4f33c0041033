import type { Writable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type pg from 'pg';
import type sqlite3 from 'sqlite3';
import { DataSource, QueryFailedError, type EntityManager, type QueryRunner } from 'typeorm';
import { DomainError } from '../domain/errors.js';
import { allOf, askingTogether } from './ask.js';
import { ChangeFeed } from './change-feed.js';
import { markingOf, markingTogether, notingChanges, type Head } from './changes.js';
import { Clock } from './clock.js';
import { DatabaseFile } from './database-file.js';
import { Metrics } from './metrics.js';
import type { KeptWrite } from './once.js';
import { queryTogether } from './prepared-postgres.js';
import { requestInHand } from './request-context.js';
import { turn } from './unit-turn.js';

/** Deadlock, serialization failure, unique key taken meanwhile: what PostgreSQL says when two writers meet. */
const met = ['40P01', '40001', '23505'];
const attempts = 3;

const takenBack = new Error('taken back');

type Written<T> = Awaited<ReturnType<typeof notingChanges<T>>>;
/** What TypeORM keeps of a transaction. */
interface InTransaction {
  isTransactionActive: boolean;
  transactionDepth: number;
}

/**
 * The one door for writes. SQLite has one connection, and TypeORM transactions at once break each other there, so
 * writers line up; PostgreSQL brings its own pool, where those of one unit line up for its history. Only a use case
 * calls `run`, and never inside another one.
 */
@Injectable()
export class Transaction {
  /** Writers at the door of SQLite, not yet through. */
  private waiting = 0;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly feed: ChangeFeed,
    private readonly clock: Clock,
    private readonly file: DatabaseFile,
    private readonly metrics: Metrics,
  ) {
    if (database.options.type === 'postgres') metrics.read('matbang_database_connections', () => connections(database));
    else metrics.read('matbang_writes_waiting', () => this.waiting);
  }

  /** All of `write` or nothing. Under an idempotency key it is done once, and then its outcome is given again. */
  run<T>(write: (manager: EntityManager) => Promise<T>): Promise<T> {
    const kept = requestInHand()?.once?.next();
    return kept ? this.once(kept, write) : this.through(write);
  }

  private async once<T>(kept: KeptWrite, write: (manager: EntityManager) => Promise<T>): Promise<T> {
    const now = this.clock.now();
    const told = await this.through((manager) =>
      kept.outcome<T>(manager, now, async () => ({ outcome: await write(manager) })),
    ).catch((error: unknown) => {
      if (!kept.keepsRefusals || !(error instanceof DomainError)) throw error;
      const { code, message, problems } = error;
      return this.through((manager) =>
        kept.outcome<T>(manager, now, () => Promise.resolve({ refused: { code, message, problems } })),
      );
    });
    if ('outcome' in told) return told.outcome;
    throw new DomainError(told.refused.code, told.refused.message, told.refused.problems);
  }

  private through<T>(write: (manager: EntityManager) => Promise<T>): Promise<T> {
    if (this.database.options.type === 'postgres') return this.timed(() => this.amongOthers(write));
    const from = performance.now();
    this.waiting++;
    return this.file.door.acquire().then((leave) => {
      this.waiting--;
      this.metrics.observe('matbang_write_wait_seconds', secondsSince(from), {});
      return this.timed(() => this.oneByOne(write, leave));
    });
  }

  private async timed<T>(work: () => Promise<T>): Promise<T> {
    const from = performance.now();
    let outcome = 'rolled-back';
    try {
      const done = await work();
      outcome = 'committed';
      return done;
    } finally {
      this.metrics.observe('matbang_write_duration_seconds', secondsSince(from), { outcome });
    }
  }

  /** Who has written is answered before the next one may pass: how the file then stands is the next one's concern. */
  private async oneByOne<T>(write: (manager: EntityManager) => Promise<T>, leave: () => void): Promise<T> {
    let noted = Promise.resolve();
    try {
      await this.file.same();
      const { outcome, changes, newest } = await this.inTurn(write).catch(async (error: unknown) => {
        forgetLostTransaction(this.database);
        throw await this.file.plainer(error);
      });
      noted = this.file.committed(newest);
      this.feed.tell(changes);
      return outcome;
    } finally {
      void noted.finally(leave);
    }
  }

  /**
   * Takes the write lock at once, while waiting is still possible: a read first and a write later would fail with
   * SQLITE_BUSY when another process wrote between the two. TypeORM's own BEGIN knows only the lazy kind.
   */
  private async inTurn<T>(write: (manager: EntityManager) => Promise<T>): Promise<Written<T>> {
    const runner = this.database.createQueryRunner() as QueryRunner & InTransaction;
    await runner.query('BEGIN IMMEDIATE');
    tellTypeOrm(runner, true);
    try {
      const written = await notingChanges(askingTogether(runner.manager), write);
      await atOnce(runner, [...markingOf(written.touched), 'COMMIT']);
      tellTypeOrm(runner, false);
      return written;
    } catch (error) {
      // SQLite may have rolled back by itself, on a full disk; what went wrong is what is told.
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
  }

  /** What would come of a write, all of it taken back: a preview, refused like the write itself. */
  async rehearse<T>(write: (manager: EntityManager) => Promise<T>): Promise<T> {
    let outcome: { of: T } | undefined;
    await this.through(async (manager) => {
      outcome = { of: await write(manager) };
      throw takenBack;
    }).catch((error: unknown) => {
      if (error !== takenBack) throw error;
    });
    return outcome!.of;
  }

  /** Of two writers that meet the loser is rolled back whole. It is made again, and is refused by what it then reads. */
  private async amongOthers<T>(write: (manager: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++)
      try {
        return await this.onOwnLine(write);
      } catch (error) {
        const { code } = ((error as Partial<QueryFailedError>).driverError ?? error) as { code?: string };
        if (attempt === attempts || !met.includes(code ?? '')) throw error;
      }
  }

  /**
   * The unit's turn is taken with the begin: a trip to the server less. While it begins, the write already puts together
   * what it asks first. Browsers are told once it is committed, and nobody waits for that.
   */
  private async onOwnLine<T>(write: (manager: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.database.createQueryRunner() as QueryRunner & InTransaction;
    let told = Promise.resolve();
    try {
      const line = (await runner.connect()) as pg.PoolClient;
      const heads = new Map<number, Head>();
      const unitId = requestInHand()?.officer?.unitId;
      const begun = begin(line, unitId, heads);
      tellTypeOrm(runner, true);
      const [, written] = await allOf([
        begun,
        notingChanges(askingTogether(runner.manager), write, {
          heads,
          turn: unitId === undefined ? undefined : { unitId, taken: begun },
        }),
      ]);
      const { outcome, changes, touched } = written;
      await queryTogether(line, [...markingTogether(touched), { text: 'COMMIT', values: [] }]);
      tellTypeOrm(runner, false);
      told = this.feed.tellBy(line, changes);
      return outcome;
    } catch (error) {
      // The line may be gone; what went wrong is what is told.
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      void told.then(() => runner.release()).catch(() => undefined);
    }
  }
}

/** Of a transaction begun or ended past it, so that a rollback finds one or none. */
function tellTypeOrm(runner: InTransaction, active: boolean): void {
  runner.isTransactionActive = active;
  runner.transactionDepth = active ? 1 : 0;
}

/** Statements without values that go to SQLite's thread in one trip. */
async function atOnce(runner: QueryRunner, statements: readonly string[]): Promise<void> {
  const line = (await runner.connect()) as sqlite3.Database;
  const sql = statements.join('; ');
  const error = await new Promise<Error | null>((done) => line.exec(sql, done));
  if (error) throw new QueryFailedError(sql, [], error);
}

/**
 * Begins, takes the turn of the unit, and the unit's end goes to `heads`. It leaves with what the write asks first: to
 * wake the server costs more than to send.
 */
async function begin(line: pg.PoolClient, unitId: number | undefined, heads: Map<number, Head>): Promise<void> {
  const { stream } = (line as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  setImmediate(() => stream.uncork());
  const begun = await queryTogether(line, [
    { text: 'START TRANSACTION', values: [] },
    ...(unitId === undefined ? [] : [{ text: turn, values: [unitId] }]),
  ]);
  const [head] = begun.at(-1)!.rows as Head[];
  if (head) heads.set(unitId!, head);
}

const secondsSince = (from: number): number => (performance.now() - from) / 1000;

/** Waiting ones are requests that have no connection yet. */
function connections(database: DataSource): Record<string, number> {
  const { totalCount, idleCount, waitingCount } = (database.driver as unknown as { master: pg.Pool }).master;
  return { busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
}

/**
 * On a full disk SQLite rolls back by itself. TypeORM's own ROLLBACK is then refused, and it would take the next
 * transaction for one inside the lost one.
 */
function forgetLostTransaction(database: DataSource): void {
  tellTypeOrm(database.createQueryRunner() as QueryRunner & InTransaction, false);
}
