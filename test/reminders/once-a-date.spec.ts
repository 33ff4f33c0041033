import { act, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { eventually, Ward } from '../support/ward.js';
import { ledger, notices, settled } from './ledger.js';

const kind = 'citizen-petition';

describe.each(oneEngine(import.meta.url))('a clock stopped and resumed in one day, on %s', (engine) => {
  let ward: Ward;
  let file: MadeCase;
  /** Accepted on Sunday 08/02/2026: thirty days end on 10/03/2026 (Luật Khiếu nại Điều 28). */
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-03-09T08:30:00+07:00' });
    const [officer, chair] = [ward.as('can-bo'), ward.as('lanh-dao')];
    file = await makeCase(officer, kind, { on: '2026-02-06' });
    file = await act(officer, kind, file, 'start-classification', '2026-02-06');
    file = await act(officer, kind, file, 'classify-as-complaint', '2026-02-06');
    file = await act(chair, kind, file, 'accept-complaint', '2026-02-08', { decisionBy: 'ward' });
    file = await act(chair, kind, file, 'order-verification', '2026-02-09');
  });
  afterAll(() => ward.stop());

  const clock = async () => {
    const { clocks } = (await ward.as('can-bo').get(`/cases/${file.id}`)).body;
    return clocks.find((c: any) => c.clock === 'complaint-resolution');
  };
  const said = async () => {
    const ours = new Map((await ledger(ward, file)).map((row) => [row.rung + row.to, row]));
    return (await notices(ward))
      .filter((n) => n.caseId === file.id && ours.get(n.rung + n.to)?.clock === 'complaint-resolution')
      .map((n) => `${n.to} ${n.rung}`)
      .sort();
  };
  async function stoppedAndResumed(on: string) {
    const before = await clock();
    file = await act(ward.as('lanh-dao'), kind, file, 'suspend-complaint', on, { reason: 'Ghi nhầm' });
    file = await act(ward.as('lanh-dao'), kind, file, 'resume-complaint', on);
    const after = await clock();
    expect([after.dueOn, after.version > before.version]).toEqual([before.dueOn, true]);
    await ward.sweep();
    await settled(ward);
  }

  test('says nothing again that was said of the same date', async () => {
    ward.moveTo('2026-03-10T07:31:00+07:00');
    await ward.sweep();
    const today = ['can-bo before-0', 'lanh-dao escalate-0'];
    await eventually(async () => expect(await said()).toEqual(today));
    await stoppedAndResumed('2026-03-10');
    await settled(ward);
    expect(await said()).toEqual(today);
  });

  test('nor does the supervisor hear of five days of lateness twice', async () => {
    ward.moveTo('2026-03-17T07:31:00+07:00');
    await ward.sweep();
    const ever = ['can-bo before-0', 'lanh-dao escalate-0', 'lanh-dao escalate-5'];
    await eventually(async () => expect(await said()).toEqual(ever));
    await stoppedAndResumed('2026-03-17');
    expect(await said()).toEqual(ever);
  });
});
