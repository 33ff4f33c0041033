import { act, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward } from '../support/ward.js';
import { watchQueries } from '../support/watch-queries.js';

const many = 10_000;

describe.each(oneEngine(import.meta.url))('with ten thousand open cases on %s', (engine) => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2023-06-15T08:30:00+07:00' });
    const officer = ward.as('can-bo');
    await copy(await makeCase(officer, 'citizen-petition', { on: '2023-05-22' }), many / 2);
    const household = await makeCase(officer, 'household-file', { on: '2023-06-12' });
    const served = { landUse: 'agricultural' };
    await copy(await act(officer, 'household-file', household, 'serve-notice', '2023-06-12', served), many / 2);
  });
  afterAll(() => ward.stop());

  /** The case again and again, with its clocks, on other due days. */
  async function copy({ id }: MadeCase, times: number) {
    const columns = async (table: string, but: string[]) => {
      const runner = ward.database.createQueryRunner();
      const { columns } = (await runner.getTable(table))!;
      await runner.release();
      return columns
        .map(({ name }) => name)
        .filter((name) => !['id', ...but].includes(name))
        .join(', ');
    };
    const n = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${times})`;
    const file = await columns('case_file', ['code', 'next_due_on', 'state_since']);
    const day = (i: string) => `'2023-0' || (5 + ${i} % 4) || '-' || (10 + ${i} % 18)`;
    await ward.rows(
      `${n} INSERT INTO case_file (${file}, code, next_due_on, state_since)
       SELECT ${file}, code || '-' || i, CASE WHEN next_due_on IS NULL THEN NULL ELSE ${day('i')} END, ${day('i % 2')}
       FROM case_file, n WHERE id = ${id}`,
    );
    const clock = await columns('deadline', ['case_id', 'due_on']);
    const named = clock
      .split(', ')
      .map((name) => `d.${name}`)
      .join(', ');
    await ward.rows(
      `INSERT INTO deadline (${clock}, case_id, due_on)
       SELECT ${named}, c.id, COALESCE(c.next_due_on, d.due_on) FROM deadline d, case_file c, case_file t
       WHERE d.case_id = ${id} AND t.id = ${id} AND c.code LIKE t.code || '-%'`,
    );
  }

  async function asked(path: string): Promise<{ body: any; queries: number; ms: number }> {
    await ward.as('lanh-dao').get('/me'); // signed in
    let queries = 0;
    const restore = watchQueries(engine, () => queries++);
    const started = Date.now();
    const { body, status } = await ward.as(path === '/board' ? 'lanh-dao' : 'can-bo').get(path);
    restore();
    expect(status).toBe(200);
    return { body, queries, ms: Date.now() - started };
  }

  test('the day’s work is one page per section, in a fixed number of queries', async () => {
    const { body, queries, ms } = await asked('/my-work');
    const sections = ['overdue', 'dueToday', 'dueThisWeek', 'waiting', 'later', 'undated'];
    const total = sections.reduce((sum, name) => sum + body[name].total, 0);
    expect(total).toBe(many + 3); // two copied ones and their project
    for (const name of sections) expect(body[name].lines.length).toBeLessThanOrEqual(50);
    expect(body.overdue.lines).toHaveLength(50);
    expect(body.waiting.total).toBe(many / 2 + 1);
    expect(queries).toBeLessThanOrEqual(18);
    expect(ms).toBeLessThan(5000);
  });

  test.each(['/board', '/projects', '/graves'])('%s is answered in a fixed number of queries', async (path) => {
    const { queries, ms } = await asked(path);
    expect(queries).toBeLessThanOrEqual(25);
    expect(ms).toBeLessThan(5000);
  });
});
