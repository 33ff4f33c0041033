import { resolve } from 'node:path';
import { announce, startProgram } from './announce.js';
import type { Manifest } from './backups/manifest.js';
import { restoreBackup } from './backups/restore-backup.js';
import { asked } from './command-line.js';
import { dayOf, timeOf, vietnameseDay } from './domain/plain-date.js';
import { readConfig } from './platform/config.js';
import { migrations } from './platform/database.js';

/** `npm run restore FILE [--into DIR]`: database and scans of a backup, into an empty place. */
await startProgram(async () => {
  const { words, demo, into } = asked();
  const [file] = words;
  if (!file) throw new Error('Hãy nêu tệp sao lưu: npm run restore <tệp> [--into <thư mục trống>].');
  // Names are meant from where the command was typed; npm has gone to the program's folder.
  const from = process.env.INIT_CWD ?? process.cwd();
  const config = readConfig({ ...process.env, ...(into && { DATA_DIR: resolve(from, into) }) }, demo);
  const known = migrations.map((migration) => new migration().name);
  const manifest = await restoreBackup(resolve(from, file), config, known);
  const elsewhere = into === undefined ? '' : `DATA_DIR=${config.dataDir} `;
  announceRestored(manifest, config.dataDir, [
    `${elsewhere}npm run audit:verify${demo ? ' -- --demo' : ''}`,
    `${elsewhere}npm ${demo ? 'run demo' : 'start'}`,
  ]);
}, 'Không khôi phục được');

function announceRestored({ takenAt, contents, parts, lost, engine }: Manifest, dataDir: string, next: string[]) {
  const total = Object.values(contents.rows).reduce((sum, n) => sum + n, 0);
  announce(
    `Đã khôi phục bản sao lúc ${timeOf(takenAt)} ngày ${vietnameseDay(dayOf(takenAt))} vào ${engine === 'sqlite' ? dataDir : `DATABASE_URL và ${dataDir}`}.`,
    `  ${Object.keys(contents.rows).length} bảng, ${total} dòng, ${parts.filter(({ name }) => name.startsWith('files/')).length} tệp đính kèm; số dòng và đầu chuỗi nhật ký khớp với bảng kê.`,
    ...contents.heads.map(({ unitId, seq, hash }) => `  Đầu chuỗi nhật ký của đơn vị ${unitId}: ${seq} · ${hash}`),
    ...(lost.length > 0 ? [`  CHÚ Ý: ${lost.length} tệp đính kèm đã không còn trên đĩa khi sao lưu.`] : []),
    ...(parts.some(({ name }) => name === 'secret.key')
      ? ['  Tệp khóa của số định danh đã được khôi phục.']
      : ['  Bản sao không kèm tệp khóa: hãy chép tệp secret.key đã cất vào chỗ cũ (SECRET_KEY_FILE) trước khi chạy.']),
    'Việc tiếp theo:',
    ...next.map((command) => `  ${command}`),
  );
}
