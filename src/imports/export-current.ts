import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { writeCsvStream } from 'hucre/csv';
import { writeXlsxStream } from 'hucre/xlsx';
import type { DataSource, EntityManager } from 'typeorm';
import { notComputed } from '../office/csv.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import type { Officer } from '../platform/officer.js';
import { currentAccounts } from './current-accounts.js';
import { currentCases, type CurrentRow } from './current-cases.js';
import { currentPayments } from './current-payments.js';
import { columnsOf, type ImportKind } from './import-columns.js';
import { columnLooks } from './sample-workbook.js';
import { writeValue } from './write-value.js';

function rowsOf(manager: EntityManager, kind: ImportKind, officer: Officer): AsyncGenerator<CurrentRow[]> {
  if (kind === 'payments') return currentPayments(manager, officer);
  if (kind === 'accounts') return currentAccounts(manager, officer);
  return currentCases(manager, kind, officer);
}

/**
 * What stands, in the columns of the import: handed in again it changes nothing, so that an officer can mend a column
 * in Excel and bring only that back. Read and written a page at a time, however large the ward.
 */
@Injectable()
export class ExportCurrent {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  run(kind: ImportKind, as: 'xlsx' | 'csv', officer: Officer): { fileName: string; content: ReadableStream } {
    const lines = this.lines(kind, as, officer);
    const content =
      as === 'csv'
        ? writeCsvStream(lines, { bom: true, delimiter: ';' })
        : writeXlsxStream(lines, { name: 'Nhập', columns: columnLooks(kind), freezePane: { rows: 1 } });
    return { fileName: `hien-co-${kind}-${this.clock.today()}.${as}`, content };
  }

  private async *lines(kind: ImportKind, as: 'xlsx' | 'csv', officer: Officer): AsyncGenerator<string[]> {
    const columns = columnsOf[kind];
    yield columns.map(({ vi }) => vi);
    for await (const rows of rowsOf(this.database.manager, kind, officer))
      for (const row of rows) {
        const cells = columns.map(({ name, read }) => writeValue(row[name], read));
        yield as === 'csv' ? cells.map(notComputed) : cells;
      }
  }
}
