/**
 * `npm run bench:import`: 50,000 households into the built program, dry run and apply. Prints how long each took, how
 * far the memory of the process grew, and the 95th percentile of another request, idle and meanwhile.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { startDemo } from '../scripts/servers.mjs';
import { memoryMB } from './measure.mjs';

const root = resolve(import.meta.dirname, '..');
const rows = Number(process.env.ROWS ?? 50_000);
const scratch = mkdtempSync(join(tmpdir(), 'matbang-bench-import-'));
process.env.RATE_PER_MINUTE = '1000000';

const headers = [
  'Dự án',
  'Họ tên chủ hộ',
  'Số CCCD',
  'Điện thoại',
  'Địa chỉ',
  'Tờ – thửa',
  'Diện tích (m²)',
  'Diện tích thu hồi (m²)',
  'Loại đất',
  'Khu',
  'Số tiền (đồng)',
  'Ngày mở hồ sơ',
];
const household = (i) => [
  'kdc-1',
  `Bùi Văn Thứ ${i}`,
  `001${String(i).padStart(9, '0')}`,
  `09${String(i).padStart(8, '0')}`,
  `Số nhà ${i}, tổ dân phố Soi`,
  `${i % 90}-${i}`,
  `${i % 900},5`,
  `${i % 800},25`,
  'Đất nông nghiệp',
  `Khu ${i % 9}`,
  i * 1000,
  '15/06/2023',
];

const demo = await startDemo(join(scratch, 'demo'));
const memory = () => memoryMB(demo.pid);
let cookie = '';
async function ask(method, path, body) {
  const form = body instanceof FormData;
  const answer = await fetch(`${demo.url}/api${path}`, {
    method,
    headers: { cookie, ...(body && !form && { 'content-type': 'application/json' }) },
    ...(body && { body: form ? body : JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
  return answer.status === 204 ? undefined : answer.json();
}
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

let peak = 0;
const times = { now: [] };
let over = false;
async function others() {
  while (!over) {
    const started = performance.now();
    await ask('GET', '/cases?kind=household-file&limit=50');
    times.now.push(performance.now() - started);
    await wait(20);
  }
}
const watch = setInterval(() => (peak = Math.max(peak, memory())), 50);
const p95 = (all) => all.sort((a, b) => a - b)[Math.floor(all.length * 0.95)] ?? 0;

try {
  const content = await writeXlsx({
    sheets: [{ name: 'Bảng kê', rows: [headers, ...[...Array(rows).keys()].map((i) => household(i + 1))] }],
  });
  await ask('POST', '/session', { login: 'can-bo', password: 'demo-mat-bang' });
  const run = others();
  await wait(3_000);
  times.now = [];
  await wait(10_000);
  const idle = p95(times.now);
  const before = memory();
  peak = before;

  const phases = {};
  const meanwhile = [];
  async function phase(name, work) {
    times.now = [];
    const started = performance.now();
    await work();
    const all = times.now;
    meanwhile.push(...all);
    phases[name] = {
      seconds: (performance.now() - started) / 1000,
      requests: all.length,
      p95ms: p95(all),
      peakMb: peak - before,
    };
    console.log(name, phases[name]);
  }
  let file;
  const settled = async () => {
    for (;;) {
      const now = await ask('GET', `/imports/${file.id}`);
      if (!/ing/.test(now.state)) return now;
      await wait(500);
    }
  };
  await phase('đọc', async () => {
    const form = new FormData();
    form.append('kind', 'households');
    form.append('file', new Blob([content]), 'ho.xlsx');
    file = await ask('POST', '/imports', form);
  });
  const [sheet] = file.sheets;
  await phase('chạy thử', async () => {
    await ask('POST', `/imports/${file.id}/check`, {
      sheet: sheet.name,
      headerRow: sheet.headerRow,
      columns: sheet.columns,
    });
    console.log((await settled()).counts);
  });
  await phase('ghi', async () => {
    await ask('POST', `/imports/${file.id}/apply`, {});
    const now = await settled();
    console.log(now.state, now.refusal ?? '');
  });
  over = true;
  await run;
  const result = {
    machine: `${cpus()[0].model.trim()}, ${cpus().length} lõi, node ${process.version}`,
    rows,
    fileMb: Number((content.length / 2 ** 20).toFixed(1)),
    idleP95ms: idle,
    memoryBeforeMb: before,
    memoryGrowthMb: peak - before,
    /** From the upload to the last row written. */
    p95ms: p95(meanwhile),
    timesIdle: p95(meanwhile) / idle,
    phases,
    limits: { memoryGrowthMb: 300, p95: 'under twice idle' },
  };
  mkdirSync(join(root, 'bench/results'), { recursive: true });
  writeFileSync(join(root, 'bench/results/import.json'), `${JSON.stringify(result, null, 2)}\n`);
  console.log(JSON.stringify(result, null, 2));
} finally {
  over = true;
  clearInterval(watch);
  await demo.stop();
  rmSync(scratch, { recursive: true, force: true });
}
