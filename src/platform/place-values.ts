import type { ObjectLiteral } from 'typeorm';

/**
 * The statement with its values in the places of the engine. TypeORM's own way writes numbers into SQLite's statement,
 * which then is another one each time and never stays prepared.
 */
export const placed = (postgres: boolean, sql: string, parameters: ObjectLiteral): [string, unknown[]] =>
  placedTogether(postgres, [{ sql, parameters }], ([only]) => only!);

/** Statements as they were put together, by what they were made of: they are long, and the same again and again. */
const made = new Map<string, string>();
const mostMade = 500;

/** `join` makes one statement of the parts, the same each time for parts of the same SQL. */
export function placedTogether(
  postgres: boolean,
  parts: readonly { sql: string; parameters: ObjectLiteral }[],
  join: (each: string[]) => string,
): [string, unknown[]] {
  const values: unknown[] = [];
  let key = postgres ? 'p' : 's';
  for (const { sql, parameters } of parts) key += putValues(templateOf(sql), parameters, values, postgres);
  const known = made.get(key);
  if (known !== undefined) return [known, values];
  let before = 0;
  const text = join(
    parts.map(({ sql, parameters }) => {
      const [written, count] = write(templateOf(sql), parameters, before, postgres);
      before += count;
      return written;
    }),
  );
  if (made.size >= mostMade) made.clear();
  made.set(key, text);
  return [text, values];
}

const plain = (value: unknown, postgres: boolean): unknown =>
  !postgres && typeof value === 'boolean' ? Number(value) : value;

/** Adds the values in the order `write` gives them places. Tells what the text of the statement depends on. */
function putValues({ id, places }: Template, parameters: ObjectLiteral, values: unknown[], postgres: boolean): string {
  let shape = `,${id}`;
  const from = values.length;
  for (const { name, list, again } of places) {
    if ((postgres && again) || !Object.hasOwn(parameters, name)) continue;
    const value: unknown = parameters[name];
    if (list) {
      for (const each of value as unknown[]) values.push(plain(each, postgres));
      shape += `/${(value as unknown[]).length}`;
    } else values.push(plain(value, postgres));
  }
  return `${shape}:${values.length - from}`;
}

/** The statement's text, its first value after `before` others; and how many values it takes. */
function write(
  { pieces }: Template,
  parameters: ObjectLiteral,
  before: number,
  postgres: boolean,
): [text: string, count: number] {
  let count = 0;
  const next = () => (postgres ? `$${before + ++count}` : (count++, '?'));
  const taken = new Map<string, string>();
  const text = pieces.map((piece) => {
    if (typeof piece === 'string') return piece;
    if (!Object.hasOwn(parameters, piece.name)) return piece.text;
    if (piece.list) return `IN (${(parameters[piece.name] as unknown[]).map(next).join(', ')})`;
    const place = (postgres && taken.get(piece.name)) || next();
    taken.set(piece.name, place);
    return place;
  });
  return [text.join(''), count];
}

/** Where a value goes. PostgreSQL is given the same one once (`again`), but each list anew. */
interface Place {
  text: string;
  name: string;
  list: boolean;
  again: boolean;
}
interface Template {
  id: number;
  pieces: (string | Place)[];
  places: Place[];
}
const templates = new Map<string, Template>();
const mostTemplates = 2_000;
let lastId = 0;

function templateOf(sql: string): Template {
  const known = templates.get(sql);
  if (known) return known;
  const places: Place[] = [];
  const pieces = sql.split(/(IN \(:\.\.\.[A-Za-z0-9_]+\)|:[A-Za-z0-9_]+)/).map((text, i) => {
    if (i % 2 === 0) return text;
    const list = text.startsWith('IN');
    const name = list ? text.slice('IN (:...'.length, -1) : text.slice(1);
    const place = { text, name, list, again: !list && places.some((one) => one.name === name && !one.list) };
    places.push(place);
    return place;
  });
  const template = { id: ++lastId, pieces, places };
  // Those put together from a list of conditions may be of many kinds.
  if (templates.size >= mostTemplates) templates.clear();
  templates.set(sql, template);
  return template;
}
