import { constants, createWriteStream, existsSync } from 'node:fs';
import { access, cp, mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Instant } from '../domain/plain-date.js';
import { archiveName, clearUnfinished, keepNewest, type BackupLabel } from './archive-names.js';
import { packed, readArchive } from './archive.js';
import { databaseOf, type CopyableDatabase, type CopyConfig } from './database-copy.js';
import { copyName, type Manifest } from './manifest.js';
import { sealOf, type Seal } from './seal.js';

/** Left free on the disk of the archives, for the program that goes on writing. */
const reserve = 64 * 1024 * 1024;

export interface TakenBackup {
  /** Path of the archive. */
  file: string;
  /** Bytes. */
  size: number;
  manifest: Manifest;
  sealed: boolean;
  /** The key of identity numbers is inside. */
  holdsKey: boolean;
}

/**
 * Copies the database and the scans into one archive while the program runs, reads the archive back and opens the
 * database in it. Only then does it get its name, and older ones go; a name in the folder is a copy that was proved.
 * @throws Error in words; nothing has changed then
 */
export async function takeBackup(config: CopyConfig, at: Instant, label: BackupLabel = ''): Promise<TakenBackup> {
  const { dir, keep } = config.backup;
  const database = databaseOf(config);
  const estimate = await database.size();
  await makeFolder(dir);
  await clearUnfinished(dir);
  const seal = await sealOf(config.backup);
  const name = archiveName(at, label);
  const target = `${name}${seal.suffix}`;
  if (existsSync(join(dir, target))) throw new Error(`Đã có ${target}; hãy đợi một giây rồi sao lưu lại.`);
  const work = join(dir, `${name}.${process.pid}.part`);
  await mkdir(work, { mode: 0o700 });
  try {
    const draft = join(work, target);
    const manifest = await write(config, database, { at, work, draft, seal, estimate });
    await prove(database, manifest, { work, draft, seal });
    const { size } = await stat(draft);
    await rename(draft, join(dir, target));
    await syncFolder(dir);
    await keepNewest(dir, target, keep);
    return {
      file: join(dir, target),
      size,
      manifest,
      sealed: seal.suffix === '.tar.age',
      holdsKey: manifest.parts.some((part) => part.name === 'secret.key'),
    };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function makeFolder(dir: string): Promise<void> {
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    await access(dir, constants.W_OK);
  } catch (error) {
    throw new Error(
      `Không ghi được vào thư mục sao lưu ${dir} (${(error as Error).message}). Hãy xem lại BACKUP_DIR.`,
      {
        cause: error,
      },
    );
  }
}

interface Draft {
  work: string;
  draft: string;
  seal: Seal;
}

/**
 * The database first, then the scans: whatever the copy names is on the disk by then, and a scan never changes. Heads of
 * history the other way round, so that none is newer than the history beside it.
 */
async function write(
  config: CopyConfig,
  database: CopyableDatabase,
  { at, work, draft, seal, estimate }: Draft & { at: Instant; estimate: number },
): Promise<Manifest> {
  const copy = join(work, copyName[database.engine]);
  const heads = join(config.dataDir, 'heads');
  if (existsSync(heads)) await cp(heads, join(work, 'heads'), { recursive: true });
  const { contents, scans } = await database.copy(copy);
  const sources = [
    { name: copyName[database.engine], path: copy },
    ...(await filesIn(config.dataDir, 'files')),
    ...(await filesIn(work, 'heads')),
    // Without sealing, the key would lie beside the numbers it keeps.
    ...(seal.suffix === '.tar.age' ? [{ name: 'secret.key', path: config.secretKeyFile }] : []),
  ];
  await mustFit(config.backup.dir, sources, estimate);
  let manifest!: Manifest;
  const bytes = packed(sources, async (parts) => {
    const inside = new Set(parts.map((part) => part.name));
    const missing = scans.filter((scan) => !inside.has(`files/${scan}`));
    // Erased between the two copies is not lost.
    const wanted = new Set(missing.length > 0 ? await database.scans() : []);
    const lost = missing.filter((scan) => wanted.has(scan));
    manifest = { product: 'matbang', format: 1, takenAt: at, engine: database.engine, contents, lost, parts };
    return manifest;
  });
  await pipeline(await seal.close(bytes), createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }));
  await rm(copy);
  return manifest;
}

/** Reads the archive from the disk to its last byte, and opens the database that comes out of it. */
async function prove(database: CopyableDatabase, manifest: Manifest, { work, draft, seal }: Draft): Promise<void> {
  const copy = join(work, copyName[database.engine]);
  const found = await readArchive(await seal.open(draft), (name) =>
    name === copyName[database.engine] ? copy : undefined,
  );
  if (JSON.stringify(found) !== JSON.stringify(manifest)) throw new Error('bản sao đọc lại khác với bản đã ghi');
  await database.prove(copy, manifest.contents);
}

/** Every finished file of a folder; what is still being written ends in `.part`. */
async function filesIn(parent: string, folder: string): Promise<{ name: string; path: string }[]> {
  const path = join(parent, folder);
  if (!existsSync(path)) return [];
  const names = (await readdir(path)).filter((name) => !name.endsWith('.part')).sort();
  return names.map((name) => ({ name: `${folder}/${name}`, path: join(path, name) }));
}

/** A backup must not be what fills the disk under the program: the archive, and once more the database to open it. */
async function mustFit(dir: string, sources: readonly { path: string }[], estimate: number): Promise<void> {
  let bytes = estimate;
  for (const { path } of sources) bytes += (await stat(path).catch(() => ({ size: 0 }))).size;
  const { bavail, bsize } = await statfs(dir);
  if (bytes + reserve > bavail * bsize)
    throw new Error(
      `Không đủ chỗ trong ${dir}: cần khoảng ${megabytes(bytes)}, còn ${megabytes(bavail * bsize)}. Hãy dọn đĩa, giảm BACKUP_KEEP hoặc đặt BACKUP_DIR sang đĩa khác.`,
    );
}

/** As people read a size. */
export const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1).replace('.', ',')} MB`;

/** The new name itself has to reach the disk; Windows does it by itself and cannot be asked to. */
async function syncFolder(dir: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(dir);
  await folder.sync().finally(() => folder.close());
}
