import { sortNames } from '../../src/cases/list-order.js';
import { makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';

/** What the first database answered, for the second to agree with. */
const firstAnswers = new Map<string, string[]>();

describe.each(oneEngine(import.meta.url))('paging through a list on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  const made: MadeCase[] = [];
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-04-10T08:30:00+07:00', jobs: 'separate' });
    officer = ward.as('can-bo');
    const project = await makeCase(officer, 'compensation-project', { title: 'Ốc đảo', on: '2026-03-02' });
    // Equal due dates, no due date, equal days, equal and absent amounts, equal titles in other cases and accents.
    for (let i = 0; i < 12; i++)
      made.push(
        await makeCase(officer, 'household-file', {
          ...{ project: project.code, title: ['Hộ Ân', 'hộ an', 'Hộ Đạo'][i % 3], on: `2026-03-0${2 + (i % 4)}` },
          fields: i % 2 ? { amountVnd: [9, 10, 3_150_000_000][i % 3] } : {},
        }),
        await makeCase(officer, 'citizen-petition', { on: `2026-03-0${2 + (i % 3)}` }),
      );
  });
  afterAll(() => ward.stop());

  const page = async (query: string) => (await officer.get(`/cases?${query}`)).body;
  /** Every row, page by page; `between` happens after each page. */
  async function walk(query: string, between: () => Promise<unknown> = async () => undefined) {
    const rows: any[] = [];
    const totals = new Set<number>();
    for (let cursor: string | null = ''; cursor !== null;) {
      const { items, total, nextCursor } = await page(`${query}${cursor && `&cursor=${cursor}`}`);
      rows.push(...items);
      totals.add(total);
      cursor = nextCursor;
      await between();
    }
    return { rows, totals: [...totals] };
  }
  const codes = (rows: any[]) => rows.map((row) => row.code as string);

  test.each(sortNames.flatMap((sort) => [[sort, false] as const, [sort, true] as const]))(
    'sorted by %s (descending: %s) no row comes twice or is lost, on pages of any size',
    async (sort, descending) => {
      const query = `sort=${sort}&descending=${descending}`;
      const whole = await page(`${query}&limit=500`);
      expect([whole.total, whole.items.length, whole.nextCursor]).toEqual([25, 25, null]);
      for (const limit of [1, 4, 25]) {
        const { rows, totals } = await walk(`${query}&limit=${limit}`);
        expect({ limit, codes: codes(rows), totals }).toEqual({ limit, codes: codes(whole.items), totals: [25] });
      }
      const first = firstAnswers.get(query) ?? codes(whole.items);
      firstAnswers.set(query, first);
      expect(codes(whole.items)).toEqual(first);
    },
  );

  test.each([false, true])('cases without a value stand last (descending: %s)', async (descending) => {
    for (const [sort, property] of [
      ['due', 'nextDueOn'],
      ['amount', 'amountVnd'],
    ] as const) {
      const values = (await page(`sort=${sort}&descending=${descending}&limit=500`)).items.map((c: any) => c[property]);
      const given = values.filter((value: unknown) => value !== null);
      expect(values).toEqual([...given, ...Array(25 - given.length).fill(null)]);
      const ascending = [...given].sort((a: any, b: any) => (a < b ? -1 : a > b ? 1 : 0));
      expect(given).toEqual(descending ? ascending.reverse() : ascending);
    }
  });

  test('titles are sorted without accents, and not by code', async () => {
    const { items } = await page('sort=title&kind=household-file&limit=500');
    expect(items.map((c: any) => c.title.toLowerCase().at(-1))).toEqual([...Array(8).fill('n'), ...Array(4).fill('o')]);
  });

  test('the total is counted under the same filter as the rows', async () => {
    for (const filter of [
      'kind=household-file',
      'q=ho%20an',
      'overdue=true',
      'overdue=false',
      'state=received',
      'dueAfter=2026-03-17',
    ]) {
      const { rows, totals } = await walk(`${filter}&limit=3`);
      expect({ filter, totals }).toEqual({ filter, totals: [rows.length] });
    }
    const several = await page('kind=household-file&kind=citizen-petition&limit=1');
    expect([several.total, (await page('kind=household-file,citizen-petition&limit=1')).total]).toEqual([24, 24]);
  });

  test('while others write, what they do not touch comes exactly once', async () => {
    const touched = new Set<string>();
    let turn = 0;
    const { rows } = await walk('sort=due&limit=3', async () => {
      const fresh = await makeCase(officer, 'citizen-petition', { on: '2026-04-0' + (1 + (turn % 9)) });
      const { id, code } = made[turn++ * 2 + 1]!;
      touched.add(fresh.code).add(code);
      const { version } = (await officer.get(`/cases/${id}`)).body;
      await officer.post(`/cases/${id}/corrections`, {
        version,
        reason: 'Sửa ngày',
        fields: { receivedOn: '2026-02-27' },
      });
    });
    const seen = codes(rows).filter((code) => !touched.has(code));
    const untouched = codes((await page('limit=500')).items).filter((code) => !touched.has(code));
    expect(seen.sort()).toEqual(untouched.sort());
  });
});
