import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant, PlainDate } from '../domain/plain-date.js';

/** One line of history. Only ever added; the database itself refuses anything else (`history-guard.ts`). */
@Entity('history')
export class HistoryEntry {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ name: 'unit_id', type: 'integer' })
  unitId!: number;

  @Column({ name: 'case_id', type: 'integer', nullable: true })
  caseId!: number | null;

  @Column({ name: 'at', type: 'varchar' })
  at!: Instant;

  /** The day the act took place, which may be earlier than `at`. */
  @Column({ name: 'on_day', type: 'varchar', nullable: true })
  onDay!: PlainDate | null;

  @Column({ name: 'account_id', type: 'integer', nullable: true })
  accountId!: number | null;

  /** On leave: who was stood in for by `accountId`. */
  @Column({ name: 'for_account_id', type: 'integer', nullable: true })
  forAccountId!: number | null;

  /** Network address the author wrote from; none for a job. */
  @Column({ name: 'address', type: 'varchar', nullable: true })
  address!: string | null;

  @Column({ name: 'action', type: 'varchar' })
  action!: string;

  @Column({ name: 'from_state', type: 'varchar', nullable: true })
  fromState!: string | null;

  @Column({ name: 'to_state', type: 'varchar', nullable: true })
  toState!: string | null;

  @Column({ name: 'before', type: 'simple-json', nullable: true })
  before!: object | null;

  @Column({ name: 'after', type: 'simple-json', nullable: true })
  after!: object | null;

  @Column({ name: 'note', type: 'text', nullable: true })
  note!: string | null;

  @Column({ name: 'illustrative', type: 'boolean' })
  illustrative!: boolean;

  /** Place in the unit's chain, from 1 without gaps. The columns of the chain are read by `verify-chain.ts` only. */
  @Column({ name: 'seq', type: 'integer' })
  seq!: number;

  @Column({ name: 'prev_hash', type: 'varchar', select: false })
  prevHash!: string;

  @Column({ name: 'hash', type: 'varchar', select: false })
  hash!: string;

  @Column({ name: 'content_hash', type: 'varchar', select: false })
  contentHash!: string;

  /** Null once the content is erased. */
  @Column({ name: 'salt', type: 'varchar', nullable: true, select: false })
  salt!: string | null;

  /** When `before`, `after` and `note` were erased; an entry `erase` says why. */
  @Column({ name: 'erased_at', type: 'varchar', nullable: true })
  erasedAt!: Instant | null;
}
