import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant, PlainDate } from '../domain/plain-date.js';
import type { Fields } from '../domain/workflow/fields.js';
import type { Phase, Variant } from '../domain/workflow/workflow.js';
import { wholeNumber } from '../platform/whole-number.js';

/** A case: project, household file, grave, petition or reception session. */
@Entity('case_file')
export class CaseFile {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ name: 'unit_id', type: 'integer' })
  unitId!: number;

  @Column({ name: 'kind', type: 'varchar' })
  kind!: string;

  @Column({ name: 'code', type: 'varchar' })
  code!: string;

  @Column({ name: 'title', type: 'varchar' })
  title!: string;

  @Column({ name: 'variant', type: 'varchar', nullable: true })
  variant!: Variant | null;

  @Column({ name: 'state', type: 'varchar' })
  state!: string;

  @Column({ name: 'phase', type: 'varchar' })
  phase!: Phase;

  @Column({ name: 'outcome', type: 'varchar', nullable: true })
  outcome!: string | null;

  @Column({ name: 'state_since', type: 'varchar' })
  stateSince!: PlainDate;

  @Column({ name: 'opened_on', type: 'varchar' })
  openedOn!: PlainDate;

  @Column({ name: 'received_at', type: 'varchar' })
  receivedAt!: Instant;

  @Column({ name: 'closed_on', type: 'varchar', nullable: true })
  closedOn!: PlainDate | null;

  /** Raised at every write; the second of two deciders is refused. */
  @Column({ name: 'version', type: 'integer' })
  version!: number;

  @Column({ name: 'assignee_id', type: 'integer', nullable: true })
  assigneeId!: number | null;

  @Column({ name: 'residential_group_id', type: 'integer', nullable: true })
  residentialGroupId!: number | null;

  @Column({ name: 'project_id', type: 'integer', nullable: true })
  projectId!: number | null;

  @Column({ name: 'household_id', type: 'integer', nullable: true })
  householdId!: number | null;

  @Column({ name: 'first_petition_id', type: 'integer', nullable: true })
  firstPetitionId!: number | null;

  @Column({ name: 'merged_into_id', type: 'integer', nullable: true })
  mergedIntoId!: number | null;

  @Column({ name: 'holdout_reason', type: 'varchar', nullable: true })
  holdoutReason!: string | null;

  /** cm², so that sums stay whole. */
  @Column({ name: 'area_recovered', type: 'bigint', nullable: true, transformer: wholeNumber })
  areaRecovered!: number | null;

  @Column({ name: 'area_donated', type: 'bigint', nullable: true, transformer: wholeNumber })
  areaDonated!: number | null;

  @Column({ name: 'area_notified', type: 'bigint', nullable: true, transformer: wholeNumber })
  areaNotified!: number | null;

  @Column({ name: 'amount_vnd', type: 'bigint', nullable: true, transformer: wholeNumber })
  amountVnd!: number | null;

  @Column({ name: 'fields', type: 'simple-json' })
  fields!: Fields;

  /** Names of fields and days that are filled in for demonstration, not from the ward’s report. */
  @Column({ name: 'illustrative', type: 'simple-json' })
  illustrative!: string[];

  @Column({ name: 'search', type: 'varchar' })
  search!: string;

  /** Of a petition: the key its words are sealed with, itself sealed (`audit/seal-content.ts`). */
  @Column({ name: 'sealed_key', type: 'text', nullable: true })
  sealedKey!: string | null;

  /** A protected petition: title, texts and people are sealed; `cases/protect-case.ts` keeps this in step. */
  @Column({ name: 'protected', type: 'boolean' })
  protected!: boolean;

  /** The title of a protected petition; `title` is a neutral one meanwhile. */
  @Column({ name: 'sealed_title', type: 'text', nullable: true })
  sealedTitle!: string | null;

  /** Nothing of it is erased while this stands. */
  @Column({ name: 'legal_hold', type: 'boolean' })
  legalHold!: boolean;

  /** When names, texts and files were erased by rule. */
  @Column({ name: 'erased_at', type: 'varchar', nullable: true })
  erasedAt!: Instant | null;

  /** Earliest due date among duties that run, or stand still late; overdue is compared, never stored. */
  @Column({ name: 'next_due_on', type: 'varchar', nullable: true })
  nextDueOn!: PlainDate | null;

  /** Days late at which the clock of `nextDueOn` stands still; null while it runs. */
  @Column({ name: 'late_at_pause', type: 'integer', nullable: true })
  lateAtPause!: number | null;

  @Column({ name: 'created_at', type: 'varchar' })
  createdAt!: Instant;
}
