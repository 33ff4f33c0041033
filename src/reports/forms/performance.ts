import type { EntityManager } from 'typeorm';
import type { Pause } from '../../domain/deadlines/due-date.js';
import { workflows } from '../../domain/kinds/registry.js';
import { daysLate } from '../../domain/deadlines/overdue.js';
import { clocks, type ClockName } from '../../domain/law/clocks.js';
import { dutyKinds } from '../../domain/law/rule.js';
import { addDays, type PlainDate } from '../../domain/plain-date.js';
import { ask } from '../../platform/ask.js';
import { handlersOf } from '../handlers.js';
import { within, type Period } from '../report-period.js';
import { checkSums, countRow, type CountColumn, type ReportRow, type ReportTable } from '../report-table.js';
import { stepsOf } from '../steps-taken.js';

interface Flow {
  id: number;
  kind: string;
  carriedIn: number;
  received: number;
  settled: number;
  carriedOut: number;
}

const flowColumns: CountColumn<Flow>[] = [
  { key: '1', vi: 'Kỳ trước chuyển sang', of: ({ carriedIn }) => carriedIn },
  { key: '2', vi: 'Tiếp nhận, mở lại trong kỳ', of: ({ received }) => received },
  { key: '3', vi: 'Kết thúc trong kỳ', of: ({ settled }) => settled },
  { key: '4', vi: 'Chuyển kỳ sau', of: ({ carriedOut }) => carriedOut },
];

/**
 * Carried in + received − settled = carried out, by kind of case. A case is open from its opening to the step that
 * closes it, and again from a reopening; each side is read from those spans, so that the sum is a check.
 */
export async function flowTable(manager: EntityManager, unitId: number, period: Period): Promise<ReportTable> {
  const flows = (await Promise.all(workflows.map(({ kind }) => flowsOf(manager, unitId, kind, period)))).flat();
  const rows = workflows.map(({ kind, vi }) =>
    countRow(
      vi,
      flowColumns,
      flows.filter((flow) => flow.kind === kind),
    ),
  );
  // Written with a sum on each side: what left is counted with what stayed.
  return {
    form: 'TH-HS',
    title: 'Tình hình tiếp nhận, kết thúc hồ sơ',
    columns: flowColumns.map(({ of: _, ...shown }) => shown),
    rows: [...rows, countRow('Cộng', flowColumns, flows)],
    sums: checkSums(['1+2 = 3+4'], flowColumns, flows),
  };
}

async function flowsOf(manager: EntityManager, unitId: number, kind: string, period: Period): Promise<Flow[]> {
  const opened = await ask<{ id: number; openedOn: PlainDate }>(
    manager,
    `SELECT c.id AS id, c.opened_on AS "openedOn" FROM case_file c
     WHERE c.unit_id = :unitId AND c.kind = :kind AND c.merged_into_id IS NULL AND c.opened_on <= :to ORDER BY c.id`,
    { unitId, kind, to: period.to },
  );
  const { states } = workflows.find((workflow) => workflow.kind === kind)!;
  const steps = await stepsOf(manager, unitId, kind, period.to);
  return opened.map(({ id, openedOn }) => {
    const flow: Flow = {
      id,
      kind,
      carriedIn: 0,
      received: within(openedOn, period) ? 1 : 0,
      settled: 0,
      carriedOut: 0,
    };
    let open = true;
    let openAtStart = openedOn < period.from;
    for (const { toState, on } of steps.get(id) ?? []) {
      const closes = toState !== null && states[toState]!.phase === 'closed';
      const opens = toState !== null && !closes;
      if (open && closes) flow.settled += within(on, period) ? 1 : 0;
      if (!open && opens) flow.received += within(on, period) ? 1 : 0;
      if (closes) open = false;
      if (opens) open = true;
      if (on < period.from) openAtStart = open;
    }
    return { ...flow, carriedIn: openAtStart ? 1 : 0, carriedOut: open ? 1 : 0 };
  });
}

interface Duty {
  id: number;
  clock: ClockName;
  officer: string;
  kindVi: string;
  dueOn: PlainDate;
  stoppedOn: PlainDate | null;
  late: number;
  openLate: number;
}

const dutyColumns: CountColumn<Duty>[] = [
  { key: '1', vi: 'Thời hạn kết thúc trong kỳ', of: ({ stoppedOn }) => stoppedOn !== null },
  { key: '2', vi: 'Đúng hạn', of: ({ stoppedOn, late }) => stoppedOn !== null && late === 0 },
  { key: '3', vi: 'Quá hạn', of: ({ stoppedOn, late }) => stoppedOn !== null && late > 0 },
  { key: '4', vi: 'Số ngày quá hạn', of: ({ stoppedOn, late }) => (stoppedOn === null ? 0 : late) },
  { key: '5', vi: 'Còn chạy, đã quá hạn', of: ({ openLate }) => openLate > 0, under: ['Đến cuối kỳ'] },
  { key: '6', vi: 'Số ngày quá hạn', of: ({ openLate }) => openLate, under: ['Đến cuối kỳ'] },
];

/** Two officers of one name are told apart by their sign-in names, so that neither answers for the other. */
async function officerNames(manager: EntityManager, unitId: number): Promise<Map<number, string>> {
  const people = await ask<{ id: number; name: string }>(
    manager,
    `SELECT a.id AS id,
       CASE WHEN EXISTS (SELECT 1 FROM account o WHERE o.unit_id = a.unit_id AND o.name = a.name AND o.id <> a.id)
         THEN a.name || ' (' || a.login || ')' ELSE a.name END AS name
     FROM account a WHERE a.unit_id = :unitId`,
    { unitId },
  );
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** The terms that ran in a period, whatever became of them since. */
const inPeriod = `FROM deadline d INNER JOIN case_file c ON c.id = d.case_id
  WHERE d.unit_id = :unitId AND d.kind IN (:...dutyKinds) AND d.status IN ('running', 'paused', 'stopped')
    AND d.due_on IS NOT NULL AND c.merged_into_id IS NULL
    AND d.trigger_on <= :to AND (d.stopped_on IS NULL OR d.stopped_on >= :from)`;

/**
 * Clocks that bind the ward: on time, late and days late, by kind of case, by step and by officer. A term counts under
 * whoever had the case when it ended, or when it ran out: what came after the period changes none of its figures.
 */
export async function punctualityTable(manager: EntityManager, unitId: number, period: Period): Promise<ReportTable> {
  const parameters = { unitId, dutyKinds, ...period };
  const rows = await ask<{
    id: number;
    kind: string;
    assigneeId: number | null;
    clock: ClockName;
    dueOn: PlainDate;
    pauses: string;
    stoppedOn: PlainDate | null;
    stoppedBy: number | null;
    daysLate: number | null;
  }>(
    manager,
    `SELECT c.id AS id, c.kind AS kind, c.assignee_id AS "assigneeId", d.clock AS clock, d.due_on AS "dueOn",
       d.pauses AS pauses, d.stopped_on AS "stoppedOn", d.stopped_by AS "stoppedBy", d.days_late AS "daysLate"
     ${inPeriod} ORDER BY d.id`,
    parameters,
  );
  const handlerOn = await handlersOf(manager, `SELECT d.case_id ${inPeriod}`, parameters);
  const names = await officerNames(manager, unitId);
  const duties = rows.map((row): Duty => {
    const ended = row.stoppedOn !== null && row.stoppedOn <= period.to;
    const running = !ended && !pausedAtEndOf(period.to, JSON.parse(row.pauses) as Pause[]);
    const handler = ended
      ? handlerOn(row, row.stoppedOn!, row.stoppedBy)
      : handlerOn(row, dayRunOut(row.dueOn, period));
    return {
      id: row.id,
      clock: row.clock,
      officer: (handler !== null && names.get(handler)) || 'Chưa giao',
      kindVi: workflows.find(({ kind }) => kind === row.kind)!.vi,
      dueOn: row.dueOn,
      stoppedOn: ended ? row.stoppedOn : null,
      late: ended ? Number(row.daysLate ?? 0) : 0,
      openLate: running ? daysLate(row.dueOn, period.to) : 0,
    };
  });
  const by = (heading: string, nameOf: (duty: Duty) => string): ReportRow[] =>
    [...new Set(duties.map(nameOf))]
      .sort((a, b) => a.localeCompare(b, 'vi'))
      .map((name) =>
        countRow(
          `${heading}: ${name}`,
          dutyColumns,
          duties.filter((duty) => nameOf(duty) === name),
        ),
      );
  return {
    form: 'TH-HAN',
    title: 'Chấp hành thời hạn',
    columns: dutyColumns.map(({ of: _, ...shown }) => shown),
    rows: [
      ...by('Loại hồ sơ', ({ kindVi }) => kindVi),
      ...by('Bước', ({ clock }) => clocks[clock].vi),
      ...by('Cán bộ', ({ officer }) => officer),
      countRow('Cộng', dutyColumns, duties),
    ],
    sums: checkSums(['1 = 2+3'], dutyColumns, duties),
  };
}

/** A pause does not count its last day: resumed on the last day of the period, the clock runs at its end. */
const pausedAtEndOf = (day: PlainDate, pauses: readonly Pause[]): boolean =>
  pauses.some(({ from, to }) => from <= day && (to === undefined || to > day));

/**
 * The end of the day that tells whose a term is that has not ended: the day it ran out; when that was before the
 * period, the eve of the period; when it has not run out yet, the last day of the period.
 */
function dayRunOut(dueOn: PlainDate, { from, to }: Period): PlainDate {
  if (dueOn >= to) return to;
  return dueOn < from ? addDays(from, -1) : dueOn;
}
