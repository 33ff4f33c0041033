import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant, PlainDate } from '../domain/plain-date.js';

/** One line of the ledger: (case, clock, rung, recipient, version of the due date). The queue only wakes it. */
@Entity('reminder')
export class Reminder {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ name: 'unit_id', type: 'integer' })
  unitId!: number;

  /** Unique; made of the five parts. */
  @Column({ name: 'key', type: 'varchar' })
  key!: string;

  @Column({ name: 'case_id', type: 'integer', nullable: true })
  caseId!: number | null;

  @Column({ name: 'deadline_id', type: 'integer', nullable: true })
  deadlineId!: number | null;

  @Column({ name: 'rung', type: 'varchar' })
  rung!: string;

  @Column({ name: 'recipient_id', type: 'integer' })
  recipientId!: number;

  @Column({ name: 'due_version', type: 'integer' })
  dueVersion!: number;

  @Column({ name: 'due_on', type: 'varchar', nullable: true })
  dueOn!: PlainDate | null;

  @Column({ name: 'send_at', type: 'varchar' })
  sendAt!: Instant;

  @Column({ name: 'status', type: 'varchar' })
  status!: 'planned' | 'sent' | 'withdrawn';

  @Column({ name: 'sent_at', type: 'varchar', nullable: true })
  sentAt!: Instant | null;
}
