import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/plain-date.js';

/**
 * Which entries of its history a unit has posted to its webhook (address and secret are the unit's), and the place in
 * the chain up to which they were carried. Nothing is written per event: what is still to go is what follows `seq`.
 */
@Entity('webhook_events')
export class WebhookEvents {
  @PrimaryColumn({ name: 'unit_id', type: 'integer' })
  unitId!: number;

  /** Actions, as `audit/action-names.ts` has them; none turns events off. */
  @Column({ name: 'events', type: 'simple-json' })
  events!: string[];

  @Column({ name: 'seq', type: 'integer' })
  seq!: number;

  /** Of the event that comes next; 0 once the receiver has taken one. */
  @Column({ name: 'attempts', type: 'integer' })
  attempts!: number;

  @Column({ name: 'next_attempt_at', type: 'varchar' })
  nextAttemptAt!: Instant;

  /** So long nobody else carries for this unit: that keeps the order. */
  @Column({ name: 'claimed_until', type: 'varchar', nullable: true })
  claimedUntil!: Instant | null;

  @Column({ name: 'last_error', type: 'text', nullable: true })
  lastError!: string | null;
}
