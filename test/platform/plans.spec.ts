import { SweepReminders } from '../../src/reminders/sweep-reminders.js';
import { CaseFile } from '../../src/cases/case-file.entity.js';
import { Deadline } from '../../src/deadlines/deadline.entity.js';
import { HistoryEntry } from '../../src/audit/history-entry.entity.js';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import { SqliteQueryRunner } from 'typeorm/driver/sqlite/SqliteQueryRunner.js';
import { makeCase } from '../support/make-case.js';
import { engines, type Engine } from '../support/services.js';
import { Ward } from '../support/ward.js';

type Statement = [sql: string, values: unknown[]];

/** Tables that grow with the years; every other is read whole where that is cheaper. */
const growing = [
  ...['case_file', 'history', 'deadline', 'reminder', 'notice', 'delivery'],
  ...['document', 'contact', 'case_person', 'person', 'case_share'],
];

/** What is asked all day, and the indexes that answer it. */
const kept: Record<string, Record<Engine, string[]>> = {};

describe.each(engines())('how the database finds what is asked all day, on %s', (engine) => {
  let ward: Ward;
  const statements: Statement[] = [];
  let restore = () => undefined as unknown;

  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2023-06-29T08:30:00+07:00' });
    const project = await makeCase(ward.as('lanh-dao'), 'compensation-project', { on: '2023-05-02' });
    const household = await makeCase(ward.as('can-bo'), 'household-file', { on: '2023-05-02', project: project.code });
    await ward.sweep();
    await fill(household.id);
    const { prototype } = engine === 'sqlite' ? SqliteQueryRunner : PostgresQueryRunner;
    const { query } = prototype as unknown as { query: (...args: unknown[]) => unknown };
    Object.assign(prototype, {
      query(...args: unknown[]) {
        statements.push([args[0] as string, (args[1] as unknown[] | undefined) ?? []]);
        return query.apply(this, args);
      },
    });
    restore = () => Object.assign(prototype, { query });
  }, 120_000);
  afterAll(async () => {
    restore();
    await ward.stop();
  });

  /** Enough rows of other wards and other years that looking at all of them is no answer. */
  async function fill(caseId: number): Promise<void> {
    const numbers =
      engine === 'sqlite'
        ? '(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000) SELECT i FROM n) n'
        : '(SELECT i FROM generate_series(1, 4000) i) n';
    const copy = async (entity: typeof CaseFile | typeof Deadline | typeof HistoryEntry, where: string, change: Record<string, string>) => {
      const { tableName, columns } = ward.database.getMetadata(entity);
      const names = columns.filter(({ isGenerated }) => !isGenerated).map(({ databaseName }) => databaseName);
      const list = (prefix: string) => names.map((name) => change[name] ?? `${prefix}"${name}"`).join(', ');
      await ward.rows(
        `INSERT INTO ${tableName} (${names.map((name) => `"${name}"`).join(', ')})
         SELECT ${list('x.')} FROM ${tableName} x, ${numbers} WHERE ${where}`,
      );
    };
    await ward.rows("INSERT INTO unit (code, name, remote_area, reception_weekday, require_second_factor) SELECT 'khac', 'Phường khác', remote_area, reception_weekday, require_second_factor FROM unit WHERE id = 1");
    const cast = engine === 'sqlite' ? 'CAST(n.i AS text)' : 'n.i::text';
    await copy(CaseFile, `x.id = ${caseId}`, {
      code: `'K-' || ${cast}`,
      unit_id: 'CASE WHEN n.i % 20 = 0 THEN 1 ELSE (SELECT MAX(id) FROM unit) END',
      phase: "CASE WHEN n.i % 3 = 0 THEN 'open' ELSE 'closed' END",
      search: `x.search || ' ' || ${cast}`,
    });
    const others = `(SELECT MIN(id) FROM case_file WHERE code LIKE 'K-%') + n.i - 1`;
    await copy(Deadline, `x.id = (SELECT MIN(id) FROM deadline WHERE case_id = ${caseId})`, {
      case_id: others,
      status: "CASE WHEN n.i % 3 = 0 THEN 'running' ELSE 'stopped' END",
    });
    await ward.rows('ANALYZE');
  }

  /** The indexes used, and the growing tables read whole. */
  async function planOf([sql, values]: Statement): Promise<{ indexes: string[]; whole: string[] }> {
    if (engine === 'sqlite') {
      const rows = await ward.rows(`EXPLAIN QUERY PLAN ${sql}`, values);
      const details = rows.map(({ detail }) => detail as string);
      const aliases = new Map(
        [...sql.matchAll(/(?:FROM|JOIN)\s+"?(\w+)"?(?:\s+(?:AS\s+)?"?(\w+)"?)?/gi)].map(([, table, alias]) => [alias ?? table!, table!]),
      );
      return {
        indexes: details.flatMap((detail) => /INDEX (\S+)/.exec(detail)?.[1] ?? []),
        whole: details.flatMap((detail) => {
          const [, name] = /^SCAN (\S+)(?! .*USING)/.exec(detail) ?? [];
          const table = name && (aliases.get(name) ?? name);
          return table && growing.includes(table) ? [table] : [];
        }),
      };
    }
    const [row] = await ward.rows(`EXPLAIN (FORMAT JSON) ${sql}`, values);
    const indexes: string[] = [];
    const whole: string[] = [];
    const walk = (node: Record<string, any>) => {
      if (node['Index Name']) indexes.push(node['Index Name']);
      if (node['Node Type'] === 'Seq Scan' && growing.includes(node['Relation Name'])) whole.push(node['Relation Name']);
      for (const inner of node.Plans ?? []) walk(inner);
    };
    walk(row!['QUERY PLAN'][0].Plan);
    return { indexes, whole };
  }

  const questions: Record<string, () => Promise<unknown>> = {
    'my overdue cases': async () => {
      const { id } = (await ward.as('can-bo').get('/me')).body;
      statements.length = 0;
      return ward.as('can-bo').get(`/cases?overdue=true&assignee=${id}&sort=due&limit=50`);
    },
    'a search': () => ward.as('can-bo').get(`/cases?q=${encodeURIComponent('hộ khác')}&limit=50`),
    'one case': () => ward.as('can-bo').get('/cases/K-20'),
    'the backlog': () => ward.as('lanh-dao').get('/backlog'),
    'my work': () => ward.as('can-bo').get('/my-work'),
    'the notices': () => ward.as('can-bo').get('/notices'),
    'the sweep': () => ward.app.get(SweepReminders).run(),
  };

  test.each(Object.keys(questions))('%s', async (name) => {
    await questions[name]!(); // what a process keeps for itself is in place
    statements.length = 0;
    await questions[name]!();
    const asked = statements.splice(0).filter(([sql]) => /^\s*(SELECT|WITH)/i.test(sql) && !/pg_|sqlite_/.test(sql));
    expect(asked.length).toBeGreaterThan(0);
    const plans = await Promise.all(asked.map(planOf));
    process.stdout.write(`${engine} ${name}: ${JSON.stringify([...new Set(plans.flatMap(({ indexes }) => indexes))].sort())} whole ${JSON.stringify(plans.flatMap(({ whole }) => whole))}\n`);
    expect(plans.flatMap(({ whole }) => whole)).toEqual([]);
    expect([...new Set(plans.flatMap(({ indexes }) => indexes))].sort()).toEqual(kept[name]?.[engine]);
  });
});
