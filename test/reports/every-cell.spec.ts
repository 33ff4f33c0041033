import { parseArea } from '../../src/domain/money-and-area.js';
import { makeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import type { Ward } from '../support/ward.js';
import { filledWard } from './filled-ward.js';
import { clearanceFigures, clearanceLists } from './plain-sql/clearance.js';
import { performanceFigures } from './plain-sql/performance.js';
import { petitionForms } from './plain-sql/petitions.js';
import { receptionFigures } from './plain-sql/reception.js';
import { registerLists } from './plain-sql/registers.js';
import type { Counted } from './plain-sql/words.js';

const periods = [
  ['2025-09-15', '2025-12-14'],
  ['2025-12-15', '2026-03-14'],
  ['2024-06-01', '2026-06-30'],
] as const;
const figures: Record<string, Counted> = {
  ...receptionFigures,
  ...petitionForms,
  ...clearanceFigures,
  ...performanceFigures,
};
/** Complaints are guided and never forwarded, all else is forwarded and never guided (Luật Khiếu nại Điều 17). */
const never = { '02/XLD': ['21', '22', '23'], '03/XLD': ['20'], '04/XLD': ['20'] };
const lists: Record<string, Counted> = { ...clearanceLists, ...registerLists };

interface Table {
  columns: { key: string; type: string }[];
  rows: { label: string; cells: { value: number | string | null; cases: number }[] }[];
}
type Cells = (number | string | null)[];

describe.each(oneEngine(import.meta.url))('every cell of every report, on %s', (engine) => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await filledWard(engine);
  }, 240_000);
  afterAll(() => ward.stop());

  const report = async (form: string, from: string, to: string) => {
    const query = new URLSearchParams({ form, from, to }).toString();
    const { status, body } = await ward.as('lanh-dao').get(`/reports/table?${query}`);
    expect([form, status]).toEqual([form, 200]);
    return body;
  };
  const printed = ({ columns, rows }: Table): [string, Cells][] =>
    rows.map(({ label, cells }) => [
      label,
      cells.map(({ value }, i) => (columns[i]!.type === 'area' ? parseArea(String(value)) : value)),
    ]);
  /** The same from the database alone; PostgreSQL gives large numbers as text. */
  const counted = async (sql: string, { columns }: Table): Promise<[string, Cells][]> =>
    (await ward.rows<Record<string, Cells[number]>>(sql)).map(({ label, ...cells }) => [
      (label ?? (cells['0'] === 'Cộng' ? 'Cộng' : '')) as string,
      Object.values(cells).map((value, i) =>
        columns[i] && ['count', 'vnd', 'area'].includes(columns[i].type) && value !== null && value !== 'Cộng'
          ? Number(value)
          : value,
      ),
    ]);
  // In the database's order a sorted list of names differs from the report's.
  const byLabel = (rows: [string, Cells][]) => rows.sort(([a], [b]) => (a < b ? -1 : 1));
  const orNought = (rows: [string, Cells][]) =>
    rows.map(([label, cells]): [string, Cells] => [label, cells.map((value) => value ?? 0)]);
  const yearBefore = (day: string) => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

  const columnsOf = new Map<string, string[]>();
  const seen = new Map<string, Set<string>>();
  const filled = (form: string, { columns, rows }: Table) => {
    columnsOf.set(
      form,
      columns.map(({ key }) => key),
    );
    const mine = seen.get(form) ?? new Set();
    seen.set(form, mine);
    for (const { cells } of rows)
      for (const [i, { value }] of cells.entries())
        if (value && !/^0([.,]0*)?$/.test(String(value))) mine.add(columns[i]!.key);
  };
  const emptyOf = (form: string) => columnsOf.get(form)?.filter((key) => !seen.get(form)!.has(key)) ?? [];

  describe('the list of forms', () => {
    test('every form is compared', async () => {
      const { body } = await ward.as('lanh-dao').get('/reports');
      const names = (frozen: boolean) =>
        body.forms
          .filter((each: { frozen: boolean }) => each.frozen === frozen)
          .map(({ form }: { form: string }) => form);
      expect(names(true).sort()).toEqual(Object.keys(figures).sort());
      expect(names(false).sort()).toEqual(Object.keys(lists).sort());
    });
  });

  describe.each(periods)('from %s to %s', (from, to) => {
    test.each(Object.keys(figures))('figures of %s', async (form) => {
      const { table, lastYear, sums } = await report(form, from, to);
      const expected = await counted(figures[form]!(engine, from, to), table);
      expect(byLabel(printed(table))).toEqual(byLabel(orNought(expected)));
      const past = await counted(figures[form]!(engine, yearBefore(from), yearBefore(to)), lastYear);
      expect(byLabel(printed(lastYear))).toEqual(byLabel(orNought(past)));
      expect(sums.filter(({ holds }: { holds: boolean }) => !holds)).toEqual([]);
      filled(form, table);
    });

    test.each(Object.keys(lists))('rows of %s', async (form) => {
      const { table } = await report(form, from, to);
      const expected = await counted(lists[form]!(engine, from, to), table);
      expect(printed(table)).toEqual(expected);
      filled(form, table);
    });
  });
  // A test of noughts would prove nothing.
  describe('all periods together', () => {
    test('every other column of every form held something', () => {
      const empty = Object.fromEntries(Object.keys({ ...figures, ...lists }).map((form) => [form, emptyOf(form)]));
      expect(empty).toEqual({
        ...Object.fromEntries(Object.keys(empty).map((form) => [form, []])),
        ...never,
      });
    });
  });

  describe('a period that was filed', () => {
    test('a cell opens to the cases behind it, and a closed period prints the same for ever', async () => {
      const [from, to] = periods[0];
      const chief = ward.as('lanh-dao');
      const query = `form=01%2FXLD&from=${from}&to=${to}`;
      const { table } = await report('01/XLD', from, to);
      const received = table.columns.findIndex(({ key }: { key: string }) => key === '5');
      const { body: behind } = await chief.get(`/reports/cases?${query}&row=0&column=5`);
      expect(behind.cases).toHaveLength(table.rows[0].cells[received].cases);
      expect(behind.hidden).toBe(0);

      expect((await ward.as('can-bo').post('/reports/close', { kind: 'quarter', from, to })).status).toBe(403);
      expect((await chief.post('/reports/close', { kind: 'quarter', from, to: '2026-07-01' })).body.code).toBe(
        'period-not-over',
      );
      expect((await chief.post('/reports/close', { kind: 'quarter', from, to })).status).toBe(201);
      expect((await chief.post('/reports/close', { kind: 'quarter', from, to })).body.code).toBe('period-closed');
      const figures = async () => {
        const all = (await chief.get('/reports')).body.forms.filter(({ frozen }: { frozen: boolean }) => frozen);
        const texts = await Promise.all(
          all.map(async ({ form }: { form: string }) => {
            const path = `/reports/table?${new URLSearchParams({ form, from, to }).toString()}`;
            return JSON.stringify(((await chief.get(path)).body as { table: unknown }).table);
          }),
        );
        return `${texts.join('\n')}\n${JSON.stringify((await chief.get(`/reports/narrative?from=${from}&to=${to}`)).body)}`;
      };
      const filed = await figures();

      // Three letters of that quarter turn up after it was filed.
      const late = await makeCase(ward.as('lanh-dao'), 'citizen-petition', {
        on: '2025-10-20',
        fields: { letters: 3, field: 'land' },
      });
      expect(await figures()).toBe(filed);

      const next = `form=01%2FXLD&from=${periods[1][0]}&to=${periods[1][1]}`;
      const { body: after } = await chief.get(`/reports/table?${next}`);
      expect(after.adjustments.rows).toHaveLength(1);
      expect(after.adjustments.rows[0].label).toContain('Điều chỉnh do nhập sau khi khóa kỳ từ ngày 15/09/2025');
      expect(after.adjustments.rows[0].cells[received].value).toBe(3);
      const named = await chief.get(`/reports/cases?${next}&row=0&column=5&part=adjustments`);
      expect(named.body.cases.map(({ code }: { code: string }) => code)).toEqual([late.code]);

      // Named once: the period after the next has nothing left to mend.
      await chief.post('/reports/close', { kind: 'quarter', from: periods[1][0], to: periods[1][1] });
      const { body: third } = await chief.get('/reports/table?form=01%2FXLD&from=2026-03-15&to=2026-06-14');
      expect(third.adjustments).toBeNull();
      expect(await figures()).toBe(filed);
    });
  });
});
