import { kinds, workflowOf } from '../../src/domain/kinds/registry.js';
import { documentNames } from '../../src/domain/workflow/documents.js';
import type { MadeCase } from '../support/make-case.js';
import { engines } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';
import { closedCase, newCase } from './roads.js';
import { rowCounts } from './row-counts.js';

const papers = Object.keys(documentNames).map((name) => ({ name }));

/**
 * On a closed case an officer expects: no step, no handler, no link, no visit, no further signatory until it is opened
 * again; but a late paper, a note and the correction of a typing mistake belong in the file, and the history shows when.
 */
// What the workflow refuses is refused before any table is touched, so one database is enough.
describe.each(engines().slice(0, 1))('a closed case and a new one on %s', (engine) => {
  let ward: Ward;
  let supervisor: Client;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-04-10T08:30:00+07:00', jobs: 'separate' });
    supervisor = ward.as('lanh-dao');
    await supervisor.get('/me');
  });
  afterAll(() => ward.stop());

  const show = async (code: string) => (await supervisor.get(`/cases/${code}`)).body;
  const act = ({ id, version }: MadeCase, action: string) =>
    supervisor.post(`/cases/${id}/actions/${action}`, { version, on: '2026-04-10', documents: papers.slice(0, 50) });
  const post = ({ id, version }: MadeCase, path: string, body: object) =>
    supervisor.post(`/cases/${id}/${path}`, { version, ...body });

  test.each(kinds)('KF-15 a: every step of a closed %s is refused and writes nothing', async (kind) => {
    const file = await closedCase(ward, kind);
    const before = [await rowCounts(ward), await show(file.code)];
    for (const action of Object.keys(workflowOf(kind).actions)) {
      const { status, body } = await act(file, action);
      expect({ action, status, code: body.code }).toEqual({ action, status: 409, code: 'action-not-open' });
    }
    expect([await rowCounts(ward), await show(file.code)]).toEqual(before);
    expect(before[1].actions).toEqual([]);
  });

  test.each(kinds)('KF-15 a: a new %s allows what the transition table allows, and no other step', async (kind) => {
    const file = await newCase(ward, kind);
    const before = [await rowCounts(ward), await show(file.code)];
    const { actions, initial } = workflowOf(kind);
    const closed = Object.entries(actions).filter(([, action]) => !action.from.includes(initial));
    for (const [action] of closed) {
      const { status, body } = await act(file, action);
      expect({ action, status, code: body.code }).toEqual({ action, status: 409, code: 'action-not-open' });
    }
    expect([await rowCounts(ward), await show(file.code)]).toEqual(before);
    const open = Object.keys(actions).filter((name) => !closed.some(([other]) => other === name));
    expect(before[1].actions.map((a: any) => a.action)).toEqual(
      open.filter((name) => actions[name]!.by.includes('supervisor')),
    );
  });

  test.each(kinds)('KF-15 a: no side door moves a closed %s', async (kind) => {
    const file = await closedCase(ward, kind);
    const other = await newCase(ward, 'citizen-petition');
    const household = await newCase(ward, 'household-file');
    const { officers } = ward;
    const doors: [string, object][] = [
      ['assignee', { assigneeId: officers['can-bo-2'].id }],
      ['assignee', { assigneeId: null }],
      ['links', { type: 'household', to: household.code }],
      ['links', { type: 'project', to: null }],
      ['people', { people: [{ role: 'signatory', name: 'Trần Thị Ví Dụ' }] }],
      ['merge', { into: other.code }],
      ['undo-merge', { reason: 'Thử bỏ nhập' }],
    ];
    if (['household-file', 'grave-relocation'].includes(kind))
      doors.push(['contacts', { type: 'visit', on: '2026-04-10' }]);
    const before = [await rowCounts(ward), await show(file.code)];
    for (const [path, body] of doors)
      expect({ path, ...(await post(file, path, body)) }).toMatchObject({
        path,
        status: 409,
        body: { code: 'action-not-open' },
      });
    // Nor may an open petition be merged into a closed one.
    expect(await post(other, 'merge', { into: file.code })).toMatchObject({
      status: 409,
      body: { code: 'action-not-open' },
    });
    expect([await rowCounts(ward), await show(file.code)]).toEqual(before);
  });

  test.each(kinds)('a late paper, a note and a correction go into a closed %s and leave it closed', async (kind) => {
    const file = await closedCase(ward, kind);
    const form = new FormData();
    form.append('name', 'answer-letter');
    expect((await supervisor.post(`/cases/${file.id}/documents`, form)).status).toBe(201);
    expect((await supervisor.post(`/cases/${file.id}/notes`, { note: 'Công dân hỏi lại' })).status).toBe(201);
    expect((await post(file, 'corrections', { reason: 'Gõ nhầm tên', title: 'Tên đúng' })).status).toBe(200);
    const after = await show(file.code);
    expect(after).toMatchObject({ phase: 'closed', closedOn: '2026-03-20', title: 'Tên đúng', nextDueOn: null });
    expect(after.history.slice(-3).map((h: any) => [h.action, h.toState])).toEqual([
      ['add-document', null],
      ['note', null],
      ['correct', null],
    ]);
  });

  test.each(kinds)(
    'a new %s is neither reopened nor un-merged, and a step that does not exist is no step',
    async (kind) => {
      const file = await newCase(ward, kind);
      const before = await rowCounts(ward);
      const again = { on: '2026-04-10', reason: 'Thử mở lại', toState: file.state, restart: [] };
      expect(await post(file, 'reopen', again)).toMatchObject({ status: 409, body: { code: 'action-not-open' } });
      expect(await post(file, 'undo-merge', { reason: 'Thử bỏ' })).toMatchObject({
        status: 409,
        body: { code: 'action-not-open' },
      });
      for (const action of ['escalate', 'extend', 'bulk', 'constructor', '__proto__'])
        expect({ action, ...(await act(file, action)) }).toMatchObject({
          status: 422,
          body: { code: 'unknown-action' },
        });
      expect(await rowCounts(ward)).toEqual(before);
    },
  );
});
