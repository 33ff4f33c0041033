import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant, PlainDate } from '../domain/plain-date.js';

/** Somebody on leave (`accountId`) named a colleague who does the work meanwhile, both days included. */
@Entity('stand_in')
export class StandIn {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ name: 'unit_id', type: 'integer' })
  unitId!: number;

  @Column({ name: 'account_id', type: 'integer' })
  accountId!: number;

  @Column({ name: 'stand_in_id', type: 'integer' })
  standInId!: number;

  @Column({ name: 'from_day', type: 'varchar' })
  fromDay!: PlainDate;

  @Column({ name: 'to_day', type: 'varchar' })
  toDay!: PlainDate;

  @Column({ name: 'reason', type: 'text', nullable: true })
  reason!: string | null;

  /** Taken back before its last day. */
  @Column({ name: 'ended_at', type: 'varchar', nullable: true })
  endedAt!: Instant | null;
}
