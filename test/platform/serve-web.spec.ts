import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ward } from '../support/ward.js';

const html = { accept: 'text/html,application/xhtml+xml' };

describe('the web client from the same address', () => {
  let ward: Ward;
  let folder: string;
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${ward.url}${path}`, { headers });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'matbang-web-'));
    ward = await Ward.start({ webDir: join(folder, 'web') });
  });
  afterAll(async () => {
    await ward.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('not built yet: a page says what to do', async () => {
    const page = await get('/', html);
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('Giao diện chưa được dựng');
  });

  test('built: hashed files are kept for ever, the page never, and every screen is that page', async () => {
    await mkdir(join(folder, 'web/assets'), { recursive: true });
    await writeFile(join(folder, 'web/index.html'), '<!doctype html><title>Mặt Bằng</title>');
    await writeFile(join(folder, 'web/assets/main-a1b2c3.js'), 'export {}');
    await writeFile(join(folder, 'web/bieu-tuong.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');

    const script = await get('/assets/main-a1b2c3.js');
    expect([script.status, script.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(script.headers.get('content-type')).toContain('javascript');
    for (const screen of ['/', '/ho-so', '/ho-so/DT-2023-0001?viec=close', '/index.html']) {
      const page = await get(screen, html);
      expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache']);
      expect(await page.text()).toContain('Mặt Bằng');
    }
    expect((await get('/bieu-tuong.svg')).headers.get('content-type')).toContain('image/svg');
  });

  test('what is unknown elsewhere stays an error, and nothing outside the folder is served', async () => {
    for (const path of ['/api/khong-co', '/health/khong-co', '/api/cases/khong-co/x']) {
      const answer = await get(path, html);
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
        path,
        404,
        'application/problem+json; charset=utf-8',
      ]);
    }
    expect((await get('/assets/khong-co.js')).status).toBe(404);
    expect((await get('/ho-so')).status).toBe(404); // asked for by a program, not a browser
    await writeFile(join(folder, 'secret.txt'), 'mật');
    for (const path of ['/assets/../../secret.txt', '/assets/%2e%2e/%2e%2e/secret.txt', '/..%2fsecret.txt'])
      expect(await (await get(path)).text()).not.toContain('mật');
    expect((await get('/api/me', html)).status).toBe(401);
  });
});
