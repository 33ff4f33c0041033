import { createRequire } from 'node:module';
import pg from 'pg';
import { OftenAsked } from './often-asked.js';

const asked = new OftenAsked();

type Query = (this: pg.Client, text: unknown, values?: unknown, callback?: unknown) => unknown;
type Told<R> = (error: Error | null | undefined, result: R) => void;
// eslint-disable-next-line @typescript-eslint/unbound-method -- called on each line below
const plain = pg.Client.prototype.query as Query;
/** The driver copies a statement given with its name, which costs more than sending it. */
const Named = pg.Query as unknown as new (text: string, values: unknown[], told: Told<unknown>) => { name: string };

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
  const send = (told: Told<unknown>) =>
    plain.call(this, Object.assign(new Named(text as string, values as unknown[], told), { name }));
  if (callback) return send(callback as Told<unknown>);
  return new Promise((done, fail) => send((error, result) => (error ? fail(error) : done(result))));
} as never;

export interface Statement {
  text: string;
  values: readonly unknown[];
}

/** The line the driver speaks over, as far as it is used here. */
interface Wire {
  stream: { cork: () => void; uncork: () => void };
  parsedStatements: Record<string, string>;
  submittedNamedStatements: Record<string, string>;
  parse: (what: { text: string; name: string }) => void;
  bind: (what: { statement: string; values: readonly unknown[] }) => void;
  describe: (what: { type: 'P'; name: string }) => void;
  execute: (what: { portal: string }) => void;
  sync: () => void;
}
interface Driver {
  text: string;
  name: string | undefined;
  handleCommandComplete(message: unknown, wire: Wire): void;
  handleError(error: Error, wire: Wire): void;
}
const DriversQuery = pg.Query as unknown as new (text: string, values: unknown[], told: Told<Results>) => Driver;
type Results = pg.QueryResult | pg.QueryResult[];
const { prepareValue } = createRequire(import.meta.url)('pg/lib/utils.js') as {
  prepareValue: (value: unknown) => unknown;
};

/** Several statements as one query of the driver: it gives a result for each, and what fails ends those behind it. */
class Together extends DriversQuery {
  private at = 0;
  private readonly names: (string | undefined)[];
  private readonly given: unknown[][];
  /** Those the server has not been told of before, by their place. */
  private readonly parsed = new Set<number>();

  constructor(
    readonly statements: readonly Statement[],
    told: Told<Results>,
  ) {
    super(statements[0]!.text, [], told);
    this.names = statements.map(({ text }) => asked.nameOf(text));
    this.given = statements.map(({ values }) => values.map(prepareValue));
  }

  submit(wire: Wire): null {
    wire.stream.cork();
    this.statements.forEach(({ text }, i) => {
      const name = this.names[i] ?? '';
      if (!name || !(wire.parsedStatements[name] ?? wire.submittedNamedStatements[name])) {
        wire.parse({ text, name });
        this.parsed.add(i);
        if (name) wire.submittedNamedStatements[name] = text;
      }
      wire.bind({ statement: name, values: this.given[i]! });
      wire.describe({ type: 'P', name: '' });
      wire.execute({ portal: '' });
    });
    wire.sync();
    wire.stream.uncork();
    this.await(0);
    return null;
  }

  /** The driver notes what the server has parsed by the name and text it finds here. */
  private await(at: number): void {
    this.at = at;
    this.name = this.parsed.has(at) ? this.names[at] : undefined;
    this.text = this.statements[at]?.text ?? '';
  }

  override handleCommandComplete(message: unknown, wire: Wire): void {
    super.handleCommandComplete(message, wire);
    this.await(this.at + 1);
  }

  override handleError(error: Error, wire: Wire): void {
    for (const at of this.parsed) if (at >= this.at) delete wire.submittedNamedStatements[this.names[at] ?? ''];
    super.handleError(error, wire);
  }
}

/** Sends the statements in one trip and gives the result of each. One that fails takes those behind it with it. */
export function queryTogether(line: pg.ClientBase, statements: readonly Statement[]): Promise<pg.QueryResult[]> {
  return new Promise((done, fail) => {
    plain.call(
      line as pg.Client,
      new Together(statements, (error, results) => (error ? fail(error) : done([results].flat()))),
    );
  });
}
