import { act, makeCase } from '../support/make-case.js';
import { engines } from '../support/services.js';
import { Ward, type Login } from '../support/ward.js';
import { watchQueries } from '../support/watch-queries.js';

/** Tables that grow for ever; the others hold what a ward is, and reading them whole is right. */
const growing = ['case_file', 'history', 'deadline', 'reminder', 'notice', 'delivery', 'document', 'contact', 'person'];

/**
 * What is asked all day, and the indexes of growing tables that answer it: on SQLite, which keeps no statistics, exactly
 * these; on PostgreSQL, where a small ward leaves several equally good, those marked `!` among others.
 */
const kept: Record<string, string[]> = {
  'my overdue cases by date': ['!ix_case_file_assignee_id_unit_id_next_due_on'],
  'a list by title': ['uq_case_file_unit_id_code'],
  'words searched for': ['uq_case_file_unit_id_code'],
  'one case': [
    'ix_case_file_household_id',
    'ix_contact_case_id_on_day',
    'ix_deadline_case_id_status',
    'ix_document_case_id',
    '!ix_history_case_id_id',
    '!ix_reminder_case_id_status',
  ],
  'the backlog': [
    '!ix_case_file_unit_id_kind_state',
    'ix_case_file_unit_id_phase_next_due_on',
    'ix_history_case_id_id',
  ],
  'my work': [
    'ix_case_file_assignee_id_unit_id_next_due_on',
    'ix_contact_case_id_on_day',
    'ix_deadline_case_id_status',
    '!ix_document_case_id',
    '!ix_history_case_id_id',
    'ix_notice_recipient_id_at',
  ],
  'the board': [
    'ix_case_file_unit_id_kind_state',
    'ix_contact_case_id_on_day',
    'ix_deadline_status_due_on',
    'ix_document_case_id',
    '!ix_history_case_id_id',
    'uq_case_file_unit_id_code',
  ],
  notices: ['!ix_notice_recipient_id_at'],
  'the history of the ward': ['!uq_history_unit_id_seq'],
  'the sweep': ['!ix_deadline_status_due_on', '!ix_delivery_status_next_attempt_at', '!ix_reminder_status_send_at'],
};

describe.each(engines())('how %s finds what is asked all day', (engine) => {
  let ward: Ward;
  let asked: { sql: string; values: unknown[] }[] = [];
  let restore = () => undefined as unknown;
  let id: number;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2023-06-29T08:30:00+07:00', answersMb: 0 });
    restore = watchQueries(engine, (sql, values) => asked.push({ sql, values }));
    const file = await makeCase(ward.as('can-bo'), 'household-file', { on: '2023-05-02' });
    ({ id } = await act(ward.as('can-bo'), 'household-file', file, 'serve-notice', '2023-05-03', {
      landUse: 'agricultural',
    }));
    if (engine === 'postgres') await ward.database.query('ANALYZE');
  });
  afterAll(async () => {
    restore();
    await ward.stop();
  });

  /** The indexes a statement goes by, and the growing tables it reads from end to end. */
  async function planOf({ sql, values }: { sql: string; values: unknown[] }): Promise<string[]> {
    if (!/^\s*(SELECT|WITH|UPDATE)/.test(sql)) return [];
    if (engine === 'sqlite') {
      const lines = await ward.database.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, values);
      const tables = new Map(
        [...sql.matchAll(/(?:FROM|JOIN|UPDATE)\s+"?(\w+)"?\s+(?:AS\s+)?"?(\w+)"?/gi)].map(([, table, as]) => [
          as,
          table,
        ]),
      );
      return lines.flatMap(({ detail }) => {
        const [, how, as, index] = /^(SCAN|SEARCH) (\w+)(?: USING (?:COVERING )?INDEX (\w+))?/.exec(detail) ?? [];
        if (!how || !as) return [];
        const table = tables.get(as) ?? as;
        if (index) return [index];
        return how === 'SCAN' && growing.includes(table) ? [`all of ${table}`] : [];
      });
    }
    const explained = await ward.database.transaction(async (manager) => {
      // A ward of one case is read whole sooner than by any index; a province's is not.
      await manager.query('SET LOCAL enable_seqscan = off');
      return manager.query<[{ 'QUERY PLAN': [{ Plan: PlanNode }] }]>(`EXPLAIN (FORMAT JSON) ${sql}`, values);
    });
    return nodesOf(explained[0]['QUERY PLAN'][0].Plan).flatMap((node) => {
      if (node['Index Name']) return [node['Index Name']];
      const table = node['Relation Name'];
      return node['Node Type'] === 'Seq Scan' && table && growing.includes(table) ? [`all of ${table}`] : [];
    });
  }

  async function plansOf(ask: () => Promise<unknown>): Promise<string[]> {
    asked = [];
    await ask();
    const statements = asked;
    const plans: string[] = [];
    for (const statement of statements) plans.push(...(await planOf(statement)));
    const ofGrowing = new RegExp(`^all of|^(ix|uq)_(${growing.join('|')})_(?!person_id|share)`);
    return [...new Set(plans)].filter((name) => ofGrowing.test(name)).sort();
  }

  const get = (login: Login, path: string) => async () => {
    const { status } = await ward.as(login).get(path);
    expect([path, status]).toEqual([path, 200]);
  };

  test('by an index each, never from end to end', async () => {
    const { 'can-bo': officer } = ward.officers;
    const questions: Record<string, () => Promise<unknown>> = {
      'my overdue cases by date': get('can-bo', `/cases?overdue=true&assignee=${officer.id}&sort=due&limit=50`),
      'a list by title': get('can-bo', '/cases?sort=title&limit=50'),
      'words searched for': get('can-bo', `/cases?q=${encodeURIComponent('mồ mả')}&limit=50`),
      'one case': get('can-bo', `/cases/${id}`),
      'the backlog': get('lanh-dao', '/backlog'),
      'my work': get('can-bo', '/my-work'),
      'the board': get('lanh-dao', '/board'),
      notices: get('can-bo', '/notices?limit=50'),
      'the history of the ward': get('quan-ly', '/audit?limit=50'),
      'the sweep': () => ward.sweep(),
    };
    const found: Record<string, string[]> = {};
    for (const [name, ask] of Object.entries(questions)) found[name] = await plansOf(ask);
    expect(Object.keys(found)).toEqual(Object.keys(kept));
    for (const [name, of] of Object.entries(kept)) {
      const named = of.map((index) => index.replace('!', ''));
      const must = of.filter((index) => index.startsWith('!')).map((index) => index.slice(1));
      expect({ [name]: found[name] }).toEqual({ [name]: engine === 'sqlite' ? named : expect.arrayContaining(must) });
      expect({ [name]: found[name]!.filter((index) => index.startsWith('all of')) }).toEqual({ [name]: [] });
    }
  });
});

interface PlanNode {
  'Node Type': string;
  'Index Name'?: string;
  'Relation Name'?: string;
  Plans?: PlanNode[];
}
const nodesOf = (plan: PlanNode): PlanNode[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
