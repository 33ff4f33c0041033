/**
 * `node scripts/screenshots.mjs [folder]`: every screen of the demo at both sizes, to be looked at. The four shown in
 * the README are kept in `docs/screens`.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumOptions, startDemo } from './servers.mjs';

const root = resolve(import.meta.dirname, '..');
const folder = resolve(process.argv[2] ?? join(root, 'docs/screens'));
const data = mkdtempSync(join(tmpdir(), 'matbang-screens-'));
mkdirSync(folder, { recursive: true });

/** Name, who looks, and the address. */
const screens = [
  ['viec-cua-toi', 'can-bo', '/'],
  ['ho-so', 'can-bo', '/ho-so'],
  ['mot-ho-so', 'can-bo', '/ho-so/HO-2022-0001'],
  ['chua-dong-y', 'can-bo', '/chua-dong-y'],
  ['mot-ho-chua-dong-y', 'can-bo', '/chua-dong-y/HO-2022-0006'],
  ['di-chuyen-mo', 'can-bo', '/mo'],
  ['nhan-don', 'tiep-dan', '/nhan-don'],
  ['tiep-dan', 'tiep-dan', '/tiep-dan'],
  ['bang-dieu-hanh', 'lanh-dao', '/bang-dieu-hanh'],
  ['du-an', 'lanh-dao', '/du-an'],
  ['tinh-han', 'can-bo', '/tinh-han?rule=tcd-reply&trigger=2023-03-03'],
  ['quan-tri-nguoi-dung', 'quan-tri', '/quan-tri/nguoi-dung'],
  ['quan-tri-lich', 'quan-tri', '/quan-tri/lich?year=2023'],
  ['quan-tri-quy-dinh', 'quan-tri', '/quan-tri/quy-dinh'],
  ['ca-nhan', 'can-bo', '/ca-nhan'],
];
const sizes = { 'may-tinh': { width: 1366, height: 768 }, 'dien-thoai': { width: 390, height: 844 } };
const themes = process.env.THEMES?.split(',') ?? ['light'];

const demo = await startDemo(data);
const browser = await chromium.launch(chromiumOptions());
try {
  for (const theme of themes)
    for (const [size, viewport] of Object.entries(sizes))
      for (const login of new Set(screens.map(([, who]) => who))) {
        const context = await browser.newContext({ viewport, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
        await context.addInitScript((chosen) => localStorage.setItem('theme', chosen), theme);
        await context.request.post(`${demo.url}/api/session`, { data: { login, password: 'demo-mat-bang' } });
        const page = await context.newPage();
        for (const [name, who, path] of screens) {
          if (who !== login) continue;
          await page.goto(demo.url + path);
          await page.locator('main h1').first().waitFor();
          await page.waitForTimeout(700);
          const file = [name, size, ...(theme === 'dark' ? ['toi'] : [])].join('-');
          await page.screenshot({ path: join(folder, `${file}.png`), fullPage: process.env.FULL === '1' });
          console.log(`${file}.png`);
        }
        await context.close();
      }
} finally {
  await browser.close();
  await demo.stop();
  rmSync(data, { recursive: true, force: true });
}
