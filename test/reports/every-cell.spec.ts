import { workflowOf } from '../../src/domain/kinds/registry.js';
import { addDays, plainDate } from '../../src/domain/plain-date.js';
import { parseArea } from '../../src/domain/money-and-area.js';
import { Transaction } from '../../src/platform/transaction.js';
import { oneEngine } from '../support/services.js';
import { makeCase } from '../support/make-case.js';
import { Ward } from '../support/ward.js';
import { clockView, landCounts, landView, petitionCounts, petitionView } from './plain-sql.js';
import { TwoYears } from './two-years.js';

const periods = [
  ['2025-09-15', '2025-12-14'],
  ['2025-12-15', '2026-03-14'],
  ['2024-06-01', '2026-06-30'],
] as const;
const petitions = 300;
const households = 200;

describe.each(oneEngine(import.meta.url))('every cell of every report, on %s', (engine) => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-07-01T08:30:00+07:00' });
    const projects: string[] = [];
    for (let i = 0; i < 10; i++)
      projects.push(
        (
          await makeCase(ward.as('lanh-dao'), 'compensation-project', {
            on: '2024-06-03',
            title: `Dự án ${i}`,
            fields: { landUse: 'agricultural', ruleSet: '2024' },
          })
        ).code,
      );
    // All of it one write: thousands of steps, each waiting for the disk, would take minutes.
    await ward.app
      .get(Transaction)
      .run((manager) => fill(new TwoYears(ward, manager, plainDate('2026-06-30')), projects));
  }, 240_000);
  afterAll(() => ward.stop());
  async function fill(years: TwoYears, projects: readonly string[]): Promise<void> {
    const codes: string[] = [];
    for (let i = 0; i < petitions; i++) {
      const opened = await years.petition(i % 9 === 8 ? codes[i - 5] : undefined);
      codes.push(opened.file.code);
      await years.walk('citizen-petition', opened);
    }
    for (const project of projects)
      for (let n = 0; n < households / 10; n++) {
        const kind = n % 5 === 4 ? 'grave-relocation' : 'household-file';
        await years.walk(kind, await years.open(kind, { project, title: `Hộ ${n}`, fields: {} }), 6);
      }
    for (let i = 0; i < 30; i++) {
      const sessionOn = addDays(years.first, 200 + 14 * i);
      const session = await years.open('reception-session', { on: addDays(sessionOn, -10), fields: { sessionOn } });
      await years.walk('reception-session', { ...session, on: sessionOn }, 6);
    }
  }

  const report = async (form: string, from: string, to: string) => {
    const query = new URLSearchParams({ form, from, to }).toString();
    const { status, body } = await ward.as('lanh-dao').get(`/reports/table?${query}`);
    expect([form, status]).toEqual([form, 200]);
    return body;
  };
  const whole = (table: any, row: number) =>
    table.rows[row].cells.map(({ value }: { value: number | string }, i: number) =>
      table.columns[i].type === 'area' ? parseArea(String(value)) : value,
    );

  test.each(periods)('petitions from %s to %s', async (from, to) => {
    let seen = 0;
    for (const [form, { about, columns }] of Object.entries(petitionCounts)) {
      const { table, sums } = await report(form, from, to);
      const counted = await ward.rows<Record<string, number>>(
        `${petitionView(engine, from, to)} SELECT ${columns.map((count, i) => `${count} AS "${i}"`).join(', ')} FROM p WHERE ${about}`,
      );
      const expected = columns.map((_, i) => Number(counted[0]![String(i)] ?? 0));
      expect([form, whole(table, 0)]).toEqual([form, expected]);
      expect([form, sums.filter(({ holds }: { holds: boolean }) => !holds)]).toEqual([form, []]);
      seen += expected.filter((n) => n > 0).length;
    }
    // A test of zeros would prove nothing.
    expect(seen).toBeGreaterThan(40);
  });

  test.each(periods)('clearance from %s to %s, project by project', async (from, to) => {
    const { table, sums } = await report('GPMB', from, to);
    const counts = landCounts.map((count, i) => `${count} AS "${i}"`).join(', ');
    for (const [row, { label }] of table.rows.entries()) {
      const of = label === 'Cộng' ? '1 = 1' : 'project_id = (SELECT id FROM case_file WHERE title = $1)';
      const [counted] = await ward.rows<Record<string, number>>(
        `${landView(from, to)} SELECT ${counts} FROM l WHERE ${of}`,
        label === 'Cộng' ? [] : [label],
      );
      expect([label, whole(table, row)]).toEqual([label, landCounts.map((_, i) => Number(counted![String(i)] ?? 0))]);
    }
    expect(sums).toEqual([{ says: '1 = 2+3+4', holds: true, cases: [] }]);
    expect(table.rows).toHaveLength(11);
  });

  test.each(periods)('terms kept and cases carried from %s to %s', async (from, to) => {
    const punctuality = await report('TH-HAN', from, to);
    const [counted] = await ward.rows<Record<string, number>>(
      `${clockView(from, to)} SELECT SUM(ended) AS "0", SUM(CASE WHEN ended = 1 AND late = 0 THEN 1 ELSE 0 END) AS "1",
         SUM(CASE WHEN ended = 1 AND late > 0 THEN 1 ELSE 0 END) AS "2", SUM(ended * late) AS "3",
         SUM(CASE WHEN ended = 0 AND status <> 'paused' AND due_on < '${to}' THEN 1 ELSE 0 END) AS "4" FROM t`,
    );
    const total = whole(punctuality.table, punctuality.table.rows.length - 1);
    expect(total.slice(0, 5)).toEqual([0, 1, 2, 3, 4].map((i) => Number(counted![String(i)])));
    expect(total[0]).toBeGreaterThan(0);

    const flow = await report('TH-HS', from, to);
    for (const kind of ['compensation-project', 'household-file', 'grave-relocation', 'citizen-petition']) {
      const [{ opened, closed, before }] = (await ward.rows<any>(
        `SELECT SUM(CASE WHEN opened_on BETWEEN '${from}' AND '${to}' THEN 1 ELSE 0 END) AS opened,
           SUM(CASE WHEN closed_on BETWEEN '${from}' AND '${to}' THEN 1 ELSE 0 END) AS closed,
           SUM(CASE WHEN opened_on < '${from}' AND (closed_on IS NULL OR closed_on >= '${from}') THEN 1 ELSE 0 END) AS before
         FROM case_file WHERE kind = $1 AND merged_into_id IS NULL AND opened_on <= '${to}'`,
        [kind],
      )) as [any];
      const cells = whole(
        flow.table,
        flow.table.rows.findIndex(({ label }: any) => label === workflowOf(kind).vi),
      );
      const numbers = [before, opened, closed].map(Number);
      expect([kind, cells]).toEqual([kind, [...numbers, numbers[0]! + numbers[1]! - numbers[2]!]]);
    }
    expect(flow.sums.every(({ holds }: { holds: boolean }) => holds)).toBe(true);
  });

  test.each(periods)('receptions from %s to %s', async (from, to) => {
    const { table, sums } = await report('01/TCD', from, to);
    const text = (name: string) =>
      engine === 'sqlite' ? `json_extract(c.fields, '$.${name}')` : `(c.fields::json ->> '${name}')`;
    const [counted] = await ward.rows<Record<string, number>>(
      `WITH held AS (SELECT c.id, h.on_day, COALESCE(CAST(${text('visitors')} AS bigint), 0) AS visitors
         FROM case_file c INNER JOIN history h ON h.case_id = c.id AND h.action IN ('hold', 'hold-ad-hoc')
         WHERE c.kind = 'reception-session' AND h.on_day BETWEEN '${from}' AND '${to}'),
       brought AS (SELECT c.id, COALESCE(CAST(${text('matters')} AS bigint), 1) AS matters, c.first_petition_id AS first,
         (SELECT COUNT(*) FROM case_person k WHERE k.case_id = c.id) AS people,
         EXISTS (SELECT 1 FROM held WHERE on_day = c.opened_on) AS session
         FROM case_file c WHERE c.kind = 'citizen-petition' AND ${text('channel')} = 'reception'
           AND c.opened_on BETWEEN '${from}' AND '${to}')
       SELECT (SELECT COUNT(*) FROM brought WHERE NOT session) + (SELECT COALESCE(SUM(visitors), 0) FROM held) AS visits,
         (SELECT COALESCE(SUM(people), 0) FROM brought WHERE NOT session) + (SELECT COALESCE(SUM(visitors), 0) FROM held) AS people,
         (SELECT COALESCE(SUM(matters), 0) FROM brought) AS matters,
         (SELECT COUNT(*) FROM brought WHERE NOT session) AS office,
         (SELECT COUNT(*) FROM brought WHERE NOT session AND people >= 5) AS groups,
         (SELECT COUNT(*) FROM held) AS sessions`,
    );
    const cells = whole(table, 0);
    const of = (key: string) => cells[table.columns.findIndex((column: { key: string }) => column.key === key)];
    expect([of('1'), of('2'), of('3'), of('4'), of('8'), of('12') + of('21')]).toEqual(
      ['visits', 'people', 'matters', 'office', 'groups', 'sessions'].map((name) => Number(counted![name])),
    );
    expect(sums.every(({ holds }: { holds: boolean }) => holds)).toBe(true);
  });

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
