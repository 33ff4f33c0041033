import { citizenPetition } from '../../src/domain/kinds/citizen-petition.js';
import { compensationProject } from '../../src/domain/kinds/compensation-project.js';
import { graveRelocation } from '../../src/domain/kinds/grave-relocation.js';
import { householdFile } from '../../src/domain/kinds/household-file.js';
import { plainDate } from '../../src/domain/plain-date.js';
import type { ClockFact } from '../../src/domain/workflow/clock-fact.js';
import { lacks, openActions, type CaseFacts } from '../../src/domain/workflow/decide.js';
import { nextStep } from '../../src/domain/workflow/next-step.js';
import type { Workflow } from '../../src/domain/workflow/workflow.js';
import { ask, clock, code, facts, law, persuaded, refusal, type Ask } from './ask.js';

describe('no recovery before the wait after the notice has ended (Luật Đất đai 2013 Điều 67; 2024 Điều 85)', () => {
  // Served 01/03/2023 on farm land: 90 days end on 30/05/2023, a Tuesday.
  const wait = clock('notice-wait', 'min-wait', '2023-05-30');
  const paid = (...clocks: ClockFact[]) => facts('paid', { since: plainDate('2023-04-03'), clocks });
  const recovery = (on: string): Ask => ({ on, documents: ['recovery-decision'] });

  test('refused on the last day of the wait, and told from which day it is lawful', () => {
    const refused = refusal(householdFile, paid(wait), 'record-recovery', recovery('2023-05-30'));
    expect(refused?.code).toBe('wait-not-ended');
    expect(refused?.error.problems[0]).toMatchObject({ clock: 'notice-wait', lawfulFrom: '2023-05-31' });
  });
  test('lawful from the day after', () =>
    expect(ask(householdFile, paid(wait), 'record-recovery', recovery('2023-05-31')).to).toBe('recovered'));
  test('lawful at once when the holder consented in writing', () =>
    expect(code(householdFile, paid({ ...wait, status: 'waived' }), 'record-recovery', recovery('2023-04-04'))).toBe(
      'allowed',
    ));
  test('a wait that was stopped early still bars the step', () =>
    expect(code(householdFile, paid({ ...wait, status: 'stopped' }), 'record-recovery', recovery('2023-04-04'))).toBe(
      'wait-not-ended',
    ));
  test('without a notice on file there is no wait to have ended', () =>
    expect(code(householdFile, paid(), 'record-recovery', recovery('2023-07-03'))).toBe('wait-not-started'));
  test('a notice served again counts, not the one it replaced', () => {
    const again = paid({ ...wait, status: 'replaced' }, clock('notice-wait', 'min-wait', '2023-08-01'));
    expect(code(householdFile, again, 'record-recovery', recovery('2023-06-01'))).toBe('wait-not-ended');
  });
  test('a notice re-issued under the earlier law waits anew; where that wait never started it bars nothing', () => {
    const rewait = clock('notice-rewait', 'min-wait', '2023-09-29');
    for (const [action, state, documents] of [
      ['record-recovery', 'paying', ['recovery-decision']],
      ['start-handover', 'paying', ['recovery-decision']],
      [
        'decide-enforcement',
        'paying',
        ['recovery-decision', 'persuasion-minutes', 'enforcement-decision', 'enforcement-plan'],
      ],
    ] as [string, string, Ask['documents']][]) {
      const step = (on: string): Ask => ({ on, documents });
      const reissued = facts(state, { clocks: [wait, rewait] });
      expect(code(compensationProject, reissued, action, step('2023-09-29'))).toBe('wait-not-ended');
      expect(code(compensationProject, reissued, action, step('2023-09-30'))).toBe('allowed');
      expect(code(compensationProject, facts(state, { clocks: [wait] }), action, step('2023-09-29'))).toBe('allowed');
      // From 31/01/2026 the re-issued notice has no wait, so its clock has no day (NĐ 49/2026 Điều 13).
      const now = facts(state, { clocks: [wait, { ...rewait, kind: 'waiver', dueOn: null }] });
      expect(code(compensationProject, now, action, step('2026-03-02'))).toBe('allowed');
      const waived = facts(state, { clocks: [wait, { ...rewait, status: 'waived' }] });
      expect(code(compensationProject, waived, action, step('2023-09-04'))).toBe('allowed');
    }
  });
  test('the project as a whole waits too', () => {
    const project = facts('paying', { clocks: [wait] });
    expect(code(compensationProject, project, 'start-handover', recovery('2023-05-30'))).toBe('wait-not-ended');
    expect(code(compensationProject, project, 'start-handover', recovery('2023-05-31'))).toBe('allowed');
  });
});

describe('compulsory inventory: one wait under the 2013 law, two under the 2024 law (Điều 69; Điều 87)', () => {
  const order = (on: string): Ask => ({
    on,
    documents: ['compulsory-inventory-decision', 'inventory-decision-service-minutes'],
  });
  const in2023 = (...clocks: ClockFact[]) =>
    facts('persuading_inventory', { clocks, persuasions: [persuaded('2023-03-01', 'inventory')] });
  const in2024 = (...clocks: ClockFact[]) =>
    facts('persuading_inventory', { clocks, persuasions: [persuaded('2024-10-01', 'inventory')] });

  // Persuaded 01/03/2023: day 10 is Saturday 11/03, so the wait runs to Monday 13/03.
  const wait2013 = clock('inventory-persuasion', 'min-wait', '2023-03-13');
  test('2013: refused on 13/03/2023', () =>
    expect(
      refusal(householdFile, in2023(wait2013), 'order-compulsory-inventory', order('2023-03-13'))?.problems,
    ).toEqual(['wait-not-ended']));
  test('2013: lawful on 14/03/2023, with no second wait', () =>
    expect(code(householdFile, in2023(wait2013), 'order-compulsory-inventory', order('2023-03-14'))).toBe('allowed'));

  // Persuaded 01/10/2024 for 15 days, to 16/10; ended 17/10: day 10 is Sunday 27/10, so the wait runs to Monday 28/10.
  const first2024 = clock('inventory-persuasion', 'fixed-period', '2024-10-16');
  const second2024 = clock('inventory-after-persuasion', 'min-wait', '2024-10-28');
  test('2024: the persuasion alone is not enough, however long ago', () => {
    const refused = refusal(householdFile, in2024(first2024), 'order-compulsory-inventory', order('2024-12-02'));
    expect(refused?.code).toBe('wait-not-started');
    expect(refused?.error.problems[0]).toMatchObject({ clock: 'inventory-after-persuasion' });
  });
  test('2024: the persuasion is not ended before its 15 days', () => {
    expect(code(householdFile, in2024(first2024), 'end-persuasion', { on: '2024-10-16' })).toBe('wait-not-ended');
    expect(code(householdFile, in2024(first2024), 'end-persuasion', { on: '2024-10-17' })).toBe('allowed');
  });
  test('2024: refused on 28/10/2024, lawful on 29/10/2024', () => {
    const file = in2024({ ...first2024, status: 'stopped' }, second2024);
    expect(code(householdFile, file, 'order-compulsory-inventory', order('2024-10-28'))).toBe('wait-not-ended');
    expect(code(householdFile, file, 'order-compulsory-inventory', order('2024-10-29'))).toBe('allowed');
  });
  test('2024: both waits still running are both told', () =>
    expect(
      refusal(householdFile, in2024(first2024, second2024), 'order-compulsory-inventory', order('2024-10-16'))
        ?.problems,
    ).toEqual(['wait-not-ended', 'wait-not-ended']));
});

describe('a recovery notice is in force for 12 months (Luật Đất đai 2024 Điều 85)', () => {
  const validity = clock('notice-validity', 'validity', '2026-09-02');
  const wait = clock('notice-wait', 'min-wait', '2025-12-01', 'stopped');
  const paying = (...clocks: ClockFact[]) => facts('paying', { clocks: [wait, ...clocks] });
  const steps: [string, Ask['documents']][] = [
    ['record-recovery', ['recovery-decision']],
    ['start-handover', ['recovery-decision']],
    ['decide-enforcement', ['recovery-decision', 'persuasion-minutes', 'enforcement-decision', 'enforcement-plan']],
  ];

  test.each(steps)('%s: on its last day, and no more after it', (action, documents) => {
    const step = (on: string): Ask => ({ on, documents });
    expect(code(compensationProject, paying(validity), action, step('2026-09-02'))).toBe('allowed');
    const refused = refusal(compensationProject, paying(validity), action, step('2026-09-03'));
    expect(refused?.code).toBe('term-lapsed');
    expect(refused?.error.message).toContain('đã hết ngày 02/09/2026');
    // The decision was taken while it was in force, or the notice was issued again.
    const stopped = paying({ ...validity, status: 'stopped' });
    expect(code(compensationProject, stopped, action, step('2026-09-03'))).toBe('allowed');
    const again = paying({ ...validity, status: 'stopped' }, clock('notice-validity', 'validity', '2027-03-01'));
    expect(code(compensationProject, again, action, step('2026-09-03'))).toBe('allowed');
  });
  test('a household is held to its own, and told to have the notice served that was issued again', () => {
    const step = (on: string): Ask => ({ on, documents: ['recovery-decision'] });
    const ended = (name: 'plan-persuasion' | 'plan-after-persuasion') => clock(name, 'min-wait', '2026-06-01');
    for (const [action, file] of [
      ['record-recovery', facts('paid', { clocks: [wait, validity] })],
      [
        'record-recovery-after-persuasion',
        facts('persuading_plan', {
          clocks: [wait, validity, ended('plan-persuasion'), ended('plan-after-persuasion')],
          persuasions: [persuaded('2026-05-04', 'plan')],
        }),
      ],
    ] as const) {
      expect(code(householdFile, file, action, step('2026-09-02'))).toBe('allowed');
      const refused = refusal(householdFile, file, action, step('2026-09-03'));
      expect(refused?.code).toBe('term-lapsed');
      expect(refused?.error.message).toBe(
        '"Hiệu lực của thông báo thu hồi đất" đã hết ngày 02/09/2026; hãy ghi "Giao thông báo thu hồi đất ban hành lại" trước khi làm bước này.',
      );
    }
    const serve = (noticeOn: string): Ask => ({
      on: '2026-09-03',
      documents: ['reissued-notice', 'notice-service-minutes'],
      fields: { landUse: 'agricultural', noticeOn },
    });
    const paid = facts('paid', { clocks: [wait, validity] });
    expect(ask(householdFile, paid, 'serve-reissued-notice', serve('2026-09-01')).to).toBeUndefined();
    expect(code(householdFile, paid, 'serve-reissued-notice', serve('2026-09-04'))).toBe('bad-day');
  });
  test('it is reported lapsed once it has, from wherever the project stands, and then issued again', () => {
    for (const state of ['notice_issued', 'appraisal', 'approved', 'paying']) {
      const file = facts(state, { clocks: [validity] });
      expect(code(compensationProject, file, 'report-notice-expired', { on: '2026-09-02' })).toBe('wait-not-ended');
      expect(ask(compensationProject, file, 'report-notice-expired', { on: '2026-09-03' }).to).toBe('suspended');
    }
  });
});

describe('a first decision is final once nobody can complain again (Luật Khiếu nại 2011 Điều 33, Điều 44)', () => {
  const final = clock('complaint-final', 'validity', '2026-07-13');
  const window = clock('second-complaint-window', 'limitation', '2026-07-20');
  const sent = (...clocks: ClockFact[]) =>
    facts('sent', { variant: 'complaint', clocks, fields: { servedOn: '2026-06-19' } });
  const on = (day: string): Ask => ({ on: day, role: 'supervisor' });

  test('both terms must have ended: that of the decision, and that of whoever received it later', () => {
    for (const day of ['2026-06-19', '2026-07-14', '2026-07-20'])
      expect(refusal(citizenPetition, sent(final, window), 'record-final', on(day))?.problems).toContain(
        'wait-not-ended',
      );
    expect(ask(citizenPetition, sent(final, window), 'record-final', on('2026-07-21')).to).toBe('final');
  });
});

describe('no enforcement within 15 days of the Tết break (Luật Đất đai 2024 Điều 89 khoản 1 điểm b)', () => {
  // Tết 2025: off 27–31/01, with the weekends 25/01–02/02. Fifteen days before 25/01 is 10/01; after 02/02, 17/02.
  const file = facts('enforcement_decided', {
    since: plainDate('2024-12-20'),
    persuasions: [persuaded('2024-11-01', 'handover')],
  });
  test.each([
    ['2025-01-09', 'allowed', 'the last day before'],
    ['2025-01-10', 'enforcement-barred', 'the fifteenth day before'],
    ['2025-01-29', 'enforcement-barred', 'mùng 1'],
    ['2025-02-03', 'enforcement-barred', 'the first day at work'],
    ['2025-02-17', 'enforcement-barred', 'the fifteenth day after'],
    ['2025-02-18', 'allowed', 'the first day after'],
    ['2025-02-22', 'enforcement-barred', 'a Saturday'],
    ['2025-05-02', 'enforcement-barred', 'a day off in exchange'],
  ])('%s: %s (%s)', (on, expected) =>
    expect(code(householdFile, file, 'record-enforcement', { on, documents: ['enforcement-minutes'] })).toBe(expected),
  );
  test('a holder who complies may do so on any day', () =>
    expect(
      code(householdFile, file, 'record-compliance', { on: '2025-01-29', documents: ['compliance-minutes'] }),
    ).toBe('allowed'));
});

describe('a grave is unclaimed only after the term printed in its notice (practice)', () => {
  const printed = clock('grave-notice', 'practice', '2023-05-15', 'stopped');
  const confirm = (on: string): Ask => ({ on, documents: ['unclaimed-confirmation'] });
  const candidate = (...clocks: ClockFact[]) =>
    facts('unclaimed_candidate', { documents: ['grave-notice', 'posting-minutes', 'unknown-kin-minutes'], clocks });

  test('refused on its last day', () => {
    const refused = refusal(graveRelocation, candidate(printed), 'confirm-unclaimed', confirm('2023-05-15'));
    expect(refused?.code).toBe('wait-not-ended');
    expect(refused?.error.problems[0]).toMatchObject({ clock: 'grave-notice', lawfulFrom: '2023-05-16' });
  });
  test('allowed from the day after', () =>
    expect(code(graveRelocation, candidate(printed), 'confirm-unclaimed', confirm('2023-05-16'))).toBe('allowed'));
  test('a notice that printed no term bars nothing: no law sets one', () => {
    expect(code(graveRelocation, candidate(), 'confirm-unclaimed', confirm('2023-05-04'))).toBe('allowed');
    const undated = candidate({ ...printed, dueOn: null });
    expect(code(graveRelocation, undated, 'confirm-unclaimed', confirm('2023-05-04'))).toBe('allowed');
  });
});

describe('a Tết that is not announced yet', () => {
  test('bars the days it may bar, and says that the calendar is to be settled first', () => {
    const later = { ...law, today: plainDate('2027-03-01') };
    const file = facts('enforcement_decided', { persuasions: [persuaded('2026-11-02', 'handover')] });
    const detail = (on: string) =>
      lacks(
        householdFile,
        householdFile.actions['record-enforcement']!,
        file,
        { on: plainDate(on), fields: {}, documents: ['enforcement-minutes'] },
        later,
      ).map((p) => p.detail);
    expect(detail('2027-01-19')).toEqual([]);
    expect(detail('2027-01-20').join()).toMatch(/^Không được cưỡng chế: 20\/01\/2027 .*chưa có thông báo chính thức/);
  });
});

describe('money deposited on a refusal is no way round persuasion (Luật Đất đai 2024 Điều 87 khoản 6)', () => {
  const deposited = (...clocks: ClockFact[]) =>
    facts('money_deposited', {
      since: plainDate('2026-05-05'),
      clocks: [clock('notice-wait', 'min-wait', '2026-03-02', 'waived'), ...clocks],
    });
  const recovery = (on: string): Ask => ({ on, documents: ['recovery-decision'] });
  const first = clock('plan-persuasion', 'min-wait', '2026-05-14');
  const second = clock('plan-after-persuasion', 'min-wait', '2026-05-25');

  test('nobody refused: the decision follows', () =>
    expect(code(householdFile, deposited(), 'record-recovery', recovery('2026-05-06'))).toBe('allowed'));
  test('refused, and deposited the next day: neither persuaded nor waited for', () =>
    expect(refusal(householdFile, deposited(first), 'record-recovery', recovery('2026-05-06'))?.problems).toEqual([
      'missing-persuasion',
      'wait-not-started',
      'wait-not-ended',
    ]));
  test('persuaded, and both waits over', () => {
    const file = {
      ...deposited({ ...first, status: 'stopped' }, second),
      persuasions: [persuaded('2026-05-04', 'plan')],
    };
    expect(code(householdFile, file, 'record-recovery', recovery('2026-05-25'))).toBe('wait-not-ended');
    expect(code(householdFile, file, 'record-recovery', recovery('2026-05-26'))).toBe('allowed');
  });
  test('a persuasion that no law set days for when it began is begun again', () => {
    const open = (...clocks: ClockFact[]) =>
      openActions(householdFile, facts('persuading_plan', { clocks })).map(([name]) => name);
    expect(open()).toContain('persuade-again-on-plan');
    expect(open(first)).not.toContain('persuade-again-on-plan');
    expect(open({ ...first, status: 'stopped' }, second)).not.toContain('persuade-again-on-plan');
  });
});

describe('a wait counts that has run, in this round', () => {
  const order = (on: string): Ask => ({
    on,
    documents: ['enforcement-decision', 'enforcement-service-minutes'],
    fields: { servedOn: on },
  });
  const handover = (...clocks: ClockFact[]) =>
    facts('persuading_handover', { clocks, persuasions: [persuaded('2026-05-04', 'handover')] });
  const first = clock('handover-persuasion', 'fixed-period', '2026-05-14', 'stopped');
  const second = clock('handover-after-persuasion', 'min-wait', '2026-05-25');

  test('the wait after an earlier persuasion is not the wait after this one', () => {
    expect(code(householdFile, handover(first, second), 'decide-enforcement', order('2026-06-01'))).toBe('allowed');
    const again = clock('handover-persuasion', 'fixed-period', '2026-09-14', 'stopped');
    const refused = refusal(householdFile, handover(first, second, again), 'decide-enforcement', order('2026-10-01'));
    expect(refused?.error.problems).toMatchObject([{ code: 'wait-not-started', clock: 'handover-after-persuasion' }]);
  });
  test('a plan whose posting was broken off was not posted for its whole term', () => {
    const posted = (stoppedOn: string) =>
      facts('plan_proposed', {
        clocks: [{ ...clock('plan-posting', 'min-wait', '2026-05-11', 'stopped'), stoppedOn: plainDate(stoppedOn) }],
      });
    const approve: Ask = {
      on: '2026-08-03',
      documents: ['plan-approval'],
      fields: { effectiveOn: plainDate('2026-08-03') },
    };
    expect(code(householdFile, posted('2026-05-12'), 'approve-plan', approve)).toBe('allowed');
    expect(code(householdFile, posted('2026-05-06'), 'approve-plan', approve)).toBe('wait-not-started');
  });
});

test('a decision is served from the step before it until today', () => {
  const sent = facts('sent', { variant: 'complaint', since: plainDate('2026-04-06') });
  const served = (servedOn: string) =>
    code(citizenPetition, sent, 'record-receipt', { on: '2026-05-04', fields: { servedOn: plainDate(servedOn) } });
  expect(['2026-04-03', '2026-04-06', '2026-11-25', '2062-04-06'].map(served)).toEqual([
    ...['bad-day', 'allowed', 'allowed', 'bad-day'],
  ]);
});

test('a notice that was served runs by the calendar, whatever closed its file meanwhile', () => {
  const wait = { ...clock('notice-wait', 'min-wait', '2026-03-02', 'stopped'), stoppedOn: plainDate('2026-01-05') };
  const paid = facts('paid', { since: plainDate('2026-05-04'), clocks: [wait] });
  expect(code(householdFile, paid, 'record-recovery', { on: '2026-05-05', documents: ['recovery-decision'] })).toBe(
    'allowed',
  );
});

test.each<[kind: Workflow, action: string, file: CaseFacts, open: boolean]>([
  [graveRelocation, 'accept-late-claim', facts('late_claim'), true],
  [graveRelocation, 'accept-late-claim', facts('late_claim', { documents: ['exhumation-minutes'] }), false],
  [graveRelocation, 'relocate-unclaimed', facts('plan_approved'), true],
  [
    graveRelocation,
    'relocate-unclaimed',
    facts('plan_approved', { clocks: [clock('payment', 'max', '2026-12-01')] }),
    false,
  ],
  [householdFile, 'resume-persuasion', facts('legal_file_problem'), true],
  [householdFile, 'resume-persuasion', facts('legal_file_problem', { documents: ['inventory-minutes'] }), false],
])('$0.kind $1 is open: $3', (workflow, action, file, open) => {
  expect(openActions(workflow, file).some(([name]) => name === action)).toBe(open);
});

describe('recovery before payment is of the 2013 law alone (Luật Đất đai 2013 Điều 69 khoản 3; 2024 Điều 87 khoản 5)', () => {
  const wait = clock('notice-wait', 'min-wait', '2023-05-30');
  const sameDay = { ...clock('same-day-decisions', 'same-day', '2023-06-12'), dueOn: null };
  const approved = (...clocks: ClockFact[]) =>
    facts('plan_approved', { since: plainDate('2023-06-12'), clocks: [wait, ...clocks] });
  const recovery = (on: string): Ask => ({ on, documents: ['recovery-decision'] });

  test.each([
    ['2023-06-12', 'allowed', 'the day of the approval', approved(sameDay)],
    ['2024-07-31', 'allowed', 'the last day of that law', approved(sameDay)],
    ['2024-08-01', 'other-law', 'the first day of the next', approved(sameDay)],
    ['2023-06-12', 'action-not-open', 'a plan approved under the 2024 law starts no such duty', approved()],
    ['2023-06-12', 'action-not-open', 'the duty is over', approved({ ...sameDay, status: 'stopped' })],
  ])('%s: %s (%s)', (on, expected, _why, file) =>
    expect(code(householdFile, file, 'record-recovery', recovery(on))).toBe(expected),
  );
  test('the wait after the notice binds there too', () => {
    const early = approved({ ...wait, dueOn: plainDate('2023-08-01') }, sameDay);
    expect(code(householdFile, early, 'record-recovery', recovery('2023-06-12'))).toBe('wait-not-ended');
  });
  test('it is the next step while that law holds', () => {
    const then = { ...law, today: plainDate('2023-06-15') };
    expect(nextStep(householdFile, approved(sameDay), 'officer', then)?.name).toBe('record-recovery');
  });
});
