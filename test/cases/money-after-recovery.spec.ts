import { act, askStep, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';

const kind = 'household-file';

describe.each(oneEngine(import.meta.url))('a household whose land is recovered before it is paid, on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-06-15T08:30:00+07:00', jobs: 'separate' });
    officer = ward.as('can-bo');
  });
  afterAll(() => ward.stop());

  const clock = async ({ code }: MadeCase, name: string) =>
    (await officer.get(`/cases/${code}`)).body.clocks.findLast((one: any) => one.clock === name);

  /** Refuses the money, is persuaded, and the land is recovered all the same. */
  async function recovered(): Promise<MadeCase> {
    let file = await makeCase(officer, kind, { on: '2025-03-03' });
    for (const [action, on, fields] of [
      ['serve-notice', '2025-03-03', { landUse: 'agricultural' }],
      ['record-declaration', '2025-03-10'],
      ['record-inventory', '2025-03-20', { holderSigned: true }],
      ['confirm-origin', '2025-04-01'],
      ['include-in-plan', '2025-04-10'],
      ['approve-plan', '2025-06-02', { effectiveOn: '2025-06-02', amountVnd: 120_000_000 }],
      ['record-money-refusal', '2025-06-09', { holderSigned: true, holdoutReason: 'price' }],
      ['start-plan-persuasion', '2025-06-10'],
      ['end-plan-persuasion', '2025-06-23'],
      ['record-recovery-after-persuasion', '2025-07-14'],
    ] as const)
      file = await act(officer, kind, file, action, on, fields);
    return file;
  }

  test('is owed the money through the handover, and the file is not closed over it', async () => {
    const file = await act(officer, kind, await recovered(), 'record-handover', '2025-07-21');
    expect(await clock(file, 'payment')).toMatchObject({ status: 'running', dueOn: '2025-07-02' });
    expect((await askStep(officer, kind, file, 'close', '2025-08-01')).body).toMatchObject({ code: 'duty-unanswered' });

    const paid = await act(officer, kind, file, 'record-payment', '2025-08-04');
    expect(paid.state).toBe('handed_over');
    expect(await clock(paid, 'payment')).toMatchObject({ status: 'stopped', daysLate: 33 });
    expect(await clock(paid, 'recovery-decision')).toBeUndefined();
    expect((await act(officer, kind, paid, 'close', '2025-08-05')).state).toBe('closed');
  });

  test('or has it deposited, before the handover too', async () => {
    const file = await act(officer, kind, await recovered(), 'deposit-money', '2025-07-15');
    expect(file.state).toBe('recovered');
    expect(await clock(file, 'payment')).toMatchObject({ status: 'stopped' });
    const over = await act(officer, kind, file, 'record-handover', '2025-07-21');
    expect((await act(officer, kind, over, 'close', '2025-08-05')).state).toBe('closed');
  });
});
