import { constants, existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { readArchive } from './archive.js';
import { databaseOf, type CopyConfig } from './database-copy.js';
import { copyName, type Manifest } from './manifest.js';
import { openerOf } from './seal.js';
import { proveSqlite } from './sqlite-copy.js';
import { sqliteFile } from '../platform/database.js';

const stage = '.restoring';
const folders = ['files', 'heads'];
const key = 'secret.key';

/**
 * Makes the database and the scans of an archive again, in an empty place. The archive is read to its last byte before
 * anything is written; the database gets its name last, so a restore that was cut off looks like none.
 * @param known names of the migrations this program can run
 * @throws Error in words
 */
export async function restoreBackup(file: string, config: CopyConfig, known: readonly string[]): Promise<Manifest> {
  if (!existsSync(file)) throw new Error(`Không thấy tệp ${file}.`);
  const database = databaseOf(config);
  await mustBeEmpty(config);
  await database.mustBeEmpty();
  const openArchive = await openerOf(file, config.backup);
  const manifest = await whole(readArchive(await openArchive()));
  mustFitProgram(manifest, database.engine, known);

  const staged = join(config.dataDir, stage);
  await rm(staged, { recursive: true, force: true });
  try {
    for (const folder of folders) await mkdir(join(staged, folder), { recursive: true, mode: 0o700 });
    const again = await whole(readArchive(await openArchive(), (name) => placeOf(staged, name)));
    if (JSON.stringify(again) !== JSON.stringify(manifest)) throw new Error('Tệp bị thay đổi trong lúc khôi phục.');
    const copy = join(staged, copyName[manifest.engine]);
    if (manifest.engine === 'sqlite') await proveSqlite(copy, manifest.contents);
    await mustBeSameKey(join(staged, key), config.secretKeyFile);
    await database.load(copy, manifest.contents);
    for (const folder of folders) await moveInto(join(config.dataDir, folder), join(staged, folder));
    if (existsSync(join(staged, key))) await putKey(join(staged, key), config.secretKeyFile);
    if (manifest.engine === 'sqlite') await rename(copy, sqliteFile(config));
    return manifest;
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
}

async function moveInto(target: string, from: string): Promise<void> {
  if ((await readdir(from)).length > 0) await rename(from, target);
}

/** Copied: the key may belong on another disk. */
async function putKey(from: string, target: string): Promise<void> {
  if (existsSync(target)) return;
  await mkdir(dirname(target), { recursive: true });
  await copyFile(from, target, constants.COPYFILE_EXCL);
  await chmod(target, 0o600);
}

/** A key that is there already may be the only one of other data: it is not written over. */
async function mustBeSameKey(restored: string, present: string): Promise<void> {
  if (!existsSync(restored) || !existsSync(present)) return;
  if (!(await readFile(restored)).equals(await readFile(present)))
    throw new Error(`${present} là một khóa khác với khóa trong bản sao. Hãy cất tệp đó đi nơi khác rồi làm lại.`);
}

/** The manifest and the digest speak for the archive, not a place on the disk. */
function placeOf(staged: string, name: string): string | undefined {
  return name === 'manifest.json' ? undefined : join(staged, name);
}

async function whole(reading: Promise<Manifest>): Promise<Manifest> {
  try {
    return await reading;
  } catch (error) {
    throw new Error(`Bản sao lưu này đã hỏng hoặc bị sửa, không khôi phục: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}

/** The archives themselves usually lie there, and the key that an unsealed archive does not hold was put there first. */
async function mustBeEmpty({ dataDir, secretKeyFile, backup }: CopyConfig): Promise<void> {
  const fine = ['lost+found', stage];
  if (dirname(resolve(secretKeyFile)) === resolve(dataDir)) fine.push(basename(secretKeyFile));
  if (dirname(resolve(backup.dir)) === resolve(dataDir)) fine.push(basename(backup.dir));
  const found = existsSync(dataDir) ? (await readdir(dataDir)).filter((name) => !fine.includes(name)) : [];
  if (found.length > 0)
    throw new Error(
      `Thư mục ${dataDir} không trống (${found.slice(0, 5).join(', ')}). Chỉ khôi phục vào chỗ trống: hãy chuyển các tệp đó đi nơi khác, hoặc thêm --into <thư mục mới>.`,
    );
}

function mustFitProgram(manifest: Manifest, engine: Manifest['engine'], known: readonly string[]): void {
  if (manifest.engine !== engine)
    throw new Error(
      manifest.engine === 'sqlite'
        ? 'Bản sao này là của SQLite, nhưng DATABASE_URL đang trỏ tới PostgreSQL. Hãy bỏ DATABASE_URL rồi làm lại.'
        : 'Bản sao này là của PostgreSQL. Hãy tạo một cơ sở dữ liệu trống, đặt DATABASE_URL trỏ tới đó rồi làm lại.',
    );
  const newer = manifest.contents.migrations.filter((name) => !known.includes(name));
  if (newer.length > 0)
    throw new Error(`Bản sao này do một bản mới hơn của chương trình ghi (${newer.join(', ')}). Hãy dùng bản đó.`);
}
