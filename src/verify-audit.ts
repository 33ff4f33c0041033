import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import type { DataSource, DataSourceOptions } from 'typeorm';
import { announce, startProgram } from './announce.js';
import { headsFile, readHeads } from './audit/heads-file.js';
import { missingGuards } from './audit/history-guard.js';
import { verifyChain, type Ask, type Walk } from './audit/verify-chain.js';
import { readConfig, type Config } from './platform/config.js';
import { databaseOptions, openDatabase, sqliteFile } from './platform/database.js';
import { demoDatabase } from './register/demo-database.js';

const count = new Intl.NumberFormat('vi-VN');
const seconds = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** The database as it is configured, opened to read; a demo not yet started is the one the build made. */
function openToRead(config: Config): Promise<DataSource> {
  const { databaseUrl, demo } = config;
  if (databaseUrl) return openDatabase(databaseOptions(config, 'read'));
  const file = [sqliteFile(config), ...(demo ? [demoDatabase] : [])].find((each) => existsSync(each));
  if (!file) throw new Error(`không có dữ liệu ở ${sqliteFile(config)}; hãy đặt DATA_DIR hoặc DATABASE_URL.`);
  const options = databaseOptions({ dataDir: dirname(file) }, 'read');
  return openDatabase({ ...options, database: file, enableWAL: false } as DataSourceOptions);
}

/** Walks the chain in one snapshot, so that the program may go on writing meanwhile. */
async function walk(database: DataSource, heads: Parameters<typeof verifyChain>[1]): Promise<Walk> {
  const { type } = database.options;
  const runner = database.createQueryRunner();
  const ask: Ask = (sql, parameters) => runner.query(sql, parameters) as Promise<never[]>;
  try {
    if (!(await runner.hasTable('history_head')))
      throw new Error('dữ liệu thuộc phiên bản chưa có chuỗi nhật ký; hãy chạy npm run migrate.');
    await runner.query(type === 'postgres' ? 'BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY' : 'BEGIN');
    const missing = await missingGuards({ type, query: (sql) => runner.query(sql) });
    if (missing.length > 0)
      announce(`Lưu ý: khóa chống sửa của nhật ký đã bị gỡ (${missing.join(', ')}); lần khởi động tới sẽ đặt lại.`);
    return await verifyChain(ask, heads);
  } finally {
    await runner.query('ROLLBACK').catch(() => undefined);
    await runner.release();
  }
}

/** `npm run audit:verify [-- --demo] [-- --heads FILE]`: proves the history, or names what is wrong and ends with 1. */
await startProgram(async () => {
  const { values } = parseArgs({ options: { demo: { type: 'boolean' }, heads: { type: 'string' } } });
  const config = readConfig(process.env, values.demo ?? false);
  const kept = values.heads ?? (existsSync(headsFile(config)) ? headsFile(config) : undefined);
  const heads = kept === undefined ? [] : await readHeads(kept);
  const database = await openToRead(config);
  const started = performance.now();
  const { entries, units, faults } = await walk(database, heads).finally(() => database.destroy());
  for (const { unit, seq, id, what } of faults)
    announce(`SAI ở đơn vị ${unit}, mục số ${seq ?? '?'}${id === null ? '' : ` (id ${id})`}: ${what}.`);
  const took = seconds.format((performance.now() - started) / 1000);
  announce(
    `Đã đi qua ${count.format(entries)} mục nhật ký của ${units} đơn vị trong ${took} giây` +
      `${kept === undefined ? '' : `, so với ${count.format(heads.length)} đầu chuỗi trong ${kept}`}: ` +
      (faults.length === 0 ? 'chuỗi nguyên vẹn.' : `${faults.length} đơn vị có lỗi.`),
  );
  if (faults.length > 0) process.exitCode = 1;
});
