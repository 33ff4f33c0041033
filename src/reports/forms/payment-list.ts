import type { EntityManager } from 'typeorm';
import { reach } from '../../access/reach.js';
import type { PlainDate } from '../../domain/plain-date.js';
import { ask } from '../../platform/ask.js';
import type { Officer } from '../../platform/officer.js';
import type { Period } from '../report-period.js';
import type { ReportTable } from '../report-table.js';
import { entriesWhere, papersOf, peopleOf, registerTable, words } from './register-entry.js';

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
    (await entriesWhere(manager, officer, "c.kind IN ('household-file', 'grave-relocation')", {})).map((e) => [
      e.id,
      e,
    ]),
  );
  const ids = steps.map(({ id }) => id);
  const people = await peopleOf(manager, ids);
  const decisions = await papersOf(manager, ids, ['plan-approval']);
  const list = registerTable(
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
