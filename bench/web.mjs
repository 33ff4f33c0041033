/**
 * `npm run bench:web`: the first load of "Việc của tôi" on the demo, with the processor slowed down four times, beside
 * a page that holds only React and the router. Rounds are interleaved.
 */
import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { chromiumOptions, findChromium, startDemo } from '../scripts/servers.mjs';
import { figure, median } from './measure.mjs';

const root = resolve(import.meta.dirname, '..');
const rounds = Number(process.env.ROUNDS ?? 7);

/** The floor, built like the client and served the same way: gzip, no cache. */
async function startFloor(scratch) {
  const folder = join(scratch, 'floor');
  await build({
    root: join(root, 'bench/web-floor'),
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, target: 'chrome109', modulePreload: { polyfill: false } },
  });
  const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
  const server = createServer((request, reply) => {
    const path = join(folder, request.url === '/' ? 'index.html' : decodeURIComponent(request.url.split('?')[0]));
    if (!existsSync(path)) return reply.writeHead(404).end();
    reply.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
    createReadStream(path).pipe(reply);
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  return { url: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}

/** One cold load: requests, bytes of script and style as gzip, and when the page was there and the processor free. */
async function load(browser, url, ready, cookies) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  if (cookies) await context.addCookies(cookies);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.longTasks.push(entry.startTime + entry.duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  const bodies = [];
  page.on('response', (response) => {
    // The stream of events has no end to wait for; it opens after the first screen.
    if (response.url().startsWith('data:') || response.url().includes('/api/events')) return;
    bodies.push(
      response.body().then(
        (body) => ({ url: response.url(), type: response.headers()['content-type'] ?? '', body }),
        () => ({ url: response.url(), type: response.headers()['content-type'] ?? '', body: Buffer.alloc(0) }),
      ),
    );
  });
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForSelector(ready);
  const shown = await page.evaluate(() => performance.now());
  await page.waitForTimeout(1200);
  const lastTask = await page.evaluate(() => Math.max(0, ...globalThis.longTasks));
  const counted = await Promise.all(bodies);
  const code = counted.filter(({ type }) => /javascript|css/.test(type));
  await context.close();
  return {
    requests: counted.length,
    gzipKb: code.reduce((sum, { body }) => sum + gzipSync(body, { level: 9 }).length, 0) / 1024,
    interactiveMs: Math.max(shown, lastTask),
    files: code.map(({ url: from, body }) => [new URL(from).pathname, gzipSync(body, { level: 9 }).length]),
  };
}

export async function web() {
  if (!findChromium()) throw new Error('Cần Chromium trên máy này (gói chromium của Debian).');
  const scratch = mkdtempSync(join(tmpdir(), 'matbang-bench-web-'));
  const demo = await startDemo(join(scratch, 'demo'));
  const floor = await startFloor(scratch);
  const browser = await chromium.launch(chromiumOptions());
  try {
    const context = await browser.newContext();
    await context.request.post(`${demo.url}/api/session`, { data: { login: 'can-bo', password: 'demo-mat-bang' } });
    const cookies = await context.cookies();
    const ours = [];
    const floors = [];
    for (let round = 0; round <= rounds; round++) {
      const floorRun = await load(browser, floor.url, '#ready');
      const ourRun = await load(browser, `${demo.url}/`, '.work-counts', cookies);
      if (round === 0) continue; // the first load of a fresh browser warms it up
      floors.push(floorRun);
      ours.push(ourRun);
    }
    const of = (runs, name) => median(runs.map((run) => run[name]));
    const beside = (what, name, unit, limit) =>
      figure(what, { ours: of(ours, name), floor: limit, unit, wanted: ['at most', 1] });
    return {
      figures: [
        beside('script and style as gzip, beside what they may be', 'gzipKb', 'kB', 180),
        beside('requests, beside what they may be', 'requests', '', 6),
        figure('Việc của tôi usable after, processor 4 times slower', {
          ...{ ours: of(ours, 'interactiveMs'), floor: of(floors, 'interactiveMs'), unit: 'ms' },
          ...{ wanted: ['at most', 2.5], runs: ours.map((run) => run.interactiveMs) },
        }),
      ],
      about: { rounds, browser: browser.version(), floorGzipKb: of(floors, 'gzipKb'), files: ours[0].files },
    };
  } finally {
    await browser.close();
    await demo.stop();
    floor.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}
