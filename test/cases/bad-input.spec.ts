import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Answer, type Client } from '../support/ward.js';
import { rowCounts } from './row-counts.js';

describe.each(oneEngine(import.meta.url))('bad input on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  let household: MadeCase;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-04-10T08:30:00+07:00', jobs: 'separate' });
    officer = ward.as('can-bo');
    household = await makeCase(officer, 'household-file', { fields: { zone: 'Khu A' } });
  });
  afterAll(() => ward.stop());

  /** Every refusal is problem+json: a stable code, a Vietnamese sentence, and a list of what to mend. */
  function refusal(answer: Answer) {
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const { status, type, title, code, detail, errors } = answer.body;
    expect({ status, type, title }).toEqual({ status: answer.status, type: `urn:matbang:${code}`, title: code });
    expect(detail).toMatch(/[à-ỹđ]/i);
    for (const error of errors)
      expect(error).toEqual(
        expect.objectContaining({ code: expect.any(String), detail: expect.stringMatching(/[à-ỹđ]/i) }),
      );
    return { status, code, fields: errors.map((e: any) => e.field) };
  }
  const petition = (more: object) => ({
    kind: 'citizen-petition',
    fields: { content: 'Đơn', channel: 'office' },
    people: [{ role: 'petitioner', name: 'Bà Ví Dụ' }],
    ...more,
  });

  test('KF-20 b: a petition with state, dueDate, wardId, createdBy and approvedAt is refused, each field named', async () => {
    const before = await rowCounts(ward);
    const extra = { state: 'closed', dueDate: '2030-01-01', wardId: 2, createdBy: 1, approvedAt: '2026-01-01' };
    expect(refusal(await officer.post('/cases', petition(extra)))).toEqual({
      status: 400,
      code: 'bad-input',
      fields: Object.keys(extra),
    });
    const fields = { content: 'Đơn', channel: 'office', state: 'closed', dueDate: '2030-01-01' };
    expect(refusal(await officer.post('/cases', petition({ fields })))).toEqual({
      status: 422,
      code: 'not-ready',
      fields: ['state', 'dueDate'],
    });
    expect(await rowCounts(ward)).toEqual(before);
  });

  test('a day that does not exist is named, and never moved to another', async () => {
    for (const on of [
      '2026-02-31',
      '31/02/2026',
      '2026-13-01',
      '2026-2-1',
      '20260201',
      '2026-02-01T00:00:00Z',
      'hôm nay',
    ])
      expect({ on, ...refusal(await officer.post('/cases', petition({ on }))) }).toEqual({
        on,
        status: 400,
        code: 'bad-input',
        fields: ['on'],
      });
    expect(refusal(await officer.get('/cases?dueBefore=2026-02-31'))).toEqual({
      status: 400,
      code: 'bad-input',
      fields: ['dueBefore'],
    });
    const fields = { content: 'Đơn', channel: 'office', decisionDate: '2026-02-31' };
    expect(refusal(await officer.post('/cases', petition({ fields })))).toMatchObject({
      status: 422,
      code: 'bad-field',
      fields: ['decisionDate'],
    });
    for (const receivedAt of ['2026-02-30T08:00+07:00', '2026-04-10T08:00', '2026-04-10T25:00+07:00'])
      expect(refusal(await officer.post('/cases', petition({ receivedAt }))).status).toBe(400);
  });

  test('a day of receipt that contradicts itself, or lies ahead, is asked about', async () => {
    for (const [given, code] of [
      [{ on: '2026-04-09', receivedAt: '2026-04-10T08:00+07:00' }, 'bad-day'],
      [{ on: '2026-04-09', fields: { content: 'Đơn', channel: 'office', receivedOn: '2026-04-01' } }, 'bad-day'],
      [
        { receivedAt: '2026-04-09T18:00Z', fields: { content: 'Đơn', channel: 'office', receivedOn: '2026-04-09' } },
        'bad-day',
      ], // 01:00 of 10/04 here
      [{ on: '2026-04-11' }, 'on-in-future'],
      [{ receivedAt: '2026-04-10T08:31+07:00' }, 'on-in-future'],
    ] as const)
      expect({ given, ...refusal(await officer.post('/cases', petition(given))) }).toMatchObject({
        given,
        status: 422,
        code,
      });
    const { body } = await officer.post(
      '/cases',
      petition({ fields: { content: 'Đơn', channel: 'office', receivedOn: '2026-04-01' } }),
    );
    expect((await officer.get(`/cases/${body.id}`)).body).toMatchObject({
      openedOn: '2026-04-01',
      receivedAt: '2026-04-01T01:00:00.000Z',
    });
  });

  test('a field the step does not ask for is no way round a correction', async () => {
    const { body: file } = await officer.post('/cases', petition({}));
    const step = (fields: object) =>
      ward.as('tiep-dan').post(`/cases/${file.id}/actions/start-classification`, {
        version: 1,
        on: '2026-04-10',
        documents: [{ name: 'processing-slip' }],
        fields,
      });
    expect(refusal(await step({ receivedOn: '2026-04-01', amountVnd: 5, letters: 2 }))).toEqual({
      status: 422,
      code: 'field-not-asked',
      fields: ['fields.receivedOn', 'fields.amountVnd'],
    });
    expect((await step({ letters: 2 })).status).toBe(200);
  });

  test('KF-20 a: a missing value names no case, and an empty filter selects nothing', async () => {
    for (const id of ['undefined', 'null', 'NaN', '0', '-1', '999999999', '1e3', '%00', '%E1%BA%A4n', "1' OR 1=1 --"])
      expect({ id, ...refusal(await officer.get(`/cases/${id}`)) }).toMatchObject({
        id,
        status: id === '%00' ? 400 : 404,
      });
    for (const filter of [
      'kind=',
      'state=',
      'phase=',
      'variant=',
      'assignee=',
      'residentialGroup=',
      'project=',
      'unit=',
    ])
      expect({ filter, ...(await officer.get(`/cases?${filter}`)).body }).toEqual({
        filter,
        total: 0,
        items: [],
        nextCursor: null,
      });
    for (const file of ['undefined', '0', '99999999999', '1.5'])
      expect(refusal(await officer.get(`/cases/${household.id}/documents/${file}/file`))).toMatchObject({
        status: 404,
        code: 'not-found',
      });
  });

  test('a filter, sort, limit or cursor the list does not know is refused', async () => {
    const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const query of [
      'kind=xe-đạp',
      'phase=mở',
      'variant=thư',
      'overdue=có',
      'assignee=tôi',
      'assignee=1;DROP',
      'residentialGroup=x',
      'residentialGroup=99999999999',
      'sort=khác',
      'limit=0',
      'limit=501',
      'limit=x',
      'householdId=',
      'receivedFrom=2026-04-10',
      'cursor=rác',
      'cursor=',
      `cursor=${cursor({})}`,
      `cursor=${cursor([0, '2026-04-10', 'x'])}`,
      `cursor=${cursor([0, {}, 1])}`,
      `cursor=${cursor([0, 5, 1])}`,
      `sort=amount&cursor=${cursor([0, '2026-04-10', 1])}`,
      `sort=amount&cursor=${cursor([0, 1.5, 1])}`,
      `sort=code&cursor=${cursor([0, '\u0000', 1])}`,
      `cursor=${cursor([0, '2026-04-10', 2 ** 31])}`,
      `cursor=${cursor([1, '2026-04-10', 1])}`,
      `cursor=${cursor([3, null, 1])}`,
      'q=a&q=b',
      'q=%00',
      `q=${'x'.repeat(201)}`,
    ]) {
      const { status, code } = refusal(await officer.get(`/cases?${query}`));
      expect({ query, status, code }).toEqual({
        query,
        status: 400,
        code:
          query.includes('cursor=') && !query.endsWith('cursor=x')
            ? 'bad-cursor'
            : expect.stringMatching(/^bad-input|not-an-instant$/),
      });
    }
  });

  test('a body too large, torn, missing or of another type is refused in the same form', async () => {
    const send = async (body: string | undefined, type = 'application/json') => {
      const response = await fetch(`${ward.url}/api/cases`, {
        method: 'POST',
        headers: { cookie, ...(type && { 'content-type': type }) },
        body,
      });
      return refusal({ status: response.status, body: await response.json(), headers: response.headers });
    };
    const cookie = (
      await fetch(`${ward.url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login: 'can-bo', password: 'demo-mat-bang' }),
      })
    ).headers
      .getSetCookie()[0]!
      .split(';')[0]!;
    expect((await send(JSON.stringify(petition({ note: 'x'.repeat(3_000_000) })))).status).toBe(413);
    expect((await send('{"kind": "citizen-pet')).status).toBe(400);
    expect((await send('[]')).status).toBe(400);
    expect((await send('null')).status).toBe(400);
    expect((await send('"đơn"')).status).toBe(400);
    expect((await send(undefined)).status).toBe(400);
    expect((await send('<kind>citizen-petition</kind>', 'application/xml')).status).toBe(415);
    expect((await send('{"__proto__": {"role": "admin"}}')).status).toBe(400);
    const nowhere = await officer.get('/khong-co-duong-nay');
    expect(refusal(nowhere)).toMatchObject({ status: 404 });
  });

  /** The status lines that come back for bytes sent as they are; a client library would mend or refuse them itself. */
  const raw = (...lines: string[]) =>
    new Promise<number[]>((done, failed) => {
      const socket = connect(Number(new URL(ward.url).port), '127.0.0.1');
      let said = '';
      socket.setTimeout(5_000, () => socket.destroy(new Error(`no end after: ${said}`)));
      socket.on('data', (data) => (said += String(data)));
      socket.on('error', failed);
      socket.on('end', () => done([...said.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))));
      socket.write(lines.join('\r\n'));
    });

  test('a method nobody serves is refused, and a tunnel is closed without a word', async () => {
    for (const [method, answer] of Object.entries({
      TRACE: [404],
      PROPFIND: [404],
      BREW: [400],
      CONNECT: [],
    }))
      expect([method, await raw(`${method} /api/cases HTTP/1.1`, 'host: a', 'connection: close', '', '')]).toEqual([
        method,
        answer,
      ]);
  });

  test('a query parameter given twice breaks no route', async () => {
    const { paths } = JSON.parse(readFileSync('dist/openapi.json', 'utf8'));
    const broken: string[] = [];
    let asked = 0;
    for (const [path, { get }] of Object.entries<any>(paths))
      for (const { name, in: place } of get?.parameters ?? []) {
        if (place !== 'query') continue;
        const doubled = `${path.replace(/^\/api/, '').replace(/\{\w+\}/g, String(household.id))}?${name}=1&${name}=2`;
        const { status } = await officer.get(doubled);
        if (status >= 500) broken.push(`${status} ${doubled}`);
        asked++;
      }
    expect(asked).toBeGreaterThan(20);
    expect(broken).toEqual([]);
  });

  test('a message whose length is told twice is refused, and what hides behind it is not read as a request', async () => {
    const hidden = ['DELETE /api/session HTTP/1.1', 'host: a', '', ''];
    for (const lengths of [
      ['content-length: 4', 'transfer-encoding: chunked'],
      ['transfer-encoding: chunked', 'content-length: 4'],
      ['content-length: 4', 'content-length: 40'],
      ['transfer-encoding: chunked, identity'],
    ])
      expect(
        await raw(
          'POST /api/session HTTP/1.1',
          'host: a',
          'content-type: application/json',
          ...lengths,
          '',
          '0',
          '',
          ...hidden,
        ),
      ).toEqual([400]);
    expect((await officer.get('/me')).status).toBe(200);
  });

  test('text as long as the form allows is kept whole, and a person with too much of it is refused', async () => {
    const content = 'Đ'.repeat(4000);
    const { status, body } = await officer.post('/cases', petition({ fields: { content, channel: 'office' } }));
    expect(status).toBe(201);
    const shown = (await officer.get(`/cases/${body.id}`)).body;
    expect(shown.fields.find((f: any) => f.name === 'content').value).toBe(content);
    expect(shown.title.length).toBeLessThanOrEqual(120);
    const people = [{ role: 'petitioner', name: 'x'.repeat(201), idNumber: '1088012345' }];
    expect(refusal(await officer.post('/cases', petition({ people })))).toMatchObject({
      status: 400,
      fields: ['people.0.name', 'people.0.idNumber'],
    });
  });
});
