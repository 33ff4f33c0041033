/** Medians, percentiles, and the table every part of the benchmark prints. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from './data/built.mjs';

/** Smoke: one second each on the smallest data, to see that it runs. */
export const smoke = process.env.BENCH_SMOKE === '1';
/** No more cases than this, where somebody is in a hurry. */
export const most = Number(process.env.BENCH_MOST ?? Infinity);
/** How often ours and the floor take turns. */
export const rounds = smoke ? 1 : Number(process.env.BENCH_ROUNDS ?? 5);
/** A thousand is 1k, a million 1M. */
export const short = (n) => (n >= 1_000_000 ? `${n / 1_000_000}M` : n >= 1_000 ? `${n / 1_000}k` : String(n));

const sorted = (values) => [...values].sort((a, b) => a - b);
export const median = (values) => sorted(values)[Math.floor(values.length / 2)] ?? NaN;
export const percentile = (values, of) =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * of))] ?? NaN;
/** How far the runs lie apart, of their median. */
export const spread = (values) => (Math.max(...values) - Math.min(...values)) / median(values);

/** How fast `y` grows along `x` by the line of least squares through `[x, y]`. */
export function slope(points) {
  const mean = (at) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, [px, py]) => sum + (px - x) * (py - y), 0);
  return over / points.reduce((sum, [px]) => sum + (px - x) ** 2, 0);
}

/** What a process holds. */
export const memoryMB = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

/** What a figure says of runs that took turns: medians, and of the ratio that of the pairs, one after the other. */
export const inTurns = (ours, floor) => ({
  ...{ ours: median(ours), floor: median(floor), runs: ours },
  ratio: median(ours.map((one, i) => one / floor[i])),
});

/** One figure of the table. `wanted`: the limit its ratio must keep, as `[at most | at least, number]`. */
export function figure(name, { ours, floor, unit, wanted, runs, ratio = ours / floor }) {
  const holds = !wanted || (wanted[0] === 'at most' ? ratio <= wanted[1] : ratio >= wanted[1]);
  return { name, ours, floor, unit, ratio, wanted, holds, spread: runs && spread(runs) };
}

const shown = (n) =>
  n === undefined || Number.isNaN(n) ? '' : n >= 100 ? Math.round(n).toLocaleString('en') : n.toPrecision(3);

export function print(part, figures) {
  console.log(`\n${part}`);
  const rows = figures.map((f) => [
    ...[f.name, shown(f.ours), shown(f.floor), f.unit ?? '', shown(f.ratio)],
    ...[
      f.wanted ? `${f.wanted[0] === 'at most' ? '≤' : '≥'} ${f.wanted[1]}` : '',
      f.wanted ? (f.holds ? 'yes' : 'NO') : '',
    ],
    f.spread === undefined ? '' : `±${Math.round(f.spread * 50)} %`,
  ]);
  const all = [['', 'ours', 'floor', 'unit', 'ratio', 'wanted', 'holds', 'spread'], ...rows];
  const widths = all[0].map((_, i) => Math.max(...all.map((row) => row[i].length)));
  for (const row of all)
    console.log(row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));
}

function machine() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  let commit = '';
  try {
    commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    // measured outside a clone
  }
  const [{ model }] = cpus();
  return {
    cores: cpus().length,
    model,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    node: process.version,
    matbang: version,
    commit,
  };
}

/** Where figures are kept; of a smoke run only where it is said. */
export const results = process.env.BENCH_RESULTS ?? join(root, 'bench/results');

/** Keeps what was measured. */
export function keep(part, figures, about = {}) {
  const result = { part, at: new Date().toISOString(), machine: machine(), ...about, figures };
  if (smoke && !process.env.BENCH_RESULTS) return;
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, `${part}.json`), `${JSON.stringify(result, null, 2)}\n`);
}
