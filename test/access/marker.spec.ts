import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { foldVietnamese } from '../../src/domain/search-text.js';
import { Account } from '../../src/people/account.entity.js';
import { act, makeCase, type MadeCase } from '../support/make-case.js';
import { bodyFor, operations, type Operation } from '../support/route-bodies.js';
import { oneEngine, type Engine } from '../support/services.js';
import { startSmtp, type TestSmtp } from '../support/smtp-server.js';
import { Client, eventually, Ward } from '../support/ward.js';

const kind = 'citizen-petition';
/** One marker in each field that tells who denounces, or what. */
const planted = {
  name: 'Đặng Thị Qvzxhọvàtên',
  idNumber: '012987650431',
  phone: '0987612345',
  address: 'Ngõ Qvzxđịachỉ, tổ Soi',
  signatory: 'Qvzxkýtên Văn Hai',
  title: 'Tố cáo Qvzxtiêuđề',
  content: 'Tố cáo ông Mẫu nhận tiền, tôi làm chứng ở Qvzxnộidung',
  openingNote: 'Đơn do Qvzxghikhimở mang đến',
  note: 'Đã gọi cho Qvzxghichúthêm',
  letterNumber: '77/QVZXSỐĐƠN',
  fileName: 'Đơn của Qvzxtêntệp.pdf',
  attachment: 'Qvzxruộttệpđính',
  letter: 'Qvzxláthưgốc',
  reason: 'Qvzxlýdogiahạn, nhiều bên',
  correction: 'Sửa vì Qvzxđínhchính',
  sharing: 'Chia sẻ vì Qvzxchiasẻ',
  answer: 'Bà Qvzxtrảlời đã đồng ý',
} as const;

/** Each marker as it could turn up: as typed, folded, in base64 at any offset, in hex, percent-encoded. */
const traces = Object.entries(planted).flatMap(([field, text]) => {
  const word = /[\p{L}\d/]*(qvzx|0129876|0987612)[\p{L}\d]*/iu.exec(text)![0];
  return [word, word.normalize('NFD'), foldVietnamese(word)].flatMap((form) => {
    const bytes = Buffer.from(form);
    const shifted = [0, 1, 2].map((lead) => {
      const encoded = Buffer.concat([Buffer.alloc(lead, 65), bytes]).toString('base64');
      // What the neighbours of the word would change is cut off.
      return encoded.slice(lead === 0 ? 0 : 4, Math.floor((lead + bytes.length) / 3) * 4);
    });
    return [form, ...shifted, bytes.toString('hex'), encodeURIComponent(form)]
      .filter((trace) => trace.length > 7)
      .map((trace) => ({ field, trace: trace.toLowerCase() }));
  });
});

/** The fields whose marker is in a text. */
function found(text: string): string[] {
  const low = text.toLowerCase();
  return [...new Set(traces.filter(({ trace }) => low.includes(trace)).map(({ field }) => field))];
}

test('a marker is seen however it is written', () => {
  for (const [field, text] of Object.entries(planted)) {
    const bytes = Buffer.from(`xx${text}yy`);
    const written = [text, foldVietnamese(text), text.toUpperCase(), bytes.toString('base64'), bytes.toString('hex')];
    for (const form of [...written, Buffer.from(`x${text}`).toString('base64'), encodeURIComponent(text)])
      expect({ field, form, found: found(`{"a":"${form}"}`).includes(field) }).toEqual({ field, form, found: true });
  }
  expect(found('Đặng Thị Hoa, 001088012345, nội dung tố cáo')).toEqual([]);
});

/** Events go out by the same webhook as notices. */
const isEvent = (hook: string) => hook.startsWith('{"id":"event-');

describe.each(oneEngine(import.meta.url))('one denunciation, looked for everywhere on %s', (engine: Engine) => {
  let ward: Ward;
  let smtp: TestSmtp;
  let receiver: Server;
  let classified: MadeCase;
  let ticked: MadeCase;
  let answers: unknown[];
  const paperOf = new Map<number, number>();
  const said: string[] = [];
  const hooks: string[] = [];
  const streams: string[] = [];
  const others = new Map<string, Client>();
  const restore: (() => void)[] = [];

  /** Everything the program writes to its console from here on. */
  function listenToConsole(): void {
    for (const stream of [process.stdout, process.stderr] as const) {
      const write = stream.write.bind(stream);
      stream.write = (chunk: unknown, ...rest: never[]) => {
        said.push(String(chunk));
        return write(chunk as string, ...rest);
      };
      restore.push(() => void (stream.write = write));
    }
  }

  async function listenLive(client: Client): Promise<void> {
    await client.get('/me');
    const response = await client.raw('GET', '/events');
    const read = async () => {
      for await (const chunk of response.body!) streams.push(Buffer.from(chunk as Uint8Array).toString());
    };
    void read().catch(() => undefined);
  }

  /** People of every role and reach who neither handle the case nor supervise nor were named. */
  async function enterOthers(): Promise<void> {
    const { manager } = ward.database;
    const template = await manager.findOneByOrFail(Account, { login: 'can-bo' });
    const [soi] = await ward.rows('SELECT id FROM residential_group ORDER BY id');
    for (const [login, role, scope] of [
      ['kiem-tra', 'auditor', 'unit'],
      ['theo-to', 'officer', 'groups'],
      ['rieng', 'clerk', 'own'],
    ] as const) {
      const account = manager.create(Account, { ...template, id: undefined, login, role, scope, email: null });
      await manager.insert(Account, account);
      if (scope === 'groups') await ward.rows(`INSERT INTO account_group VALUES (${account.id}, ${soi.id})`);
      others.set(login, new Client(ward.url, login));
    }
    await ward.rows(
      "INSERT INTO unit (code, name, remote_area, reception_weekday) VALUES ('tinh', 'UBND tỉnh', FALSE, 4)",
    );
    const [above] = await ward.rows("SELECT id FROM unit WHERE code = 'tinh'");
    await ward.rows(`UPDATE unit SET parent_id = ${above.id} WHERE id = ${template.unitId}`);
    const own = { id: undefined, unitId: above.id, login: 'tinh', role: 'supervisor', email: null } as const;
    await manager.insert(Account, manager.create(Account, { ...template, ...own }));
    others.set('tinh', new Client(ward.url, 'tinh'));
    for (const login of ['can-bo-2', 'tiep-dan', 'quan-ly'] as const) others.set(login, ward.as(login));
  }

  async function upload(id: number, content: string): Promise<number> {
    const form = new FormData();
    form.append('name', 'petition');
    form.append('number', planted.letterNumber);
    form.append('file', new Blob([`%PDF-1.4\n${content}\n%%EOF`], { type: 'application/pdf' }), planted.fileName);
    const { status, body } = await ward.as('tiep-dan').post(`/cases/${id}/documents`, form, keyed());
    expect({ status, body }).toMatchObject({ status: 201 });
    return body.id;
  }

  /** As the web client writes: the answer is kept to be given again. */
  const keyed = () => ({ 'idempotency-key': `marker-${++keys}` });
  let keys = 0;

  const petition = (more: object = {}) => ({
    title: planted.title,
    on: '2026-03-02',
    residentialGroupId: 1,
    assigneeId: ward.officers['can-bo'].id,
    fields: { content: planted.content, channel: 'office', ...more },
    note: planted.openingNote,
    people: [
      {
        role: 'petitioner',
        name: planted.name,
        idNumber: planted.idNumber,
        phone: planted.phone,
        address: planted.address,
      },
      { role: 'signatory', name: planted.signatory },
    ],
  });

  /** From intake to a shared, reminded, corrected case. The handler is can-bo; the clerk brings the papers. */
  async function live(file: MadeCase): Promise<MadeCase> {
    const [handler, desk] = [ward.as('can-bo'), ward.as('tiep-dan')];
    paperOf.set(file.id, await upload(file.id, planted.attachment));
    await upload(file.id, planted.letter);
    expect((await desk.post(`/cases/${file.id}/notes`, { note: planted.note }, keyed())).status).toBe(201);
    let now = await act(desk, kind, file, 'start-classification', '2026-03-02');
    now = await act(desk, kind, now, 'classify-as-denunciation', '2026-03-02');
    const step = { version: now.version, on: '2026-03-02', documents: [{ name: 'extension-decision' }] };
    const fields = { grade: 'complex', reason: planted.reason, decisionNumber: planted.letterNumber };
    const extended = await ward.as('lanh-dao').post(`/cases/${file.id}/actions/extend-check`, { ...step, fields });
    expect(extended).toMatchObject({ status: 200 });
    const correction = { version: now.version + 1, reason: planted.correction, fields: { answer: planted.answer } };
    expect((await handler.post(`/cases/${file.id}/corrections`, correction, keyed())).status).toBe(200);
    const shown = { toAccountId: ward.officers['can-bo-2'].id, reason: planted.sharing };
    const share = await handler.post(`/cases/${file.id}/shares`, shown);
    expect(share.status).toBe(201);
    expect((await handler.send('DELETE', `/cases/${file.id}/shares/${share.body.id}`)).status).toBeLessThan(300);
    return (await handler.get(`/cases/${file.id}`)).body as MadeCase;
  }

  beforeAll(async () => {
    listenToConsole();
    receiver = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const hook = Buffer.concat(chunks).toString('utf8');
        hooks.push(hook);
        response.writeHead(hooks.length % 2 && !isEvent(hook) ? 500 : 200).end();
      });
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    smtp = await startSmtp();
    ward = await Ward.start({ engine, smtpUrl: smtp.url, now: '2026-03-02T08:00:00+07:00' });
    const webhookUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    await ward.rows(`UPDATE unit SET webhook_url = '${webhookUrl}', webhook_secret = 'khoa-ky-cua-phuong-2026'`);
    const { groups } = (await ward.as('quan-ly').get('/webhook-events')).body;
    const events = groups.flatMap((group: any) => group.events.map(({ name }: { name: string }) => name));
    expect((await ward.as('quan-ly').put('/webhook-events', { events })).status).toBe(200);
    await enterOthers();
    for (const client of others.values()) await listenLive(client);
    const clerk = ward.as('tiep-dan');
    // Another file of the same person, whom the ward knows well: it must not lead to the denunciation.
    await makeCase(clerk, kind, {
      fields: { content: 'Đề nghị sửa đường', channel: 'office' },
      people: [{ role: 'petitioner', name: 'Đặng Thị Khác', idNumber: '012987650999' }],
    });
    const household = await makeCase(ward.as('can-bo'), 'household-file', { title: 'Hộ bà Khác', on: '2026-03-02' });
    const plain = await makeCase(clerk, kind, { ...petition(), household: household.code });
    ticked = (await clerk.post('/cases', { kind, ...petition({ protectSender: true }) }, keyed())).body as MadeCase;
    smtp.failNext(2);
    classified = await live(plain);
    ticked = await live(ticked);
    answers = await ward.rows('SELECT * FROM idempotent_answer WHERE answer IS NOT NULL');
    // Every reminder of the following weeks, overdue digests and escalations among them.
    for (const day of ['2026-03-05', '2026-03-09', '2026-03-10', '2026-03-13', '2026-03-17', '2026-04-06']) {
      ward.moveTo(`${day}T07:40:00+07:00`);
      await ward.sweep();
    }
    await eventually(() => expect([smtp.messages.length > 5, hooks.length > 3]).toEqual([true, true]), 120);
    const of = (file: MadeCase) => hooks.some((hook) => isEvent(hook) && JSON.parse(hook).case.code === file.code);
    await eventually(() => expect([of(classified), of(ticked)]).toEqual([true, true]));
  });
  afterAll(async () => {
    for (const back of restore) back();
    await ward.stop();
    await smtp.stop();
    receiver.closeAllConnections();
    receiver.close();
  });

  test('the handler and the supervisor find all of it, after giving a reason that stays in the history', async () => {
    for (const login of ['can-bo', 'lanh-dao'] as const)
      for (const file of [classified, ticked]) {
        const reader = ward.as(login);
        expect(found(JSON.stringify((await reader.get(`/cases/${file.code}`)).body))).toEqual([]);
        expect(await reader.post(`/cases/${file.id}/secrets`, { reason: '' })).toMatchObject({ status: 400 });
        const reason = `Làm việc với người tố cáo, ${login}`;
        const { status, body } = await reader.post(`/cases/${file.id}/secrets`, { reason });
        expect({ status, protection: body.protection }).toEqual({ status: 200, protection: 'opened' });
        const inFiles = ['attachment', 'letter'];
        expect(found(JSON.stringify(body))).toEqual(Object.keys(planted).filter((field) => !inFiles.includes(field)));
        expect(body.people[0]).toMatchObject({ name: planted.name, idNumber: planted.idNumber });
        expect(body.title).toBe(planted.title);
        // Each opening counts, also one sent again under its key: no answer of it is kept.
        const before = await ward.rows('SELECT COUNT(*) AS n FROM idempotent_answer');
        const key = keyed();
        for (let times = 0; times < 2; times++)
          expect((await reader.post(`/cases/${file.id}/secrets`, { reason }, key)).status).toBe(200);
        expect(await ward.rows('SELECT COUNT(*) AS n FROM idempotent_answer')).toEqual(before);
        const openings = await ward.rows('SELECT action, account_id, note FROM history ORDER BY id DESC LIMIT 3');
        expect(openings.map(({ action }) => action)).toEqual(Array(3).fill('read-secrets'));
        const [line] = openings;
        expect(line).toMatchObject({ action: 'read-secrets', account_id: ward.officers[login].id });
        expect(line.note).toMatch(/^sealed:/);
        const log = (await others.get('kiem-tra')!.get(`/audit?action=read-secrets&case=${file.code}`)).body.items;
        expect(log[0]).toMatchObject({ by: `Người thử ${login}`, note: reason });
        const paper = `/cases/${file.id}/documents/${paperOf.get(file.id)}/file`;
        expect((await reader.get(paper)).body).toMatchObject({ code: 'reason-needed' });
        const download = await reader.raw('POST', paper, { reason });
        expect(found(await download.text())).toEqual(['attachment']);
        expect(found(decodeURIComponent(download.headers.get('content-disposition')!))).toContain('fileName');
      }
  });

  test('the handler finds it by its code and by the identity number; nobody else does by the number', async () => {
    const byNumber = async (client: Client) =>
      (await client.get(`/cases?q=${planted.idNumber}`)).body.items.map(({ code }: MadeCase) => code).sort();
    expect(await byNumber(ward.as('can-bo'))).toEqual([classified.code, ticked.code].sort());
    expect(await byNumber(ward.as('can-bo-2'))).toEqual([]);
    expect((await ward.as('can-bo-2').post('/people/search', { q: planted.idNumber })).body.items).toEqual([]);
    expect((await ward.as('can-bo-2').get(`/cases?q=${classified.code}`)).body.items).toMatchObject([
      { title: 'Tố cáo (nội dung được bảo vệ)', protected: true, residentialGroupId: null, householdId: null },
    ]);
    expect((await ward.as('can-bo-2').get('/cases?residentialGroup=1')).body.items).toEqual([]);
  });

  // The answers are made of the same rows on either database; once is enough for so many questions.
  (engine === 'sqlite' ? test : test.skip)('no route answers anybody else with it', async () => {
    const people = (await ward.rows('SELECT id FROM person')).map(({ id }) => id as number);
    const papers = (await ward.rows('SELECT id FROM document')).map(({ id }) => id as number);
    const words = [planted.name, planted.idNumber, planted.content, 'qvzx', 'to cao', classified.code];
    const values: Record<string, readonly (string | number)[]> = {
      id: [classified.id, ticked.code],
      document: papers,
      q: words,
      content: [planted.content, 'tố cáo nội dung được bảo vệ của đơn'],
      personId: people,
      kind: [kind],
      year: [2026],
      day: ['2026-03-02'],
      residentialGroup: [1],
    };
    const leaks: string[] = [];
    let asked = 0;
    const look = async (login: string, client: Client, method: string, path: string, body?: object) => {
      const answer = await client.raw(method, path, body);
      asked++;
      const text = `${JSON.stringify([...answer.headers])} ${await answer.text()}`;
      // What was asked for comes back in a refusal or in the address of the next page: asked words are no answer.
      const words = `${decodeURIComponent(path)} ${JSON.stringify(body)}`;
      const fields = found(text).filter((field) => !words.includes(planted[field as 'name']));
      if (fields.length > 0 || answer.status >= 500)
        leaks.push(`${login} ${method} ${path} ${answer.status}: ${fields.join(', ')}`);
    };
    const reads = operations.filter(({ method, path }) => method === 'GET' && path !== '/api/events');
    // What ends the session of whoever asks the next question is left out.
    const writes = operations.filter(({ name }) => !/^GET|\/session|\/password|\/oidc/.test(name));
    // Of other things than the case there is none of that number: nobody's account is changed.
    const examples = ({ path }: Operation, id: number) => ({
      ...values,
      id: [path.startsWith('/api/cases') ? id : 999_999],
      action: ['find-eligible'],
    });
    for (const [login, client] of others) {
      await client.get('/me');
      for (const operation of reads)
        for (const filled of addresses(operation, values))
          await look(login, client, 'GET', filled.replace(/^\/api/, ''));
      for (const q of words) {
        await look(login, client, 'POST', '/people/search', { q });
        await look(login, client, 'POST', '/cases/similar', { content: q });
      }
      for (const personId of people)
        await look(login, client, 'POST', '/cases/similar', {
          content: 'tố cáo nội dung được bảo vệ của đơn',
          personId,
        });
      for (const { id, version } of [classified, ticked]) {
        const preview = { preview: true, cases: [{ id, version }] };
        await look(login, client, 'POST', '/cases/bulk', { ...preview, action: 'note', note: 'Xem thử' });
        await look(login, client, 'POST', '/cases/bulk', { ...preview, action: 'release' });
        for (const operation of writes)
          for (const filled of addresses(operation, examples(operation, id)))
            await look(
              login,
              client,
              operation.method,
              filled.replace(/^\/api/, ''),
              operation.method === 'DELETE' ? undefined : bodyFor(operation.name, '2026-04-06', version),
            );
      }
    }
    expect(leaks).toEqual([]);
    expect(asked).toBeGreaterThan(1000);
  });

  test('no notice, e-mail, webhook, event or line of a log carries it', async () => {
    expect(found(JSON.stringify(await ward.rows('SELECT * FROM notice')))).toEqual([]);
    for (const { raw } of smtp.messages) {
      const body = raw.slice(raw.indexOf('\r\n\r\n') + 4).replace(/\s/g, '');
      const plain = raw
        .replace(/=\r\n/g, '')
        .replace(/((?:=[0-9A-F]{2})+)/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString());
      expect(found([raw, body, plain, Buffer.from(body, 'base64').toString()].join('\n'))).toEqual([]);
    }
    expect(found(hooks.join('\n'))).toEqual([]);
    expect(streams.length).toBeGreaterThan(0);
    expect(found(streams.join(''))).toEqual([]);
    expect(found(said.join(''))).toEqual([]);
  });

  test('no table, no file and no queue holds it', async () => {
    const leaks: string[] = [];
    const tables = {
      sqlite: "SELECT name FROM sqlite_master WHERE type = 'table'",
      postgres: "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
    };
    for (const { name } of await ward.rows(tables[engine]))
      for (const row of await ward.rows(`SELECT * FROM "${name}"`)) {
        const fields = found(JSON.stringify(row));
        if (fields.length > 0) leaks.push(`${name}: ${fields.join(', ')} in ${JSON.stringify(row).slice(0, 200)}`);
      }
    const scans = await ward.rows('SELECT file_key FROM document WHERE stored_as IS NOT NULL');
    expect(scans.length).toBeGreaterThan(3);
    expect(scans.filter(({ file_key }) => file_key === null)).toEqual([]);
    const folder = join(ward.config.dataDir, 'files');
    for (const name of readdirSync(folder)) {
      const fields = found(`${name} ${readFileSync(join(folder, name)).toString('latin1')}`);
      if (fields.length > 0) leaks.push(`file ${name}: ${fields.join(', ')}`);
    }
    if (ward.config.redisUrl) {
      const redis = new Redis(ward.config.redisUrl);
      // As they are, not packed.
      await redis.config('SET', 'rdbcompression', 'no');
      const keys = await redis.keys('*');
      expect(keys.length).toBeGreaterThan(0);
      for (const key of keys) {
        // A lock may have gone since.
        const value = (await redis.dumpBuffer(key)) as Buffer | null;
        const fields = found(`${key} ${value?.toString('utf8') ?? ''}`);
        if (fields.length > 0) leaks.push(`redis ${key}: ${fields.join(', ')}`);
      }
      redis.disconnect();
    }
    expect(leaks).toEqual([]);
    // Forgotten after a week: they are as they stood once everything had been typed.
    expect(answers.length).toBeGreaterThan(5);
    expect(found(JSON.stringify(answers))).toEqual([]);
  });

  test('found not to be a denunciation, it is laid open again, whole; and only by who may open it', async () => {
    const chair = ward.as('lanh-dao');
    await ward.rows(`UPDATE case_file SET state = 'classified' WHERE id = ${classified.id}`);
    const [{ version }] = await ward.rows(`SELECT version FROM case_file WHERE id = ${classified.id}`);
    const step = { version, on: '2026-04-06', fields: {}, documents: [] };
    const path = `/cases/${classified.id}/actions/classify-as-proposal`;
    expect(await ward.as('can-bo-2').post(path, step)).toMatchObject({ status: 403, body: { code: 'protected-case' } });
    expect((await chair.post(path, step)).status).toBe(200);
    const { body } = await ward.as('can-bo-2').get(`/cases/${classified.code}`);
    expect(body).toMatchObject({ title: planted.title, protected: false, protection: 'none' });
    // Whoever else came in since was written there by the questions above.
    expect(body.people.slice(0, 2).map(({ name }: { name: string }) => name)).toEqual([
      planted.name,
      planted.signatory,
    ]);
    expect(body.fields.find(({ name }: { name: string }) => name === 'content').value).toBe(planted.content);
    expect(body.history[0].note).toBe(planted.openingNote);
    const listed = await ward.as('can-bo-2').get(`/cases?q=${encodeURIComponent('qvzxnoidung')}`);
    expect(listed.body.items).toMatchObject([{ code: classified.code }]);
    expect((await ward.as('can-bo-2').post('/people/search', { q: planted.idNumber })).body.items).toMatchObject([
      { name: planted.name, files: [{ code: classified.code }] },
    ]);
  });
});

/** Addresses of one route with every plausible value of each parameter in turn. */
function addresses({ path, parameters }: Operation, values: Record<string, readonly (string | number)[]>): string[] {
  let filled = [path];
  for (const { name } of parameters.filter((parameter) => parameter.in === 'path'))
    filled = filled.flatMap((each) =>
      (path.startsWith('/api/rules') ? ['tcd-reply'] : (values[name] ?? ['1'])).map((value) =>
        each.replace(`{${name}}`, encodeURIComponent(value)),
      ),
    );
  const queries = parameters.filter((parameter) => parameter.in === 'query');
  const must = queries.filter(({ required }) => required);
  const query = (pairs: readonly (readonly [string, string | number])[]) =>
    pairs.length === 0 ? '' : `?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
  const base = must.map(({ name }) => [name, values[name]?.[0] ?? '1'] as const);
  const each = queries.flatMap(({ name }) => (values[name] ?? []).map((value) => [name, value] as const));
  const asked = [
    base,
    ...each.map(([name, value]) => [...base.filter(([other]) => other !== name), [name, value] as const]),
  ];
  return filled.flatMap((address) => asked.map((pairs) => address + query(pairs)));
}
