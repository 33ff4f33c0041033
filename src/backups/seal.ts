import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import type { BackupSettings } from '../platform/backup-settings.js';

type Bytes = AsyncIterable<Uint8Array>;
type Keys = Pick<BackupSettings, 'passphrase' | 'recipient' | 'identity'>;

/** Loaded with the first archive of the night: the whole day needs none of it. */
const age = () => import('age-encryption');

/** 2^17: what OWASP asks of scrypt; 128 MB and a second or two for each opening. */
const scryptWork = 17;
const magic = 'age-encryption.org/';

export interface Seal {
  suffix: '.tar' | '.tar.age';
  close(bytes: Bytes): Promise<Bytes>;
  /** Opens what this seal has closed, to check it. */
  open(path: string): Promise<Bytes>;
}

/** How archives are closed on this machine: sealed where a key is set. */
export async function sealOf({ passphrase, recipient }: Keys): Promise<Seal> {
  if (!passphrase && !recipient)
    return { suffix: '.tar', close: (bytes) => Promise.resolve(bytes), open: (path) => Promise.resolve(bytesOf(path)) };
  const { Decrypter, Encrypter, generateHybridIdentity, generateX25519Identity, identityToRecipient } = await age();
  const encrypter = new Encrypter();
  const decrypter = new Decrypter();
  if (passphrase) {
    encrypter.setScryptWorkFactor(scryptWork);
    encrypter.setPassphrase(passphrase);
    decrypter.addPassphrase(passphrase);
  } else {
    // The secret key is elsewhere. A second one, made now and forgotten at the end, lets the archive be read back.
    const witness = await (recipient!.startsWith('age1pq1') ? generateHybridIdentity() : generateX25519Identity());
    encrypter.addRecipient(recipient!);
    encrypter.addRecipient(await identityToRecipient(witness));
    decrypter.addIdentity(witness);
  }
  return {
    suffix: '.tar.age',
    close: async (bytes) => fromWeb(await encrypter.encrypt(toWeb(bytes))),
    open: async (path) => fromWeb(await decrypter.decrypt(toWeb(bytesOf(path)))),
  };
}

/** A function that gives the bytes inside an archive, as often as called. @throws Error when the key is missing or wrong */
export async function openerOf(path: string, keys: Keys): Promise<() => Promise<Bytes>> {
  if (!(await isSealed(path))) return () => Promise.resolve(bytesOf(path));
  if (!keys.passphrase && !keys.identity)
    throw new Error(
      'Bản sao lưu này được mã hóa: hãy đặt BACKUP_KEY (mật khẩu), hoặc BACKUP_IDENTITY (khóa bí mật age).',
    );
  const { Decrypter } = await age();
  const decrypter = new Decrypter();
  if (keys.passphrase) decrypter.addPassphrase(keys.passphrase);
  if (keys.identity) decrypter.addIdentity(await identityOf(keys.identity));
  return async () => {
    try {
      return fromWeb(await decrypter.decrypt(toWeb(bytesOf(path))));
    } catch (error) {
      throw new Error('Không mở được bản sao lưu: khóa không đúng, hoặc tệp đã hỏng.', { cause: error });
    }
  };
}

/** A new pair of age keys. */
export async function newKeys(): Promise<{ recipient: string; identity: string }> {
  const { generateX25519Identity, identityToRecipient } = await age();
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

async function identityOf(given: string): Promise<string> {
  const text = given.startsWith('AGE-SECRET-KEY-') ? given : await readFile(given, 'utf8');
  const line = text.split(/\r?\n/).find((each) => each.startsWith('AGE-SECRET-KEY-'));
  if (!line) throw new Error('BACKUP_IDENTITY không có khóa bí mật age (dòng bắt đầu bằng AGE-SECRET-KEY-).');
  return line.trim();
}

async function isSealed(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(magic.length), 0, magic.length, 0);
    return buffer.toString('latin1') === magic;
  } finally {
    await file.close();
  }
}

const bytesOf = (path: string): Bytes => createReadStream(path, { highWaterMark: 256 * 1024 });
const toWeb = (bytes: Bytes) =>
  Readable.toWeb(Readable.from(bytes, { objectMode: false, highWaterMark: 1 })) as ReadableStream<Uint8Array>;
const fromWeb = (stream: ReadableStream<Uint8Array>): Bytes => Readable.fromWeb(stream as WebStream<Uint8Array>);
