import type { Contents } from './manifest.js';

/** Runs one query of a database, whichever it is. */
export type AskRows = <R>(sql: string) => Promise<R[]>;

/** Counts what the database holds; `tables` are all of its tables. Numbers arrive as text from PostgreSQL. */
export async function contentsOf(ask: AskRows, tables: readonly string[]): Promise<Contents> {
  const rows: Record<string, number> = {};
  for (const table of [...tables].sort()) {
    const [counted] = await ask<{ n: number | string }>(`SELECT COUNT(*) AS n FROM "${table}"`);
    rows[table] = Number(counted!.n);
  }
  const [last] = await ask<{ id: number | null }>('SELECT MAX(id) AS id FROM history');
  const heads = tables.includes('history_head')
    ? await ask<{ unit: number; seq: number | string; hash: string }>(
        'SELECT unit_id AS unit, seq, hash FROM history_head ORDER BY unit_id',
      )
    : [];
  return {
    migrations: (await ask<{ name: string }>('SELECT name FROM migrations ORDER BY id')).map(({ name }) => name),
    rows,
    lastHistoryId: last?.id ?? 0,
    heads: heads.map(({ unit, seq, hash }) => ({ unitId: unit, seq: Number(seq), hash })),
  };
}

/** Names of the files the database speaks of: scans and letters; templates and workbooks where the schema has them. */
export async function scansOf(ask: AskRows): Promise<string[]> {
  const done = (await ask<{ name: string }>('SELECT name FROM migrations')).map(({ name }) => name);
  const later = { Letters1764000000011: 'letter_template', Imports1764000000010: 'import_file' };
  const tables = [
    'document',
    ...Object.entries(later).flatMap(([name, table]) => (done.includes(name) ? [table] : [])),
  ];
  const rows = await ask<{ name: string }>(
    tables.map((table) => `SELECT stored_as AS name FROM ${table} WHERE stored_as IS NOT NULL`).join(' UNION ALL '),
  );
  return rows.map(({ name }) => name);
}
