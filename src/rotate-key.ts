import { announce, startProgram } from './announce.js';
import { ChangeFeed } from './platform/change-feed.js';
import { Clock } from './platform/clock.js';
import { readConfig } from './platform/config.js';
import { databaseOptions, openDatabase } from './platform/database.js';
import { DatabaseFile } from './platform/database-file.js';
import { Metrics } from './platform/metrics.js';
import { Sealing } from './platform/sealing.js';
import { Transaction } from './platform/transaction.js';
import { turnKey } from './platform/turn-key.js';

/** `npm run rotate-key`, also while the product runs. `-- --drop-old` forgets the keys no longer in use. */
await startProgram(async () => {
  const config = readConfig(process.env, process.argv.includes('--demo'));
  const sealing = new Sealing(config.secretKeyFile);
  const database = await openDatabase(databaseOptions(config, 'write'), sealing);
  try {
    const file = new DatabaseFile(database, config);
    const transaction = new Transaction(
      database,
      new ChangeFeed(config),
      new Clock(config.clockOffsetMs),
      file,
      new Metrics(),
    );
    const sealed = await turnKey(transaction, database.manager, sealing);
    if (process.argv.includes('--drop-old')) sealing.dropOldKeys();
    const [now, ...before] = sealing.keyIds;
    announce(`Khóa đang dùng: ${now}. Đã niêm phong lại ${sealed} giá trị.`);
    if (before.length > 0)
      announce(
        `Khóa cũ còn trong tệp: ${before.join(', ')}. Bản sao lưu trước hôm nay cần khóa cũ; khi không còn bản nào, chạy lại với --drop-old.`,
      );
  } finally {
    await database.destroy();
  }
});
