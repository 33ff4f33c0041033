import { Injectable, Logger, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { READ } from './connections.js';
import type { SignedRequest } from './officer.js';
import { inRequest, requestInHand } from './request-context.js';
import { scrubbed } from './without-personal-data.js';

const log = new Logger('Bản sao chỉ đọc');
/** A replica that does not say at once how far it is would make every officer wait. */
const patienceMs = 500;
/** So long nobody asks one that has just failed. */
const restMs = 10_000;

/** A replica that is away at the start is not waited for: this process reads from the primary until its next start. */
export async function openWithReplica(options: DataSourceOptions): Promise<DataSource> {
  if (options.type !== 'postgres' || !options.replication) return new DataSource(options).initialize();
  const { replication, ...alone } = options;
  try {
    return sorted(await new DataSource(options).initialize());
  } catch (error) {
    const database = await new DataSource({ ...alone, url: replication.master.url }).initialize();
    log.error(`không nối được, đọc từ máy chính tới lần khởi động sau: ${scrubbed((error as Error).message)}`);
    return database;
  }
}

/** TypeORM sends its own SELECTs to the replica and written SQL to the primary; here the request says where both go. */
function sorted(database: DataSource): DataSource {
  const create = database.createQueryRunner.bind(database);
  database.createQueryRunner = () => create(requestInHand()?.fromReplica ? 'slave' : 'master');
  return database;
}

/**
 * Lets a question of somebody signed in read from the replica, once it has replayed everything the primary had written
 * when the question came: so it shows what he just saved, and what he was just told that others saved, whichever
 * process answers. While it lags, the primary answers. Sessions are always asked of the primary, and so is whatever is
 * read on the way to a write.
 */
@Injectable()
export class ReadFromReplica implements CanActivate {
  private restUntil = 0;

  constructor(@InjectDataSource(READ) private readonly database: DataSource) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { method, officer } = context.switchToHttp().getRequest<SignedRequest>();
    const request = requestInHand();
    if (request && officer && method === 'GET' && this.database.driver.isReplicated && Date.now() > this.restUntil)
      request.fromReplica = await this.isCaughtUp();
    return true;
  }

  private async isCaughtUp(): Promise<boolean> {
    // What is committed may not be on the disk yet where synchronous_commit is off: where it will be written counts.
    const [{ lsn }] = await this.database.query<[{ lsn: string }]>('SELECT pg_current_wal_insert_lsn() AS lsn');
    try {
      return await inTime(
        inRequest({ address: '', fromReplica: true }, async () => {
          const sql = 'SELECT pg_last_wal_replay_lsn() >= $1::pg_lsn AND pg_is_in_recovery() AS there';
          const [{ there }] = await this.database.query<[{ there: boolean | null }]>(sql, [lsn]);
          return there === true;
        }),
      );
    } catch (error) {
      this.restUntil = Date.now() + restMs;
      log.warn(`không trả lời, đọc từ máy chính: ${scrubbed((error as Error).message)}`);
      return false;
    }
  }
}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`quá ${patienceMs} ms`)), patienceMs);
  });
  answer.catch(() => undefined); // the race tells of it; later nobody listens
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
