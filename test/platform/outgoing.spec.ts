import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MailSettings } from '../../src/platform/mail-settings.js';
import { Outgoing } from '../../src/platform/outgoing.js';
import { Ward } from '../support/ward.js';

/** A name server of the test's own: what each name resolves to. */
const names: Record<string, string[]> = {};
const outgoing = (...allowPrivateTargets: string[]) =>
  Object.assign(new Outgoing({ allowPrivateTargets }), {
    find: (host: string, _: object, found: (error: Error | null, addresses: object[]) => void) =>
      found(
        null,
        (names[host] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      ),
  }) as Outgoing;
const post = (from: Outgoing, url: string) => from.post(url, {}, '{}', AbortSignal.timeout(2_000));

describe('what the ward sends stays out of its own network', () => {
  let server: Server;
  let port: number;
  let heard = 0;
  beforeAll(async () => {
    server = createServer((request, response) => {
      heard++;
      request.resume();
      response.writeHead(302, { location: '/khac' }).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => (heard = 0));

  test.each([
    ...['http://127.0.0.1/', 'http://127.1/', 'http://2130706433/', 'http://0x7f.0.0.1/', 'http://0/', 'http://[::1]/'],
    ...['http://[::ffff:127.0.0.1]/', 'http://[::ffff:a00:1]/', 'http://10.0.0.1/', 'http://172.16.5.4/'],
    ...[
      'http://192.168.1.1/',
      'http://169.254.169.254/latest/meta-data/',
      'http://[fe80::1]/',
      'http://[fd00:ec2::254]/',
    ],
    ...[
      'http://100.64.0.1/',
      'http://224.0.0.1/',
      'http://[64:ff9b::7f00:1]/',
      'http://localhost/',
      'http://LOCALHOST./',
    ],
    'http://a.localhost/',
  ])('%s is inside', (url) => {
    expect(outgoing().objection(url)).toMatch(/mạng nội bộ/);
  });

  test('an address outside and a name are let through to the connection', () => {
    for (const url of ['https://8.8.8.8/', 'https://[2606:4700::1111]/', 'https://bao-cao.tinh.example/'])
      expect(outgoing().objection(url)).toBeUndefined();
  });

  test('what leaves the house is encrypted', async () => {
    for (const url of ['http://8.8.8.8/', 'http://bao-cao.tinh.example/'])
      expect(outgoing().objection(url)).toMatch(/https/);
    await expect(post(outgoing(), 'http://bao-cao.tinh.example/')).rejects.toThrow(/https/);
    const lines = (url: string, plain: string[] = []) =>
      (new MailSettings(url, 'a@b.example', plain).open().options as { requireTLS?: boolean }).requireTLS ?? false;
    expect(lines('smtp://mail.example:587')).toBe(true);
    expect(lines('smtp://mail.noi-bo', ['mail.noi-bo'])).toBe(false);
    expect(lines('smtp://127.0.0.1:25')).toBe(false);
  });

  test('a name that resolves inside is refused at the connection, also when only one of its addresses is', async () => {
    names['ngoai.example'] = ['127.0.0.1'];
    names['nhieu.example'] = ['8.8.8.8', '10.0.0.1'];
    names['mapped.example'] = ['::ffff:127.0.0.1'];
    for (const host of ['ngoai.example', 'nhieu.example', 'mapped.example'])
      await expect(post(outgoing(), `https://${host}:${port}/`)).rejects.toThrow(/mạng nội bộ/);
    expect(heard).toBe(0);
  });

  test('an operator may allow a network or a host; a redirect is told and not followed', async () => {
    names['van-ban.noi-bo'] = ['127.0.0.1'];
    expect(await post(outgoing('Van-Ban.noi-bo'), `http://van-ban.noi-bo:${port}/`)).toBe(302);
    for (const network of ['127.0.0.0/8', '127.0.0.1'])
      expect(await post(outgoing(network), `http://127.0.0.1:${port}/`)).toBe(302);
    expect(heard).toBe(3);
    await expect(post(outgoing('10.0.0.0/8'), `https://van-ban.noi-bo:${port}/`)).rejects.toThrow(/mạng nội bộ/);
  });

  test('an administrator cannot enter an address inside', async () => {
    const ward = await Ward.start({ jobs: 'separate', allowPrivateTargets: [] });
    try {
      const change = { webhookUrl: `http://127.0.0.1:${port}/`, webhookSecret: 'khoa-ky-cua-phuong' };
      const refused = await ward.as('quan-ly').patch('/unit', change);
      expect(refused).toMatchObject({
        status: 422,
        body: { code: 'private-target', errors: [{ field: 'webhookUrl' }] },
      });
      const named = await ward.as('quan-ly').patch('/unit', { ...change, webhookUrl: 'https://tinh.example/nhan' });
      expect(named.status).toBe(200);
    } finally {
      await ward.stop();
    }
  });
});
