import type { EntityManager } from 'typeorm';
import { sealingOf, type SealKey } from '../platform/sealing.js';
import { ImportChunk, type ImportFile } from './import-file.entity.js';
import type { PlannedRow } from './planned-row.js';

export const keyAbout = 'import-key';
export const rowsPerChunk = 200;

/** The key of an import; undefined once it is forgotten. */
export const keyOfImport = (
  manager: EntityManager,
  { sealedKey }: Pick<ImportFile, 'sealedKey'>,
): SealKey | undefined => (sealedKey === null ? undefined : sealingOf(manager).keyFrom(sealedKey, keyAbout));

export const sealRows = (key: SealKey, rows: readonly PlannedRow[]): string => key.seal(JSON.stringify(rows));

/** The rows of an import from a chunk on, one chunk at a time. */
export async function* chunksOf(
  manager: EntityManager,
  file: Pick<ImportFile, 'id' | 'sealedKey'>,
  from = 0,
): AsyncGenerator<{ seq: number; rows: PlannedRow[] }> {
  const key = keyOfImport(manager, file);
  if (!key) return;
  for (let seq = from; ; seq++) {
    const chunk = await manager.findOneBy(ImportChunk, { importId: file.id, seq });
    if (!chunk) return;
    yield { seq, rows: JSON.parse(key.open(chunk.sealed)) as PlannedRow[] };
  }
}
