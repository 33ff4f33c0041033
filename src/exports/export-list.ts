import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CaseFile } from '../cases/case-file.entity.js';
import { CaseListQuery, type CaseFilter } from '../cases/case-list.query.js';
import type { CaseSummary } from '../cases/case-summary.view.js';
import { DomainError } from '../domain/errors.js';
import { vietnameseDay } from '../domain/plain-date.js';
import { csv } from '../office/csv.js';
import { workbook, type SheetTable } from '../office/workbook.js';
import { Unit } from '../people/unit.entity.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import type { Officer } from '../platform/officer.js';
import { listColumns, type ListColumnName } from './list-columns.js';

const page = 500;
/** More is a database copy, not a list. */
const most = 50_000;

/** A list as a file, with the filter, the order and the columns of the screen, within the reader's reach. */
@Injectable()
export class ExportList {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly list: CaseListQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `too-many-rows` */
  async run(
    filter: CaseFilter,
    names: readonly ListColumnName[],
    as: 'xlsx' | 'csv',
    officer: Officer,
  ): Promise<{ fileName: string; content: Buffer }> {
    const rows: CaseSummary[] = [];
    let cursor: string | undefined;
    do {
      const { items, nextCursor, total } = await this.list.run({ ...filter, cursor, limit: page }, officer);
      if (total > most)
        throw new DomainError(
          'too-many-rows',
          `Danh sách có ${total.toLocaleString('vi-VN')} hồ sơ; một tệp chứa tối đa ${most.toLocaleString('vi-VN')}. Hãy lọc bớt rồi tải lại.`,
        );
      rows.push(...items);
      cursor = nextCursor ?? undefined;
    } while (cursor);
    const table = await this.table(rows, names, officer);
    const today = this.clock.today();
    const content = as === 'csv' ? csv(table) : await workbook([table]);
    return { fileName: `Danh sách hồ sơ ${today}.${as}`, content };
  }

  private async table(
    rows: readonly CaseSummary[],
    names: readonly ListColumnName[],
    officer: Officer,
  ): Promise<SheetTable> {
    const { manager } = this.database;
    const unit = await manager.findOneByOrFail(Unit, { id: officer.unitId });
    const projects = await manager.find(CaseFile, {
      where: { unitId: officer.unitId, kind: 'compensation-project' },
      select: { id: true, title: true },
    });
    const titles = new Map(projects.map(({ id, title }) => [id, title]));
    const columns = names.map((name) => listColumns[name]);
    return {
      name: 'Hồ sơ',
      heading: [
        'Danh sách hồ sơ',
        `${unit.name} · lập ngày ${vietnameseDay(this.clock.today())} · ${rows.length.toLocaleString('vi-VN')} hồ sơ`,
      ],
      columns,
      rows: rows.map((row) => columns.map(({ of }) => of(row, titles))),
    };
  }
}
