import type { EntityManager } from 'typeorm';
import { Between, IsNull } from 'typeorm';
import { countRow, type CountColumn, type ReportTable } from '../report-table.js';
import type { Period } from '../report-period.js';
import { WardEvent, type WardEventKind } from '../ward-event.entity.js';

export const eventsIn = (manager: EntityManager, unitId: number, { from, to }: Period): Promise<WardEvent[]> =>
  manager.find(WardEvent, {
    where: { unitId, onDay: Between(from, to), removedAt: IsNull() },
    order: { onDay: 'ASC', id: 'ASC' },
  });

const of = (kind: WardEventKind) => (event: WardEvent) => event.kind === kind;
const columns: CountColumn<WardEvent>[] = [
  { key: '1', vi: 'Văn bản chỉ đạo, hướng dẫn ban hành', of: of('guidance') },
  { key: '2', vi: 'Văn bản cấp trên được triển khai', of: of('received') },
  { key: '3', vi: 'Số lớp', of: of('class'), under: ['Tập huấn, tuyên truyền'] },
  {
    key: '4',
    vi: 'Số người',
    of: (event) => (event.kind === 'class' ? (event.attendees ?? 0) : 0),
    under: ['Tập huấn, tuyên truyền'],
  },
  { key: '5', vi: 'Số cuộc', of: of('inspection'), under: ['Thanh tra, kiểm tra trách nhiệm'] },
  {
    key: '6',
    vi: 'Số đơn vị có vi phạm',
    of: (event) => (event.kind === 'inspection' ? (event.wanting ?? 0) : 0),
    under: ['Thanh tra, kiểm tra trách nhiệm'],
  },
  { key: '7', vi: 'Số hội nghị', of: of('dialogue'), under: ['Đối thoại với nhân dân'] },
];

/** Guidance, classes, inspections and dialogues of a period; what stands behind a figure are the events, not cases. */
export async function stateManagementTable(
  manager: EntityManager,
  unitId: number,
  period: Period,
): Promise<ReportTable> {
  const events = await eventsIn(manager, unitId, period);
  const row = countRow('Toàn phường', columns, events);
  return {
    form: 'QLNN',
    title: 'Công tác quản lý nhà nước về tiếp công dân, khiếu nại, tố cáo',
    columns: columns.map(({ of: _, ...shown }) => shown),
    rows: [{ ...row, cells: row.cells.map(({ value }) => ({ value })) }],
    sums: [],
  };
}
