import pg from 'pg';
import { OftenAsked } from './often-asked.js';

const asked = new OftenAsked();

type Query = (this: pg.Client, text: unknown, values?: unknown, callback?: unknown) => unknown;
type Told = (error: Error | null | undefined, result: unknown) => void;
// eslint-disable-next-line @typescript-eslint/unbound-method -- called on each line below
const plain = pg.Client.prototype.query as Query;
/** The driver copies a statement given with its name, which costs more than sending it. */
const Named = pg.Query as unknown as new (text: string, values: unknown[], told: Told) => { name: string };

/**
 * A connection on which what is asked often is parsed and planned once: planning costs PostgreSQL more than most of our
 * questions themselves. A pool in front that shares connections between statements (PgBouncer before 1.21) cannot do it.
 */
export class PreparingClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    // The pool takes its listener off before TypeORM adds one: a line that breaks in between would end the program.
    this.on('error', () => undefined);
  }
}

PreparingClient.prototype.query = function (this: pg.Client, text: unknown, values?: unknown, callback?: unknown) {
  const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? asked.nameOf(text) : undefined;
  if (name === undefined) return plain.call(this, text, values, callback);
  const send = (told: Told) =>
    plain.call(this, Object.assign(new Named(text as string, values as unknown[], told), { name }));
  if (callback) return send(callback as Told);
  return new Promise((done, fail) => send((error, result) => (error ? fail(error) : done(result))));
} as never;
