import { randomBytes } from 'node:crypto';
import { Table, TableColumn, TableIndex, type QueryRunner } from 'typeorm';
import { beginning, contentHashOf, hashOf, type Content, type Link } from '../../audit/chain.js';
import { unguardHistory } from '../../audit/history-guard.js';

/** Gives history its chain: the columns, the head of each unit, and what was written before. */
export async function chainHistory(runner: QueryRunner): Promise<void> {
  await runner.addColumns('history', historyColumns());
  await runner.createTable(
    new Table({
      name: 'history_head',
      columns: [
        { name: 'unit_id', type: 'integer', isPrimary: true },
        { name: 'seq', type: 'integer' },
        { name: 'hash', type: 'varchar', length: '64' },
      ],
      foreignKeys: [{ columnNames: ['unit_id'], referencedTableName: 'unit', referencedColumnNames: ['id'] }],
    }),
  );
  await chainOldEntries(runner);
  await runner.createIndex(
    'history',
    new TableIndex({ name: 'uq_history_unit_id_seq', columnNames: ['unit_id', 'seq'], isUnique: true }),
  );
}

export async function unchainHistory(runner: QueryRunner): Promise<void> {
  await unguardHistory({ type: runner.connection.options.type, query: (sql) => runner.query(sql) });
  await runner.dropTable('history_head');
  await runner.dropIndex('history', 'uq_history_unit_id_seq');
  await runner.dropColumns(
    'history',
    historyColumns().map(({ name }) => name),
  );
}

/** The chain is nullable here only: `history-guard.ts` refuses an entry without it. */
const historyColumns = () =>
  [
    { name: 'for_account_id', type: 'integer' },
    { name: 'address', type: 'varchar' },
    { name: 'seq', type: 'integer' },
    { name: 'prev_hash', type: 'varchar', length: '64' },
    { name: 'hash', type: 'varchar', length: '64' },
    { name: 'content_hash', type: 'varchar', length: '64' },
    { name: 'salt', type: 'varchar', length: '32' },
    { name: 'erased_at', type: 'varchar', length: '24' },
  ].map((column) => new TableColumn({ ...column, isNullable: true }));

type OldEntry = Omit<Link, 'seq' | 'prevHash' | 'contentHash'> & Content & { id: number };
const perBatch = 100;

/** Entries written before there was a chain, in the order of their ids. */
async function chainOldEntries(runner: QueryRunner): Promise<void> {
  for (const { id: unitId } of (await runner.query('SELECT id FROM unit')) as { id: number }[]) {
    let head = { seq: 0, hash: beginning };
    for (let after = 0; ;) {
      const entries = (await runner.query(
        `SELECT id, unit_id AS "unitId", case_id AS "caseId", at, on_day AS "onDay", account_id AS "accountId",
           for_account_id AS "forAccountId", address, action, from_state AS "fromState", to_state AS "toState",
           illustrative, "before", "after", note
         FROM history WHERE unit_id = $1 AND id > $2 ORDER BY id LIMIT ${perBatch}`,
        [unitId, after],
      )) as OldEntry[];
      if (entries.length === 0) break;
      after = entries.at(-1)!.id;
      const values: unknown[] = [];
      for (const entry of entries) {
        const salt = randomBytes(16).toString('hex');
        const contentHash = contentHashOf(salt, entry);
        const illustrative = Boolean(entry.illustrative); // SQLite has 0 and 1
        const link: Link = { ...entry, illustrative, seq: head.seq + 1, prevHash: head.hash, contentHash };
        values.push(entry.id, link.seq, link.prevHash, hashOf(link), contentHash, salt);
        head = { seq: link.seq, hash: values.at(-3) as string };
      }
      const row = (n: number) => [1, 2, 3, 4, 5, 6].map((i) => `$${6 * n + i}`);
      const rows = entries.map((_, n) => {
        const [id, seq, ...texts] = row(n);
        return `(CAST(${id} AS integer), CAST(${seq} AS integer), ${texts.join(', ')})`;
      });
      await runner.query(
        `UPDATE history SET seq = v.column2, prev_hash = v.column3, hash = v.column4, content_hash = v.column5,
           salt = v.column6 FROM (VALUES ${rows.join(', ')}) AS v WHERE history.id = v.column1`,
        values,
      );
    }
    await runner.query('INSERT INTO history_head (unit_id, seq, hash) VALUES ($1, $2, $3)', [
      unitId,
      head.seq,
      head.hash,
    ]);
  }
}
