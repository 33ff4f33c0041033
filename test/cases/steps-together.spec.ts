import pg from 'pg';
import { recordHistory } from '../../src/audit/record-history.js';
import { verifyChain } from '../../src/audit/verify-chain.js';
import { plainDate, type Instant } from '../../src/domain/plain-date.js';
import { DatabaseFile } from '../../src/platform/database-file.js';
import { Transaction } from '../../src/platform/transaction.js';
import { act, askStep, makeCase, type MadeCase } from '../support/make-case.js';
import { engines } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';

describe.each(engines())('steps of one ward that come at once, on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  let supervisor: Client;
  let project: string;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-06-16T08:30:00+07:00', jobs: 'separate' });
    [officer, supervisor] = [ward.as('can-bo'), ward.as('lanh-dao')];
    project = (await makeCase(officer, 'compensation-project', { on: '2026-06-01' })).code;
    await supervisor.get('/me');
  });
  afterAll(() => ward.stop());

  /** Writes of the ward so far: each moves its mark once. */
  const written = async () => {
    const sql = 'SELECT SUM(n) AS n FROM change_mark WHERE unit_id <> 0';
    const [row] = await ward.database.query<{ n: number }[]>(sql);
    return Number(row!.n);
  };

  const households = async (count: number) => {
    const made: MadeCase[] = [];
    for (let i = 0; i < count; i++)
      made.push(
        await makeCase(officer, 'household-file', {
          project,
          on: '2026-06-02',
          assigneeId: ward.officers['can-bo'].id,
        }),
      );
    return made;
  };
  const notify = (who: Client, { id, version }: MadeCase, more: object = {}, named: string | number = id) =>
    who.post(`/cases/${named}/actions/serve-notice`, {
      version,
      on: '2026-06-15',
      fields: { landUse: 'agricultural' },
      documents: [{ name: 'recovery-notice', number: `${id}/TB` }, { name: 'notice-service-minutes' }],
      ...more,
    });

  test('each is answered for itself and keeps its own line, clocks, papers and reminders; they go in fewer writes', async () => {
    const files = await households(14);
    const good = files.slice(0, 10);
    const [old, ahead, unknown, without] = files.slice(10) as [MadeCase, MadeCase, MadeCase, MadeCase];
    const before = await written();
    const [answers, refused] = await Promise.all([
      Promise.all(good.map((file, i) => notify(i % 2 === 0 ? officer : supervisor, file))),
      Promise.all([
        notify(officer, { ...old, version: old.version + 3 }),
        notify(officer, ahead, { on: '2026-06-20' }),
        notify(supervisor, unknown, { documents: [{ name: 'no-such-paper' }] }),
        notify(officer, without, { documents: [] }),
        notify(officer, { ...old, id: 999_999 }),
      ]),
    ]);
    expect(answers.map(({ status, body }) => [status, body.id, body.state])).toEqual(
      good.map(({ id }) => [200, id, 'notified']),
    );
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'changed-meanwhile'],
      [422, 'on-in-future'],
      [422, 'unknown-document'],
      [422, 'not-ready'],
      [404, 'not-found'],
    ]);
    expect((await written()) - before).toBeLessThan(10);

    for (const [i, { id }] of good.entries()) {
      const { body } = await officer.get(`/cases/${id}`);
      const line = body.history.at(-1);
      expect(line).toMatchObject({ action: 'serve-notice', toState: 'notified', onDay: '2026-06-15' });
      expect(line.accountId).toBe(ward.officers[i % 2 === 0 ? 'can-bo' : 'lanh-dao'].id);
      const started = body.clocks.filter((clock: any) => clock.startedBy === line.id);
      expect(started.length).toBeGreaterThan(0);
      expect(body.clocks.filter((clock: any) => clock.status === 'running')).toEqual(started);
      expect(body.documents.map((paper: any) => paper.number)).toContain(`${id}/TB`);
      const running = new Set(started.map((clock: any) => clock.id));
      expect(body.reminders.length).toBeGreaterThan(0);
      for (const reminder of body.reminders) expect(running.has(reminder.deadlineId)).toBe(true);
    }
    for (const { id, version } of [old, ahead, unknown, without])
      expect((await officer.get(`/cases/${id}`)).body).toMatchObject({ version, state: 'listed', clocks: [] });
    const told = await verifyChain((sql, values) => ward.database.query(sql, values), []);
    expect(told.faults).toEqual([]);
  });

  test('two on one case among others: one is taken, the other hears what came between, the others are taken', async () => {
    const files = await households(4);
    const answers = await Promise.all([
      ...files.map((file) => notify(officer, file)),
      ...files.slice(2).map((file) => notify(supervisor, file)),
    ]);
    const statusOf = (id: number) => answers.filter((_, i) => [...files, ...files.slice(2)][i]!.id === id);
    for (const { id } of files.slice(0, 2)) expect(statusOf(id).map(({ status }) => status)).toEqual([200]);
    for (const { id } of files.slice(2)) {
      expect(
        statusOf(id)
          .map(({ status }) => status)
          .sort(),
      ).toEqual([200, 409]);
      expect((await officer.get(`/cases/${id}`)).body).toMatchObject({ version: 2, state: 'notified' });
    }
  });

  test('cases named by their code, also one that reads like a number, are decided by their own clocks and papers', async () => {
    const files = await households(5);
    const digits = await makeCase(officer, 'household-file', { project, on: '2026-06-02', code: '99000777' });
    const names = [...files.map(({ id, code }, i) => (i % 2 === 0 ? code : id)), digits.code];
    const all = [...files, digits];
    const answers = await Promise.all(all.map((file, i) => notify(officer, file, {}, names[i])));
    expect(answers.map(({ status, body }) => [status, body.id])).toEqual(all.map(({ id }) => [200, id]));
    for (const { id } of all) {
      const { body } = await officer.get(`/cases/${id}`);
      const running = body.clocks.filter((clock: any) => clock.status === 'running');
      expect(running.map((clock: any) => clock.startedBy)).toEqual(running.map(() => body.history.at(-1).id));
      expect(running.length).toBeGreaterThan(0);
    }
    // The next step stops what this one started: it is decided by the clocks of the case it names.
    const next = await officer.post(`/cases/${digits.code}/actions/report-unreachable`, {
      ...{ version: 2, on: '2026-06-16', documents: [{ name: 'broadcast-copy' }] },
    });
    expect(next).toMatchObject({ status: 200, body: { id: digits.id, state: 'unreachable' } });
  });

  /**
   * While nobody may write, a step that will be refused stands first; those after it wait, and go as one write.
   * @param asked each sends its step
   */
  async function atOnce<T>(asked: readonly (() => Promise<T>)[]): Promise<T[]> {
    const stranger = { id: 999_999, version: 1 } as MadeCase;
    const letGo = await holdWriters();
    const first = notify(officer, stranger);
    await new Promise((resolve) => setTimeout(resolve, 150));
    const answers = asked.map((send) => send());
    await new Promise((resolve) => setTimeout(resolve, 250));
    await letGo();
    await first;
    return Promise.all(answers);
  }
  async function holdWriters(): Promise<() => unknown> {
    if (engine === 'sqlite') return ward.app.get(DatabaseFile).door.acquire();
    const other = new pg.Client({ connectionString: (ward.database.options as { url: string }).url });
    await other.connect();
    await other.query('BEGIN; SELECT 1 FROM history_head FOR UPDATE');
    return () => other.query('COMMIT').then(() => other.end());
  }
  const take = (file: MadeCase, action: string, on: string, fields: object = {}) =>
    askStep(officer, 'citizen-petition', file, action, on, fields);
  const petition = (given: object = {}) =>
    makeCase(officer, 'citizen-petition', { on: '2026-03-02', assigneeId: ward.officers['can-bo'].id, ...given });

  test('a refused step leaves nothing in what another step of the same case writes', async () => {
    let file = await petition();
    for (const [action, on, fields] of [
      ['start-classification', '2026-03-03'],
      ['classify-as-complaint', '2026-03-05', { decisionBy: 'ward' }],
      ['accept-complaint', '2026-03-10'],
      ['order-verification', '2026-03-12'],
      ['mark-complex', '2026-03-13', { grade: 'complex', reason: 'Nhiều bên', decisionNumber: '7/QĐ' }],
    ] as [string, string, object?][])
      file = await act(officer, 'citizen-petition', file, action, on, fields);
    const again = { grade: 'complex', reason: 'Lần nữa', decisionNumber: '8/QĐ' };
    const [refused, taken] = await atOnce([
      () => take(file, 'mark-complex', '2026-03-16', again),
      () => take(file, 'suspend-complaint', '2026-03-17', { reason: 'Chờ giám định' }),
    ]);
    expect([refused!.body.code, taken!.status]).toEqual(['extension-over-cap', 200]);
    const { body } = await officer.get(`/cases/${file.id}`);
    const clock = body.clocks.find((one: any) => one.clock === 'complaint-resolution');
    expect(clock).toMatchObject({ status: 'paused', extensions: [{ documentNumber: '7/QĐ' }] });
    expect((await take(taken!.body, 'resume-complaint', '2026-03-25')).status).toBe(200);
  });

  test('a person of two petitions that are protected at once is sealed', async () => {
    const people = [{ role: 'petitioner', name: 'Lê Văn Cùng Lúc', idNumber: '001080000022' }];
    const files: MadeCase[] = [];
    for (let i = 0; i < 2; i++)
      files.push(
        await act(officer, 'citizen-petition', await petition({ people }), 'start-classification', '2026-03-03'),
      );
    const answers = await atOnce(files.map((file) => () => take(file, 'classify-as-denunciation', '2026-03-05')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await ward.rows("SELECT id FROM person WHERE name LIKE '%Cùng Lúc%'")).toEqual([]);
  });

  test('a step that names its case by code needs the rule set, also beside one that names it by number', async () => {
    const inProject = (await makeCase(officer, 'compensation-project', { on: '2026-01-05' })).code;
    const household = () => makeCase(officer, 'household-file', { project: inProject, on: '2026-01-06' });
    const [approved, file] = [await household(), await household()];
    const { unitId, id: accountId } = ward.officers['can-bo'];
    const line = { unitId, accountId, caseId: approved.id, action: 'approve-plan', onDay: plainDate('2026-01-20') };
    await ward.app
      .get(Transaction)
      .run((manager) => recordHistory(manager, { ...line, at: '2026-01-20T01:00:00.000Z' as Instant }));
    const [byCode] = await atOnce([
      () => notify(officer, file, {}, file.code),
      () => take(file, 'no-such-step', '2026-06-10'),
    ]);
    expect(byCode).toMatchObject({ status: 422, body: { code: 'rule-set-needed' } });
  });
});
