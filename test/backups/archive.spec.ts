import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { list } from 'tar';
import { instant } from '../../src/domain/plain-date.js';
import { keepNewest } from '../../src/backups/archive-names.js';
import { packed, readArchive } from '../../src/backups/archive.js';
import type { Manifest } from '../../src/backups/manifest.js';
import { newKeys, openerOf, sealOf } from '../../src/backups/seal.js';

/** Sizes around the block of a tar, and none at all. */
const sizes = { 'database.sqlite': 1000, 'files/a1': 0, 'files/b2': 1, 'files/c3': 512, 'heads/d4.txt': 513 };
const contents = { migrations: ['M1'], rows: { unit: 1 }, lastHistoryId: 0, heads: [] };

let folder: string;
let plain: Buffer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'matbang-archive-'));
  const sources = Object.entries(sizes).map(([name, size], i) => ({ name, size, path: join(folder, `part-${i}`) }));
  for (const { path, size } of sources) await writeFile(path, Buffer.alloc(size, path.slice(-1)));
  const gone = { name: 'files/gone', path: join(folder, 'gone') };
  const describe = async (parts: Manifest['parts']): Promise<Manifest> => ({
    ...{ product: 'matbang', format: 1, takenAt: instant('2026-03-10T02:30:00+07:00'), engine: 'sqlite' },
    ...{ contents, lost: [], parts },
  });
  plain = await all(packed([...sources, gone], describe));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function all(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}
const from = async function* (bytes: Buffer) {
  yield bytes;
};
const flipped = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes);
  copy[at]! ^= 1 << (at % 8);
  return copy;
};
const refused = (bytes: Buffer) =>
  readArchive(from(bytes)).then(
    () => false,
    () => true,
  );

test('an archive is a tar any tar reads, and gives back its parts', async () => {
  const manifest = await readArchive(from(plain));
  expect(manifest.parts.map(({ name, size }) => [name, size])).toEqual(Object.entries(sizes));
  await writeFile(join(folder, 'whole.tar'), plain);
  const names: string[] = [];
  await list({ file: join(folder, 'whole.tar'), strict: true, onReadEntry: ({ path }) => names.push(path) });
  expect(names).toEqual([...Object.keys(sizes), 'manifest.json', 'SHA256']);
});

test('a flipped bit is refused, in headers, contents, padding, digest and the empty end', async () => {
  const passed: number[] = [];
  // A whole header, the end from the digest on, and every thirteenth byte between.
  const tried = (at: number) => at < 512 || at >= plain.length - 2048 || at % 13 === 0;
  for (let at = 0; at < plain.length; at++) if (tried(at) && !(await refused(flipped(plain, at)))) passed.push(at);
  expect(passed).toEqual([]);
});

test('cut off at any block, or longer than it was, it is refused', async () => {
  for (let end = 0; end < plain.length; end += 512) expect(await refused(plain.subarray(0, end))).toBe(true);
  expect(await refused(Buffer.concat([plain, Buffer.alloc(512)]))).toBe(true);
});

test('sealed to a public key, the archive opens with the secret one alone, and a flipped bit is refused', async () => {
  const [mine, other] = [await newKeys(), await newKeys()];
  const seal = await sealOf({ recipient: mine.recipient });
  const file = join(folder, `sealed${seal.suffix}`);
  const sealed = await all(await seal.close(from(plain)));
  await writeFile(file, sealed);
  // What made it reads it back, though it was never given the secret key.
  expect((await all(await seal.open(file))).equals(plain)).toBe(true);
  const open = await openerOf(file, { identity: mine.identity });
  for (const _ of ['once', 'again']) expect((await readArchive(await open())).contents).toEqual(contents);
  await writeFile(join(folder, 'key.txt'), `# giữ kỹ\n${mine.identity}\n`);
  expect((await all(await (await openerOf(file, { identity: join(folder, 'key.txt') }))())).equals(plain)).toBe(true);

  await expect(openerOf(file, {})).rejects.toThrow('BACKUP_KEY');
  await expect((await openerOf(file, other))()).rejects.toThrow('khóa không đúng');
  const bent = join(folder, 'bent.tar.age');
  for (let at = 30; at < sealed.length; at += 397) {
    await writeFile(bent, flipped(sealed, at));
    await expect(openerOf(bent, mine).then(async (o) => readArchive(await o()))).rejects.toThrow();
  }
});

test('sealed with a passphrase, it opens with that one only', async () => {
  const seal = await sealOf({ passphrase: 'con trâu đi trước cái cày theo sau' });
  const file = join(folder, 'passphrase.tar.age');
  await writeFile(file, await all(await seal.close(from(plain))));
  const right = await openerOf(file, { passphrase: 'con trâu đi trước cái cày theo sau' });
  expect((await all(await right())).equals(plain)).toBe(true);
  const wrong = await openerOf(file, { passphrase: 'con trâu đi trước cái cày theo sao' });
  await expect(wrong()).rejects.toThrow('khóa không đúng');
});

test('the newest stay, each kind by itself; the one just made stays even where the clock was set back', async () => {
  const dir = await mkdtemp(join(folder, 'kept-'));
  const night = (day: number, more = '') => `matbang-2026-03-${String(day).padStart(2, '0')}-023000${more}.tar`;
  const others = ['notes.txt', `${night(1, '-before-upgrade')}`, 'matbang-2026-03-01-023000.77.part'];
  for (const name of [...others, ...[1, 2, 3, 4].map((day) => night(day))]) await writeFile(join(dir, name), '');
  await keepNewest(dir, night(1), 3);
  expect(await readdir(dir)).toEqual([...others, ...[1, 3, 4].map((day) => night(day))].sort());
  await keepNewest(dir, night(4), 1);
  expect((await readdir(dir)).filter((name) => name.endsWith('3000.tar'))).toEqual([night(4)]);
  expect(await readFile(join(dir, others[1]!), 'utf8')).toBe('');
});
