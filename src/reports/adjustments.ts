import { LessThan, type EntityManager } from 'typeorm';
import { ClosedPeriod } from './closed-period.entity.js';
import { allFigures } from './forms.js';
import { periodInWords, type Period } from './report-period.js';
import type { Cell, ReportTable } from './report-table.js';

/**
 * What was entered late for periods already filed: each form's figures as they are now, less what was filed and what
 * later periods have named already. Every row is named after the period it mends; forms without a difference are left
 * out. Counted for the next period that is not closed; of some forms only, where `figuresOf` counts no others.
 */
export async function adjustmentsBefore(
  manager: EntityManager,
  unitId: number,
  period: Period,
  figuresOf = (filed: Period) => allFigures(manager, unitId, filed),
): Promise<ReportTable[]> {
  const closed = await manager.find(ClosedPeriod, {
    where: { unitId, toDay: LessThan(period.from) },
    order: { fromDay: 'ASC', id: 'ASC' },
  });
  const adjustments: ReportTable[] = [];
  for (const { fromDay, toDay, figures } of closed) {
    const filed = { from: fromDay, to: toDay };
    const label = `Điều chỉnh do nhập sau khi khóa kỳ ${periodInWords(filed)}`;
    const named = closed.flatMap((later) => later.figures.adjustments);
    for (const now of await figuresOf(filed)) {
      const then = figures.tables.find(({ form }) => form === now.form);
      const rows = now.rows.flatMap((row) => {
        const before = [
          then?.rows.find((each) => each.label === row.label),
          ...named
            .filter(({ form }) => form === now.form)
            .flatMap((table) => table.rows.filter((each) => each.label === `${label}: ${row.label}`)),
        ];
        const cells = row.cells.map((cell, i) =>
          difference(
            cell,
            before.map((each) => each?.cells[i]),
          ),
        );
        return cells.some(({ value, cases }) => value !== 0 || cases!.length > 0)
          ? [{ label: `${label}: ${row.label}`, cells }]
          : [];
      });
      if (rows.length > 0) adjustments.push({ ...now, rows, sums: [] });
    }
  }
  return adjustments;
}

/** The cases are those counted now and not then; the other way round where a figure fell. */
function difference(now: Cell, before: readonly (Cell | undefined)[]): Cell {
  const then = before.reduce((sum, cell) => sum + Number(cell?.value ?? 0), 0);
  const known = new Set(before.flatMap((cell) => cell?.cases ?? []));
  const mine = new Set(now.cases ?? []);
  const value = Number(now.value ?? 0) - then;
  const cases = [...mine].filter((id) => !known.has(id));
  return { value, cases: cases.length > 0 || value === 0 ? cases : [...known].filter((id) => !mine.has(id)) };
}
