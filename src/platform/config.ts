import { join } from 'node:path';
import ipaddr from 'ipaddr.js';
import { readBackupSettings, type BackupSettings } from './backup-settings.js';
import { isThisMachine } from './site.js';
import { dayOf, instant, plainDate, type Instant } from '../domain/plain-date.js';

/** Everything the environment decides, read once. See `.env.example` for what each variable does. */
export interface Config {
  port: number;
  /** Address to listen on; all interfaces, because the ward's other PCs and phones open it. */
  host: string;
  dataDir: string;
  /** The key that opens sealed values; kept outside the database, and outside its backups. */
  secretKeyFile: string;
  /** Absent: SQLite in `dataDir`. */
  databaseUrl?: string;
  /** A streaming replica of `databaseUrl` that answers questions while it is up to date. */
  databaseReplicaUrl?: string;
  /** Absent: PostgreSQL queue on `databaseUrl`, else the embedded engine in `dataDir`. */
  redisUrl?: string;
  smtpUrl?: string;
  mailFrom: string;
  /** Milliseconds the product's clock runs ahead of the machine's. */
  clockOffsetMs: number;
  /** `here`: this process also runs the jobs. `separate`: `npm run worker` does. */
  jobs: 'here' | 'separate';
  /** Folder of the built web client. Absent: the one beside the program. */
  webDir?: string;
  backup: BackupSettings;
  /** The ward's register is loaded and demo sign-ins are open. */
  demo: boolean;
  /** Hours without a request after which a session ends. */
  sessionIdleHours: number;
  /** Hours after which a session ends whatever is done. */
  sessionHours: number;
  /** Where people open the product, without a final slash. Absent: the address of the request in hand. */
  publicUrl?: string;
  /** The identity server people may sign in with. */
  oidc?: OidcConfig;
  /** Addresses and networks of the proxies in front: only they are believed when they say whom they speak for. */
  trustProxy: readonly string[];
  /** Requests one account may make in a minute; one network address may make ten times as many. */
  ratePerMinute: number;
  /** Megabytes of answers a process keeps to give again; 0: none. See `given-again.ts`. */
  answersMb: number;
  /** Virus scanner every upload goes through: `host:port`, or the path of its socket. */
  clamd?: string;
  /** Hosts and networks inside the house that a webhook may reach all the same. */
  allowPrivateTargets: readonly string[];
  /** Port of `/metrics`. Absent: nothing is counted and nobody may ask. */
  metricsPort?: number;
  metricsHost: string;
}

export interface OidcConfig {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The claim that is somebody's login here; absent, a verified e-mail address finds the account. */
  loginClaim?: string;
}

export type QueueKind = 'redis' | 'postgres' | 'embedded';

/** Redis where there is one, else the ward's PostgreSQL, else the engine inside this process. */
export function queueKind({ redisUrl, databaseUrl }: Pick<Config, 'redisUrl' | 'databaseUrl'>): QueueKind {
  if (redisUrl) return 'redis';
  return databaseUrl && /^postgres(ql)?:/.test(databaseUrl) ? 'postgres' : 'embedded';
}

const listOf = (text: string | undefined): string[] => (text ?? '').split(/[\s,]+/).filter((item) => item !== '');

/** An address, or a network such as 10.0.0.0/8. */
const isNetwork = (text: string): boolean => ipaddr.isValid(text) || ipaddr.isValidCIDR(text);

const urlWith = (
  name: string,
  value: string | undefined,
  protocols: string[],
  faults: string[],
): string | undefined => {
  if (!value) return undefined;
  try {
    if (protocols.includes(new URL(value).protocol)) return value;
  } catch {
    // said below, with every other mistake
  }
  faults.push(`${name} phải là một địa chỉ bắt đầu bằng ${protocols.map((p) => `${p}//`).join(' hoặc ')}.`);
  return undefined;
};

/**
 * `TODAY` moves the clock: a day keeps the present hour (whole days, so that 07:30 stays 07:30); a full instant
 * sets the hour too.
 */
function offsetOf(today: string, now: Instant): number {
  if (today.length > 10) return Date.parse(instant(today)) - Date.parse(now);
  return Date.parse(plainDate(today)) - Date.parse(dayOf(now));
}

function portOf(name: string, value: string, faults: string[]): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) faults.push(`${name} phải là số từ 0 đến 65535.`);
  return port;
}

/** Hours, at most a week. */
function hoursOf(name: string, value: string | undefined, standard: number, faults: string[]): number {
  const hours = Number(value || standard);
  if (!(hours > 0 && hours <= 168)) faults.push(`${name} phải là số giờ lớn hơn 0, tối đa 168.`);
  return hours;
}

/** Plain http gives the sign-in away to whoever listens, so only a server on this machine may be asked that way. */
function oidcOf(env: NodeJS.ProcessEnv, faults: string[]): OidcConfig | undefined {
  const issuer = urlWith('OIDC_ISSUER', env.OIDC_ISSUER, ['https:', 'http:'], faults);
  if (!issuer) return undefined;
  const { protocol, hostname } = new URL(issuer);
  if (protocol === 'http:' && !isThisMachine(hostname))
    faults.push('OIDC_ISSUER phải bắt đầu bằng https:// (http:// chỉ dùng cho máy chủ trên chính máy này).');
  const { OIDC_CLIENT_ID: clientId = '', OIDC_CLIENT_SECRET: clientSecret = '' } = env;
  if (!clientId || !clientSecret) faults.push('OIDC_ISSUER cần thêm OIDC_CLIENT_ID và OIDC_CLIENT_SECRET.');
  return { issuer, clientId, clientSecret, loginClaim: env.OIDC_LOGIN_CLAIM || undefined };
}

/** @throws Error listing every mistake at once, so that the start is mended in one go. */
export function readConfig(env: NodeJS.ProcessEnv, demo: boolean): Config {
  const faults: string[] = [];
  const port = portOf('PORT', env.PORT || '3000', faults);
  const metricsPort = env.METRICS_PORT ? portOf('METRICS_PORT', env.METRICS_PORT, faults) : undefined;
  if (env.JOBS && env.JOBS !== 'here' && env.JOBS !== 'separate') faults.push('JOBS phải là "here" hoặc "separate".');
  if (env.LOG_FORMAT && env.LOG_FORMAT !== 'text' && env.LOG_FORMAT !== 'json')
    faults.push('LOG_FORMAT phải là "text" hoặc "json".');
  const today = env.TODAY || (demo ? '2023-06-15' : '');
  let clockOffsetMs = 0;
  try {
    if (today) clockOffsetMs = offsetOf(today, new Date().toISOString() as Instant);
  } catch (error) {
    faults.push(`TODAY: ${(error as Error).message}`);
  }
  const postgres = ['postgres:', 'postgresql:'];
  const databaseUrl = urlWith('DATABASE_URL', env.DATABASE_URL, postgres, faults);
  const databaseReplicaUrl = urlWith('DATABASE_REPLICA_URL', env.DATABASE_REPLICA_URL, postgres, faults);
  if (databaseReplicaUrl && !databaseUrl) faults.push('DATABASE_REPLICA_URL cần thêm DATABASE_URL của máy chính.');
  const redisUrl = urlWith('REDIS_URL', env.REDIS_URL, ['redis:', 'rediss:'], faults);
  const smtpUrl = urlWith('SMTP_URL', env.SMTP_URL, ['smtp:', 'smtps:'], faults);
  const sessionIdleHours = hoursOf('SESSION_IDLE_HOURS', env.SESSION_IDLE_HOURS, 4, faults);
  const sessionHours = hoursOf('SESSION_HOURS', env.SESSION_HOURS, 12, faults);
  const publicUrl = urlWith('PUBLIC_URL', env.PUBLIC_URL, ['https:', 'http:'], faults)?.replace(/\/+$/, '');
  const oidc = oidcOf(env, faults);
  const trustProxy = listOf(env.TRUST_PROXY || 'loopback');
  for (const one of trustProxy)
    if (one !== 'loopback' && !isNetwork(one))
      faults.push(`TRUST_PROXY: "${one}" không phải là địa chỉ mạng; ví dụ 10.0.0.5 hoặc 10.0.0.0/24.`);
  const ratePerMinute = Number(env.RATE_PER_MINUTE || 600);
  if (!Number.isInteger(ratePerMinute) || ratePerMinute < 60)
    faults.push('RATE_PER_MINUTE phải là số nguyên, ít nhất 60.');
  const answersMb = Number(env.ANSWERS_MB || 16);
  if (!Number.isInteger(answersMb) || answersMb < 0) faults.push('ANSWERS_MB phải là số nguyên, 0 trở lên.');
  if (env.CLAMD && !/^(\/.+|[^\s/:]+:\d{1,5})$/.test(env.CLAMD))
    faults.push('CLAMD phải là máy:cổng, ví dụ localhost:3310, hoặc đường dẫn tới socket.');
  if (env.JOBS === 'separate' && !databaseUrl && !redisUrl)
    faults.push('JOBS=separate cần REDIS_URL hoặc DATABASE_URL: hàng đợi nhúng chỉ chạy trong một tiến trình.');
  const dataDir = env.DATA_DIR || (demo ? './data/demo' : './data');
  const backup = readBackupSettings(env, dataDir, faults);
  if (faults.length > 0) throw new Error(`Cấu hình chưa đúng:\n- ${faults.join('\n- ')}`);
  return {
    port,
    host: env.HOST || '0.0.0.0',
    dataDir,
    secretKeyFile: env.SECRET_KEY_FILE || join(dataDir, 'secret.key'),
    databaseUrl,
    databaseReplicaUrl,
    redisUrl,
    smtpUrl,
    mailFrom: env.MAIL_FROM || 'Mặt Bằng <matbang@localhost>',
    clockOffsetMs,
    jobs: env.JOBS === 'separate' ? 'separate' : 'here',
    backup,
    demo,
    sessionIdleHours,
    sessionHours,
    publicUrl,
    oidc,
    trustProxy,
    ratePerMinute,
    answersMb,
    clamd: env.CLAMD || undefined,
    allowPrivateTargets: listOf(env.ALLOW_PRIVATE_TARGETS),
    metricsPort,
    metricsHost: env.METRICS_HOST || '127.0.0.1',
  };
}
