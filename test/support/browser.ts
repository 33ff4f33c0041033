import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { BuiltProgram } from '../program/built-program.js';

const root = resolve(import.meta.dirname, '../..');

const browserPath = process.env.TEST_CHROMIUM;
/** What a suite in a browser works with, once it has begun. */
interface InDemo {
  readonly url: string;
  readonly browser: Browser;
  /** A window of its own with its own cookies, signed in. */
  signIn(login: string, options?: Parameters<Browser['newContext']>[0]): Promise<Page>;
}

/** A suite that works on a demo of its own in a real browser; without one in this run it is skipped. */
export function inDemo(name: string, suite: (demo: InDemo) => void): void {
  (browserPath ? describe : describe.skip)(name, () => {
    let demo: Demo;
    let browser: Browser;
    beforeAll(async () => {
      [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
    });
    afterAll(async () => {
      await browser?.close();
      await demo?.stop();
    });
    suite({
      get url() {
        return demo.url;
      },
      get browser() {
        return browser;
      },
      signIn: (login, options) => signIn(browser, demo.url, login, options),
    });
  });
}

interface Demo {
  url: string;
  stop(): Promise<void>;
}

/**
 * The built program with the ward's register, as `npm run demo` starts it, on a free port and throw-away data; in the
 * morning whatever the hour here, so that its day does not end while a suite runs.
 */
async function startDemo(): Promise<Demo> {
  const dataDir = mkdtempSync(join(tmpdir(), 'matbang-demo-'));
  const program = BuiltProgram.start('main', { DATA_DIR: dataDir, TODAY: '2023-06-15T08:30:00+07:00' }, '--demo');
  return {
    url: await program.url(),
    stop: async () => {
      await program.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export const desktop = { width: 1366, height: 768 };
export const phone = { width: 390, height: 844 };

function openBrowser(): Promise<Browser> {
  const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update'];
  return chromium.launch({
    executablePath: browserPath!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-sync', ...quiet],
  });
}

/** A window of its own with its own cookies, signed in. */
async function signIn(
  browser: Browser,
  url: string,
  login: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: desktop,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    ...options,
  });
  const page = await context.newPage();
  await page.goto(`${url}/dang-nhap`);
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu').fill('demo-mat-bang');
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Các màn hình' }).waitFor();
  return page;
}

const axeSource = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** Serious and critical findings of axe on the page as it is now: of every rule of WCAG 2.2 AA, or only of those that colours decide. */
export async function axeFindings(page: Page, part?: 'colours' | 'all but colours'): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    ([runOnly, rules]) =>
      (
        globalThis as unknown as {
          axe: {
            run(options: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
          };
        }
      ).axe.run({ resultTypes: ['violations'], runOnly, rules }),
    [
      part === 'colours'
        ? ['color-contrast', 'link-in-text-block']
        : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      part === 'all but colours' ? { 'color-contrast': { enabled: false } } : {},
    ] as const,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

export type { Page };
