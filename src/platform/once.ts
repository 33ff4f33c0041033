import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { EntityManager } from 'typeorm';
import { DomainError, type Problem } from '../domain/errors.js';
import { later, type Instant } from '../domain/plain-date.js';

interface Refused {
  code: string;
  message: string;
  problems: Problem[];
}
type Outcome<T> = { outcome: T } | { refused: Refused };

/** Answers are given again for so long; a client that has heard nothing for a week has given up. */
const keptMs = 7 * 24 * 3_600_000;

/**
 * One request under its idempotency key. Each write of the request keeps its outcome in its own transaction; asked
 * again, the use case goes the same way and is handed those outcomes, so it answers the same and writes nothing.
 *
 * The key itself is not in the database: a row is found by a hash of it, and the outcome is encrypted under it, because
 * it may hold a one-time code or a name that its reader in the table has no right to.
 */
export class Once {
  private writes = 0;
  private readonly name: string;
  private readonly secret: Buffer;
  private readonly asked = createHash('sha256');
  /** For work in bulk: a row that was refused is refused again, whatever has happened to its case meanwhile. */
  keepsRefusals = false;

  constructor(
    private readonly accountId: number,
    key: string,
    asked: string,
  ) {
    const derived = Buffer.from(hkdfSync('sha256', key, `account-${accountId}`, 'idempotent answer', 64));
    this.name = derived.subarray(0, 32).toString('base64url');
    this.secret = derived.subarray(32);
    this.alsoAsked(asked);
  }

  /** What else makes it this request and no other: the parts of a form, read after the headers. */
  alsoAsked(...parts: (string | Buffer)[]): void {
    for (const part of parts) this.asked.update(`${part.length}/`).update(part);
  }

  /** The next write of the request. */
  next(): KeptWrite {
    const asked = this.asked.copy().digest('base64url');
    return new KeptWrite(this.accountId, `${this.name}/${++this.writes}`, asked, this.secret, this.keepsRefusals);
  }
}

/** One write of a request, claimed by its name in the writer's own transaction. */
export class KeptWrite {
  constructor(
    private readonly accountId: number,
    private readonly key: string,
    private readonly asked: string,
    private readonly secret: Buffer,
    readonly keepsRefusals: boolean,
  ) {}

  /**
   * The outcome of the first time, or of `write` now. Of two clicks at once the second waits for the first at the unique
   * key and then reads its outcome.
   * @throws DomainError idempotency-key-reused when the key belongs to another request
   */
  async outcome<T>(manager: EntityManager, at: Instant, write: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const claim = manager
      .createQueryBuilder()
      .insert()
      .into('idempotent_answer')
      .values({ account_id: this.accountId, key: this.key, request: this.asked, at })
      .orIgnore()
      .updateEntity(false);
    const before = await this.find(manager);
    if (!before) await claim.execute();
    const row = before ?? (await this.find(manager))!;
    if (row.request !== this.asked)
      throw new DomainError(
        'idempotency-key-reused',
        'Khóa chống gửi trùng này đã dùng cho một yêu cầu khác; hãy tải lại trang rồi gửi lại.',
      );
    if (row.answer !== null) return this.unseal<T>(row.answer);
    const outcome = await write();
    await manager
      .createQueryBuilder()
      .update('idempotent_answer')
      .set({ answer: this.seal(outcome) })
      .where('account_id = :id AND key = :key', { id: this.accountId, key: this.key })
      .execute();
    return outcome;
  }

  private find(manager: EntityManager) {
    return manager
      .createQueryBuilder()
      .select(['a.request AS request', 'a.answer AS answer'])
      .from('idempotent_answer', 'a')
      .where('a.account_id = :id AND a.key = :key', { id: this.accountId, key: this.key })
      .getRawOne<{ request: string; answer: string | null }>();
  }

  private seal(outcome: object): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.secret, iv).setAAD(Buffer.from(this.key));
    const sealed = Buffer.concat([cipher.update(serialize(outcome)), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
  }

  private unseal<T>(answer: string): Outcome<T> {
    const bytes = Buffer.from(answer, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', this.secret, bytes.subarray(0, 12)).setAAD(Buffer.from(this.key));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return deserialize(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])) as Outcome<T>;
  }
}

/** Forgets the answers nobody will ask for again. */
export async function forgetOldAnswers(manager: EntityManager, now: Instant): Promise<void> {
  await manager
    .createQueryBuilder()
    .delete()
    .from('idempotent_answer')
    .where('at < :before', { before: later(now, -keptMs) })
    .execute();
}
