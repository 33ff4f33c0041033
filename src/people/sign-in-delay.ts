import ipaddr from 'ipaddr.js';
import { In, LessThan, type EntityManager } from 'typeorm';
import { DomainError } from '../domain/errors.js';
import { later, type Instant } from '../domain/plain-date.js';
import { ask } from '../platform/ask.js';
import { hashOf } from './passwords.js';
import { SignInDelay } from './sign-in-delay.entity.js';

const minuteMs = 60_000;
const longestMs = 60 * minuteMs;

/** Failures without a delay, and how long a quiet time makes forget them. A whole office may share one address. */
const rules = {
  login: { free: 5, forgetMs: 24 * 60 * minuteMs },
  address: { free: 50, forgetMs: 60 * minuteMs },
};
type Kind = keyof typeof rules;

/** Who tries, by login and by network address. The login may be one nobody has, and is counted all the same. */
export interface Attempt {
  login: string;
  address: string;
}

const loginKey = (login: string) => `login:${hashOf(login)}`;

/** One line of an IPv6 provider holds 2^64 addresses: they count as one. */
function addressKey(address: string): string {
  if (!ipaddr.isValid(address)) return `address:${address}`;
  const parsed = ipaddr.process(address);
  return `address:${parsed.kind() === 'ipv6' ? (parsed as ipaddr.IPv6).parts.slice(0, 4).join(':') : parsed.toString()}`;
}

const keysOf = ({ login, address }: Attempt): Record<Kind, string> => ({
  login: loginKey(login),
  address: addressKey(address),
});

/** @throws DomainError `sign-in-delayed` while the login or the address has to wait, whether or not anybody has the login. */
export async function requireNoDelay(manager: EntityManager, attempt: Attempt, now: Instant): Promise<void> {
  const rows = await manager.findBy(SignInDelay, { key: In(Object.values(keysOf(attempt))) });
  const until =
    rows
      .map((row) => row.until ?? '')
      .sort()
      .at(-1) ?? '';
  if (until <= now) return;
  const seconds = Math.ceil((Date.parse(until) - Date.parse(now)) / 1000);
  const words = seconds > 90 ? `${Math.ceil(seconds / 60)} phút` : `${seconds} giây`;
  throw new DomainError(
    'sign-in-delayed',
    `Đã nhập sai nhiều lần nên phải chờ ${words} rồi mới thử lại được; cần vào ngay hãy báo quản trị của đơn vị.`,
    [],
    seconds,
  );
}

/** Counts one more failure; from the fifth of a login on, the next try waits a minute, then two, four … one hour. */
export async function countFailure(manager: EntityManager, attempt: Attempt, now: Instant): Promise<void> {
  const keys = keysOf(attempt);
  for (const kind of Object.keys(rules) as Kind[]) {
    const { free, forgetMs } = rules[kind];
    const since = later(now, -forgetMs);
    // One statement, so that of two failures at once none is lost.
    await ask(
      manager,
      `INSERT INTO sign_in_delay (key, failures, last_failed_at) VALUES (:key, 1, :now)
       ON CONFLICT (key) DO UPDATE SET last_failed_at = :now,
         failures = CASE WHEN sign_in_delay.last_failed_at < :since THEN 1 ELSE sign_in_delay.failures + 1 END`,
      { key: keys[kind], now, since },
    );
    const { failures } = await manager.findOneByOrFail(SignInDelay, { key: keys[kind] });
    if (failures < free) continue;
    const ms = Math.min(minuteMs * 2 ** Math.min(failures - free, 10), longestMs);
    await manager.update(SignInDelay, { key: keys[kind] }, { until: later(now, ms) });
  }
  const old = later(now, -rules.login.forgetMs);
  await manager.delete(SignInDelay, { lastFailedAt: LessThan(old) });
}

/** The right password, or an administrator, makes the failures of a login forgotten. Those of an address stay. */
export async function forgetFailures(manager: EntityManager, login: string): Promise<boolean> {
  const { affected } = await manager.delete(SignInDelay, { key: loginKey(login) });
  return (affected ?? 0) > 0;
}

/** Until when each login has to wait; those that need not are left out. */
export async function delaysOf(
  manager: EntityManager,
  logins: readonly string[],
  now: Instant,
): Promise<Map<string, Instant>> {
  const rows = await manager.findBy(SignInDelay, { key: In(logins.map(loginKey)) });
  const until = new Map(rows.flatMap((row) => (row.until && row.until > now ? [[row.key, row.until]] : [])));
  return new Map(logins.flatMap((login) => (until.has(loginKey(login)) ? [[login, until.get(loginKey(login))!]] : [])));
}
