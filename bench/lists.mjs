/**
 * Lists, search, one case and the backlog, each beside bare Fastify asking the same questions through the same driver, one
 * after the other.
 */
import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from './load.mjs';
import { figure, inTurns, median, rounds, short, smoke } from './measure.mjs';
import { signIn, startFloor, startMain } from './program.mjs';
import { eachOf } from './write-again.mjs';

const seconds = smoke ? 0.3 : 3;

/** What is asked, and by whom; `most` is the ratio to the floor its 95th percentile must keep. */
export const questionsOf = (caseId) => ({
  overdue: { login: 'officer-1', path: '/api/cases?overdue=true&assignee=ME&sort=due&limit=50', most: 2 },
  search: { login: 'officer-1', path: `/api/cases?q=${encodeURIComponent('mồ mả')}&limit=50`, most: 3 },
  case: { login: 'officer-1', path: `/api/cases/${caseId}`, most: 2 },
  backlog: { login: 'lanh-dao', path: '/api/backlog', most: 2 },
});

/** Each answer is made anew: given again from memory it would be beside a floor that asks the database each time. */
const anew = { ANSWERS_MB: '0' };
/** On PostgreSQL the worker is another process, as at a province; what it asks is no answer to a question either. */
const environmentOf = (data) => ({ ...anew, ...(data.databaseUrl && { JOBS: 'separate' }) });
const notOfTheQuestion = /sign_in_session|stand_in|account_group|PRAGMA/;

/** The statements behind each question, as a program asks them that has answered it once before. */
async function noted(data, folder) {
  const file = join(folder, 'statements.jsonl');
  writeFileSync(file, '');
  const main = await startMain(data, {
    args: ['--import', './bench/note-statements.mjs'],
    env: { NOTE_STATEMENTS: file, ...environmentOf(data) },
  });
  const statements = {};
  try {
    const { cookies, questions } = await prepared(main.url);
    for (const [name, { login, path }] of Object.entries(questions)) {
      for (let i = 0; i < 2; i++) {
        writeFileSync(file, '');
        const answer = await fetch(`${main.url}${path}`, { headers: { cookie: cookies[login] } });
        if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
        await answer.text();
      }
      const lines = readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      statements[name] = lines.filter(({ sql }) => !notOfTheQuestion.test(sql)).flatMap(eachOf);
    }
  } finally {
    await main.stop();
  }
  return statements;
}

/** Signed in, and the questions with the asker's own number and one of his cases. */
export async function prepared(url) {
  const cookies = { 'officer-1': await signIn(url, 'officer-1'), 'lanh-dao': await signIn(url, 'supervisor-1') };
  const get = async (path) => (await fetch(`${url}/api${path}`, { headers: { cookie: cookies['officer-1'] } })).json();
  const me = await get('/me');
  const mine = await get(`/cases?assignee=${me.id}&kind=household-file&sort=opened&limit=1`);
  const questions = questionsOf(mine.items[0].id);
  for (const question of Object.values(questions)) question.path = question.path.replace('ME', me.id);
  return { cookies, questions };
}

/** @param data as `sqliteData` or `postgresData` gives it; `name` says which in the table */
export async function lists(name, data) {
  const folder = mkdtempSync(join(tmpdir(), 'matbang-bench-'));
  const questionsFile = join(folder, 'questions.json');
  const statements = await noted(data, folder);
  writeFileSync(questionsFile, JSON.stringify({ ask: statements }));
  const main = await startMain(data, { env: environmentOf(data) });
  const floor = await startFloor(data, questionsFile);
  try {
    const { cookies, questions } = await prepared(main.url);
    const figures = [];
    for (const [question, { login, path, most }] of Object.entries(questions)) {
      const runs = { ours: [], floor: [], p50: [] };
      const once = (url, asked) =>
        load(url, { connections: 1, seconds, cookie: cookies[login], next: () => ({ path: asked }) });
      await once(main.url, path);
      await once(floor.url, `/${question}`);
      for (let i = 0; i < rounds; i++) {
        const { p95, p50 } = await once(main.url, path);
        runs.ours.push(p95);
        runs.p50.push(p50);
        runs.floor.push((await once(floor.url, `/${question}`)).p95);
      }
      figures.push({
        question,
        statements: statements[question].length,
        p50: median(runs.p50),
        ...figure(`${name}: ${question}, p95`, {
          ...inTurns(runs.ours, runs.floor),
          ...{ unit: 'ms', wanted: ['at most', most] },
        }),
      });
    }
    return figures;
  } finally {
    await main.stop();
    await floor.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a page costs with many cases beside what it costs with few, asked in turn: the machine is the same for both. */
export async function growth(few, many) {
  const programs = [];
  try {
    for (const { data } of [few, many]) {
      const main = await startMain(data, { env: environmentOf(data) });
      programs.push(main);
      Object.assign(main, await prepared(main.url));
    }
    const figures = [];
    for (const [question, { login }] of Object.entries(programs[0].questions)) {
      const [less, more] = programs.map(({ url, cookies, questions }) => async () => {
        const { path } = questions[question];
        return (await load(url, { connections: 1, seconds, cookie: cookies[login], next: () => ({ path }) })).p50;
      });
      const runs = { few: [], many: [] };
      await less();
      await more();
      for (let i = 0; i < rounds; i++) {
        runs.few.push(await less());
        runs.many.push(await more());
      }
      figures.push(
        figure(`PostgreSQL: ${question}, p50, ${short(many.cases)} cases beside ${short(few.cases)}`, {
          ...inTurns(runs.many, runs.few),
          ...{ unit: 'ms', wanted: ['at most', 1.5] },
        }),
      );
    }
    return figures;
  } finally {
    for (const program of programs) await program.stop();
  }
}
