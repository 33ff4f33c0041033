import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant } from '../domain/plain-date.js';

/** What a recipient reads in the product. One per ledger line, by a unique key. */
@Entity('notice')
export class Notice {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ name: 'unit_id', type: 'integer' })
  unitId!: number;

  @Column({ name: 'reminder_id', type: 'integer' })
  reminderId!: number;

  @Column({ name: 'recipient_id', type: 'integer' })
  recipientId!: number;

  @Column({ name: 'case_id', type: 'integer', nullable: true })
  caseId!: number | null;

  @Column({ name: 'subject', type: 'varchar' })
  subject!: string;

  @Column({ name: 'body', type: 'text' })
  body!: string;

  @Column({ name: 'at', type: 'varchar' })
  at!: Instant;

  @Column({ name: 'read_at', type: 'varchar', nullable: true })
  readAt!: Instant | null;
}
