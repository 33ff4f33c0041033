import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, plainDate } from '../../src/domain/plain-date.js';
import { verifyChain } from '../../src/audit/verify-chain.js';
import { erasableFrom, retentionRules } from '../../src/retention/retention-rules.js';
import { act, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine, type Engine } from '../support/services.js';
import { Ward } from '../support/ward.js';

const kind = 'citizen-petition';

describe('the retention clock', () => {
  const closed = { closedOn: plainDate('2003-03-10'), legalHold: false, erasedAt: null };
  test.each([
    { file: { kind, variant: 'complaint' as const }, from: '2023-03-10', why: 'a complaint, twenty years' },
    { file: { kind, variant: null }, from: '2013-03-10', why: 'filed without a variant, ten years' },
    { file: { kind: 'household-file', variant: null }, from: null, why: 'land files are kept for ever' },
    { file: { kind, variant: null, closedOn: null }, from: null, why: 'an open case has no clock' },
    { file: { kind, variant: null, legalHold: true }, from: null, why: 'a hold stops it' },
    { file: { kind, variant: null, erasedAt: '2020-01-01T00:00:00.000Z' }, from: null, why: 'erased already' },
    { file: { kind, variant: null, closedOn: plainDate('2012-02-29') }, from: '2022-03-01', why: 'from a leap day' },
  ])('$why', ({ file, from }) => expect(erasableFrom({ ...closed, ...file })).toBe(from));

  test('each rule says on what it rests, and what is not found is said to need a check', () => {
    for (const rule of retentionRules) {
      expect(rule.act.length > 5 && rule.article.length > 5 && rule.meaning_vi.length > 5).toBe(true);
      expect(rule.needsReview).toBe(rule.basis !== 'found');
    }
  });
});

describe.each(oneEngine(import.meta.url))('personal data on %s', (engine: Engine) => {
  let ward: Ward;
  let petition: MadeCase;
  let other: MadeCase;
  const sender = {
    role: 'petitioner',
    name: 'Lê Thị Qvzxtên',
    idNumber: '012987650431',
    phone: '0987612345',
    address: 'Ngõ Qvzxđịachỉ',
  };
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2023-03-01T08:30:00+07:00', jobs: 'separate' });
    const clerk = ward.as('tiep-dan');
    const fields = { content: 'Qvzxnộidung đề nghị', channel: 'office' };
    petition = await makeCase(clerk, kind, { people: [sender], fields, title: 'Qvzxtiêuđề', note: 'Qvzxghichú' });
    other = await makeCase(clerk, kind, { people: [{ ...sender, name: sender.name }], fields: { channel: 'office' } });
    const form = new FormData();
    form.append('name', 'petition');
    form.append('file', new Blob(['%PDF-1.4\nQvzxruột\n%%EOF']), 'Qvzxtệp.pdf');
    expect((await clerk.post(`/cases/${petition.id}/documents`, form)).status).toBe(201);
    for (const [action, given] of [
      ['start-classification', {}],
      ['find-ineligible', { reason: 'Qvzxlýdo' }],
      ['file', {}],
    ] as const)
      petition = await act(clerk, kind, petition, action, '2023-03-01', given);
  });
  afterAll(() => ward.stop());

  const stored = () => readdirSync(join(ward.config.dataDir, 'files'));
  const held = async () => {
    const tables = ['person', 'case_file', 'document', 'history', 'notice', 'case_share'];
    const rows = await Promise.all(tables.map((name) => ward.rows(`SELECT * FROM ${name}`)));
    return JSON.stringify(rows);
  };

  test('whoever asks for his own gets all of it, from every file, with its reading written down', async () => {
    const chair = ward.as('lanh-dao');
    const reason = 'Công dân yêu cầu, phiếu 5';
    const { status, body, headers } = await chair.post('/people/personal-data', { idNumber: sender.idNumber, reason });
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toContain('attachment');
    expect(body.people).toMatchObject([
      { code: petition.code, name: sender.name, idNumber: sender.idNumber, address: sender.address },
      { code: other.code },
    ]);
    expect(JSON.stringify(body.cases[0])).toContain('Qvzxnộidung');
    const log = (await chair.get('/audit?action=read-export')).body.items;
    expect(log).toMatchObject([
      { code: other.code, note: reason },
      { code: petition.code, note: reason },
    ]);
    for (const login of ['can-bo', 'tiep-dan', 'quan-ly'] as const)
      expect((await ward.as(login).post('/people/personal-data', { idNumber: sender.idNumber, reason })).status).toBe(
        403,
      );
  });

  test('nothing is due before its time, and a hold outlasts it', async () => {
    const chair = ward.as('lanh-dao');
    const due = async () => (await chair.get('/retention')).body;
    const erase = () => chair.post('/retention/erase', { cases: [petition.id], reason: 'Quyết định 12/QĐ-UBND' });
    ward.moveTo(addDays(plainDate('2033-03-01'), -1));
    expect((await due()).due).toEqual([]);
    expect(await erase()).toMatchObject({ status: 422, body: { code: 'not-due' } });
    ward.moveTo('2033-03-01');
    expect((await due()).due).toMatchObject([{ code: petition.code, erasableFrom: '2033-03-01' }]);
    const hold = { held: true, reason: 'Đang kiện ra Tòa' };
    expect((await ward.as('can-bo').post(`/cases/${petition.id}/legal-hold`, hold)).status).toBe(403);
    expect((await chair.post(`/cases/${petition.id}/legal-hold`, hold)).status).toBe(200);
    expect(await due()).toMatchObject({ due: [], held: [{ code: petition.code }] });
    expect((await erase()).body.code).toBe('not-due');
    expect((await chair.post(`/cases/${petition.id}/legal-hold`, { ...hold, held: false })).status).toBe(200);
  });

  test('once confirmed, names, texts and scans are gone and the skeleton stays; the chain of history verifies', async () => {
    const chair = ward.as('lanh-dao');
    const before = (await chair.get(`/cases/${petition.code}`)).body;
    expect(stored()).toHaveLength(1);
    const answer = await chair.post('/retention/erase', { cases: [petition.id], reason: 'Quyết định 12/QĐ-UBND' });
    expect(answer.body).toEqual({ erased: [petition.code] });
    const after = (await chair.get(`/cases/${petition.code}`)).body;
    expect(JSON.stringify(after)).not.toMatch(/qvzx/i);
    const skeleton = ({ code, state, phase, openedOn, closedOn, clocks }: typeof before) => ({
      ...{ code, state, phase, openedOn, closedOn },
      clocks: clocks.map((each: any) => [each.clock, each.dueOn, each.status]),
    });
    expect(skeleton(after)).toEqual(skeleton(before));
    expect(after.history.map(({ action }: any) => action)).toEqual([
      ...before.history.map(({ action }: any) => action),
      'erase',
    ]);
    expect(after.history.at(-1)).toMatchObject({ note: 'informal-petition-10: Quyết định 12/QĐ-UBND' });
    expect(stored()).toEqual([]);
    // He is in another file still, and stays there.
    expect((await chair.post('/people/search', { q: sender.idNumber })).body.items).toMatchObject([
      { files: [{ code: other.code }] },
    ]);
    const rows = await held();
    for (const word of ['Qvzxnộidung đề nghị', 'Qvzxtiêuđề', 'Qvzxghichú', 'Qvzxtệp', 'Qvzxlýdo'])
      expect({ word, held: rows.includes(word) }).toEqual({ word, held: false });
    const ask = <T>(sql: string, values: unknown[] = []) => ward.rows<T>(sql, values);
    expect(await verifyChain(ask, [])).toMatchObject({ faults: [] });
    expect((await chair.post(`/cases/${petition.id}/notes`, { note: 'Viết thêm' })).body.code).toBe('action-not-open');
    expect((await chair.get('/retention')).body.due).toEqual([]);
  });
});
