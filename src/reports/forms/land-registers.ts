import type { EntityManager } from 'typeorm';
import { reach } from '../../access/reach.js';
import type { PlainDate } from '../../domain/plain-date.js';
import { documentNames, type DocumentName } from '../../domain/workflow/documents.js';
import { ask } from '../../platform/ask.js';
import type { Officer } from '../../platform/officer.js';
import type { Period } from '../report-period.js';
import type { ReportTable } from '../report-table.js';
import { entriesWhere, peopleOf, registerTable, stateVi, words } from './register-entry.js';

/** Sổ mộ: every grave known by the end of the period. */
export async function graveRegister(manager: EntityManager, officer: Officer, period: Period): Promise<ReportTable> {
  const all = await entriesWhere(manager, officer, "c.kind = 'grave-relocation' AND c.opened_on <= :to", {
    to: period.to,
  });
  return registerTable(
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
  const all = await entriesWhere(
    manager,
    officer,
    "c.kind = 'household-file' AND c.phase = 'holdout' AND c.opened_on <= :to",
    { to: period.to },
  );
  const people = await peopleOf(
    manager,
    all.map(({ id }) => id),
  );
  return registerTable(
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
  return registerTable(
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
