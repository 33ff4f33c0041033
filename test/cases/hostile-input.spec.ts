import { makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';

/** What a broken client, a curious citizen or a tired officer may send where something else is asked for. */
const oddities: unknown[] = [null, -1, 2 ** 31, 1e300, '\u0000', 'x'.repeat(5000), [], {}, ['\u0000']];

describe.each(oneEngine(import.meta.url))('odd input on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  let admin: Client;
  let household: MadeCase;
  let petition: MadeCase;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-04-10T08:30:00+07:00', jobs: 'separate' });
    [officer, admin] = [ward.as('can-bo'), ward.as('quan-ly')];
    household = await makeCase(officer, 'household-file');
    petition = await makeCase(officer, 'citizen-petition');
  });
  afterAll(() => ward.stop());

  const fault = ({ status, body, headers }: { status: number; body: any; headers: Headers }) =>
    status < 400 ||
    (status < 500 &&
      headers.get('content-type')!.startsWith('application/problem+json') &&
      body.status === status &&
      typeof body.code === 'string' &&
      /[à-ỹđ]/i.test(body.detail) &&
      Array.isArray(body.errors))
      ? undefined
      : { status, code: body.code, detail: body.detail };

  const writes: [who: () => Client, path: () => string, body: () => Record<string, unknown>, method?: 'patch'][] = [
    [
      () => officer,
      () => '/cases',
      () => ({
        kind: 'citizen-petition',
        title: 'Đơn',
        code: 'KN-1',
        on: '2026-04-10',
        receivedAt: '2026-04-10T08:00+07:00',
        fields: { content: 'Đơn', channel: 'office', letters: 1 },
        documents: [{ name: 'petition', number: '1', on: '2026-04-10' }],
        people: [
          { role: 'petitioner', name: 'Bà Ví Dụ', idNumber: '001088012345', phone: '0912345678', address: 'Soi' },
        ],
        project: 'x',
        household: 'x',
        firstPetition: 'x',
        residentialGroupId: 1,
        assigneeId: 1,
        note: 'x',
      }),
    ],
    [
      () => officer,
      () => `/cases/${petition.id}/actions/start-classification`,
      () => ({
        version: 1,
        on: '2026-04-10',
        fields: { field: 'land', letters: 1 },
        documents: [{ name: 'petition', number: '1', on: '2026-04-10' }],
        note: 'x',
      }),
    ],
    [
      () => officer,
      () => `/cases/${household.id}/corrections`,
      () => ({
        version: 1,
        reason: 'Thử',
        title: 'x',
        residentialGroupId: 1,
        fields: { amountVnd: 1, areaM2: '1', parcel: '1' },
        lastStepOn: '2026-04-10',
      }),
    ],
    [
      () => officer,
      () => `/cases/${household.id}/reopen`,
      () => ({ version: 1, on: '2026-04-10', reason: 'Thử', toState: 'listed', restart: ['payment'] }),
    ],
    [() => officer, () => `/cases/${household.id}/assignee`, () => ({ version: 1, assigneeId: 1, note: 'x' })],
    [() => officer, () => `/cases/${household.id}/links`, () => ({ version: 1, type: 'project', to: 'x' })],
    [() => officer, () => `/cases/${petition.id}/merge`, () => ({ version: 1, into: 'x', keepReceivedOn: 'Thử' })],
    [() => officer, () => `/cases/${petition.id}/undo-merge`, () => ({ version: 1, reason: 'Thử' })],
    [
      () => officer,
      () => `/cases/${household.id}/contacts`,
      () => ({ version: 1, type: 'visit', matter: 'plan', on: '2026-04-10', reason: 'price', amountVnd: 1, note: 'x' }),
    ],
    [() => officer, () => `/cases/${household.id}/notes`, () => ({ note: 'x' })],
    [
      () => officer,
      () => `/cases/${household.id}/people`,
      () => ({
        version: 1,
        people: [
          { role: 'holder', personId: 1, name: 'x', idNumber: '001088012345', phone: '0912345678', address: 'x' },
        ],
      }),
    ],
    [() => officer, () => '/session', () => ({ login: 'can-bo', password: 'x' })],
    [() => admin, () => '/accounts', () => ({ login: 'moi', name: 'Người mới', email: 'a@b.example', role: 'clerk' })],
    [
      () => admin,
      () => `/accounts/${ward.officers['can-bo-2'].id}`,
      () => ({ name: 'x', email: 'a@b.example', role: 'officer', active: true }),
      'patch',
    ],
    [
      () => admin,
      () => '/unit',
      () => ({
        ...{ code: 'phuong', name: 'Phường thử', parent: 'Thành phố', province: 'Tỉnh', remoteArea: false },
        ...{ receptionWeekday: 4, webhookUrl: null, webhookSecret: '0123456789abcdef', addResidentialGroups: ['Trại'] },
      }),
      'patch',
    ],
  ];

  /** The body with one value in it, at any depth, replaced by each oddity. */
  function* bent(value: unknown): Generator<unknown> {
    if (Array.isArray(value))
      for (const [i, item] of value.entries()) for (const odd of bent(item)) yield value.with(i, odd);
    else if (typeof value === 'object' && value !== null)
      for (const [name, item] of Object.entries(value)) {
        for (const odd of oddities) yield { ...value, [name]: odd };
        for (const odd of bent(item)) yield { ...value, [name]: odd };
      }
  }

  test.each(writes.map((write, i) => [i, write] as const))(
    'write %i is answered or refused, and never breaks',
    async (_, [who, path, body, method = 'post']) => {
      const faults: unknown[] = [];
      const url = path();
      let version =
        url.includes(String(household.id)) && url.startsWith('/cases/')
          ? (await officer.get(`/cases/${household.id}`)).body.version
          : 1;
      for (const odd of bent(body())) {
        const sent = odd as Record<string, unknown>;
        const answer = await who()[method as 'post'](url, sent.version === 1 ? { ...sent, version } : sent);
        if (answer.status < 300 && typeof answer.body.version === 'number') version = answer.body.version;
        const found = fault(answer);
        if (found) faults.push({ sent: JSON.stringify(sent).slice(0, 200), ...found });
      }
      expect(faults).toEqual([]);
    },
  );
});
