import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource } from 'typeorm';
import { idsWithin } from '../access/reach.js';
import { CaseFile } from '../cases/case-file.entity.js';
import { summaryOf, wardNames } from '../cases/case-summary.js';
import type { CaseSummary } from '../cases/case-summary.view.js';
import { DomainError } from '../domain/errors.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import type { Officer } from '../platform/officer.js';
import { adjustmentsBefore } from './adjustments.js';
import { ClosedPeriod } from './closed-period.entity.js';
import { forms } from './forms.js';
import { narrative, type NarrativeSection } from './narrative.js';
import { reportRules, inForceOn, yearBefore, type Period } from './report-period.js';
import type { ReportTable } from './report-table.js';

/** A report of a period with the same period last year beside it. */
export interface Report {
  period: Period;
  table: ReportTable;
  lastYear: ReportTable | null;
  /** What this period mends of earlier ones that were filed. */
  adjustments: ReportTable | null;
  closedAt: string | null;
}

@Injectable()
export class ReportQuery {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `unknown-form` */
  async run(name: string, period: Period, officer: Officer): Promise<Report> {
    const { manager } = this.database;
    const form = formOf(name);
    if (form.rows)
      return {
        period,
        table: await form.rows(manager, officer, period),
        lastYear: null,
        adjustments: null,
        closedAt: null,
      };
    const closed = await this.closed(period, officer);
    const figures = form.figures!;
    const past = yearBefore(period);
    const filedPast = await this.closed(past, officer);
    const of = (tables: readonly ReportTable[]) => tables.find((table) => table.form === name) ?? null;
    return {
      period,
      table: (closed && of(closed.figures.tables)) ?? (await figures(manager, officer.unitId, period)),
      lastYear: (filedPast && of(filedPast.figures.tables)) ?? (await figures(manager, officer.unitId, past)),
      adjustments: of(
        closed
          ? closed.figures.adjustments
          : await adjustmentsBefore(manager, officer.unitId, period, async (filed) => [
              await figures(manager, officer.unitId, filed),
            ]),
      ),
      closedAt: closed?.closedAt ?? null,
    };
  }

  /** The cases behind one figure that the reader may list; `hidden` others stand behind it too. */
  async casesBehind(
    name: string,
    period: Period,
    place: { row: number; column: string; part: 'table' | 'lastYear' | 'adjustments' },
    officer: Officer,
  ): Promise<{ cases: CaseSummary[]; hidden: number }> {
    const report = await this.run(name, period, officer);
    const table = report[place.part];
    const column = table?.columns.findIndex(({ key }) => key === place.column) ?? -1;
    const cell = table?.rows[place.row]?.cells[column];
    if (!cell) throw new DomainError('unknown-cell', 'Báo cáo này không có ô đó; hãy tải lại báo cáo rồi chọn lại.');
    const ids = cell.cases ?? [];
    const cases = [...(await this.summaries(ids, officer)).values()];
    return { cases, hidden: ids.length - cases.length };
  }

  /** Those of the cases that the reader may list, by id. */
  async summaries(ids: readonly number[], officer: Officer): Promise<Map<number, CaseSummary>> {
    const { manager } = this.database;
    const seen = await idsWithin(manager, officer, ids.slice(0, most), 'list');
    const files = await manager.find(CaseFile, { where: { id: In([...seen]) }, order: { id: 'ASC' } });
    const names = await wardNames(manager, officer.unitId);
    return new Map(files.map((file) => [file.id, summaryOf(file, this.clock.today(), names)]));
  }

  /** The two sections in the ward's own manner; of a closed period as they were filed. */
  async narrative(period: Period, officer: Officer): Promise<NarrativeSection[]> {
    const closed = await this.closed(period, officer);
    return closed?.figures.narrative ?? narrative(this.database.manager, officer.unitId, period);
  }

  closed({ from, to }: Period, officer: Officer): Promise<ClosedPeriod | null> {
    return this.database.manager.findOneBy(ClosedPeriod, { unitId: officer.unitId, fromDay: from, toDay: to });
  }

  closedPeriods(officer: Officer): Promise<ClosedPeriod[]> {
    return this.database.manager.find(ClosedPeriod, {
      where: { unitId: officer.unitId },
      order: { fromDay: 'DESC', id: 'DESC' },
      select: { id: true, kind: true, fromDay: true, toDay: true, closedAt: true, accountId: true },
    });
  }

  /** Which forms are filed, by the configuration in force today; the ward's own tables always. */
  inForce() {
    const today = this.clock.today();
    return { cutOff: inForceOn(reportRules.cutOffs, today), formSet: inForceOn(reportRules.formSets, today) };
  }
}

/** Cases shown behind one figure; more are looked for in the list. */
const most = 5_000;

function formOf(name: string) {
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
  if (!form)
    throw new DomainError(
      'unknown-form',
      `Không có báo cáo, sổ "${name.slice(0, 40)}". Chọn một trong: ${Object.keys(forms).join(', ')}.`,
    );
  return form;
}
