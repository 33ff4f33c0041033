import type { EntityManager } from 'typeorm';
import { DomainError } from '../domain/errors.js';
import type { Instant } from '../domain/plain-date.js';
import { sealingOf } from '../platform/sealing.js';
import type { Officer } from '../platform/officer.js';

/**
 * The same idempotency key gives the first answer again and writes nothing. The key is claimed inside the writer's
 * transaction: of two clicks at once the second waits for the first (unique key) and then reads its answer.
 */
export async function answerOnce<T>(
  manager: EntityManager,
  officer: Officer,
  key: string | undefined,
  request: unknown,
  now: Instant,
  write: () => Promise<T>,
): Promise<T> {
  if (!key) return write();
  // What was asked may name people, and is only ever compared; what was answered is kept as a secret.
  const sealing = sealingOf(manager);
  const [asked, ...before] = sealing.keyedHashes(JSON.stringify(request));
  const insert = manager
    .createQueryBuilder()
    .insert()
    .into('idempotent_answer')
    .values({ account_id: officer.id, key, request: asked, at: now })
    .orIgnore()
    .updateEntity(false);
  const known = await find(manager, officer, key);
  if (!known) await insert.execute();
  const row = known ?? (await find(manager, officer, key))!;
  if (![asked, ...before].includes(row.request))
    throw new DomainError(
      'idempotency-key-reused',
      'Khóa chống gửi trùng này đã dùng cho một yêu cầu khác; hãy tải lại trang rồi gửi lại.',
    );
  if (row.answer !== null) return JSON.parse(sealing.open(row.answer)) as T;
  const answer = await write();
  await manager
    .createQueryBuilder()
    .update('idempotent_answer')
    .set({ answer: sealing.seal(JSON.stringify(answer)) })
    .where('account_id = :id AND key = :key', { id: officer.id, key })
    .execute();
  return answer;
}

const find = (manager: EntityManager, officer: Officer, key: string) =>
  manager
    .createQueryBuilder()
    .select(['a.request AS request', 'a.answer AS answer'])
    .from('idempotent_answer', 'a')
    .where('a.account_id = :id AND a.key = :key', { id: officer.id, key })
    .getRawOne<{ request: string; answer: string | null }>();
