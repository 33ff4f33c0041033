import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/plain-date.js';

/** The secret address at which a calendar program reads one person's due dates. Only its hash is kept. */
@Entity('calendar_feed')
export class CalendarFeed {
  @PrimaryColumn({ name: 'account_id', type: 'integer' })
  accountId!: number;

  @Column({ name: 'secret_hash', type: 'varchar' })
  secretHash!: string;

  @Column({ name: 'created_at', type: 'varchar' })
  createdAt!: Instant;
}
