import type { EntityManager } from 'typeorm';
import { reach } from '../../access/reach.js';
import type { PlainDate } from '../../domain/plain-date.js';
import { ask } from '../../platform/ask.js';
import type { Officer } from '../../platform/officer.js';
import { within, type Period } from '../report-period.js';
import type { ReportTable } from '../report-table.js';
import { entriesWhere, papersOf, peopleOf, registerTable, words } from './register-entry.js';

interface Line {
  id: number;
  caseId: number;
  action: string;
  on: PlainDate;
  after: string | null;
}

interface Payment extends Pick<Line, 'id' | 'caseId' | 'action' | 'on'> {
  /** As typed with it or known before, and as corrected until another step tells an amount. */
  amount: number | undefined;
  papers: string | null;
}

/** Payments and deposits with what corrections told anew of them, by day; the lines of the cases come oldest first. */
function paymentsAmong(lines: readonly Line[]): Payment[] {
  const payments: Payment[] = [];
  const known = new Map<number, { amount?: number; since: Payment[] }>();
  for (const { after, ...line } of lines) {
    const told = JSON.parse(after ?? '{}') as {
      amountVnd?: number;
      documents?: { number?: string }[];
      stepId?: number;
      lastStepOn?: PlainDate;
    };
    const file = known.get(line.caseId) ?? { since: [] };
    known.set(line.caseId, file);
    if (typeof told.amountVnd === 'number') {
      file.amount = told.amountVnd;
      if (line.action === 'correct') for (const payment of file.since) payment.amount = told.amountVnd;
      else file.since = [];
    }
    if (line.action === 'correct') {
      const moved = payments.find(({ id }) => id === told.stepId);
      if (moved && told.lastStepOn) moved.on = told.lastStepOn;
    } else if (isPayment(line)) {
      const numbers = told.documents?.map(({ number }) => number).filter(Boolean);
      const payment = { ...line, amount: file.amount, papers: numbers?.join(', ') ?? null };
      file.since.push(payment);
      payments.push(payment);
    }
  }
  return payments.sort((a, b) => (a.on === b.on ? a.id - b.id : a.on < b.on ? -1 : 1));
}

const isPayment = ({ action }: { action: string }) => Object.hasOwn(ways, action);

const ways = { 'record-payment': 'Chi trả', 'deposit-money': 'Gửi tiền' } as const;

/**
 * Payments and deposits that took place on a day of the period, each with its paper. Money deposited and then fetched is
 * in it twice, so that what was paid and what was deposited have a sum each.
 */
export async function paymentList(manager: EntityManager, officer: Officer, period: Period): Promise<ReportTable> {
  const seen = reach(officer);
  const lines = await ask<Line>(
    manager,
    `SELECT h.id AS id, h.case_id AS "caseId", h.action AS action, h.on_day AS "on", h."after" AS "after"
     FROM history h INNER JOIN case_file c ON c.id = h.case_id
     WHERE ${seen.sql} AND c.kind IN ('household-file', 'grave-relocation')
       AND (h.action IN ('record-payment', 'deposit-money', 'correct') OR h."after" LIKE '%"amountVnd"%') ORDER BY h.id`,
    seen.parameters,
  );
  const steps = paymentsAmong(lines).filter(({ on }) => within(on, period));
  const files = new Map(
    (await entriesWhere(manager, officer, "c.kind IN ('household-file', 'grave-relocation')", {})).map((e) => [
      e.id,
      e,
    ]),
  );
  const ids = steps.map(({ caseId }) => caseId);
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
    steps.flatMap(({ caseId: id, action, on, amount, papers }) => {
      const entry = files.get(id);
      if (!entry) return [];
      return [
        {
          id,
          cells: [
            entry.projectTitle,
            `${entry.code} · ${entry.title}`,
            people.get(id)?.name ?? words(entry.fields, 'kin'),
            decisions.get(id)?.number ?? null,
            on,
            ways[action as keyof typeof ways],
            papers,
            amount ?? Number(entry.amount ?? 0),
          ],
        },
      ];
    }),
  );
  const how = list.columns.findIndex(({ key }) => key === '7');
  const totals = Object.values(ways).map((way) => {
    const paid = list.rows.filter(({ cells }) => cells[how]!.value === way);
    const total = paid.reduce((sum, { cells }) => sum + Number(cells.at(-1)!.value ?? 0), 0);
    const between = list.columns.slice(1, -1).map(({ key }) => ({ value: key === '7' ? way : null }));
    return { label: 'Cộng', cells: [{ value: 'Cộng' }, ...between, { value: total }] };
  });
  return { ...list, rows: [...list.rows, ...totals] };
}
