/**
 * A step of a household over HTTP (state, clocks, reminders, papers, chained history), by one client and by eight,
 * beside the bare transaction: bare Fastify writing the same rows through the same driver, nothing checked or reckoned.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRedis, startRedis } from '../scripts/servers.mjs';
import { asking } from './data/asking.mjs';
import { today } from './data/make-data.mjs';
import { copyDatabase } from './data/server.mjs';
import { load } from './load.mjs';
import { figure, median, rounds, smoke } from './measure.mjs';
import { writesOf } from './write-again.mjs';
import { signIn, startFloor, startMain } from './program.mjs';

const seconds = smoke ? 1 : 4;
/** A server that has run for a day has its code compiled; of a new process that takes some thousand steps. */
const warmUp = smoke ? 0 : 30;

const paper = (name) => ({ name, number: '12/TB', on: today });
const steps = {
  notified: ['report-unreachable', { documents: [paper('broadcast-copy')] }],
  unreachable: [
    'serve-notice',
    { documents: [paper('recovery-notice'), paper('notice-service-minutes')], fields: { landUse: 'agricultural' } },
  ],
};

/**
 * Households that go back and forth between notified and unreachable; each is in one hand at a time.
 * @param only those with such an id
 */
export async function households(url, cookie, only = () => true) {
  const waiting = [];
  for (const state of Object.keys(steps)) {
    let cursor = '';
    do {
      const path = `/api/cases?kind=household-file&state=${state}&limit=100${cursor && `&cursor=${cursor}`}`;
      const page = await (await fetch(`${url}${path}`, { headers: { cookie } })).json();
      waiting.push(...page.items.filter(({ id }) => only(id)).map(({ id, version }) => ({ id, version, state })));
      cursor = page.nextCursor ?? '';
    } while (cursor && waiting.length < 2000);
  }
  return () => {
    const file = waiting.shift();
    if (!file) throw new Error('no household is left to work on');
    const [action, body] = steps[file.state];
    return {
      path: `/api/cases/${file.id}/actions/${action}`,
      method: 'POST',
      body: { version: file.version, on: today, ...body },
      after: (status, text) => {
        if (status >= 300) return;
        Object.assign(file, { version: JSON.parse(text).version, state: JSON.parse(text).state });
        waiting.push(file);
      },
    };
  };
}

/** Some to warm up on and others to measure: a case of fifty steps is not what a ward works on. A smoke run has too few. */
export const halves = (url, cookie, only = () => true) =>
  Promise.all([0, 1].map((rest) => households(url, cookie, (id) => only(id) && (smoke || id % 2 === rest))));

/** What the morning brings is another's work; where there is no Redis, it is in the way. */
const apart = ({ redisUrl }) => (redisUrl ? { JOBS: 'separate' } : {});

/** The writes of the two steps, as the program makes them, made fit to be written again and again. */
async function notedWrites(data, folder) {
  const file = join(folder, 'statements.jsonl');
  writeFileSync(file, '');
  const main = await startMain(data, {
    args: ['--import', './bench/note-statements.mjs'],
    env: { ...apart(data), NOTE_STATEMENTS: file },
  });
  const writes = [];
  try {
    const cookie = await signIn(main.url, 'officer-1');
    const next = await households(main.url, cookie);
    for (let i = 0; i < 60 && new Set(writes.map(({ path }) => path)).size < 2; i++) {
      writeFileSync(file, '');
      const { path, method, body, after } = next();
      const answer = await fetch(`${main.url}${path}`, {
        method,
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      after(answer.status, await answer.text());
      if (!answer.ok) continue;
      const lines = readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      const statements = lines
        .flatMap(writesOf)
        .filter(({ sql }) => !/UPDATE unit|sign_in_session|idempotent/.test(sql))
        .map(({ sql, values }) => ({
          sql: sql.replace(
            /"version" = (\$\d+|\?)(.*) AND c\.version = (\$\d+|\?)/,
            '"version" = c.version + 1 + 0 * CAST($1 AS integer)$2 AND CAST($3 AS integer) IS NOT NULL',
          ),
          values,
        }));
      const kind = path.split('/').at(-1);
      if (!writes.some((write) => write.path === kind)) writes.push({ path: kind, statements });
    }
  } finally {
    await main.stop();
  }
  return writes.map(({ statements }) => statements);
}

/**
 * Households of the ward: those the program works on, and others with clocks to change, on which the floor writes. What
 * the floor leaves behind (reminders planned and never withdrawn) would be in the program's way.
 */
async function casesOf(data) {
  const { query, close } = await asking(data);
  const rows = await query(
    `SELECT d.case_id AS "caseId", d.id AS id, c.state AS state FROM deadline d JOIN case_file c ON c.id = d.case_id
     WHERE c.unit_id = 1 AND c.kind = 'household-file' ORDER BY d.id`,
  );
  await close();
  const [ours, clocks] = [new Set(), new Map()];
  for (const { caseId, id, state } of rows)
    if (state in steps) ours.add(caseId);
    else clocks.set(caseId, [...(clocks.get(caseId) ?? []), id]);
  return { ours, floor: [...clocks].map(([id, of]) => ({ id, clocks: of })) };
}

/**
 * @param given as `sqliteData` or `postgresData` gives it
 * @param server of PostgreSQL, where the data are there
 */
export async function change(name, given, server) {
  const folder = mkdtempSync(join(tmpdir(), 'matbang-bench-'));
  const redis = findRedis() && (await startRedis(findRedis(), folder));
  const data = { ...given, redisUrl: redis?.url };
  if (server) data.databaseUrl = await copyDatabase(server, given.databaseUrl, 'change');
  else {
    data.dataDir = join(folder, 'data');
    cpSync(given.dataDir, data.dataDir, { recursive: true });
  }
  const questionsFile = join(folder, 'questions.json');
  const writes = await notedWrites(data, folder);
  const { ours: worked, floor: cases } = await casesOf(data);
  writeFileSync(questionsFile, JSON.stringify({ writes, cases }));
  const runs = { ours1: [], ours8: [], floor1: [], floor8: [] };
  try {
    // One of the two at a time: each believes it alone writes.
    for (let i = 0; i < rounds; i++) {
      const main = await startMain(data, { env: apart(data) });
      const cookie = await signIn(main.url, 'officer-1');
      const [warming, next] = await halves(main.url, cookie, (id) => worked.has(id));
      const ours = async (connections) => (await load(main.url, { connections, seconds, cookie, next })).perSecond;
      if (warmUp) await load(main.url, { connections: 8, seconds: warmUp, cookie, next: warming });
      const [ours1, ours8] = [await ours(1), await ours(8)];
      await main.stop();
      const floor = await startFloor(data, questionsFile);
      const write = () => ({ path: '/write', method: 'POST' });
      const bare = async (connections, length = seconds) =>
        (await load(floor.url, { connections, seconds: length, cookie: '', next: write })).perSecond;
      await bare(8, warmUp);
      const [floor1, floor8] = [await bare(1), await bare(8)];
      await floor.stop();
      for (const [key, value] of Object.entries({ ours1, ours8, floor1, floor8 })) runs[key].push(value);
    }
  } finally {
    await redis?.stop();
    await server?.query('DROP DATABASE IF EXISTS change WITH (FORCE)');
    rmSync(folder, { recursive: true, force: true });
  }
  const of = (key) => median(runs[key]);
  return [
    ...[1, 8].map((clients) =>
      figure(`${name}: steps, ${clients} clients`, {
        ours: of(`ours${clients}`),
        floor: of(`floor${clients}`),
        unit: '/s',
        wanted: ['at least', 0.5],
        runs: runs[`ours${clients}`],
      }),
    ),
    figure(`${name}: 8 clients beside 1`, {
      ours: of('ours8'),
      floor: of('ours1'),
      unit: '/s',
      wanted: ['at least', 1],
    }),
  ];
}
