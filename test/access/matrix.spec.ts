import type { EntityManager } from 'typeorm';
import { rights, seesWholeUnit } from '../../src/access/rights.js';
import type { Role } from '../../src/domain/workflow/workflow.js';
import type { Scope } from '../../src/platform/officer.js';
import { Transaction } from '../../src/platform/transaction.js';
import { makeCase, type MadeCase } from '../support/make-case.js';
import { bodyFor, operations, type Operation } from '../support/route-bodies.js';
import { Client, Ward, type Answer } from '../support/ward.js';

/** Routes that answer before anybody has signed in; every other route must name its right. */
const open = [
  'GET /api/sign-in-options',
  'POST /api/session',
  'POST /api/session/code',
  'POST /api/oidc/start',
  'POST /api/oidc/finish',
  'POST /api/invitations/look',
  'POST /api/invitations/accept',
  'GET /api/due-dates/{secret}',
  'GET /health/live',
  'GET /health/ready',
];

const people: readonly { role: Role; scope: Scope }[] = [
  ...(['clerk', 'officer', 'supervisor'] as const).flatMap((role) =>
    (['unit', 'groups', 'own'] as const).map((scope) => ({ role, scope })),
  ),
  { role: 'auditor', scope: 'unit' },
  { role: 'admin', scope: 'unit' },
];
type Person = (typeof people)[number] & { id: number; login: string; client: Client };

/** Where a case stands, seen from each person. */
type Place = 'own' | 'group' | 'elsewhere' | 'otherUnit';

const aboutCases = (path: string) => path.startsWith('/api/cases/{id}');

const today = '2023-06-15';

describe('who may do what, route by route', () => {
  let ward: Ward;
  let all: Person[];
  const cases: Record<string, Record<Place, MadeCase>> = {};
  const rows: Record<string, number> = {};

  beforeAll(async () => {
    ward = await Ward.start({ now: `${today}T08:30:00+07:00`, jobs: 'separate' });
    ward.app.useLogger(['error']); // each refusal would be a line
    all = await ward.app.get(Transaction).run((manager) => enter(manager));
    const chief = ward.as('lanh-dao');
    const project = (await makeCase(chief, 'compensation-project')).code;
    const [groupA, groupB] = await ward.rows<{ id: number }>('SELECT id FROM residential_group ORDER BY id');
    const household = (more: object) => makeCase(chief, 'household-file', { project, ...more });
    const [group, elsewhere, otherUnit] = [
      await household({ residentialGroupId: groupA!.id }),
      await household({ residentialGroupId: groupB!.id }),
      await household({ residentialGroupId: groupB!.id }),
    ];
    for (const person of all) {
      const works = rights['work case'].includes(person.role);
      const own = works ? await household({ residentialGroupId: groupB!.id, assigneeId: person.id }) : elsewhere;
      cases[person.login] = { own, group, elsewhere, otherUnit };
    }
    await ward.rows('UPDATE case_file SET unit_id = $1, assignee_id = NULL, project_id = NULL WHERE id = $2', [
      rows.otherUnit,
      otherUnit.id,
    ]);
  });
  afterAll(() => ward.stop());

  /** People of every role and scope beside those of the ward, and another unit with one row of each kind. */
  async function enter(manager: EntityManager): Promise<Person[]> {
    // The sqlite driver answers an INSERT with the id of its row.
    const one = (sql: string, values: unknown[] = []) => manager.query<number>(sql, values);
    const [known] = await manager.query<any[]>("SELECT unit_id, password_hash FROM account WHERE login = 'can-bo'");
    const account = (unit: number, login: string, role: string, scope: string) =>
      one(
        'INSERT INTO account (unit_id, login, name, role, scope, password_hash, active) VALUES ($1, $2, $3, $4, $5, $6, TRUE)',
        [unit, login, `Người ${login}`, role, scope, known.password_hash],
      );
    rows.otherUnit = await one(
      "INSERT INTO unit (code, name, remote_area, reception_weekday) VALUES ('khac', 'UBND phường khác', FALSE, 4)",
    );
    rows.stranger = await account(rows.otherUnit, 'nguoi-la', 'officer', 'unit');
    const [groupA] = await manager.query<{ id: number }[]>('SELECT MIN(id) AS id FROM residential_group');
    const entered: Person[] = [];
    for (const { role, scope } of people) {
      const login = `${role}-${scope}`;
      const id = await account(known.unit_id, login, role, scope);
      if (scope === 'groups')
        await manager.query('INSERT INTO account_group (account_id, residential_group_id) VALUES ($1, $2)', [
          id,
          groupA!.id,
        ]);
      entered.push({ role, scope, id, login, client: new Client(ward.url, login) });
    }
    for (const { id, login } of [...entered, { id: rows.stranger, login: 'nguoi-la' }]) {
      const unit = login === 'nguoi-la' ? rows.otherUnit : known.unit_id;
      const reminder = await one(
        "INSERT INTO reminder (unit_id, key, rung, recipient_id, due_version, send_at, status) VALUES ($1, $2, 'digest', $3, 0, '2023-06-15T00:30:00.000Z', 'sent')",
        [unit, `matrix/${login}`, id],
      );
      const notice = await one(
        "INSERT INTO notice (unit_id, reminder_id, recipient_id, subject, body, at) VALUES ($1, $2, $3, 's', 'b', '2023-06-15T00:30:00.000Z')",
        [unit, reminder, id],
      );
      rows[`notice ${login}`] = notice;
      rows[`delivery ${login}`] = await one(
        "INSERT INTO delivery (unit_id, notice_id, channel, target, status, attempts, next_attempt_at) VALUES ($1, $2, 'email', 'a@b.example', 'dead', 6, '2023-06-15T00:30:00.000Z')",
        [unit, notice],
      );
      for (const [name, kind] of [
        ['import', 'households'],
        ['account-import', 'accounts'],
      ] as const)
        rows[`${name} ${login}`] = await one(
          "INSERT INTO import_file (unit_id, account_id, kind, file_name, state, at, since) VALUES ($1, $2, $3, '', 'looked', '2023-06-15T00:30:00.000Z', '2023-06-15T00:30:00.000Z')",
          [unit, id, kind],
        );
      rows[`ward-event ${login}`] = await one(
        "INSERT INTO ward_event (unit_id, kind, on_day, about, illustrative) VALUES ($1, 'class', '2023-06-01', 'Lớp', FALSE)",
        [unit],
      );
      rows[`view ${login}`] = await one(
        "INSERT INTO saved_view (unit_id, account_id, name, screen, search, shared, pinned) VALUES ($1, $2, 'v', 'cases', '{}', FALSE, FALSE)",
        [unit, id],
      );
    }
    return entered;
  }

  /** What stands in an address: something of the person's own, or of somebody else's. */
  function address(path: string, person: Person, place: Place): string {
    const theirs = place === 'otherUnit';
    const row = (kind: string) => rows[`${kind} ${theirs ? 'nguoi-la' : person.login}`]!;
    const examples: [pattern: RegExp, values: Record<string, number | string>][] = [
      [
        /^\/api\/cases\/\{id\}/,
        { id: cases[person.login]![place].id, action: 'give-notice', document: 1, share: 1, letter: 1, contact: 1 },
      ],
      [/^\/api\/accounts\/\{id\}/, { id: theirs ? rows.stranger! : ward.officers['can-bo-2'].id }],
      [/^\/api\/(me\/sessions|stand-ins)\//, { session: 'khong-co', id: 999_999 }],
      [/^\/api\/notices\//, { id: row('notice') }],
      [/^\/api\/deliveries\//, { id: row('delivery') }],
      [/^\/api\/views\//, { id: row('view') }],
      [/^\/api\/imports\//, { id: row('import'), kind: 'households' }],
      [/^\/api\/account-imports\//, { id: row('account-import') }],
      [/^\/api\/calendar\//, { year: 2023 }],
      [/^\/api\/ward-events\//, { id: row('ward-event') }],
      [/^\/api\/(rules|reminder-ladders)\//, { id: 'ld24-payment', ruleId: 'ld24-payment' }],
      [/^\/api\/letter-templates\//, { kind: 'acceptance-notice' }],
      [/^\/api\/workflows\//, { kind: 'household-file' }],
    ];
    const [, values = {}] = examples.find(([pattern]) => pattern.test(path)) ?? [];
    return path.slice('/api'.length).replace(/\{(\w+)\}/g, (_, name: string) => {
      if (values[name] === undefined) throw new Error(`${path}: give the matrix an example of {${name}}`);
      return String(values[name]);
    });
  }

  async function ask(person: Person, { name, method, path }: Operation, place: Place) {
    if (path === '/api/events') {
      const stream = await person.client.raw(method, '/events');
      await stream.body?.cancel();
      return { status: stream.status, body: {} } as Answer;
    }
    const to = address(path, person, place);
    return person.client.send(method, to, ['GET', 'DELETE'].includes(method) ? undefined : bodyFor(name, today));
  }

  test('every route is open by name, or names a right of the table', () => {
    const unruled = operations.filter(({ name, right }) => !open.includes(name) && (!right || !(right in rights)));
    expect(unruled.map(({ name }) => name)).toEqual([]);
    const names = operations.map(({ name }) => name);
    expect(open.filter((name) => !names.includes(name))).toEqual([]);
  });

  test('each cell: who lacks the right is refused, who has it is not, and a case out of reach does not exist', async () => {
    const faults: string[] = [];
    let cells = 0;
    // Signing out ends the session that the next question needs; it stands last.
    const asked = operations.filter(({ name }) => !open.includes(name) && name !== 'DELETE /api/session');
    for (const person of all)
      for (const operation of asked) {
        const may = rights[operation.right!].includes(person.role);
        const sees = (place: Place) =>
          place === 'own' ||
          (place !== 'otherUnit' && (seesWholeUnit(person) || (place === 'group' && person.scope === 'groups')));
        const places: Place[] = !may
          ? ['own']
          : aboutCases(operation.path)
            ? ['own', 'group', 'elsewhere', 'otherUnit']
            : /\/(accounts|notices|deliveries|views|imports|account-imports|ward-events)\/\{id\}/.test(operation.path)
              ? ['own', 'otherUnit']
              : ['own'];
        for (const place of places) {
          const { status, body } = await ask(person, operation, place);
          cells++;
          // A clerk corrects what he entered himself; these cases a supervisor did.
          const entered = operation.right !== 'correct case' || rights['mend case'].includes(person.role);
          const wanted = !may ? 403 : !sees(place) ? 404 : entered ? 'let through' : 'not-own-entry';
          const code = (body as { code?: string } | null)?.code;
          const got =
            code === 'not-own-entry'
              ? code
              : code === 'role-not-allowed'
                ? 403
                : code === 'not-found' || status === 404
                  ? 404
                  : status;
          // A paper or share of that number need not be there, and only who holds a case shows it to others.
          const inner =
            /\{(document|share|session|letter|contact)\}|\/shares$|stand-ins\/|accounts\/\{id\}\/[sdi]/.test(
              operation.path,
            ) && got !== 401;
          const right =
            wanted === 'let through'
              ? ![401, 403, 404, 'not-own-entry'].includes(got) || inner
              : got === wanted || (inner && got === 400);
          if (!right) faults.push(`${person.login}: ${operation.name} ${place}: ${status} ${code}, not ${wanted}`);
        }
      }
    expect(faults).toEqual([]);
    expect(cells).toBeGreaterThan(900);
  });

  test('a clerk corrects the petition he entered himself, and no colleague’s', async () => {
    const clerks = all.filter(({ role }) => role === 'clerk');
    for (const person of clerks) {
      const petition = await makeCase(person.client, 'citizen-petition', { assigneeId: person.id });
      const body = { version: 1, reason: 'Gõ nhầm', fields: { content: 'Đơn gõ lại' } };
      const correct = ({ client }: Person) => client.post(`/cases/${petition.id}/corrections`, body);
      for (const other of clerks.filter((each) => each !== person)) {
        const code = seesWholeUnit(other) ? 'not-own-entry' : 'not-found';
        expect([other.login, (await correct(other)).body.code]).toEqual([other.login, code]);
      }
      expect([person.login, (await correct(person)).status]).toEqual([person.login, 200]);
    }
  });

  test('what a list shows, the page opens, and the count counts: one reach', async () => {
    for (const person of all.filter(({ role }) => rights['list case'].includes(role))) {
      const { body } = await person.client.get('/cases?kind=household-file&limit=200');
      const listed = new Set((body.items as { id: number }[]).map(({ id }) => id));
      expect(body.total).toBe(listed.size);
      for (const [place, { id }] of Object.entries(cases[person.login]!)) {
        const { status } = await person.client.get(`/cases/${id}`);
        expect([person.login, place, status]).toEqual([person.login, place, listed.has(id) ? 200 : 404]);
      }
      const { body: backlog } = await person.client.get('/backlog');
      const count = (backlog.byKind as { kind: string; count: number }[]).find(({ kind }) => kind === 'household-file');
      expect([person.login, count?.count ?? 0]).toEqual([person.login, listed.size]);
    }
  });
});
