import type { EntityManager } from 'typeorm';
import { isDocumentName } from '../domain/workflow/documents.js';
import { fieldSpecs, type FieldName } from '../domain/workflow/fields.js';
import { ask } from '../platform/ask.js';
import { isSealed, sealingOf, type SealKey } from '../platform/sealing.js';

export const keyAbout = 'case-key';

/**
 * The key a petition's words are sealed with: a petition may turn out to be a denunciation after they were written, and
 * history is never written anew. Undefined for other kinds of case.
 */
export async function keyOfCase(manager: EntityManager, caseId: number): Promise<SealKey | undefined> {
  const sql = 'SELECT c.sealed_key AS "sealedKey" FROM case_file c WHERE c.id = :caseId';
  const [row] = await ask<{ sealedKey: string | null }>(manager, sql, { caseId }, ['sealedKey']);
  return row?.sealedKey ? sealingOf(manager).keyFrom(row.sealedKey, keyAbout) : undefined;
}

/** Of these cases those that have such a key. */
export async function casesWithKey(manager: EntityManager, caseIds: readonly number[]): Promise<number[]> {
  if (caseIds.length === 0) return [];
  const sql = 'SELECT c.id AS id FROM case_file c WHERE c.sealed_key IS NOT NULL AND c.id IN (:...caseIds)';
  const rows = await ask<{ id: number }>(manager, sql, { caseIds }, ['id']);
  return rows.map(({ id }) => id);
}

/** A text sealed; what this very key has sealed already stays as it is. */
export function sealText(key: SealKey, text: string): string {
  return opens(key, text) ? text : key.seal(text);
}

/** The text under a seal. Undefined for a seal that does not open: made with another key, or typed in to look like one. */
export function openText(key: SealKey | undefined, value: string): string | undefined {
  if (!isSealed(value)) return value;
  try {
    return key?.open(value);
  } catch {
    return undefined;
  }
}

const opens = (key: SealKey, text: string): boolean => isSealed(text) && openText(key, text) !== undefined;

/** Words that say what was done, not what was written: choices of a form, kinds of paper, states, codes, days, areas. */
const plain = new Set([
  'kind',
  'code',
  'rung',
  'step',
  'into',
  'main',
  'duplicate',
  'quoting',
  'closedOn',
  'outcome',
  'role',
  'how',
]);
const isDayOrInstant = /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/;

function staysPlain(name: string, text: string): boolean {
  if (plain.has(name) || isDayOrInstant.test(text) || isDocumentName(text)) return true;
  return Object.hasOwn(fieldSpecs, name) && ['choice', 'day', 'area'].includes(fieldSpecs[name as FieldName].type);
}

/** Every text in a value that could tell who or what, sealed; its shape, numbers, days and choices stay. */
export function sealContent<T>(key: SealKey, value: T): T {
  return eachText(value, (text, name) => (staysPlain(name, text) ? text : sealText(key, text))) as T;
}

/** The same value with every sealed text replaced. */
export const unsealContent = <T>(value: T, shown: (sealed: string) => string): T =>
  eachText(value, (text) => (isSealed(text) ? shown(text) : text)) as T;

function eachText(value: unknown, change: (text: string, name: string) => string, name = ''): unknown {
  if (typeof value === 'string') return change(value, name);
  if (Array.isArray(value)) return value.map((each: unknown) => eachText(each, change, name));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, eachText(each, change, key)]));
}

/** What a line of history says, as it is kept: of a petition, sealed. */
export async function keptContent<
  L extends { caseId?: number | null; before?: unknown; after?: unknown; note?: unknown },
>(manager: EntityManager, line: L): Promise<L> {
  const key = line.caseId ? await keyOfCase(manager, line.caseId) : undefined;
  if (!key) return line;
  const note = typeof line.note === 'string' ? sealText(key, line.note) : line.note;
  return { ...line, before: sealContent(key, line.before), after: sealContent(key, line.after), note };
}
