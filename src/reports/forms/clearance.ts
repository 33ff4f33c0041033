import type { EntityManager } from 'typeorm';
import { isHandedOver } from '../../domain/kinds/household-file/states.js';
import { landFacts, projectsAt, type LandFact } from '../land-fact.js';
import { checkSums, countRow, type CellType, type CountColumn, type ReportTable } from '../report-table.js';
import type { Period } from '../report-period.js';

type Column = CountColumn<LandFact>;

const household =
  (takes: (fact: LandFact) => boolean | number): Column['of'] =>
  (fact) =>
    fact.kind === 'household-file' ? takes(fact) : 0;
const grave =
  (takes: (fact: LandFact) => boolean | number): Column['of'] =>
  (fact) =>
    fact.kind === 'grave-relocation' ? takes(fact) : 0;
const column = (key: string, vi: string, of: Column['of'], under: string[], type?: CellType): Column => ({
  key,
  vi,
  under,
  of,
  ...(type && { type }),
});

const of = 'Hộ gia đình, cá nhân';
const inPeriod = 'Phát sinh trong kỳ';
const land = 'Diện tích (m²)';
const money = 'Tiền (đồng)';
const graves = 'Mộ';

const isSettled = (fact: LandFact) => isHandedOver(fact.state);

const weeklyColumns: Column[] = [
  column(
    '1',
    'Tổng số hộ',
    household(() => 1),
    [of],
  ),
  column('2', 'Đã bàn giao mặt bằng', household(isSettled), [of]),
  column(
    '3',
    'Đang vướng, chưa đồng ý',
    household((fact) => fact.phase === 'holdout'),
    [of],
  ),
  column(
    '4',
    'Đang làm thủ tục',
    household((fact) => !isSettled(fact) && fact.phase !== 'holdout'),
    [of],
  ),
  column(
    '5',
    'Đã kiểm đếm',
    household((fact) => fact.ever('record-inventory')),
    [of, 'Lũy kế'],
  ),
  column(
    '6',
    'Đã phê duyệt phương án',
    household((fact) => fact.ever('approve-plan')),
    [of, 'Lũy kế'],
  ),
  column(
    '7',
    'Đã nhận tiền',
    household((fact) => fact.ever('record-payment')),
    [of, 'Lũy kế'],
  ),
  column(
    '8',
    'Đã có quyết định thu hồi',
    household((fact) => fact.ever('record-recovery', 'record-recovery-after-persuasion')),
    [of, 'Lũy kế'],
  ),
  column(
    '9',
    'Hiến đất',
    household((fact) => fact.ever('donate-land')),
    [of, 'Lũy kế'],
  ),
  column(
    '10',
    'Kiểm đếm',
    household((fact) => fact.inPeriod('record-inventory')),
    [of, inPeriod],
  ),
  column(
    '11',
    'Nhận tiền',
    household((fact) => fact.inPeriod('record-payment')),
    [of, inPeriod],
  ),
  column(
    '12',
    'Bàn giao',
    household((fact) => fact.inPeriod('record-handover', 'donate-land')),
    [of, inPeriod],
  ),
  column(
    '13',
    'Thu hồi',
    // Known from the inventory on, recovered once that is decided.
    household((fact) => (fact.ever('record-recovery', 'record-recovery-after-persuasion') ? fact.recovered : 0)),
    [land],
    'area',
  ),
  column(
    '14',
    'Hiến',
    household((fact) => fact.donated),
    [land],
    'area',
  ),
  column(
    '15',
    'Được duyệt',
    (fact) => (fact.ever('approve-plan', 'approve-unclaimed-plan', 'record-payment') ? fact.amount : 0),
    [money],
    'vnd',
  ),
  column('16', 'Đã chi trả', (fact) => (fact.ever('record-payment') ? fact.amount : 0), [money], 'vnd'),
  column(
    '17',
    'Tổng số',
    grave(() => 1),
    [graves],
  ),
  column(
    '18',
    'Đã chi trả',
    grave((fact) => fact.ever('record-payment')),
    [graves],
  ),
  column(
    '19',
    'Đã di chuyển',
    // Kin who come afterwards move nothing back.
    grave((fact) => fact.ever('record-reburial')),
    [graves],
  ),
  column(
    '20',
    'Mộ vô chủ',
    grave((fact) => fact.ever('confirm-unclaimed')),
    [graves],
  ),
];

/** How far each project is on the last day of a period, and what moved in it. */
export async function weeklyTable(manager: EntityManager, unitId: number, period: Period): Promise<ReportTable> {
  const projects = await projectsAt(manager, unitId, period.to);
  const facts = [
    ...(await landFacts(manager, unitId, 'household-file', period)),
    ...(await landFacts(manager, unitId, 'grave-relocation', period)),
  ];
  return {
    form: 'GPMB',
    title: 'Tiến độ bồi thường, giải phóng mặt bằng',
    columns: weeklyColumns.map(({ of: _, ...shown }) => shown),
    rows: [
      ...projects.map(({ id, title }) =>
        countRow(
          title,
          weeklyColumns,
          facts.filter((fact) => fact.projectId === id),
        ),
      ),
      countRow('Cộng', weeklyColumns, facts),
    ],
    sums: checkSums(['1 = 2+3+4'], weeklyColumns, facts),
  };
}
