import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { Header } from 'tar';
import { ByteReader } from './byte-reader.js';
import type { Manifest, Part } from './manifest.js';

const block = 512;
const chunk = 256 * 1024;
const manifestName = 'manifest.json';
const digestName = 'SHA256';
/** Whatever an archive may hold, and no way out of the folder it is restored into. */
const allowed = /^(database\.(sqlite|dump)|(files|heads)\/\w[\w.-]*|secret\.key|manifest\.json|SHA256)$/;
/** A hundred thousand scans make fifteen million bytes of manifest. */
const manifestLimit = 256 * 1024 * 1024;

const padding = (size: number) => Buffer.alloc((block - (size % block)) % block);

/** The same name and size give the same 512 bytes: no owner, no time, nothing a reader would have to trust. */
function headerOf(name: string, size: number): Buffer {
  const bytes = Buffer.alloc(block);
  new Header({ path: name, mode: 0o600, size, type: 'File', mtime: new Date(0) }).encode(bytes);
  return bytes;
}

/** The end of an archive: one entry with the digest of every byte before it, and the two empty blocks of a tar. */
function ending(digest: string): Buffer {
  const text = Buffer.from(`${digest}\n`);
  return Buffer.concat([headerOf(digestName, text.length), text, padding(text.length), Buffer.alloc(2 * block)]);
}

/**
 * The bytes of a tar of these files, then the manifest, then a digest over all of it. A file that is gone by now is
 * left out; what that means is for `describe` to say, which is told the parts that are in.
 */
export async function* packed(
  sources: Iterable<{ name: string; path: string }>,
  describe: (parts: Part[]) => Promise<Manifest>,
): AsyncGenerator<Buffer> {
  const whole = createHash('sha256');
  const out = (bytes: Buffer) => {
    whole.update(bytes);
    return bytes;
  };
  const parts: Part[] = [];
  for (const { name, path } of sources) {
    const file = await open(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (!file) continue;
    try {
      const { size } = await file.stat();
      const own = createHash('sha256');
      yield out(headerOf(name, size));
      for await (const bytes of contentOf(file, size)) {
        own.update(bytes);
        yield out(bytes);
      }
      yield out(padding(size));
      parts.push({ name, size, sha256: own.digest('hex') });
    } finally {
      await file.close();
    }
  }
  const manifest = Buffer.from(JSON.stringify(await describe(parts)));
  yield out(headerOf(manifestName, manifest.length));
  yield out(manifest);
  yield out(padding(manifest.length));
  yield ending(whole.digest('hex'));
}

async function* contentOf(file: FileHandle, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < size;) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(Math.min(chunk, size - at)), 0, null, at);
    if (bytesRead === 0) throw new Error('một tệp bị cắt ngắn trong lúc sao lưu');
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/**
 * Reads an archive to its last byte and gives its manifest. `place` says where a part is written; undefined: nowhere.
 * @throws Error when any byte is not the one that was written
 */
export async function readArchive(
  bytes: AsyncIterable<Uint8Array>,
  place: (name: string) => string | undefined = () => undefined,
): Promise<Manifest> {
  const reader = new ByteReader(bytes);
  try {
    return agreeing(await readParts(reader, place));
  } finally {
    await reader.close();
  }
}

interface Found {
  parts: Part[];
  manifest: Buffer | undefined;
}

async function readParts(reader: ByteReader, place: (name: string) => string | undefined): Promise<Found> {
  const whole = createHash('sha256');
  const parts: Part[] = [];
  let manifest: Buffer | undefined;
  for (;;) {
    const start = await reader.take(block);
    const { name, size } = described(start);
    if (name === digestName) {
      const rest = ending(whole.digest('hex'));
      const found = Buffer.concat([start, await reader.take(rest.length - block)]);
      if (!found.equals(rest) || !(await reader.atEnd())) throw new Error('mã kiểm tra của cả tệp không khớp');
      return { parts, manifest };
    }
    whole.update(start);
    const part = await readPart(reader, name, size, (piece) => whole.update(piece), place(name));
    whole.update(await reader.take(padding(size).length));
    if (part.content) manifest = part.content;
    else parts.push({ name, size, sha256: part.sha256 });
  }
}

/** The manifest, where the archive holds just what it says. */
function agreeing({ parts, manifest }: Found): Manifest {
  if (!manifest) throw new Error('thiếu bảng kê');
  const told = JSON.parse(manifest.toString('utf8')) as Manifest;
  if (told.product !== 'matbang' || told.format !== 1) throw new Error('không phải bản sao lưu của Mặt Bằng');
  if (JSON.stringify(told.parts) !== JSON.stringify(parts)) throw new Error('nội dung khác với bảng kê');
  return told;
}

function described(start: Buffer): { name: string; size: number } {
  const { path, size, cksumValid } = new Header(start);
  if (!cksumValid || path === undefined || size === undefined || !allowed.test(path))
    throw new Error('không phải bản sao lưu của Mặt Bằng, hoặc tệp đã hỏng');
  if (path === manifestName && size > manifestLimit) throw new Error('bảng kê quá lớn');
  return { name: path, size };
}

/** The manifest is kept in memory; every other part only passes through. */
async function readPart(
  reader: ByteReader,
  name: string,
  size: number,
  seen: (piece: Buffer) => void,
  path: string | undefined,
): Promise<{ sha256: string; content?: Buffer }> {
  const own = createHash('sha256');
  const kept: Buffer[] = [];
  const file = path === undefined ? undefined : await open(path, 'wx', 0o600);
  try {
    for await (const piece of reader.pass(size)) {
      own.update(piece);
      seen(piece);
      if (name === manifestName) kept.push(piece);
      else await file?.writeFile(piece);
    }
    await file?.sync();
  } finally {
    await file?.close();
  }
  const sha256 = own.digest('hex');
  return name === manifestName ? { sha256, content: Buffer.concat(kept) } : { sha256 };
}
