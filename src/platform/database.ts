import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { DataSource, DataSourceOptions, Migration } from 'typeorm';
import { HistoryEntry } from '../audit/history-entry.entity.js';
import { guardHistory, unguardHistory } from '../audit/history-guard.js';
import { BackupRun } from '../backups/backup-run.entity.js';
import { CalendarDayRow } from '../deadlines/calendar-day.entity.js';
import { CaseFile } from '../cases/case-file.entity.js';
import { CasePerson } from '../cases/case-person.entity.js';
import { CaseShare } from '../cases/case-share.entity.js';
import { Contact } from '../cases/contact.entity.js';
import { CaseDocument } from '../cases/document.entity.js';
import { Deadline } from '../deadlines/deadline.entity.js';
import { CalendarFeed } from '../exports/calendar-feed.entity.js';
import { Letter } from '../letters/letter.entity.js';
import { LetterTemplate } from '../letters/letter-template.entity.js';
import { ImportChunk, ImportFile, ImportHeader } from '../imports/import-file.entity.js';
import { Account } from '../people/account.entity.js';
import { Invitation } from '../people/invitation.entity.js';
import { LinkedIdentity } from '../people/linked-identity.entity.js';
import { Person } from '../people/person.entity.js';
import { RecoveryCode } from '../people/recovery-code.entity.js';
import { ResidentialGroup } from '../people/residential-group.entity.js';
import { SecondFactor } from '../people/second-factor.entity.js';
import { SignInDelay } from '../people/sign-in-delay.entity.js';
import { SignInSession } from '../people/sign-in-session.entity.js';
import { StandIn } from '../people/stand-in.entity.js';
import { Unit } from '../people/unit.entity.js';
import { Delivery } from '../reminders/delivery.entity.js';
import { Notice } from '../reminders/notice.entity.js';
import { Reminder } from '../reminders/reminder.entity.js';
import { ClosedPeriod } from '../reports/closed-period.entity.js';
import { WardEvent } from '../reports/ward-event.entity.js';
import { SavedView } from '../saved-views/saved-view.entity.js';
import { WebhookEvents } from '../webhooks/webhook-events.entity.js';
import type { Config } from './config.js';
import { READ } from './connections.js';
import { FirstSchema1764000000001 } from './migrations/1764000000001-first-schema.js';
import { SavedViews1764000000002 } from './migrations/1764000000002-saved-views.js';
import { Trust1764000000003 } from './migrations/1764000000003-trust.js';
import { Reports1764000000012 } from './migrations/1764000000012-reports.js';
import { Letters1764000000011 } from './migrations/1764000000011-letters.js';
import { Imports1764000000010 } from './migrations/1764000000010-imports.js';
import { WebhookEvents1764000000013 } from './migrations/1764000000013-webhook-events.js';
import { FirstPetition1764000000014 } from './migrations/1764000000014-first-petition.js';
import { SearchIndex1764000000015 } from './migrations/1764000000015-search-index.js';
import { ChangeMark1764000000016 } from './migrations/1764000000016-change-mark.js';
import { DueOfHandler1764000000017 } from './migrations/1764000000017-due-of-handler.js';
import { PlansApproved1764000000018 } from './migrations/1764000000018-plans-approved.js';
import { NoticeOfGraves1764000000019 } from './migrations/1764000000019-notice-of-graves.js';
import { FewerEntries1764000000020 } from './migrations/1764000000020-fewer-entries.js';
import { LateAtPause1764000000022 } from './migrations/1764000000022-late-at-pause.js';
import { PreparingClient } from './prepared-postgres.js';
import { preparingSqlite } from './prepared-sqlite.js';
import { openWithReplica } from './replica.js';
import { sealWith, type Sealing } from './sealing.js';

const entities = [
  HistoryEntry,
  CalendarDayRow,
  CaseFile,
  CasePerson,
  CaseShare,
  Contact,
  CaseDocument,
  Deadline,
  Letter,
  LetterTemplate,
  Account,
  Invitation,
  LinkedIdentity,
  Person,
  RecoveryCode,
  ResidentialGroup,
  SecondFactor,
  SignInDelay,
  SignInSession,
  StandIn,
  Unit,
  Delivery,
  Notice,
  Reminder,
  SavedView,
  BackupRun,
  CalendarFeed,
  ClosedPeriod,
  WardEvent,
  ImportFile,
  ImportChunk,
  ImportHeader,
  WebhookEvents,
];
export const migrations = [
  FirstSchema1764000000001,
  SavedViews1764000000002,
  Trust1764000000003,
  Imports1764000000010,
  Letters1764000000011,
  Reports1764000000012,
  WebhookEvents1764000000013,
  FirstPetition1764000000014,
  SearchIndex1764000000015,
  ChangeMark1764000000016,
  DueOfHandler1764000000017,
  PlansApproved1764000000018,
  NoticeOfGraves1764000000019,
  FewerEntries1764000000020,
  LateAtPause1764000000022,
];

// count(*) and money come back from PostgreSQL as text otherwise, and the two databases would answer differently.
pg.types.setTypeParser(pg.types.builtins.INT8, (text: string) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`integer out of safe range: ${text}`);
  return value;
});

/** TypeORM options for `write` or `read`; `synchronize` stays off, migrations build every schema. */
export function databaseOptions(
  config: Pick<Config, 'databaseUrl' | 'databaseReplicaUrl' | 'dataDir'>,
  role: 'write' | 'read',
): DataSourceOptions {
  const shared = {
    name: role === 'read' ? READ : 'default',
    entities,
    migrations,
    synchronize: false,
    migrationsRun: false,
    logging: ['error' as const],
  };
  if (config.databaseUrl)
    return {
      ...shared,
      logging: false,
      type: 'postgres',
      ...(role === 'read' && config.databaseReplicaUrl
        ? { replication: { master: { url: config.databaseUrl }, slaves: [{ url: config.databaseReplicaUrl }] } }
        : { url: config.databaseUrl }),
      poolSize: 10,
      // Compiling a question of a tenth of a second takes longer than answering it.
      extra: { options: '-c timezone=UTC -c jit=off', Client: PreparingClient, pipeline: true },
    };
  mkdirSync(config.dataDir, { recursive: true });
  return {
    ...shared,
    logging: false,
    type: 'sqlite',
    driver: preparingSqlite,
    database: sqliteFile(config),
    enableWAL: true,
    busyErrorRetry: 50,
  };
}

export const sqliteFile = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'matbang.sqlite');

/** SQLite keeps these per connection: foreign keys, waiting for a lock, and a disk sync at every commit. */
export async function openDatabase(options: DataSourceOptions, sealing?: Sealing): Promise<DataSource> {
  const database = await openWithReplica(options);
  if (sealing) sealWith(database, sealing);
  if (options.type === 'sqlite') {
    await database.query('PRAGMA foreign_keys = ON');
    await database.query('PRAGMA busy_timeout = 10000');
    await database.query('PRAGMA synchronous = FULL');
    // What is erased or sealed is overwritten in the file, not only forgotten.
    await database.query('PRAGMA secure_delete = ON');
    if (options.name === READ) await database.query('PRAGMA query_only = ON');
  }
  return database;
}

export interface SchemaState {
  /** Migrations recorded in the database that this program does not know. */
  unknown: string[];
  /** Migrations this program would run. */
  pending: string[];
  /** There is something to lose. */
  inUse: boolean;
}

/** What an upgrade would do; looks only. */
export async function schemaState(database: DataSource): Promise<SchemaState> {
  const known = migrations.map((migration) => new migration().name);
  const runner = database.createQueryRunner();
  const has = (table: string) => runner.hasTable(table);
  try {
    const done = (await has('migrations'))
      ? await database.query<{ name: string }[]>('SELECT name FROM migrations')
      : [];
    const names = done.map(({ name }) => name);
    const inUse = (await has('unit')) && (await database.query<unknown[]>('SELECT id FROM unit LIMIT 1')).length > 0;
    return {
      unknown: names.filter((name) => !known.includes(name)),
      pending: known.filter((name) => !names.includes(name)),
      inUse,
    };
  } finally {
    await runner.release();
  }
}

/** Brings the schema up to date, all pending migrations in one transaction; gives the names of those it ran. */
export async function migrate(database: DataSource): Promise<string[]> {
  if (database.options.type === 'sqlite') return names(await migrateSqlite(database));
  const done = await database.runMigrations({ transaction: 'all' });
  await guard(database);
  return names(done);
}

const names = (migrations: readonly Migration[]): string[] => migrations.map((migration) => migration.name);
const askedOf = (database: DataSource) => ({
  type: database.options.type,
  query: (sql: string) => database.query<unknown>(sql),
});

/** A schema older than the chain of history has nothing to guard. */
async function guard(database: DataSource): Promise<void> {
  const runner = database.createQueryRunner();
  const chained = await runner.hasTable('history_head').finally(() => runner.release());
  if (chained) await guardHistory(askedOf(database));
}

/**
 * SQLite rebuilds a table to alter it, and dropping the old one would cascade through its children: foreign keys are
 * off meanwhile, and every link is proved before the commit.
 */
async function migrateSqlite(database: DataSource): Promise<Migration[]> {
  await database.query('PRAGMA foreign_keys = OFF');
  await database.query('BEGIN IMMEDIATE');
  try {
    if (await database.showMigrations()) await unguardHistory(askedOf(database));
    const done = await database.runMigrations({ transaction: 'none' });
    await guard(database);
    const broken = await database.query<unknown[]>('PRAGMA foreign_key_check');
    if (broken.length > 0) throw new Error(`Nâng cấp dữ liệu làm hỏng liên kết: ${JSON.stringify(broken.slice(0, 5))}`);
    await database.query('COMMIT');
    return done;
  } catch (error) {
    await database.query('ROLLBACK');
    throw error;
  } finally {
    await database.query('PRAGMA foreign_keys = ON');
  }
}
