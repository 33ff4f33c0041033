import { setImmediate as turnOfLoop } from 'node:timers/promises';
import { outsideFault } from './outside-faults.js';
import { outsideRequests } from './request-context.js';

interface Waiting<T, R> {
  item: T;
  done: (result: R) => void;
  fail: (error: unknown) => void;
}

interface Line<T, R> {
  waiting: Waiting<T, R>[];
  /** Told of each that joins. */
  joined?: () => void;
}

/**
 * Work that comes one by one and costs less done together. What arrives for a key in one turn of the loop goes together,
 * and what arrives while its last batch is under way goes as the next one, so a lone item never waits. `work` gives a
 * result for each item, in their order, and has no request in hand; where a batch fails, each goes by itself, so that one
 * bad item holds up no other, unless what failed is outside the program.
 */
export class InBatches<K, T, R> {
  private readonly lines = new Map<K, Line<T, R>>();

  constructor(
    /** Items of a batch at most. */
    private readonly most: number,
    private readonly work: (key: K, items: T[]) => Promise<R[]>,
    /** Milliseconds that the next batch waits for as many as were just at work to come again; a lone one never does. */
    private readonly patience = 0,
  ) {}

  run(key: K, item: T): Promise<R> {
    return new Promise((done, fail) => {
      const waiting = { item, done, fail };
      const line = this.lines.get(key);
      if (line) {
        line.waiting.push(waiting);
        line.joined?.();
      } else {
        const begun = { waiting: [waiting] };
        this.lines.set(key, begun);
        void outsideRequests(() => this.serve(key, begun));
      }
    });
  }

  private async serve(key: K, line: Line<T, R>): Promise<void> {
    const { waiting } = line;
    // Until everything that came in with this turn of the loop has been looked at.
    await turnOfLoop();
    while (waiting.length > 0) {
      const batch = waiting.splice(0, this.most);
      if (!(await this.done(key, batch))) for (const one of batch) await this.done(key, [one]);
      await this.gathered(line, Math.min(this.most, batch.length + waiting.length));
    }
    this.lines.delete(key);
  }

  /** Those who were at work at once mostly come again at once: together they cost less than one now and the others after. */
  private async gathered(line: Line<T, R>, expected: number): Promise<void> {
    if (this.patience === 0 || expected < 2 || line.waiting.length >= expected) return;
    await new Promise<void>((go) => {
      const timer = setTimeout(go, this.patience);
      line.joined = () => {
        if (line.waiting.length < expected) return;
        clearTimeout(timer);
        go();
      };
    });
    delete line.joined;
  }

  /** The failure of a lone item is told, and what failed outside the program to all; false: each must be tried by itself. */
  private async done(key: K, batch: readonly Waiting<T, R>[]): Promise<boolean> {
    try {
      const items = batch.map(({ item }) => item);
      const results = await this.work(key, items);
      batch.forEach(({ done }, i) => done(results[i]!));
      return true;
    } catch (error) {
      // What failed outside, a line that broke while it was committed for one, may have been written all the same.
      if (batch.length > 1 && !outsideFault(error)) return false;
      for (const { fail } of batch) fail(error);
      return true;
    }
  }
}
