import { Mutex } from 'async-mutex';
import type { EntityManager } from 'typeorm';
import type { Statement } from './prepared-postgres.js';

/** What other browsers are told: what to read again, by id. Nothing personal is in it. */
export interface Change {
  /** `cases`: so many at once that lists are better read again as a whole. `all`: something may have been missed. */
  type: 'case' | 'cases' | 'notices' | 'calendar' | 'views' | 'all';
  /** Null: every ward. */
  unitId: number | null;
  id?: number;
  /** Of the case after the write; absent where the write left it as it was (a note, a paper). */
  version?: number;
  /** Only this account is told. */
  recipientId?: number;
}

/** More cases than this in one write (a calendar change, the register) are told as one. */
const many = 50;

/** What a write under way has noted: whom to tell of what, which wards it touched, and the last line of history. */
interface Noted {
  changes: Change[];
  /** Unit ids; `everyWard` for all. */
  touched: Set<number>;
  newest: number;
  heads: Map<number, Head>;
  /** The unit whose turn is taken with the begin, and when that is done. */
  turn: Turn | undefined;
  appending: Mutex;
}
interface Turn {
  unitId: number;
  taken: Promise<void>;
}
/** The last line of a unit's history. */
export interface Head {
  seq: number;
  hash: string;
}
const underWay = new WeakMap<EntityManager, Noted>();

/** In the place of a unit's id: what was changed shows in every ward. */
export const everyWard = 0;

/** Notes what a write changes. It is told once the transaction has committed, and never when it was rolled back. */
export function noteChange(manager: EntityManager, change: Change): void {
  underWay.get(manager)?.changes.push(change);
  if (change.type !== 'notices' && change.type !== 'views') noteTouched(manager, change.unitId ?? everyWard);
}

/** Notes the last line of history added, which the file must hold from the commit on. */
export function noteHistory(manager: EntityManager, { id, unitId }: { id: number; unitId: number }): void {
  const noted = underWay.get(manager);
  if (!noted) return;
  noted.newest = Math.max(noted.newest, id);
  noted.touched.add(unitId);
}

/**
 * Notes that what a ward's people see is no longer what it was. Whatever leaves a line of history or is told to browsers
 * has been noted by that.
 */
export function noteTouched(manager: EntityManager, unitId: number): void {
  underWay.get(manager)?.touched.add(unitId);
}

/**
 * What a write asks right before its commit, so that `asOf` (`people/sessions.ts`) is another from then on. Always in
 * the same order: two writers at once never wait for each other crosswise.
 */
export const markingOf = (touched: ReadonlySet<number>): string[] =>
  touched.size === 0
    ? []
    : [
        `${into} VALUES ${inOrder(touched)
          .map((unitId) => `(${unitId}, 1)`)
          .join(', ')} ${counted}`,
      ];

/** The same for PostgreSQL, as one statement for any number of wards. */
export const markingTogether = (touched: ReadonlySet<number>): Statement[] =>
  touched.size === 0
    ? []
    : [
        {
          text: `${into} SELECT unit_id, 1 FROM unnest(CAST($1 AS integer[])) AS t(unit_id) ${counted}`,
          values: [inOrder(touched)],
        },
      ];

const into = 'INSERT INTO change_mark (unit_id, n)';
const counted = 'ON CONFLICT (unit_id) DO UPDATE SET n = change_mark.n + 1';
const inOrder = (touched: ReadonlySet<number>): number[] => [...touched].map(Number).sort((a, b) => a - b);

/** The ends of histories this write holds, so that none is asked for twice. Of no use outside a write. */
export const headsHeld = (manager: EntityManager): Map<number, Head> =>
  underWay.get(manager)?.heads ?? new Map<number, Head>();

/** Resolves once the turn of the unit is held, where it is taken with the begin. Of no use outside a write. */
export function turnTaken(manager: EntityManager, unitId: number): Promise<void> | undefined {
  const turn = underWay.get(manager)?.turn;
  return turn?.unitId === unitId ? turn.taken : undefined;
}

/** Lines of history are added one after the other, each knowing the one before. */
export const appending = (manager: EntityManager): Mutex => underWay.get(manager)?.appending ?? new Mutex();

/** Runs a write and gives what it noted. SQLite hands every transaction the same manager, so the list goes with the write. */
export async function notingChanges<T>(
  manager: EntityManager,
  write: (manager: EntityManager) => Promise<T>,
  { heads = new Map<number, Head>(), turn }: { heads?: Map<number, Head>; turn?: Turn } = {},
): Promise<{ outcome: T; changes: Change[]; touched: ReadonlySet<number>; newest: number }> {
  const noted: Noted = { changes: [], touched: new Set(), newest: 0, heads, turn, appending: new Mutex() };
  underWay.set(manager, noted);
  try {
    const outcome = await write(manager);
    return { outcome, changes: distinct(noted.changes), touched: noted.touched, newest: noted.newest };
  } finally {
    underWay.delete(manager);
  }
}

/** Each thing once, a case at its last version. */
function distinct(noted: readonly Change[]): Change[] {
  const byThing = new Map<string, Change>();
  for (const change of noted) {
    const thing = [change.type, change.unitId, change.id, change.recipientId].join('/');
    byThing.set(thing, { ...byThing.get(thing), ...change });
  }
  const changes = [...byThing.values()];
  const cases = changes.filter(({ type }) => type === 'case');
  if (cases.length <= many) return changes;
  const units = [...new Set(cases.map(({ unitId }) => unitId))];
  return [
    ...changes.filter(({ type }) => type !== 'case'),
    ...units.map((unitId): Change => ({ type: 'cases', unitId })),
  ];
}
