import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A second or less each, on a pattern of a hundred cases; what is measured then says nothing, so no limit is asserted. */
const parts = ['due-dates', 'lists', 'change', ...(process.env.TEST_REDIS_SERVER ? ['reminders'] : [])];
const folder = mkdtempSync(join(tmpdir(), 'matbang-bench-smoke-'));
const results = join(folder, 'results');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const node = (args: string[], env: NodeJS.ProcessEnv = {}) =>
  promisify(execFile)(process.execPath, args, { env: { ...process.env, ...env } });
const figuresOf = (part: string) =>
  JSON.parse(readFileSync(join(results, `${part}.json`), 'utf8')).figures as { name: string; ours: number }[];

test('the cheap parts of the benchmark run to their end, and every figure is a number', async () => {
  const env = { BENCH_SMOKE: '1', BENCH_DATA: join(folder, 'data'), BENCH_RESULTS: results, DATABASE_URL: '' };
  await node(['bench/run.mjs', ...parts], env);
  for (const part of parts) {
    const figures = figuresOf(part);
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.filter(({ ours }) => !Number.isFinite(ours))).toEqual([]);
  }
}, 600_000);

test('the picture of growth draws what was measured at more than one size, and nothing else', async () => {
  const samples = join(folder, 'samples');
  mkdirSync(samples);
  const sizes = [10_000, 200_000, 1_000_000];
  const figures = ['SQLite', 'PostgreSQL'].flatMap((database) =>
    sizes.map((cases) => ({ name: `${database}: overdue, p95`, database, cases, ours: cases / 50_000, floor: 2 })),
  );
  writeFileSync(join(samples, 'lists.json'), JSON.stringify({ figures }));
  const steps = [{ name: 'SQLite: steps, 8 clients', database: 'SQLite', cases: 10_000, ours: 40, floor: 80 }];
  writeFileSync(join(samples, 'change.json'), JSON.stringify({ figures: steps }));
  const file = join(folder, 'growth.svg');
  await node(['bench/picture.mjs', samples, file]);
  const drawn = readFileSync(file, 'utf8');
  expect(drawn).toMatch(/^<svg [^>]*>.*Danh sách quá hạn.*<\/svg>\n$/s);
  expect(drawn.match(/<polyline/g)).toHaveLength(4);
  expect(drawn.match(/<circle/g)).toHaveLength(6);
  expect(drawn).not.toContain('Ghi bước xử lý');
  expect(drawn).not.toMatch(/NaN|undefined|Infinity/);
});
