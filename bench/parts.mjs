/** The parts of the benchmark by name; each gives its figures. */
import { benchServer } from './data/server.mjs';
import { postgresData, sqliteData } from './data/make-data.mjs';
import { change } from './change.mjs';
import { dueDates } from './due-dates.mjs';
import { lists } from './lists.mjs';
import { most, short, smoke } from './measure.mjs';
import { peers } from './peers.mjs';
import { reminders } from './reminders.mjs';

const sizes = smoke
  ? { sqlite: [100], postgres: [] }
  : { sqlite: [10_000, 200_000], postgres: [10_000, 200_000, 1_000_000] };

/** The same measurement on each size of data and both databases. */
async function growing(measure) {
  const figures = [];
  for (const cases of sizes.sqlite.filter((n) => n <= most))
    figures.push(...(await measure(`SQLite ${short(cases)}`, { dataDir: await sqliteData(cases) })));
  const large = sizes.postgres.filter((n) => n <= most);
  if (large.length === 0) return { figures };
  const server = await benchServer();
  try {
    for (const cases of large) {
      const { url: databaseUrl, dataDir } = await postgresData(server, cases);
      figures.push(...(await measure(`PostgreSQL ${short(cases)}`, { dataDir, databaseUrl })));
    }
  } finally {
    await server.stop();
  }
  return { figures };
}

export const parts = {
  'due-dates': () => ({ figures: dueDates() }),
  lists: () => growing(lists),
  change: () => growing(change),
  reminders,
  ...(!smoke && { peers }),
};
