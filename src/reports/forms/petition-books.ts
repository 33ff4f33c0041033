import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../domain/plain-date.js';
import { variantNames } from '../../domain/workflow/workflow.js';
import type { Officer } from '../../platform/officer.js';
import { within, type Period } from '../report-period.js';
import type { ReportTable } from '../report-table.js';
import {
  entriesWhere,
  papersOf,
  peopleOf,
  registerTable,
  stateVi,
  words,
  type Entry,
  type Named,
} from './register-entry.js';

const secret = 'Được bảo vệ danh tính';

const receivedOn = ({ fields, openedOn }: Entry) => (fields.receivedOn as PlainDate | undefined) ?? openedOn;
const sender = (entry: Entry, person: Named | undefined) =>
  entry.protected ? secret : [person?.name, person?.address].filter(Boolean).join(', ');

const petitionsIn = async (manager: EntityManager, officer: Officer, period: Period) =>
  (
    await entriesWhere(manager, officer, "c.kind = 'citizen-petition' AND c.opened_on <= :to", { to: period.to })
  ).filter((entry) => within(receivedOn(entry), period));

/** Sổ tiếp công dân, mẫu 03/TCD (NĐ 154/2026): what was brought to a reception, 13 columns. */
export async function receptionBook(manager: EntityManager, officer: Officer, period: Period): Promise<ReportTable> {
  const all = (await petitionsIn(manager, officer, period)).filter(({ fields }) => fields.channel === 'reception');
  const ids = all.map(({ id }) => id);
  const people = await peopleOf(manager, ids);
  const guided = await papersOf(manager, ids, ['guidance-slip']);
  const sent = await papersOf(manager, ids, ['transfer-slip']);
  const letter = (to: string | null, paper: { number: string | null } | undefined) =>
    paper ? [to, paper.number && `số ${paper.number}`].filter(Boolean).join(', ') : null;
  return registerTable(
    '03/TCD',
    'Sổ tiếp công dân',
    [
      { key: '2', vi: 'Ngày tiếp', type: 'day' },
      { key: '3', vi: 'Họ tên, địa chỉ', type: 'text' },
      { key: '4', vi: 'Số CCCD, hộ chiếu', type: 'text' },
      { key: '5', vi: 'Nội dung vụ việc', type: 'text' },
      { key: '6', vi: 'Phân loại', type: 'text' },
      { key: '7', vi: 'Số người cùng nội dung', type: 'count' },
      { key: '8', vi: 'Cơ quan đã giải quyết', type: 'text' },
      { key: '9', vi: 'Thuộc thẩm quyền', type: 'text', under: ['Hướng xử lý'] },
      { key: '10', vi: 'Hướng dẫn, số văn bản', type: 'text', under: ['Hướng xử lý'] },
      { key: '11', vi: 'Chuyển đơn, số văn bản', type: 'text', under: ['Hướng xử lý'] },
      { key: '12', vi: 'Theo dõi kết quả', type: 'text' },
      { key: '13', vi: 'Ghi chú', type: 'text' },
    ],
    all.map((entry) => {
      const person = people.get(entry.id);
      const to = entry.protected ? null : words(entry.fields, 'competentBody');
      const outside = guided.has(entry.id) || sent.has(entry.id);
      return {
        id: entry.id,
        cells: [
          receivedOn(entry),
          sender(entry, person),
          entry.protected ? null : (person?.idNumber ?? null),
          entry.protected ? secret : words(entry.fields, 'content'),
          entry.variant ? variantNames[entry.variant] : 'Chưa phân loại',
          person?.count ?? 1,
          words(entry.fields, 'decisionBy'),
          outside ? null : 'x',
          letter(to, guided.get(entry.id)),
          letter(to, sent.get(entry.id)),
          stateVi(entry),
          entry.code,
        ],
      };
    }),
  );
}

/** Sổ tiếp nhận đơn: every petition of the period. */
export async function intakeBook(manager: EntityManager, officer: Officer, period: Period): Promise<ReportTable> {
  const all = await petitionsIn(manager, officer, period);
  const people = await peopleOf(
    manager,
    all.map(({ id }) => id),
  );
  return registerTable(
    'SO-DON',
    'Sổ tiếp nhận đơn thư',
    [
      { key: '2', vi: 'Số hồ sơ', type: 'text' },
      { key: '3', vi: 'Ngày nhận', type: 'day' },
      { key: '4', vi: 'Họ tên, địa chỉ người gửi', type: 'text' },
      { key: '5', vi: 'Nội dung', type: 'text' },
      { key: '6', vi: 'Phân loại', type: 'text' },
      { key: '7', vi: 'Lĩnh vực', type: 'text' },
      { key: '8', vi: 'Nơi nhận', type: 'text' },
      { key: '9', vi: 'Tình trạng', type: 'text' },
      { key: '10', vi: 'Ngày kết thúc', type: 'day' },
    ],
    all.map((entry) => ({
      id: entry.id,
      cells: [
        entry.code,
        receivedOn(entry),
        sender(entry, people.get(entry.id)),
        entry.protected ? secret : words(entry.fields, 'content'),
        entry.variant ? variantNames[entry.variant] : 'Chưa phân loại',
        words(entry.fields, 'field'),
        words(entry.fields, 'channel'),
        stateVi(entry),
        entry.closedOn,
      ],
    })),
  );
}
