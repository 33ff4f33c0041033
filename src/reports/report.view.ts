import { ApiProperty } from '@nestjs/swagger';
import { CaseSummary } from '../cases/case-summary.view.js';
import type { Instant, PlainDate } from '../domain/plain-date.js';
import { Day, Moment } from '../platform/described.js';
import { formGroups } from './forms.js';
import { periodKinds, type PeriodKind } from './report-period.js';
import type { CellType, CellValue } from './report-table.js';
import { wardEventKinds, type WardEventKind } from './ward-event.entity.js';

class FormView {
  /** The name it is filed under: `01/XLD`. */
  form!: string;
  title!: string;

  @ApiProperty({ enum: formGroups })
  group!: (typeof formGroups)[number];

  /** Printed the same for ever once the period is closed. */
  frozen!: boolean;
}

/** A configured rule, and how sure it is. */
class SourcedView {
  @Day()
  effectiveFrom!: PlainDate;

  source!: string;
  basis!: string;
  confidence!: number;
}

export class ClosedPeriodView {
  id!: number;

  @ApiProperty({ enum: periodKinds })
  kind!: PeriodKind;

  @Day()
  from!: PlainDate;

  @Day()
  to!: PlainDate;

  @Moment()
  closedAt!: Instant;
}

export class ReportsView {
  forms!: FormView[];
  cutOff!: SourcedView;
  formSet!: SourcedView;
  closed!: ClosedPeriodView[];
}

export class PeriodView {
  @Day()
  from!: PlainDate;

  @Day()
  to!: PlainDate;
}

class ReportColumnView {
  key!: string;
  vi!: string;
  /** Headings over it, outermost first. */
  under!: string[];

  @ApiProperty({ enum: ['count', 'text', 'day', 'vnd', 'area', 'percent'] })
  type!: CellType;
}

class CellView {
  /** Counts and đồng are whole numbers; an area is m² as text. */
  @ApiProperty({ oneOf: [{ type: 'number' }, { type: 'string' }], nullable: true })
  value!: CellValue;

  /** How many cases stand behind the figure. */
  cases!: number;
}

class ReportRowView {
  label!: string;
  cells!: CellView[];
}

class SumCheckView {
  says!: string;
  holds!: boolean;
  /** Cases that one side counts and another does not. */
  cases!: CaseSummary[];
}

class ReportTableView {
  form!: string;
  title!: string;
  columns!: ReportColumnView[];
  rows!: ReportRowView[];
}

export class ReportView {
  period!: PeriodView;
  table!: ReportTableView;
  lastYear!: ReportTableView | null;
  /** What was entered late for periods filed before. */
  adjustments!: ReportTableView | null;
  sums!: SumCheckView[];

  @Moment()
  closedAt!: Instant | null;
}

export class CasesBehindView {
  cases!: CaseSummary[];
  /** Others that the reader may not list. */
  hidden!: number;
}

export class NarrativeSectionView {
  heading!: string;
  paragraphs!: string[];
}

export class NarrativeView {
  period!: PeriodView;
  sections!: NarrativeSectionView[];
  closed!: boolean;
}

export class WardEventView {
  id!: number;

  @ApiProperty({ enum: Object.keys(wardEventKinds) })
  kind!: WardEventKind;

  kindVi!: string;

  @Day()
  on!: PlainDate;

  number!: string | null;
  about!: string;
  residentialGroupId!: number | null;
  attendees!: number | null;
  wanting!: number | null;
  illustrative!: boolean;
}
