import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  type KeyObject,
  createSecretKey,
} from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import { hidden } from '../domain/protection.js';

/** A sealed text names its key, so that keys rotate: `sealed:<key id>:<iv, tag and ciphertext in base64url>`. */
const sealedText = /^sealed:([0-9a-f]{8}):([A-Za-z0-9_-]{38,})$/;
const [ivBytes, tagBytes] = [12, 16];

/** An answer as text with every sealed value in it replaced. */
export const withoutSealed = (payload: unknown): unknown =>
  typeof payload === 'string' && payload.includes('sealed:')
    ? payload.replace(/sealed:[0-9a-f]{8}:[A-Za-z0-9_-]{38,}/g, hidden)
    : payload;

export const isSealed = (value: unknown): value is string => typeof value === 'string' && sealedText.test(value);

/** One key: AES-256-GCM. `about` binds what it seals to its place; moved elsewhere in the database it does not open. */
export class SealKey {
  constructor(
    readonly id: string,
    private readonly key: KeyObject,
  ) {}

  /** Sealing the same text twice gives two different texts. */
  seal(text: string, about = ''): string {
    return `sealed:${this.id}:${this.sealBytes(Buffer.from(text), about).subarray(4).toString('base64url')}`;
  }

  /** @throws Error when it was sealed with another key, about something else, or was bent. */
  open(sealed: string, about = ''): string {
    return this.openBytes(bytesOf(sealed), about).toString();
  }

  /** For files: key id (4 bytes), iv, tag, ciphertext. */
  sealBytes(content: Buffer, about = ''): Buffer {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv).setAAD(Buffer.from(about));
    const body = Buffer.concat([cipher.update(content), cipher.final()]);
    return Buffer.concat([Buffer.from(this.id, 'hex'), iv, cipher.getAuthTag(), body]);
  }

  /** @throws Error like `open`. */
  openBytes(sealed: Buffer, about = ''): Buffer {
    const rest = sealed.subarray(4);
    const decipher = createDecipheriv('aes-256-gcm', this.key, rest.subarray(0, ivBytes))
      .setAAD(Buffer.from(about))
      .setAuthTag(rest.subarray(ivBytes, ivBytes + tagBytes));
    return Buffer.concat([decipher.update(rest.subarray(ivBytes + tagBytes)), decipher.final()]);
  }
}

interface Key {
  seal: SealKey;
  find: KeyObject;
}

/**
 * What only the holder of the key file reads: AES-256-GCM, the key outside the database (`SECRET_KEY_FILE`). The file
 * has one key a line, `<id> <base64>`, the one in use first; older lines open what was sealed before a rotation.
 */
export class Sealing {
  private ring: readonly Key[] = [];
  /** Of the file as it was read: a rotation by another process is seen at the next use. */
  private readAs = '';

  constructor(private readonly file: string) {}

  /** Whether there is a key yet; a first start makes one with `create`. */
  get ready(): boolean {
    return existsSync(this.file);
  }

  /** The key ids of the file, the one in use first. */
  get keyIds(): string[] {
    return this.keys().map(({ seal }) => seal.id);
  }

  /** With the key now in use; see `SealKey`. */
  seal(text: string, about = ''): string {
    return this.keys()[0]!.seal.seal(text, about);
  }

  /** @throws Error when its key is gone from the file, it was sealed about something else, or was bent. */
  open(sealed: string, about = ''): string {
    const id = bytesOf(sealed).subarray(0, 4).toString('hex');
    const key = this.keys().find(({ seal }) => seal.id === id);
    if (!key) throw new Error(`Tệp khóa không có khóa ${id}; hãy đặt lại tệp khóa đã dùng khi niêm phong.`);
    return key.seal.open(sealed, about);
  }

  /**
   * A key for one thing, itself sealed: what it seals needs not be touched when the key of the file turns, and is lost
   * for good once the sealed key is deleted.
   */
  newKey(about: string): string {
    return this.seal(randomBytes(32).toString('base64'), about);
  }

  keyFrom(sealedKey: string, about: string): SealKey {
    const key = Buffer.from(this.open(sealedKey, about), 'base64');
    return new SealKey(keyId(key), createSecretKey(key));
  }

  /** What a sealed value is stored beside, to be found by: HMAC-SHA-256 under a key of its own. */
  keyedHash(text: string): string {
    return this.hashUnder(this.keys()[0]!, text);
  }

  /** The same under every key of the ring: in the middle of a rotation rows carry either. */
  keyedHashes(text: string): string[] {
    return this.keys().map((key) => this.hashUnder(key, text));
  }

  /** The first key, readable by this user only. @throws when there is one already. */
  create(): void {
    mkdirSync(dirname(this.file), { recursive: true });
    writeSynced(this.file, newLine(), 'wx');
  }

  /** From now on a new key seals; the ones before keep opening. */
  addKey(): void {
    this.write([newLine(), readFileSync(this.file, 'utf8')].join(''));
  }

  /** Forgets every key but the one in use. Backups taken before no longer open with this file. */
  dropOldKeys(): void {
    this.write(`${readFileSync(this.file, 'utf8').split('\n')[0]}\n`);
  }

  private write(lines: string): void {
    writeSynced(`${this.file}.new`, lines, 'w');
    renameSync(`${this.file}.new`, this.file);
  }

  private keys(): readonly Key[] {
    const stat = statSync(this.file, { throwIfNoEntry: false });
    if (!stat) throw new Error(`Không có tệp khóa ${this.file}.`);
    const now = `${stat.ino} ${stat.size} ${stat.mtimeMs}`;
    if (now === this.readAs) return this.ring;
    const lines = readFileSync(this.file, 'utf8').split('\n').filter(Boolean);
    this.ring = lines.map((line) => keyOf(line, this.file));
    if (this.ring.length === 0) throw new Error(`Tệp khóa ${this.file} trống.`);
    this.readAs = now;
    return this.ring;
  }

  private hashUnder({ seal, find }: Key, text: string): string {
    return `${seal.id}:${createHmac('sha256', find).update(text).digest('base64url')}`;
  }
}

const newLine = (): string => {
  const key = randomBytes(32);
  return `${keyId(key)} ${key.toString('base64')}\n`;
};

const keyId = (key: Buffer): string => createHash('sha256').update(key).digest('hex').slice(0, 8);

function bytesOf(sealed: string): Buffer {
  const [, id, body] = sealedText.exec(sealed) ?? [];
  if (!id || !body) throw new Error('Giá trị này không phải là giá trị đã niêm phong.');
  return Buffer.concat([Buffer.from(id, 'hex'), Buffer.from(body, 'base64url')]);
}

function keyOf(line: string, file: string): Key {
  const [id = '', text = ''] = line.trim().split(/\s+/);
  const master = Buffer.from(text, 'base64');
  if (!/^[0-9a-f]{8}$/.test(id) || master.length !== 32)
    throw new Error(`Tệp khóa ${file} có dòng không đọc được; mỗi dòng gồm mã khóa và 32 byte base64.`);
  const derived = (use: string) => createSecretKey(Buffer.from(hkdfSync('sha256', master, '', `matbang ${use}`, 32)));
  return { seal: new SealKey(id, derived('seal')), find: derived('find') };
}

function writeSynced(file: string, text: string, flag: 'w' | 'wx'): void {
  const handle = openSync(file, flag, 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const sealings = new WeakMap<DataSource, Sealing>();

/** Every connection knows the key of its data, so that whatever writes with a manager can seal. */
export function sealWith(database: DataSource, sealing: Sealing): DataSource {
  sealings.set(database, sealing);
  return database;
}

/** @throws Error on a connection opened without a key. */
export function sealingOf({ connection }: EntityManager): Sealing {
  const sealing = sealings.get(connection);
  if (!sealing) throw new Error('Kết nối dữ liệu này không có khóa niêm phong.');
  return sealing;
}
