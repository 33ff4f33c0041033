import { requestInHand } from '../../src/platform/request-context.js';
import { document } from '../support/api-document.js';
import { act, makeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Login } from '../support/ward.js';
import { watchQueries } from '../support/watch-queries.js';

const period = 'from=2023-01-01&to=2023-06-30';
/** Every GET route and who asks it; `-` for those that ask no rows, or one row only, whatever the ward holds. */
const asked: Record<string, [Login, string] | '-'> = {
  '/health/live': '-',
  '/health/ready': '-',
  '/api/audit': ['quan-ly', '/audit?limit=100'],
  '/api/audit/actions': '-',
  '/api/audit/heads': ['quan-ly', '/audit/heads'],
  '/api/sign-in-options': '-',
  '/api/accounts': ['quan-ly', '/accounts'],
  '/api/colleagues': ['can-bo', '/colleagues'],
  '/api/accounts/states': ['quan-ly', '/accounts/states'],
  '/api/unit': '-',
  '/api/units': ['quan-ly', '/units'],
  '/api/residential-groups': ['can-bo', '/residential-groups'],
  '/api/me': ['can-bo', '/me'],
  '/api/me/sessions': ['can-bo', '/me/sessions'],
  '/api/me/second-factor': '-',
  '/api/stand-ins': ['can-bo', '/stand-ins'],
  '/api/cases': ['can-bo', '/cases?limit=100'],
  '/api/cases/{id}': ['lanh-dao', '/cases/ID'],
  '/api/cases/{id}/documents/{document}/file': '-',
  '/api/workflows': '-',
  '/api/workflows/{kind}': '-',
  '/api/reminders': ['can-bo', '/reminders?limit=100'],
  '/api/notices': ['can-bo', '/notices?limit=100'],
  '/api/deliveries': ['quan-ly', '/deliveries?limit=100'],
  '/api/queue': '-',
  '/api/reminder-ladders': ['quan-ly', '/reminder-ladders'],
  '/api/rules': '-',
  '/api/rules/{id}': '-',
  '/api/lunar': '-',
  '/api/calendar/{year}': '-',
  '/api/backlog': ['lanh-dao', '/backlog'],
  '/api/holdouts': ['lanh-dao', '/holdouts'],
  '/api/my-work': ['can-bo', '/my-work'],
  '/api/board': ['lanh-dao', '/board'],
  '/api/projects': ['lanh-dao', '/projects'],
  '/api/graves': ['lanh-dao', '/graves'],
  '/api/reception': ['tiep-dan', '/reception'],
  '/api/wards': '-',
  '/api/events': '-',
  '/api/views': ['can-bo', '/views'],
  '/api/retention': ['lanh-dao', '/retention'],
  '/api/reports': '-',
  '/api/reports/period': '-',
  '/api/reports/table': ['lanh-dao', `/reports/table?form=FORM&${period}`],
  '/api/reports/cases': '-',
  '/api/reports/file': '-',
  '/api/reports/narrative': ['lanh-dao', `/reports/narrative?${period}`],
  '/api/ward-events': ['tiep-dan', `/ward-events?${period}`],
  '/api/exports/cases': ['can-bo', '/exports/cases?as=csv&columns=code&columns=title'],
  '/api/me/calendar': '-',
  '/api/due-dates/{secret}': '-',
  '/api/cases/{id}/letters': ['lanh-dao', '/cases/ID/letters'],
  '/api/letters': ['lanh-dao', `/letters?${period}`],
  '/api/letter-templates': ['quan-ly', '/letter-templates'],
  '/api/letter-templates/{kind}/file': '-',
  '/api/imports': ['can-bo', '/imports'],
  '/api/imports/samples/{kind}': '-',
  '/api/imports/current/{kind}': ['lanh-dao', '/imports/current/households?as=csv'],
  '/api/imports/{id}': '-',
  '/api/imports/{id}/rows': '-',
  '/api/account-imports': ['quan-ly', '/account-imports'],
  '/api/account-imports/sample': '-',
  '/api/account-imports/current': ['quan-ly', '/account-imports/current?as=csv'],
  '/api/account-imports/{id}': '-',
  '/api/account-imports/{id}/rows': '-',
  '/api/webhook-events': '-',
};

describe.each(oneEngine(import.meta.url))('statements a route asks the database, on %s', (engine) => {
  let ward: Ward;
  let subject: { id: number; code: string; version: number; state: string };
  let project: string;
  let n = 0;
  let restore = () => undefined as unknown;
  const count = { statements: 0 };

  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2023-06-29T08:30:00+07:00', answersMb: 0 });
    restore = watchQueries(engine, () => {
      // What the program does beside the request, a reminder sent or the watch, is not the route's.
      if (requestInHand()) count.statements++;
    });
    const on = '2023-05-02';
    project = (await makeCase(ward.as('lanh-dao'), 'compensation-project', { on })).code;
    subject = await makeCase(ward.as('can-bo'), 'household-file', { on, project });
    for (const login of ['can-bo', 'lanh-dao', 'tiep-dan', 'quan-ly'] as const) await ward.as(login).get('/me');
  }, 60_000);
  afterAll(async () => {
    restore();
    await ward.stop();
  });

  /** What was to be made was made: a refusal would leave the ward as small as before. */
  async function must(login: Login, path: string, body: object): Promise<any> {
    const answer = await ward.as(login).post(path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
  const onSubject = async (login: Login, what: string, body: object) => {
    const { version } = (await ward.as(login).get(`/cases/${subject.id}`)).body;
    return must(login, `/cases/${subject.id}/${what}`, { version, ...body });
  };

  /** One more of everything a ward holds. */
  async function more(): Promise<void> {
    n++;
    const [officer, supervisor, clerk] = [ward.as('can-bo'), ward.as('lanh-dao'), ward.as('tiep-dan')];
    const on = '2023-05-02';
    await ward.rows('INSERT INTO residential_group (unit_id, name) VALUES (1, $1)', [`Tổ ${n}`]);
    const login = `nguoi-${n}`;
    await must('quan-ly', '/accounts', { login, name: login, role: 'officer' });
    const holder = { role: 'holder', name: `Bùi Văn ${n}`, idNumber: String(100_000_000_000 + n), phone: '0912345678' };
    const household = await makeCase(officer, 'household-file', { on, project, people: [holder] });
    const refused = await serveAndRefuse(household);
    const session = { version: refused.version, type: 'persuasion', matter: 'inventory', on: '2023-05-20' };
    await must('can-bo', `/cases/${refused.id}/contacts`, session);
    const own = await makeCase(supervisor, 'compensation-project', { on, title: `Dự án ${n}` });
    await makeCase(officer, 'household-file', { on, project: own.code });
    await makeCase(officer, 'grave-relocation', { on, household: subject.code, fields: { graveNumber: `M${n}` } });
    const people = [{ role: 'petitioner', name: `Người đơn ${n}` }];
    await makeCase(clerk, 'citizen-petition', { on, household: subject.code, people });
    await makeCase(clerk, 'reception-session', { on, fields: { sessionOn: `2023-06-${10 + n}` } });
    await must('can-bo', `/cases/${subject.id}/notes`, { note: `Đã gọi điện lần ${n}` });
    await onSubject('can-bo', 'contacts', { type: 'visit', on: '2023-05-20', note: `Lần ${n}` });
    await onSubject('can-bo', 'people', { people: [{ role: 'kin', name: `Con ${n}` }] });
    const [colleague] = await ward.rows<{ id: number }>('SELECT id FROM account WHERE login = $1', [login]);
    const away = { accountId: colleague!.id, standInId: ward.officers['can-bo'].id };
    await must('lanh-dao', '/stand-ins', { ...away, fromDay: '2023-06-29', toDay: '2023-06-30' });
    await must('lanh-dao', `/cases/${subject.id}/shares`, { toAccountId: colleague!.id, reason: 'Cùng làm' });
    await must('can-bo', '/views', { name: `Cách xem ${n}`, screen: 'cases', search: 'kind=household-file' });
    await must('tiep-dan', '/ward-events', { kind: 'class', on: '2023-05-04', about: `Tập huấn lần ${n}` });
    await ward.sweep();
  }

  async function serveAndRefuse(file: Awaited<ReturnType<typeof makeCase>>) {
    const officer = ward.as('can-bo');
    const served = await act(officer, 'household-file', file, 'serve-notice', '2023-05-03', {
      landUse: 'agricultural',
    });
    return act(officer, 'household-file', served, 'record-refusal', '2023-05-10', {
      holderSigned: true,
      holdoutReason: 'price',
    });
  }

  async function counted(): Promise<Record<string, number>> {
    const forms = (await ward.as('lanh-dao').get('/reports')).body.forms.map(({ form }: { form: string }) => form);
    const all = Object.values(asked).flatMap((each) => {
      if (each === '-') return [];
      const [login, path] = each;
      const filled = path.replace('ID', String(subject.id));
      return path.includes('FORM')
        ? forms.map((form: string) => [login, filled.replace('FORM', encodeURIComponent(form))] as const)
        : [[login, filled] as const];
    });
    const counts: Record<string, number> = {};
    const refused: unknown[] = [];
    for (const [login, path] of all) {
      await ward.as(login).get(path); // what a process keeps for itself is in place
      count.statements = 0;
      const { status } = await ward.as(login).get(path);
      if (status !== 200) refused.push([login, path, status]);
      counts[path] = count.statements;
    }
    expect(refused).toEqual([]);
    return counts;
  }

  test('every route of the API document is known here', () => {
    const routes = Object.entries(document.paths).flatMap(([path, methods]) => (methods.get ? [path] : []));
    expect(routes.filter((path) => !(path in asked))).toEqual([]);
  });

  test('do not grow with the rows it answers', async () => {
    for (let i = 0; i < 2; i++) await more();
    const few = await counted();
    for (let i = 0; i < 4; i++) await more();
    expect(few[`/cases/${subject.id}`]).toBeGreaterThan(2);
    const many = await counted();
    const grown = Object.keys(few).filter((path) => many[path]! > few[path]!);
    expect(Object.fromEntries(grown.map((path) => [path, [few[path], many[path]]]))).toEqual({});
  }, 120_000);
});
