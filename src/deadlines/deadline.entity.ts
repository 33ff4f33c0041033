import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { DueDate, Extension, Pause } from '../domain/deadlines/due-date.js';
import type { ClockName } from '../domain/law/clocks.js';
import type { RuleKind, Term } from '../domain/law/rule.js';
import type { PlainDate } from '../domain/plain-date.js';
import type { FieldName } from '../domain/workflow/fields.js';
import type { ClockFact } from '../domain/workflow/clock-fact.js';

export type DeadlineStatus = ClockFact['status'];

/** A clock of a case. A stopped one is a record of what was true then and is never recomputed. */
@Entity('deadline')
export class Deadline {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ name: 'unit_id', type: 'integer' })
  unitId!: number;

  @Column({ name: 'case_id', type: 'integer' })
  caseId!: number;

  @Column({ name: 'clock', type: 'varchar' })
  clock!: ClockName;

  @Column({ name: 'rule_id', type: 'varchar' })
  ruleId!: string;

  @Column({ name: 'kind', type: 'varchar' })
  kind!: RuleKind;

  @Column({ name: 'trigger_on', type: 'varchar' })
  triggerOn!: PlainDate;

  @Column({ name: 'due_on', type: 'varchar', nullable: true })
  dueOn!: PlainDate | null;

  @Column({ name: 'status', type: 'varchar' })
  status!: DeadlineStatus;

  @Column({ name: 'pauses', type: 'simple-json' })
  pauses!: Pause[];

  @Column({ name: 'extensions', type: 'simple-json' })
  extensions!: Extension[];

  /** The length printed in the notice, where the rule leaves it to the notice. */
  @Column({ name: 'term', type: 'simple-json', nullable: true })
  term!: Term | null;

  @Column({ name: 'proof', type: 'simple-json', nullable: true })
  proof!: DueDate | null;

  /** Raised whenever the due date moves; part of every reminder key. */
  @Column({ name: 'version', type: 'integer' })
  version!: number;

  @Column({ name: 'started_by', type: 'integer', nullable: true })
  startedBy!: number | null;

  /** The case field whose day is the trigger, so that a correction of it moves the date. */
  @Column({ name: 'trigger_field', type: 'varchar', nullable: true })
  triggerField!: FieldName | null;

  @Column({ name: 'stopped_by', type: 'integer', nullable: true })
  stoppedBy!: number | null;

  @Column({ name: 'stopped_on', type: 'varchar', nullable: true })
  stoppedOn!: PlainDate | null;

  /** Calendar days from trigger to stop, kept for ever. */
  @Column({ name: 'days_used', type: 'integer', nullable: true })
  daysUsed!: number | null;

  /** Calendar days past the due date at stop, kept for ever; while paused, at the pause. */
  @Column({ name: 'days_late', type: 'integer', nullable: true })
  daysLate!: number | null;
}
