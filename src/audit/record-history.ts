import { randomUUID } from 'node:crypto';
import { Like, MoreThan, Not, type EntityManager } from 'typeorm';
import { later, type Instant } from '../domain/plain-date.js';
import { appending, headsHeld, noteChange, noteHistory, type Head } from '../platform/changes.js';
import { isPostgres } from '../platform/is-postgres.js';
import type { Officer } from '../platform/officer.js';
import { requestInHand } from '../platform/request-context.js';
import { insertRows } from '../platform/write-rows.js';
import { beginning, contentHashOf, hashOf } from './chain.js';
import { HistoryEntry } from './history-entry.entity.js';
import { casesWithKey, keptContent } from './seal-content.js';

/** The part of a case that tells whether its words are sealed. */
type WithKey = { sealedKey: string | null };
type ChainColumn = 'seq' | 'prevHash' | 'hash' | 'contentHash' | 'salt' | 'erasedAt';
type Line = Pick<HistoryEntry, 'unitId' | 'action' | 'at'> & Partial<Omit<HistoryEntry, ChainColumn>>;

/**
 * Adds one line of history inside the writer's transaction and gives its id, which may come with it. Lines are never
 * changed or removed: what was wrong is put right by a new one. Whatever is written on a case leaves one, so here is
 * where other browsers come to hear of it. `file` is the case where its row is at hand.
 */
export async function recordHistory(manager: EntityManager, line: Line, file?: WithKey): Promise<number> {
  return (await placeInHistory(manager, line, file)).written;
}

/**
 * The same, as soon as the line has its place behind the last one: what is written from then on is written after it, and
 * may name it. `written`: its id, once the database has it.
 */
export async function placeInHistory(
  manager: EntityManager,
  line: Line,
  file?: WithKey,
): Promise<{ written: Promise<number> }> {
  const { entry, written } = await append(manager, line, file);
  const { caseId, unitId } = entry;
  const told = () => {
    if (caseId !== null) noteChange(manager, { type: 'case', unitId, id: caseId });
    return entry.id;
  };
  return { written: written.then(told) };
}

/** Reading that is written down: an action of its own, so that it never counts as a change of the case. */
export type ReadAction = `read-${string}`;
/** In a question for what was done to a case: readings left out. */
export const notRead = Not(Like('read-%'));
export const withoutReadings = { sql: "c.action NOT LIKE 'read-%'", parameters: {} };
/** The same page asked for again and again is one reading. */
const oneReadingMs = 15 * 60_000;

/**
 * Writes down that somebody read something sensitive. It stands in the chain of the unit the case belongs to, also when
 * somebody of a unit above reads it. With a reason (`note`) each reading is a line; without, one in a quarter of an hour.
 */
export async function recordRead(
  manager: EntityManager,
  officer: Pick<Officer, 'id' | 'unitId'>,
  read: { action: ReadAction; at: Instant; caseId?: number; note?: string },
): Promise<void> {
  const { action, at, caseId = null, note = null } = read;
  const file = caseId === null ? undefined : await ofCase(manager, caseId);
  const since = later(at, -oneReadingMs);
  const reader = { caseId: caseId ?? undefined, accountId: officer.id, action };
  if (file && note === null && (await manager.existsBy(HistoryEntry, { ...reader, at: MoreThan(since) }))) return;
  const { written } = await append(manager, { ...reader, unitId: file?.unitId ?? officer.unitId, caseId, note, at });
  await written;
}

/** The lines of many cases at once, in their order; like `recordHistory` for each, in a few statements. */
export async function recordMany(manager: EntityManager, unitId: number, lines: readonly Line[]): Promise<void> {
  let head = await headOf(manager, unitId);
  const ids = lines.map(({ caseId }) => caseId).filter((id) => typeof id === 'number');
  const sealed = new Set(await casesWithKey(manager, ids));
  const entries: HistoryEntry[] = [];
  for (const line of lines) {
    const entry = await entryAfter(manager, head, line, sealed.has(line.caseId ?? 0));
    entries.push(entry);
    head = { seq: entry.seq, hash: entry.hash };
    if (entry.caseId !== null) noteChange(manager, { type: 'case', unitId, id: entry.caseId });
  }
  await insertRows(manager, HistoryEntry, entries);
  headsHeld(manager).set(unitId, head);
  noteHistory(manager, { id: entries.at(-1)?.id ?? 0, unitId });
}

function append(manager: EntityManager, line: Line, file?: WithKey) {
  return appending(manager).runExclusive(async () => {
    const sealed = file === undefined || file.sealedKey !== null;
    const entry = await entryAfter(manager, await headOf(manager, line.unitId), line, sealed);
    headsHeld(manager).set(line.unitId, { seq: entry.seq, hash: entry.hash });
    // The database moves the head on, and refuses an entry that does not follow it.
    const inserted = insertRows(manager, HistoryEntry, [entry], { leads: true });
    return { entry, written: inserted.then(() => noteHistory(manager, entry)) };
  });
}

/** `sealed`: the case may have a key its words are sealed with. */
async function entryAfter(
  manager: EntityManager,
  head: { seq: number; hash: string },
  line: Line,
  sealed = true,
): Promise<HistoryEntry> {
  const content = sealed ? await keptContent(manager, line) : line;
  const entry = manager.create(HistoryEntry, {
    caseId: null,
    onDay: null,
    accountId: null,
    forAccountId: await stoodInFor(manager, line),
    address: requestInHand()?.address ?? null,
    fromState: null,
    toState: null,
    before: null,
    after: null,
    illustrative: false,
    ...content,
    // Half a letter pair is stored as U+FFFD, and the digest is of what is stored.
    note: typeof content.note === 'string' ? content.note.toWellFormed() : null,
    seq: head.seq + 1,
    prevHash: head.hash,
    salt: randomUUID().replaceAll('-', ''),
    erasedAt: null,
  });
  entry.contentHash = contentHashOf(entry.salt!, {
    before: stored(entry.before),
    after: stored(entry.after),
    note: entry.note,
  });
  entry.hash = hashOf(entry);
  return entry;
}

const stored = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));

/** The last entry of the unit. On PostgreSQL this write holds it until its commit, so that entries have one order. */
async function headOf(manager: EntityManager, unitId: number): Promise<Head> {
  const held = headsHeld(manager).get(unitId);
  if (held) return held;
  const hold = isPostgres(manager) ? ' FOR UPDATE' : '';
  for (;;) {
    const [head] = await manager.query<{ seq: number; hash: string }[]>(
      `SELECT seq, hash FROM history_head WHERE unit_id = $1${hold}`,
      [unitId],
    );
    if (head) return head;
    await manager.query(
      'INSERT INTO history_head (unit_id, seq, hash) VALUES ($1, 0, $2) ON CONFLICT (unit_id) DO NOTHING',
      [unitId, beginning],
    );
  }
}

const ofCase = async (manager: EntityManager, caseId: number) =>
  (
    await manager.query<{ unitId: number; assigneeId: number | null }[]>(
      'SELECT unit_id AS "unitId", assignee_id AS "assigneeId" FROM case_file WHERE id = $1',
      [caseId],
    )
  )[0];

/** A stand-in who works on a case of the person on leave signs for both. */
async function stoodInFor(manager: EntityManager, { accountId, caseId }: Line): Promise<number | null> {
  const officer = requestInHand()?.officer;
  if (!officer?.standsInFor.length || officer.id !== accountId || !caseId) return null;
  const assigneeId = (await ofCase(manager, caseId))?.assigneeId ?? null;
  return assigneeId !== null && officer.standsInFor.includes(assigneeId) ? assigneeId : null;
}

/** The place of the last entry in the unit's history. */
export async function headSeq(manager: EntityManager, unitId: number): Promise<number> {
  const [head] = await manager.query<{ seq: number }[]>('SELECT seq FROM history_head WHERE unit_id = $1', [unitId]);
  return Number(head?.seq ?? 0);
}
