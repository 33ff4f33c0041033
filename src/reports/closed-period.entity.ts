import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant, PlainDate } from '../domain/plain-date.js';
import type { NarrativeSection } from './narrative.js';
import type { PeriodKind } from './report-period.js';
import type { ReportTable } from './report-table.js';

/** The figures of a period as they were filed. Never written again. */
export interface ClosedFigures {
  tables: ReportTable[];
  /** What earlier closed periods were found to lack, as named in these tables. */
  adjustments: ReportTable[];
  narrative: NarrativeSection[];
}

@Entity('closed_period')
export class ClosedPeriod {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ name: 'unit_id', type: 'integer' })
  unitId!: number;

  @Column({ name: 'kind', type: 'varchar' })
  kind!: PeriodKind;

  @Column({ name: 'from_day', type: 'varchar' })
  fromDay!: PlainDate;

  @Column({ name: 'to_day', type: 'varchar' })
  toDay!: PlainDate;

  @Column({ name: 'figures', type: 'simple-json' })
  figures!: ClosedFigures;

  @Column({ name: 'account_id', type: 'integer' })
  accountId!: number;

  @Column({ name: 'closed_at', type: 'varchar' })
  closedAt!: Instant;
}
