import type { EntityManager } from 'typeorm';
import { reach } from '../../access/reach.js';
import { workflowOf } from '../../domain/kinds/registry.js';
import type { PlainDate } from '../../domain/plain-date.js';
import { documentNames, type DocumentName } from '../../domain/workflow/documents.js';
import { valueInWords, type FieldName, type Fields } from '../../domain/workflow/fields.js';
import { variantNames, type Variant } from '../../domain/workflow/workflow.js';
import { maskedIdNumber } from '../../people/id-number.js';
import { ask } from '../../platform/ask.js';
import type { Officer } from '../../platform/officer.js';
import { sealingOf } from '../../platform/sealing.js';
import { within, type Period } from '../report-period.js';
import type { CellValue, ReportColumn, ReportTable } from '../report-table.js';

const secret = 'Được bảo vệ danh tính';

interface Entry {
  id: number;
  code: string;
  title: string;
  state: string;
  kind: string;
  variant: Variant | null;
  protected: boolean | number;
  fields: Fields;
  openedOn: PlainDate;
  closedOn: PlainDate | null;
  projectTitle: string | null;
  groupName: string | null;
  amount: number | null;
}

/** A row of a register: its cells in the order of the columns. */
const table = (
  form: string,
  title: string,
  columns: ReportColumn[],
  rows: readonly { id: number; cells: CellValue[] }[],
): ReportTable => ({
  form,
  title,
  columns: [{ key: '1', vi: 'STT', type: 'count' }, ...columns],
  rows: rows.map(({ id, cells }, i) => ({
    label: '',
    cells: [i + 1, ...cells].map((value, n) => ({ value, ...(n === 0 && { cases: [id] }) })),
  })),
  sums: [],
});

async function entries(
  manager: EntityManager,
  officer: Officer,
  condition: string,
  parameters: object,
): Promise<Entry[]> {
  const seen = reach(officer);
  const rows = await ask<Omit<Entry, 'fields'> & { fields: string }>(
    manager,
    `SELECT c.id AS id, c.code AS code, c.title AS title, c.state AS state, c.kind AS kind, c.variant AS variant,
       c.protected AS "protected", c.fields AS fields, c.opened_on AS "openedOn", c.closed_on AS "closedOn",
       p.title AS "projectTitle", g.name AS "groupName", c.amount_vnd AS amount
     FROM case_file c LEFT JOIN case_file p ON p.id = c.project_id
       LEFT JOIN residential_group g ON g.id = c.residential_group_id
     WHERE ${seen.sql} AND c.merged_into_id IS NULL AND ${condition} ORDER BY c.opened_on, c.id`,
    { ...seen.parameters, ...parameters },
  );
  return rows.map((row) => ({ ...row, fields: JSON.parse(row.fields) as Fields }));
}

/** SQLite takes at most 32,766 parameters in one question. */
const atOnce = 10_000;
async function inParts<R>(ids: readonly number[], rowsOf: (ids: number[]) => Promise<R[]>): Promise<R[]> {
  const rows: R[] = [];
  for (let i = 0; i < ids.length; i += atOnce) rows.push(...(await rowsOf(ids.slice(i, i + atOnce))));
  return rows;
}

interface Named {
  name: string;
  address: string | null;
  idNumber: string | null;
  count: number;
}

/** The first person of each case and how many there are. Of a protected petition nobody is read. */
async function peopleOf(manager: EntityManager, ids: readonly number[]): Promise<Map<number, Named>> {
  const rows = await inParts(ids, (part) =>
    ask<{ caseId: number; name: string; address: string | null; idNumber: string | null }>(
      manager,
      `SELECT k.case_id AS "caseId", p.name AS name, p.address AS address, p.id_number AS "idNumber"
     FROM case_person k INNER JOIN person p ON p.id = k.person_id
     WHERE k.case_id IN (:...ids) ORDER BY k.id`,
      { ids: part },
    ),
  );
  const people = new Map<number, Named>();
  for (const { caseId, ...person } of rows) {
    const first = people.get(caseId);
    if (first) first.count++;
    else people.set(caseId, { ...person, idNumber: maskedIdNumber(sealingOf(manager), person.idNumber), count: 1 });
  }
  return people;
}

/** The number of the paper of that name in each case, the last one filed. */
async function papersOf(manager: EntityManager, ids: readonly number[], names: readonly DocumentName[]) {
  const rows = await inParts(ids, (part) =>
    ask<{ caseId: number; name: DocumentName; number: string | null; on: PlainDate | null }>(
      manager,
      `SELECT d.case_id AS "caseId", d.name AS name, d.number AS number, d.on_day AS "on" FROM document d
     WHERE d.case_id IN (:...ids) AND d.name IN (:...names) ORDER BY d.id`,
      { ids: part, names },
    ),
  );
  return new Map(rows.map(({ caseId, ...paper }) => [caseId, paper]));
}

const words = (fields: Fields, name: FieldName): string | null =>
  fields[name] === undefined ? null : valueInWords(name, fields[name]);
const stateVi = ({ kind, state }: Entry) => workflowOf(kind).states[state]!.vi;
const receivedOn = ({ fields, openedOn }: Entry) => (fields.receivedOn as PlainDate | undefined) ?? openedOn;
const sender = (entry: Entry, person: Named | undefined) =>
  entry.protected ? secret : [person?.name, person?.address].filter(Boolean).join(', ');

const petitionsIn = async (manager: EntityManager, officer: Officer, period: Period) =>
  (await entries(manager, officer, "c.kind = 'citizen-petition' AND c.opened_on <= :to", { to: period.to })).filter(
    (entry) => within(receivedOn(entry), period),
  );

/** Sổ tiếp công dân, mẫu 03/TCD (NĐ 154/2026): what was brought to a reception, 13 columns. */
export async function receptionBook(manager: EntityManager, officer: Officer, period: Period): Promise<ReportTable> {
  const all = (await petitionsIn(manager, officer, period)).filter(({ fields }) => fields.channel === 'reception');
  const ids = all.map(({ id }) => id);
  const people = await peopleOf(manager, ids);
  const guided = await papersOf(manager, ids, ['guidance-slip']);
  const sent = await papersOf(manager, ids, ['transfer-slip']);
  const letter = (to: string | null, paper: { number: string | null } | undefined) =>
    paper ? [to, paper.number && `số ${paper.number}`].filter(Boolean).join(', ') : null;
  return table(
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
  return table(
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

/** Sổ mộ: every grave known by the end of the period. */
export async function graveRegister(manager: EntityManager, officer: Officer, period: Period): Promise<ReportTable> {
  const all = await entries(manager, officer, "c.kind = 'grave-relocation' AND c.opened_on <= :to", { to: period.to });
  return table(
    'SO-MO',
    'Sổ theo dõi di chuyển mộ',
    [
      { key: '2', vi: 'Số mộ', type: 'text' },
      { key: '3', vi: 'Dự án', type: 'text' },
      { key: '4', vi: 'Khu', type: 'text' },
      { key: '5', vi: 'Người dưới mộ', type: 'text' },
      { key: '6', vi: 'Thân nhân', type: 'text' },
      { key: '7', vi: 'Loại mộ', type: 'text' },
      { key: '8', vi: 'Số tiền (đồng)', type: 'vnd' },
      { key: '9', vi: 'Ngày dự kiến bốc', type: 'day' },
      { key: '10', vi: 'Ngày dự kiến (âm lịch)', type: 'text' },
      { key: '11', vi: 'Vị trí mới', type: 'text' },
      { key: '12', vi: 'Tình trạng', type: 'text' },
    ],
    all.map((entry) => ({
      id: entry.id,
      cells: [
        words(entry.fields, 'graveNumber') ?? entry.title,
        entry.projectTitle,
        words(entry.fields, 'zone'),
        words(entry.fields, 'deceased') ?? 'Chưa rõ tên',
        words(entry.fields, 'kin'),
        words(entry.fields, 'graveKind'),
        entry.amount === null ? null : Number(entry.amount),
        (entry.fields.plannedMoveOn as PlainDate | undefined) ?? null,
        words(entry.fields, 'plannedMoveLunar'),
        words(entry.fields, 'newPlot'),
        stateVi(entry),
      ],
    })),
  );
}

/** Danh sách hộ chưa đồng ý: one row a household, as things stand today. */
export async function holdoutAnnex(manager: EntityManager, officer: Officer, period: Period): Promise<ReportTable> {
  const all = await entries(
    manager,
    officer,
    "c.kind = 'household-file' AND c.phase = 'holdout' AND c.opened_on <= :to",
    { to: period.to },
  );
  const people = await peopleOf(
    manager,
    all.map(({ id }) => id),
  );
  return table(
    'PL-VUONG',
    'Phụ lục: hộ đang vướng, chưa đồng ý',
    [
      { key: '2', vi: 'Dự án', type: 'text' },
      { key: '3', vi: 'Hộ', type: 'text' },
      { key: '4', vi: 'Chủ hộ', type: 'text' },
      { key: '5', vi: 'Tổ dân phố', type: 'text' },
      { key: '6', vi: 'Tờ – thửa', type: 'text' },
      { key: '7', vi: 'Tình trạng', type: 'text' },
      { key: '8', vi: 'Lý do', type: 'text' },
      { key: '9', vi: 'Diễn giải', type: 'text' },
    ],
    all.map((entry) => ({
      id: entry.id,
      cells: [
        entry.projectTitle,
        entry.title,
        people.get(entry.id)?.name ?? null,
        entry.groupName,
        words(entry.fields, 'parcel'),
        stateVi(entry),
        words(entry.fields, 'holdoutReason'),
        words(entry.fields, 'reasonNote'),
      ],
    })),
  );
}

/** Payments and deposits recorded on a day of the period, each with its paper. */
export async function paymentList(manager: EntityManager, officer: Officer, period: Period): Promise<ReportTable> {
  const seen = reach(officer);
  const steps = await ask<{ id: number; action: string; on: PlainDate; after: string | null }>(
    manager,
    `SELECT c.id AS id, h.action AS action, h.on_day AS "on", h."after" AS "after"
     FROM history h INNER JOIN case_file c ON c.id = h.case_id
     WHERE ${seen.sql} AND c.kind IN ('household-file', 'grave-relocation') AND h.action IN ('record-payment', 'deposit-money')
       AND h.on_day BETWEEN :from AND :to ORDER BY h.on_day, h.id`,
    { ...seen.parameters, ...period },
  );
  const files = new Map(
    (await entries(manager, officer, "c.kind IN ('household-file', 'grave-relocation')", {})).map((e) => [e.id, e]),
  );
  const ids = steps.map(({ id }) => id);
  const people = await peopleOf(manager, ids);
  const decisions = await papersOf(manager, ids, ['plan-approval']);
  const list = table(
    'DS-CT',
    'Danh sách chi trả, gửi tiền',
    [
      { key: '2', vi: 'Dự án', type: 'text' },
      { key: '3', vi: 'Hồ sơ', type: 'text' },
      { key: '4', vi: 'Người nhận', type: 'text' },
      { key: '5', vi: 'Quyết định phê duyệt', type: 'text' },
      { key: '6', vi: 'Ngày', type: 'day' },
      { key: '7', vi: 'Hình thức', type: 'text' },
      { key: '8', vi: 'Chứng từ', type: 'text' },
      { key: '9', vi: 'Số tiền (đồng)', type: 'vnd' },
    ],
    steps.flatMap(({ id, action, on, after }) => {
      const entry = files.get(id);
      if (!entry) return [];
      const given = JSON.parse(after ?? '{}') as { amountVnd?: number; documents?: { number?: string }[] };
      return [
        {
          id,
          cells: [
            entry.projectTitle,
            `${entry.code} · ${entry.title}`,
            people.get(id)?.name ?? words(entry.fields, 'kin'),
            decisions.get(id)?.number ?? null,
            on,
            action === 'record-payment' ? 'Chi trả' : 'Gửi tiền',
            given.documents
              ?.map(({ number }) => number)
              .filter(Boolean)
              .join(', ') ?? null,
            given.amountVnd ?? Number(entry.amount ?? 0),
          ],
        },
      ];
    }),
  );
  const total = list.rows.reduce((sum, { cells }) => sum + Number(cells.at(-1)!.value ?? 0), 0);
  const blank = list.columns.slice(1, -1).map(() => ({ value: null }));
  return { ...list, rows: [...list.rows, { label: 'Cộng', cells: [{ value: 'Cộng' }, ...blank, { value: total }] }] };
}

const postings: DocumentName[] = ['posting-minutes', 'posting-end-minutes', 'plan-posting-minutes'];

/** Minutes of what was posted in public, opening and closing, in projects and graves. */
export async function postingRegister(manager: EntityManager, officer: Officer, period: Period): Promise<ReportTable> {
  const seen = reach(officer);
  const rows = await ask<{
    id: number;
    code: string;
    title: string;
    name: DocumentName;
    number: string | null;
    on: PlainDate;
  }>(
    manager,
    `SELECT c.id AS id, c.code AS code, c.title AS title, d.name AS name, d.number AS number, d.on_day AS "on"
     FROM document d INNER JOIN case_file c ON c.id = d.case_id
     WHERE ${seen.sql} AND d.name IN (:...postings) AND d.on_day BETWEEN :from AND :to ORDER BY d.on_day, d.id`,
    { ...seen.parameters, postings, ...period },
  );
  return table(
    'SO-NY',
    'Sổ theo dõi niêm yết công khai',
    [
      { key: '2', vi: 'Ngày', type: 'day' },
      { key: '3', vi: 'Hồ sơ', type: 'text' },
      { key: '4', vi: 'Nội dung', type: 'text' },
      { key: '5', vi: 'Biên bản', type: 'text' },
      { key: '6', vi: 'Số', type: 'text' },
    ],
    rows.map(({ id, code, title, name, number, on }) => ({
      id,
      cells: [on, code, title, documentNames[name], number],
    })),
  );
}
