import type { Ward } from '../support/ward.js';

/** How many rows each table holds: the same before and after means that nothing was written. */
export async function rowCounts(ward: Pick<Ward, 'rows' | 'database'>): Promise<Record<string, number>> {
  const tables = await ward.rows(
    ward.database.options.type === 'sqlite'
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
      : "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
  );
  const names = tables.map((table) => table.name as string).sort();
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = Number((await ward.rows(`SELECT COUNT(*) AS n FROM ${name}`))[0].n);
  return counts;
}
