import { existsSync } from 'node:fs';
import { announce, startProgram } from './announce.js';
import { outcomeOf, recordRun, type Outcome } from './backups/record-run.js';
import { newKeys } from './backups/seal.js';
import { megabytes, takeBackup, type TakenBackup } from './backups/take-backup.js';
import { asked } from './command-line.js';
import { dayOf, timeOf, vietnameseDay, type Instant } from './domain/plain-date.js';
import { Clock } from './platform/clock.js';
import { readConfig, type Config } from './platform/config.js';
import { databaseOptions, openDatabase, sqliteFile } from './platform/database.js';

/** `npm run backup`: one copy of the database and the scans, while the program runs or not. */
await startProgram(async () => {
  const { demo, newKey } = asked();
  if (newKey) return announceKeys(await newKeys());
  const config = readConfig(process.env, demo);
  const at = new Clock(config.clockOffsetMs).now();
  const began = Date.now();
  try {
    const taken = await takeBackup(config, at);
    await record(config, at, outcomeOf(taken));
    announceBackup(taken, at, (Date.now() - began) / 1000);
  } catch (error) {
    await record(config, at, { why: (error as Error).message });
    throw error;
  }
}, 'Không sao lưu được');

/** The board and `/health/ready` count this one too. Where it cannot be written, what came of the backup still stands. */
async function record(config: Config, at: Instant, outcome: Outcome): Promise<void> {
  if (!config.databaseUrl && !existsSync(sqliteFile(config))) return;
  try {
    const database = await openDatabase(databaseOptions(config, 'write'));
    await recordRun(database.manager, at, outcome).finally(() => database.destroy());
  } catch (error) {
    process.stderr.write(`Không ghi được kết quả sao lưu vào dữ liệu: ${(error as Error).message}\n`);
  }
}

function announceBackup({ file, size, manifest, sealed, holdsKey }: TakenBackup, at: Instant, seconds: number): void {
  const { rows, heads } = manifest.contents;
  const scans = manifest.parts.filter(({ name }) => name.startsWith('files/')).length;
  const total = Object.values(rows).reduce((sum, n) => sum + n, 0);
  announce(
    `Đã sao lưu lúc ${timeOf(at)} ngày ${vietnameseDay(dayOf(at))}: ${file}`,
    `  ${megabytes(size)}, ${seconds.toFixed(1).replace('.', ',')} giây; ${Object.keys(rows).length} bảng, ${total} dòng, ${scans} tệp đính kèm.`,
    ...heads.map(({ unitId, seq, hash }) => `  Đầu chuỗi nhật ký của đơn vị ${unitId}: ${seq} · ${hash}`),
    '  Đã đọc lại trọn tệp và mở thử dữ liệu trong đó.',
    ...(manifest.lost.length > 0
      ? [`  CHÚ Ý: ${manifest.lost.length} tệp đính kèm có tên trong dữ liệu nhưng không còn trên đĩa.`]
      : []),
    sealed
      ? `  Đã mã hóa${holdsKey ? '; trong đó có cả tệp khóa của số định danh' : ''}.`
      : '  Chưa mã hóa (BACKUP_KEY, BACKUP_RECIPIENT), nên không kèm tệp khóa secret.key. Hãy cất tệp khóa đó ở nơi khác: thiếu nó, bản khôi phục không hiện được số định danh và phần được bảo vệ.',
  );
}

function announceKeys({ recipient, identity }: { recipient: string; identity: string }): void {
  announce(
    'Đặt ở máy chủ (ghi được bản sao, không đọc được):',
    `  BACKUP_RECIPIENT=${recipient}`,
    'Cất ở nơi khác, chỉ cần khi khôi phục; mất nó là mất mọi bản sao đã mã hóa:',
    `  BACKUP_IDENTITY=${identity}`,
  );
}
