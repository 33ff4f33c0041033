import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant } from '../domain/plain-date.js';

/** A case shown to one person, or to the unit above; it stays readable for them until the share ends. */
@Entity('case_share')
export class CaseShare {
  @PrimaryGeneratedColumn()
  id!: number;

  /** The unit whose case it is. */
  @Column({ name: 'unit_id', type: 'integer' })
  unitId!: number;

  @Column({ name: 'case_id', type: 'integer' })
  caseId!: number;

  @Column({ name: 'to_unit_id', type: 'integer', nullable: true })
  toUnitId!: number | null;

  @Column({ name: 'to_account_id', type: 'integer', nullable: true })
  toAccountId!: number | null;

  /** Who showed it. */
  @Column({ name: 'account_id', type: 'integer' })
  accountId!: number;

  @Column({ name: 'reason', type: 'text' })
  reason!: string;

  @Column({ name: 'at', type: 'varchar' })
  at!: Instant;

  @Column({ name: 'ended_at', type: 'varchar', nullable: true })
  endedAt!: Instant | null;
}
