import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant, PlainDate } from '../domain/plain-date.js';
import type { PersuasionMatter } from '../domain/workflow/workflow.js';
import { wholeNumber } from '../platform/whole-number.js';

export const contactTypes = ['visit', 'persuasion', 'dialogue', 'offer'] as const;
export type ContactType = (typeof contactTypes)[number];

/**
 * A dated meeting with a household: visit, persuasion, dialogue or offer. One that was taken back has no row here, so
 * that no reader can count it: its words are in the history (`taken-back.ts`).
 */
@Entity('contact')
export class Contact {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ name: 'unit_id', type: 'integer' })
  unitId!: number;

  @Column({ name: 'case_id', type: 'integer' })
  caseId!: number;

  @Column({ name: 'type', type: 'varchar' })
  type!: ContactType;

  @Column({ name: 'matter', type: 'varchar', nullable: true })
  matter!: PersuasionMatter | null;

  @Column({ name: 'on_day', type: 'varchar' })
  onDay!: PlainDate;

  @Column({ name: 'reason', type: 'varchar', nullable: true })
  reason!: string | null;

  @Column({ name: 'amount_vnd', type: 'bigint', nullable: true, transformer: wholeNumber })
  amountVnd!: number | null;

  @Column({ name: 'note', type: 'text', nullable: true })
  note!: string | null;

  @Column({ name: 'account_id', type: 'integer', nullable: true })
  accountId!: number | null;

  @Column({ name: 'at', type: 'varchar' })
  at!: Instant;
}
