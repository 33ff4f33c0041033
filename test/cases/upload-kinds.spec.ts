import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { makeCase, type MadeCase } from '../support/make-case.js';
import { Ward, type Client } from '../support/ward.js';
import { officeFile, zip } from '../support/zip.js';

/** clamd's own words (`clamd(8)`): it finds the test signature of the industry, and nothing else. */
class FakeClamd {
  private readonly server: Server = createServer((socket) => void this.answer(socket));
  readonly scanned: Buffer[] = [];
  /** What it says instead. */
  says: string | undefined;

  async listen(): Promise<number> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return (this.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((done) => this.server.close(() => done()));
  }

  private async answer(socket: Socket): Promise<void> {
    let heard = Buffer.alloc(0);
    socket.on('error', () => undefined);
    for await (const chunk of socket) {
      heard = Buffer.concat([heard, chunk as Buffer]);
      if (heard.toString('latin1') === 'zPING\0') return void socket.end('PONG\0');
      const content = this.streamOf(heard);
      if (!content) continue;
      this.scanned.push(content);
      const found = content.includes('EICAR-STANDARD-ANTIVIRUS-TEST-FILE');
      return void socket.end(`${this.says ?? (found ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK')}\0`);
    }
  }

  /** The whole stream once its last, empty chunk is there. */
  private streamOf(heard: Buffer): Buffer | undefined {
    const chunks: Buffer[] = [];
    for (let at = 'zINSTREAM\0'.length; at + 4 <= heard.length;) {
      const length = heard.readUInt32BE(at);
      if (length === 0) return Buffer.concat(chunks);
      chunks.push(heard.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    }
    return undefined;
  }
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('what an uploaded file is', () => {
  let ward: Ward;
  let officer: Client;
  let file: MadeCase;
  let scanner: FakeClamd;
  beforeAll(async () => {
    scanner = new FakeClamd();
    ward = await Ward.start({ jobs: 'separate', clamd: `127.0.0.1:${await scanner.listen()}` });
    officer = ward.as('can-bo');
    file = await makeCase(officer, 'citizen-petition');
  });
  afterAll(() => ward.stop());

  const upload = (content: Buffer | string, name: string, type = 'application/octet-stream') => {
    const form = new FormData();
    form.append('name', 'petition');
    form.append('file', new Blob([new Uint8Array(Buffer.from(content))], { type }), name);
    return officer.post(`/cases/${file.id}/documents`, form);
  };
  const stored = async () => (await readdir(join(ward.config.dataDir, 'files')).catch(() => [])).length;

  test.each([
    ['%PDF-1.7\n%âãÏÓ', 'đơn.pdf', 'đơn.pdf', 'application/pdf'],
    [jpeg, 'ảnh.JPEG', 'ảnh.JPEG', 'image/jpeg'],
    [png, 'ảnh', 'ảnh.png', 'image/png'],
    [officeFile('docx'), 'tờ trình.docx', 'tờ trình.docx', word],
    [officeFile('xlsx'), 'biểu.docx', 'biểu.docx.xlsx', excel],
    [png, 'hoadon.pdf', 'hoadon.pdf.png', 'image/png'],
    ['%PDF-1.4', 'chay.exe', 'chay.exe.pdf', 'application/pdf'],
  ])('is told from its content: %#', async (content, name, kept, mediaType) => {
    const { status, body } = await upload(content, name, 'text/html');
    expect([status, body.fileName]).toEqual([201, kept]);
    const answer = await officer.raw('GET', `/cases/${file.id}/documents/${body.id}/file`);
    expect(answer.headers.get('content-type')).toBe(mediaType);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test.each([
    ['', 'trống.pdf'],
    ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'ảnh.png'],
    ['<!doctype html><script>alert(1)</script>', 'đơn.pdf'],
    ['MZ\x90\x00\x03', 'đơn.pdf'],
    ['\x7fELF\x02\x01\x01', 'đơn.pdf'],
    ['GIF89a', 'ảnh.gif'],
    [zip({ 'a.txt': 'x' }), 'đơn.docx'],
    [zip({ 'word/document.xml': '<x/>' }), 'đơn.docx'],
    [officeFile('docx', { 'word/vbaProject.bin': 'macro' }), 'macro.docx'],
    [officeFile('xlsx', { 'xl/macrosheets/sheet1.xml': 'macro' }), 'macro.xlsx'],
    [officeFile('docx', { 'word/embeddings/a.exe': 'MZ' }), 'kèm.docx'],
    [officeFile('docx', {}, { 'word/document.xml': 3_000_000_000 }), 'bom.docx'],
    [officeFile('docx').subarray(0, -10), 'cụt.docx'],
  ])('is refused where it is nothing an office needs: %#', async (content, name) => {
    const before = await stored();
    const { status, body } = await upload(content, name, 'application/pdf');
    expect([status, body.code]).toEqual([415, 'file-not-allowed']);
    expect(body.detail).toContain('PDF, JPEG, PNG, DOCX và XLSX');
    expect(await stored()).toBe(before);
  });

  test('a name that turns the direction of writing is shown as it is', async () => {
    const { body } = await upload('%PDF-1.4', 'don\u202efdp.exe');
    expect(body.fileName).toBe('donfdp.exe.pdf');
  });

  test('the scanner sees the whole file; what it finds is not kept', async () => {
    const large = Buffer.concat([Buffer.from('%PDF-1.4 '), Buffer.alloc(200_000, 'x')]);
    expect((await upload(large, 'dài.pdf')).status).toBe(201);
    expect(scanner.scanned.at(-1)!.equals(large)).toBe(true);
    const before = await stored();
    const infected = await upload('%PDF-1.4 X5O!P%@AP$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*', 'đơn.pdf');
    expect(infected).toMatchObject({ status: 422, body: { code: 'infected' } });
    expect(await stored()).toBe(before);
  });

  test('a scanner that fails or is away lets nothing through, and the health of the program says so', async () => {
    const ready = async () => (await (await fetch(`${ward.url}/health/ready`)).json()).checks.scanner;
    expect(await ready()).toEqual({ ok: true });
    scanner.says = 'INSTREAM size limit exceeded. ERROR';
    expect(await upload('%PDF-1.4', 'đơn.pdf')).toMatchObject({ status: 503, body: { code: 'scanner-away' } });
    await scanner.close();
    const before = await stored();
    expect(await upload('%PDF-1.4', 'đơn.pdf')).toMatchObject({ status: 503, body: { code: 'scanner-away' } });
    expect(await stored()).toBe(before);
    expect(await ready()).toMatchObject({ ok: false, why: expect.stringContaining('trình quét vi-rút không trả lời') });
  });
});
