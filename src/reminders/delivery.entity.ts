import { Column, Entity, PrimaryGeneratedColumn, type EntityManager } from 'typeorm';
import type { Instant } from '../domain/plain-date.js';

export type Channel = 'email' | 'webhook';

/** A notice, or the day's head of history, going out by e-mail or webhook, with its own sent mark and retries. */
@Entity('delivery')
export class Delivery {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ name: 'unit_id', type: 'integer' })
  unitId!: number;

  /** Null: not a notice but `body`. */
  @Column({ name: 'notice_id', type: 'integer', nullable: true })
  noticeId!: number | null;

  /** What is to go out only once carries a key. */
  @Column({ name: 'key', type: 'varchar', nullable: true })
  key!: string | null;

  @Column({ name: 'body', type: 'text', nullable: true })
  body!: string | null;

  @Column({ name: 'channel', type: 'varchar' })
  channel!: Channel;

  @Column({ name: 'target', type: 'varchar' })
  target!: string;

  @Column({ name: 'status', type: 'varchar' })
  status!: 'pending' | 'sent' | 'dead';

  @Column({ name: 'attempts', type: 'integer' })
  attempts!: number;

  @Column({ name: 'next_attempt_at', type: 'varchar' })
  nextAttemptAt!: Instant;

  @Column({ name: 'claimed_until', type: 'varchar', nullable: true })
  claimedUntil!: Instant | null;

  @Column({ name: 'sent_at', type: 'varchar', nullable: true })
  sentAt!: Instant | null;

  @Column({ name: 'last_error', type: 'text', nullable: true })
  lastError!: string | null;
}

/** A delivery that is to be tried at once. */
export const newDelivery = (
  manager: EntityManager,
  to: Pick<Delivery, 'unitId' | 'channel' | 'target' | 'noticeId' | 'key' | 'body'>,
  now: Instant,
): Delivery =>
  manager.create(Delivery, {
    ...to,
    status: 'pending',
    attempts: 0,
    nextAttemptAt: now,
    claimedUntil: null,
    sentAt: null,
    lastError: null,
  });
