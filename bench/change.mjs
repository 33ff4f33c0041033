/**
 * A step of a household or a grave over HTTP (state, clocks, reminders, papers, chained history), by one client and by
 * eight, beside the bare transaction: bare Fastify writing the same rows through the same driver, nothing checked or
 * reckoned.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRedis, startRedis } from '../scripts/servers.mjs';
import { asking } from './data/asking.mjs';
import { copyDatabase } from './data/server.mjs';
import { load } from './load.mjs';
import { figure, inTurns, rounds, smoke } from './measure.mjs';
import { signIn, startFloor, startMain } from './program.mjs';
import { isWorkedOn, kindsOfSteps, stepsToTake, stepsToWarmUpAndTake, takeStep } from './steps.mjs';
import { writesOf } from './write-again.mjs';

const seconds = smoke ? 1 : 4;
/** A server that has run for a day has its code compiled; of a new process that takes some thousand steps. */
const warmUp = smoke ? 0 : 30;

/** What the morning brings is another's work; where there is no Redis, it is in the way. */
const apart = ({ redisUrl }) => (redisUrl ? { JOBS: 'separate' } : {});

/** How many steps of each kind the floor has the writes of: cases differ in their clocks and reminders. */
const samples = smoke ? 1 : 5;

/** The writes of steps of every kind, as the program makes them, made fit to be written again and again. */
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
    const next = await stepsToTake(main.url, cookie);
    for (let i = 0; i < samples * kindsOfSteps; i++) {
      writeFileSync(file, '');
      const step = next();
      const { status, text } = await takeStep(main.url, cookie, step);
      if (status >= 300) throw new Error(`${step.path}: ${status} ${text}`);
      step.after(status, text);
      const lines = readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      writes.push(
        lines
          .flatMap(writesOf)
          .filter(({ sql }) => !/UPDATE unit|sign_in_session|idempotent/.test(sql))
          .map(({ sql, values }) => ({
            sql: sql.replace(
              /"version" = (\$\d+|\?)(.*) AND c\.version = (\$\d+|\?)/,
              '"version" = c.version + 1 + 0 * CAST($1 AS integer)$2 AND CAST($3 AS integer) IS NOT NULL',
            ),
            values,
          })),
      );
    }
  } finally {
    await main.stop();
  }
  return writes;
}

/**
 * Cases of the ward with clocks to change, on which the floor writes, and none of those the program works on: what the
 * floor leaves behind (reminders planned and never withdrawn) would be in the program's way.
 */
async function casesOfFloor(data) {
  const { query, close } = await asking(data);
  const rows = await query(
    `SELECT d.case_id AS "caseId", d.id AS id, c.kind AS kind, c.state AS state
     FROM deadline d JOIN case_file c ON c.id = d.case_id
     WHERE c.unit_id = 1 AND c.kind IN ('household-file', 'grave-relocation') ORDER BY d.id`,
  );
  await close();
  const clocks = new Map();
  for (const { caseId, id, ...of } of rows)
    if (!isWorkedOn(of)) clocks.set(caseId, [...(clocks.get(caseId) ?? []), id]);
  return [...clocks].map(([id, of]) => ({ id, clocks: of }));
}

/**
 * @param given as `sqliteData` or `postgresData` gives it
 * @param server of PostgreSQL, where the data are there
 */
export async function change(name, given, server) {
  const folder = mkdtempSync(join(tmpdir(), 'matbang-bench-'));
  const redis = findRedis() && (await startRedis(findRedis(), folder));
  const databaseUrl = server && (await copyDatabase(server, given.databaseUrl, 'change'));
  // Of a file each believes that it alone writes.
  const [data, floorData] = ['ours', 'floor'].map((own) => {
    const dataDir = server ? given.dataDir : join(folder, own);
    if (!server) cpSync(given.dataDir, dataDir, { recursive: true });
    return { dataDir, databaseUrl, redisUrl: redis?.url };
  });
  const questionsFile = join(folder, 'questions.json');
  const writes = await notedWrites(data, folder);
  const cases = await casesOfFloor(data);
  writeFileSync(questionsFile, JSON.stringify({ writes, cases }));
  const runs = { ours1: [], ours8: [], floor1: [], floor8: [] };
  const programs = [];
  try {
    const main = await startMain(data, { env: apart(data) });
    const floor = await startFloor(floorData, questionsFile);
    programs.push(main, floor);
    const cookie = await signIn(main.url, 'officer-1');
    const [warming, next] = await stepsToWarmUpAndTake(main.url, cookie);
    const asked = {
      ours: (connections, seconds, of = next) => load(main.url, { connections, seconds, cookie, next: of }),
      floor: (connections, seconds) =>
        load(floor.url, { connections, seconds, cookie: '', next: () => ({ path: '/write', method: 'POST' }) }),
    };
    if (warmUp) await asked.ours(8, warmUp, warming);
    await asked.floor(8, warmUp);
    // In turns so short that the machine is the same for both.
    for (let i = 0; i < rounds; i++)
      for (const connections of [1, 8])
        for (const who of ['ours', 'floor'])
          runs[`${who}${connections}`].push((await asked[who](connections, seconds)).perSecond);
  } finally {
    for (const program of programs) await program.stop();
    await redis?.stop();
    await server?.query('DROP DATABASE IF EXISTS change WITH (FORCE)');
    rmSync(folder, { recursive: true, force: true });
  }
  const beside = (ours, floor, wanted) => ({
    ...inTurns(runs[ours], runs[floor]),
    ...{ unit: '/s', wanted: ['at least', wanted] },
  });
  return [
    ...[1, 8].map((clients) =>
      figure(`${name}: steps, ${clients} clients`, beside(`ours${clients}`, `floor${clients}`, 0.5)),
    ),
    figure(`${name}: 8 clients beside 1`, beside('ours8', 'ours1', 1)),
  ];
}
