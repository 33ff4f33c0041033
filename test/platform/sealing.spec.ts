import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSealed, Sealing } from '../../src/platform/sealing.js';

describe('sealing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'matbang-sealing-'));
  const file = join(folder, 'secret.key');
  const sealing = new Sealing(file);
  afterAll(() => rmSync(folder, { recursive: true }));

  test('without a key nothing is sealed; the key is made for its owner only, and never over another', () => {
    expect(sealing.ready).toBe(false);
    expect(() => sealing.seal('x')).toThrow('Không có tệp khóa');
    sealing.create();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(() => sealing.create()).toThrow('EEXIST');
  });

  test('opens what it sealed, in its place only, and nothing that was bent', () => {
    const sealed = sealing.seal('Nguyễn Văn Tố', 'case 7');
    expect(isSealed(sealed)).toBe(true);
    expect(sealed).not.toContain('Nguy');
    expect(sealing.seal('Nguyễn Văn Tố', 'case 7')).not.toBe(sealed);
    expect(sealing.open(sealed, 'case 7')).toBe('Nguyễn Văn Tố');
    expect(() => sealing.open(sealed, 'case 8')).toThrow();
    const bent = sealed.slice(0, -3) + (sealed.endsWith('AAA') ? 'BBB' : 'AAA');
    expect(() => sealing.open(bent, 'case 7')).toThrow();
    expect(() => sealing.open('Nguyễn Văn Tố')).toThrow('không phải là giá trị đã niêm phong');
    const one = sealing.keyFrom(sealing.newKey('case 7'), 'case 7');
    expect(one.openBytes(one.sealBytes(Buffer.from([0, 255, 7]), 'f'), 'f')).toEqual(Buffer.from([0, 255, 7]));
    expect(one.open(one.seal('thư'))).toBe('thư');
    expect(() => sealing.open(one.seal('thư'))).toThrow('Tệp khóa không có khóa');
  });

  test('is found by a hash that only the key makes', () => {
    const hash = sealing.keyedHash('001085012345');
    expect(hash).toBe(sealing.keyedHash('001085012345'));
    expect(sealing.keyedHash('001085012346')).not.toBe(hash);
    expect(sealing.keyedHashes('001085012345')).toEqual([hash]);
    const other = new Sealing(join(folder, 'other.key'));
    other.create();
    expect(other.keyedHash('001085012345').split(':')[1]).not.toBe(hash.split(':')[1]);
  });

  test('a new key seals, the old one still opens and finds until it is dropped', () => {
    const before = sealing.seal('trước');
    const hash = sealing.keyedHash('001085012345');
    // Another process turns the key; this one sees it at the next use.
    const other = new Sealing(file);
    other.addKey();
    expect(sealing.keyIds).toHaveLength(2);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(sealing.open(before)).toBe('trước');
    expect(sealing.keyedHashes('001085012345')).toContain(hash);
    const after = sealing.seal('sau');
    expect(after.slice(0, 15)).not.toBe(before.slice(0, 15));
    other.dropOldKeys();
    expect(sealing.open(after)).toBe('sau');
    expect(() => sealing.open(before)).toThrow('Tệp khóa không có khóa');
  });

  test('a torn file is said, not used', () => {
    writeFileSync(file, `${readFileSync(file, 'utf8')}12345678 too-short\n`);
    expect(() => sealing.seal('x')).toThrow('dòng không đọc được');
    writeFileSync(file, '');
    expect(() => sealing.seal('x')).toThrow('trống');
  });
});
