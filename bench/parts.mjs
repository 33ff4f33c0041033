/** The parts of the benchmark by name; each gives its figures. */
import { benchServer } from './data/server.mjs';
import { postgresData, sqliteData } from './data/make-data.mjs';
import { change } from './change.mjs';
import { dueDates } from './due-dates.mjs';
import { growth, lists } from './lists.mjs';
import { most, short, smoke } from './measure.mjs';
import { peers } from './peers.mjs';
import { processes } from './processes.mjs';
import { reminders } from './reminders.mjs';
import { start } from './start.mjs';

const sizes = smoke
  ? { sqlite: [1_000], postgres: [] }
  : { sqlite: [10_000, 200_000], postgres: [10_000, 200_000, 1_000_000] };

/** The same measurement on each size of data and both databases; `between` is given the least and the most of PostgreSQL. */
async function growing(measure, between) {
  const figures = [];
  const add = async (database, cases, data, server) => {
    const measured = await measure(`${database} ${short(cases)}`, data, server);
    figures.push(...measured.map((one) => ({ database, cases, ...one })));
  };
  for (const cases of sizes.sqlite.filter((n) => n <= most))
    await add('SQLite', cases, { dataDir: await sqliteData(cases) });
  const large = sizes.postgres.filter((n) => n <= most);
  if (large.length === 0) return { figures };
  const server = await benchServer();
  try {
    const all = [];
    for (const cases of large) {
      const { url: databaseUrl, dataDir } = await postgresData(server, cases);
      all.push({ cases, data: { dataDir, databaseUrl } });
      await add('PostgreSQL', cases, all.at(-1).data, server);
    }
    if (between && all.length > 1) figures.push(...(await between(all[0], all.at(-1))));
  } finally {
    await server.stop();
  }
  return { figures };
}

export const parts = {
  'due-dates': () => ({ figures: dueDates() }),
  lists: () => growing(lists, growth),
  change: () => growing(change),
  reminders,
  start,
  // The libraries that build and open its pages are loaded only for it.
  ...(!smoke && { processes, peers, web: async () => (await import('./web.mjs')).web() }),
};
