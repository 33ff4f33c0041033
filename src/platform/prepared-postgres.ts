import pg from 'pg';
import { OftenAsked } from './often-asked.js';

const asked = new OftenAsked();

type Query = (this: pg.Client, text: unknown, values?: unknown, callback?: unknown) => unknown;
// eslint-disable-next-line @typescript-eslint/unbound-method -- called on each line below
const plain = pg.Client.prototype.query as Query;

/**
 * A connection on which what is asked often is parsed and planned once: planning costs PostgreSQL more than most of our
 * questions themselves. A pool in front that shares connections between statements (PgBouncer before 1.21) cannot do it.
 */
export class PreparingClient extends pg.Client {
  override query: never = ((text: unknown, values?: unknown, callback?: unknown) => {
    const name =
      typeof text === 'string' && Array.isArray(values) && values.length > 0 ? asked.nameOf(text) : undefined;
    return name === undefined
      ? plain.call(this, text, values, callback)
      : plain.call(this, { name, text, values }, callback);
  }) as never;
}
