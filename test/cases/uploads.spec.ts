import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';

const name = 'Đơn khiếu nại - bà Ví Dụ.pdf';

describe.each(oneEngine(import.meta.url))('scanned papers on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  let file: MadeCase;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-04-10T08:30:00+07:00', jobs: 'separate' });
    officer = ward.as('can-bo');
    file = await makeCase(officer, 'citizen-petition');
  });
  afterAll(() => ward.stop());

  const upload = (
    content: string | Uint8Array<ArrayBuffer>,
    fileName: string,
    fields: object = { name: 'petition' },
    id: number | string = file.id,
  ) => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('file', new Blob([content], { type: 'application/pdf' }), fileName);
    return officer.post(`/cases/${id}/documents`, form);
  };
  const download = (id: number) => officer.raw('GET', `/cases/${file.id}/documents/${id}/file`);
  const stored = async () => (await readdir(join(ward.config.dataDir, 'files')).catch(() => [])).length;
  /** The name a browser saves the file under (RFC 6266). */
  const saved = (response: Response) => {
    const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition')!)!;
    return decodeURIComponent(encoded!);
  };

  test('KF-28 a file name with accents is stored, listed and downloaded as it was', async () => {
    const { status, body } = await upload('%PDF-1.4 Đơn', name, {
      name: 'petition',
      number: '15/ĐN',
      on: '2026-04-08',
    });
    expect({ status, fileName: body.fileName }).toEqual({ status: 201, fileName: name });
    const { documents } = (await officer.get(`/cases/${file.code}`)).body;
    expect(documents.find((d: any) => d.id === body.id)).toMatchObject({
      ...{ name: 'petition', nameVi: 'Đơn', number: '15/ĐN', onDay: '2026-04-08', fileName: name },
      ...{ hasFile: true, mediaType: 'application/pdf', size: 14 },
    });
    const response = await download(body.id);
    expect([response.status, saved(response), await response.text()]).toEqual([200, name, '%PDF-1.4 Đơn']);
    expect(response.headers.get('content-disposition')).toContain('filename="Don khieu nai - ba Vi Du.pdf";');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('KF-28 a name from a Mac, with its accents apart, is stored composed', async () => {
    const { body } = await upload('%PDF-1.4', name.normalize('NFD'));
    expect(body.fileName).toBe(name);
    expect(saved(await download(body.id))).toBe(name);
  });

  test('a name chosen to do harm names nothing outside the folder of files', async () => {
    for (const bad of [
      '../../etc/passwd',
      '..\\..\\boot.ini',
      '/etc/passwd',
      'a"b.pdf',
      'a;b=c.pdf',
      'x'.repeat(300) + '.pdf',
    ]) {
      const { status, body } = await upload('%PDF-1.4', bad);
      expect({ bad, status }).toEqual({ bad, status: 201 });
      expect((await download(body.id)).status).toBe(200);
    }
    expect((await readdir(join(ward.config.dataDir, 'files'))).filter((f) => !/^[0-9a-f-]{36}$/.test(f))).toEqual([]);
  });

  test('bytes come back as they went', async () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => (i < 4 ? '%PDF'.charCodeAt(i) : (i * 7) % 256));
    const { body } = await upload(bytes, 'anh.pdf');
    expect(Buffer.from(await (await download(body.id)).arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
  });

  test('a refused paper leaves neither row nor file behind', async () => {
    const before = [await stored(), (await ward.rows('SELECT COUNT(*) AS n FROM document'))[0].n];
    const refusals = [
      [await upload('x', 'a.pdf', {}), 422, 'missing-field'],
      [await upload('%PDF-', 'a.pdf', { name: 'giấy lạ' }), 422, 'unknown-document'],
      [await upload('x', 'a.pdf', { name: 'petition', on: '31/02/2026' }), 400, 'not-a-day'],
      [await upload('x', 'a.pdf', { name: 'petition', number: 'x'.repeat(81) }), 400, 'bad-input'],
      [await upload('x', 'a.pdf', { name: 'petition', number: 'a\0b' }), 400, 'bad-input'],
      [await upload('%PDF-', 'a.pdf', { name: 'petition', on: '2026-04-11' }), 422, 'on-in-future'],
      [await upload('%PDF-', 'a.pdf', { name: 'petition' }, 'không-có'), 404, 'not-found'],
      [await upload('x'.repeat(26 * 1024 * 1024), 'to.pdf'), 413, 'http-413'],
      [await officer.post(`/cases/${file.id}/documents`, { name: 'petition' }), 400, 'bad-input'],
    ] as const;
    for (const [answer, status, code] of refusals) expect(answer).toMatchObject({ status, body: { code } });
    expect([await stored(), (await ward.rows('SELECT COUNT(*) AS n FROM document'))[0].n]).toEqual(before);
  });

  test('a paper of another case, or one without a scan, has no file here', async () => {
    const { body } = await upload('%PDF-', 'a.pdf');
    const other = await makeCase(officer, 'citizen-petition');
    expect((await officer.get(`/cases/${other.id}/documents/${body.id}/file`)).status).toBe(404);
    const form = new FormData();
    form.append('name', 'petition');
    const paper = await officer.post(`/cases/${file.id}/documents`, form);
    expect(paper).toMatchObject({ status: 201, body: { fileName: null } });
    expect((await officer.get(`/cases/${file.id}/documents/${paper.body.id}/file`)).status).toBe(404);
  });

  test('clamd decides what is kept; while it is away nothing is, and the operator is told', async () => {
    const rows = async () => [await stored(), (await ward.rows('SELECT COUNT(*) AS n FROM document'))[0].n];
    const scanner = createServer((socket) => {
      let asked = Buffer.alloc(0);
      socket.on('data', (part) => {
        asked = Buffer.concat([asked, part]);
        if (asked.includes('zPING')) socket.end('PONG\0');
        else if (asked.subarray(-4).equals(Buffer.alloc(4)))
          socket.end(asked.includes('EICAR') ? 'stream: Eicar FOUND\0' : 'stream: OK\0');
      });
    }).listen(0, '127.0.0.1');
    await once(scanner, 'listening');
    const health = async () => (await officer.get('/../health/ready')).body.checks.scanner;
    ward.config.clamd = `127.0.0.1:${(scanner.address() as AddressInfo).port}`;
    try {
      expect(await health()).toEqual({ ok: true });
      expect((await upload('%PDF-1.4 sạch', 'a.pdf')).status).toBe(201);
      const before = await rows();
      expect(await upload('%PDF-1.4 EICAR', 'b.pdf')).toMatchObject({ status: 422, body: { code: 'infected' } });
      scanner.close();
      await once(scanner, 'close');
      expect(await upload('%PDF-1.4 sạch', 'c.pdf')).toMatchObject({ status: 503, body: { code: 'scanner-away' } });
      expect(await health()).toEqual({
        ok: false,
        code: 'scanner-away',
        why: 'trình quét vi-rút không trả lời; tệp gửi lên đang bị từ chối',
      });
      expect(await rows()).toEqual(before);
    } finally {
      scanner.close();
      delete ward.config.clamd;
    }
  });
});
