import sqlite3 from 'sqlite3';
import { OftenAsked } from './often-asked.js';

const asked = new OftenAsked();
/** What reads or writes rows and is done after its last row: a RETURNING would stay half done under `run`. */
const keepable = /^\s*(SELECT|INSERT|UPDATE|DELETE|BEGIN|COMMIT)\b(?![\s\S]*\bRETURNING\b)/;

type Callback = (this: sqlite3.Statement, error: Error | null, rows?: unknown[]) => void;

/**
 * A connection that keeps what is asked often prepared. The driver otherwise prepares every statement anew, which takes
 * a second trip to its thread, and each trip costs more than the question.
 */
class PreparingDatabase extends sqlite3.Database {
  private readonly ready = new Map<string, sqlite3.Statement>();
  private readonly making = new Map<string, sqlite3.Statement>();

  override all(sql: string, ...rest: unknown[]): this {
    return this.ask('all', sql, rest);
  }

  override run(sql: string, ...rest: unknown[]): this {
    return this.ask('run', sql, rest);
  }

  override close(callback?: (error: Error | null) => void): void {
    for (const statement of [...this.ready.values(), ...this.making.values()]) statement.finalize();
    this.ready.clear();
    super.close(callback);
  }

  private ask(how: 'all' | 'run', sql: string, rest: unknown[]): this {
    const kept = this.ready.get(sql);
    if (!kept) {
      (super[how] as (sql: string, ...rest: unknown[]) => void)(sql, ...rest);
      if (keepable.test(sql) && asked.nameOf(sql)) this.keep(sql);
      return this;
    }
    const callback = rest.at(-1) as Callback | undefined;
    const values = rest.filter((value) => typeof value !== 'function');
    const told: Callback = (error, rows) => {
      // What failed once is prepared anew: the table may have been rebuilt.
      if (error) this.forget(sql);
      callback?.call(kept, error, rows);
    };
    (kept[how] as (...given: unknown[]) => void)(...(values[0] === undefined ? [] : values), told);
    return this;
  }

  /** Put in use only when it could be prepared, so that nobody waits for one that could not. */
  private keep(sql: string): void {
    if (this.making.has(sql)) return;
    const statement = super.prepare(sql, (error: Error | null) => {
      this.making.delete(sql);
      if (!error) this.ready.set(sql, statement);
    });
    this.making.set(sql, statement);
  }

  private forget(sql: string): void {
    this.ready.get(sql)?.finalize();
    this.ready.delete(sql);
  }
}

/** For TypeORM, which switches on the driver's debug traces: a stack for every statement, half the time of a write. */
export const preparingSqlite = { ...sqlite3, verbose: () => ({ ...sqlite3, Database: PreparingDatabase }) };
