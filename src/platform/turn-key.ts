import type { EntityManager } from 'typeorm';
import { ask } from './ask.js';
import { proveKey, writeProof } from './prove-key.js';
import type { Sealing } from './sealing.js';
import type { Transaction } from './transaction.js';

interface SealedColumn {
  table: string;
  column: string;
  /** What a value is sealed about, for some with the row it stands in. */
  about: (id: number) => string;
  /** The column that names the row. */
  row: string;
  /** Where the keyed hash of the opened value stands. */
  hash?: string;
}

/** Everything sealed with a key of the file itself. What a protected case holds is sealed with the case's own key. */
const sealedColumns: readonly SealedColumn[] = [
  { table: 'person', column: 'id_number', row: 'id', about: () => 'id-number', hash: 'id_hash' },
  { table: 'case_file', column: 'sealed_key', row: 'id', about: () => 'case-key' },
  { table: 'document', column: 'file_key', row: 'id', about: () => 'file-key' },
  { table: 'letter_template', column: 'file_key', row: 'id', about: () => 'file-key' },
  { table: 'import_file', column: 'file_key', row: 'id', about: () => 'file-key' },
  { table: 'import_file', column: 'sealed_key', row: 'id', about: () => 'import-key' },
  { table: 'second_factor', column: 'secret', row: 'account_id', about: (id) => `second-factor/${id}` },
];
const batch = 200;

/**
 * Puts a new key in use: it is added to the file, every row is sealed anew in small writes, and the old key stays in
 * the file until none needs it. Cut off in the middle, the next run goes on. Gives how many values were sealed anew.
 */
export async function turnKey(
  door: Pick<Transaction, 'run'>,
  manager: EntityManager,
  sealing: Sealing,
): Promise<number> {
  await proveKey(manager, sealing);
  // A run that was cut off has left values under an older key: it is finished first, under the key it began with.
  if ((await left(manager, sealing)) === 0) sealing.addKey();
  let sealed = 0;
  for (const column of sealedColumns)
    for (let done = batch; done === batch; sealed += done)
      done = await door.run((writer) => sealAnew(writer, sealing, column));
  await door.run((writer) => writeProof(writer, sealing));
  return sealed;
}

async function left(manager: EntityManager, sealing: Sealing): Promise<number> {
  let rows = 0;
  for (const { table, column } of sealedColumns) {
    const [{ n }] = (await ask<{ n: number }>(
      manager,
      `SELECT COUNT(*) AS n FROM ${table} WHERE ${column} LIKE 'sealed:%' AND ${column} NOT LIKE :now`,
      { now: `sealed:${sealing.keyIds[0]}:%` },
    )) as [{ n: number }];
    rows += n;
  }
  return rows;
}

/** One batch of one column. */
async function sealAnew(manager: EntityManager, sealing: Sealing, to: SealedColumn): Promise<number> {
  const { table, column, about, row, hash } = to;
  const rows = await ask<{ id: number; value: string }>(
    manager,
    `SELECT ${row} AS id, ${column} AS value FROM ${table}
     WHERE ${column} LIKE 'sealed:%' AND ${column} NOT LIKE :now ORDER BY ${row} LIMIT ${batch}`,
    { now: `sealed:${sealing.keyIds[0]}:%` },
  );
  for (const { id, value } of rows) {
    const opened = sealing.open(value, about(id));
    const values = { id, sealed: sealing.seal(opened, about(id)), found: sealing.keyedHash(opened) };
    await ask(
      manager,
      `UPDATE ${table} SET ${column} = :sealed${hash ? `, ${hash} = :found` : ''} WHERE ${row} = :id`,
      values,
    );
  }
  return rows.length;
}
