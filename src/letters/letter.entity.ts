import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant, PlainDate } from '../domain/plain-date.js';

/** How a paper reached whom it is for. */
export const waysOfService = {
  'handed-over': 'Giao trực tiếp',
  posted: 'Gửi bưu điện',
  'refused-before-witnesses': 'Không nhận, có người làm chứng',
  'left-at-home': 'Để lại nơi ở',
} as const;
export type WayOfService = keyof typeof waysOfService;

/** A letter written for a case, and the proof that it was served. Who and what about is sealed for a petition. */
@Entity('letter')
export class Letter {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ name: 'unit_id', type: 'integer' })
  unitId!: number;

  @Column({ name: 'case_id', type: 'integer' })
  caseId!: number;

  /** The paper of the case that holds the file. */
  @Column({ name: 'document_id', type: 'integer' })
  documentId!: number;

  @Column({ name: 'kind', type: 'varchar' })
  kind!: string;

  /** Null: the built-in template. */
  @Column({ name: 'template_id', type: 'integer', nullable: true })
  templateId!: number | null;

  /** Of a second version: the letter it was first. */
  @Column({ name: 'first_id', type: 'integer', nullable: true })
  firstId!: number | null;

  @Column({ name: 'version', type: 'integer' })
  version!: number;

  @Column({ name: 'year', type: 'integer' })
  year!: number;

  /** Null with the number: minutes and receipts are in no book. */
  @Column({ name: 'symbol', type: 'varchar', nullable: true })
  symbol!: string | null;

  @Column({ name: 'number', type: 'integer', nullable: true })
  number!: number | null;

  @Column({ name: 'on_day', type: 'varchar' })
  onDay!: PlainDate;

  @Column({ name: 'signer', type: 'varchar' })
  signer!: string;

  @Column({ name: 'addressee', type: 'text', nullable: true })
  addressee!: string | null;

  @Column({ name: 'account_id', type: 'integer', nullable: true })
  accountId!: number | null;

  @Column({ name: 'at', type: 'varchar' })
  at!: Instant;

  @Column({ name: 'served_how', type: 'varchar', nullable: true })
  servedHow!: WayOfService | null;

  @Column({ name: 'served_on', type: 'varchar', nullable: true })
  servedOn!: PlainDate | null;

  @Column({ name: 'served_to', type: 'text', nullable: true })
  servedTo!: string | null;

  @Column({ name: 'served_by', type: 'text', nullable: true })
  servedBy!: string | null;

  @Column({ name: 'served_note', type: 'text', nullable: true })
  servedNote!: string | null;

  @Column({ name: 'served_account_id', type: 'integer', nullable: true })
  servedAccountId!: number | null;

  @Column({ name: 'served_at', type: 'varchar', nullable: true })
  servedAt!: Instant | null;
}
