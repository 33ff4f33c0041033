import { announcedDays, assumedDays, lawPack } from '../../src/deadlines/law-files.js';
import { WorkCalendar } from '../../src/domain/deadlines/calendar.js';
import { DomainError } from '../../src/domain/errors.js';
import { citizenPetition } from '../../src/domain/kinds/citizen-petition.js';
import { compensationProject } from '../../src/domain/kinds/compensation-project.js';
import { graveRelocation } from '../../src/domain/kinds/grave-relocation.js';
import { householdFile } from '../../src/domain/kinds/household-file.js';
import type { ClockName } from '../../src/domain/law/clocks.js';
import { plainDate } from '../../src/domain/plain-date.js';
import { decide, openActions, type CaseFacts, type ClockFact, type Request } from '../../src/domain/workflow/decide.js';
import type { Workflow } from '../../src/domain/workflow/workflow.js';

const calendar = new WorkCalendar(announcedDays(), assumedDays);
const today = plainDate('2026-11-25');
const law = {
  today,
  calendar,
  ruleFor: (clock: ClockName, on: typeof today) => lawPack.ruleFor(clock, on, { landUse: 'agricultural' }),
};

const facts = (state: string, more: Partial<CaseFacts> = {}): CaseFacts => ({
  state,
  variant: null,
  since: plainDate('2021-01-04'),
  fields: {},
  documents: [],
  persuasions: [],
  clocks: [],
  merged: false,
  ...more,
});
const clock = (
  name: ClockName,
  kind: ClockFact['kind'],
  due: string,
  status: ClockFact['status'] = 'running',
): ClockFact => ({
  clock: name,
  kind,
  due: plainDate(due),
  status,
});
const persuaded = (on: string, matter: CaseFacts['persuasions'][number]['matter']) => ({ on: plainDate(on), matter });

type Ask = Partial<Omit<Request, 'on'>> & { on?: string };
const ask = (workflow: Workflow, file: CaseFacts, action: string, { on = '2023-06-15', ...more }: Ask = {}) =>
  decide(workflow, file, { action, role: 'officer', fields: {}, documents: [], ...more, on: plainDate(on) }, law);

/** The refusal, told by its code and the codes of the problems in it; undefined when the step may be taken. */
function refusal(
  ...args: Parameters<typeof ask>
): { code: string; problems: string[]; error: DomainError } | undefined {
  try {
    ask(...args);
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, problems: error.problems.map((p) => p.code), error };
  }
}
const code = (...args: Parameters<typeof ask>) => refusal(...args)?.code ?? 'allowed';

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
  test('the project as a whole waits too', () => {
    const project = facts('paying', { clocks: [wait] });
    expect(code(compensationProject, project, 'start-handover', recovery('2023-05-30'))).toBe('wait-not-ended');
    expect(code(compensationProject, project, 'start-handover', recovery('2023-05-31'))).toBe('allowed');
  });
});

describe('a compulsory step needs a dated persuasion record on the same matter', () => {
  const ended = clock('inventory-persuasion', 'min-wait', '2023-03-13', 'stopped');
  const persuading = (...persuasions: CaseFacts['persuasions']) =>
    facts('persuading_inventory', { clocks: [ended], persuasions });
  const order: Ask = { on: '2023-06-15', documents: ['compulsory-inventory-decision'] };

  test('none', () =>
    expect(code(householdFile, persuading(), 'order-compulsory-inventory', order)).toBe('missing-persuasion'));
  test('on another matter', () =>
    expect(code(householdFile, persuading(persuaded('2023-03-01', 'plan')), 'order-compulsory-inventory', order)).toBe(
      'missing-persuasion',
    ));
  test('dated after the step', () =>
    expect(
      code(householdFile, persuading(persuaded('2023-06-16', 'inventory')), 'order-compulsory-inventory', order),
    ).toBe('missing-persuasion'));
  test('dated before it', () =>
    expect(
      code(householdFile, persuading(persuaded('2023-03-01', 'inventory')), 'order-compulsory-inventory', order),
    ).toBe('allowed'));
  test('a refused grave is not moved by the authority without it', () => {
    const move: Ask = { on: '2023-06-15', documents: ['relocation-contract'] };
    expect(code(graveRelocation, facts('refuses'), 'relocate-by-authority', move)).toBe('missing-persuasion');
    const after = facts('refuses', { persuasions: [persuaded('2023-06-01', 'grave')] });
    expect(code(graveRelocation, after, 'relocate-by-authority', move)).toBe('allowed');
  });
  test('a claimed grave is not moved as unclaimed', () => {
    const move: Ask = { documents: ['relocation-contract'] };
    expect(code(graveRelocation, facts('plan_approved'), 'relocate-unclaimed', move)).toBe('missing-document');
  });
});

describe('compulsory inventory: one wait under the 2013 law, two under the 2024 law (Điều 69; Điều 87)', () => {
  const order = (on: string): Ask => ({ on, documents: ['compulsory-inventory-decision'] });
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

describe('papers and fields', () => {
  test('a refusal the holder does not sign needs witnesses', () => {
    const unsigned: Ask = { documents: ['refusal-minutes'], fields: { holderSigned: false, holdoutReason: 'price' } };
    expect(code(householdFile, facts('notified'), 'record-refusal', unsigned)).toBe('missing-witnesses');
    const witnessed = { ...unsigned, fields: { ...unsigned.fields, witnesses: 'Tổ trưởng tổ dân phố' } };
    expect(code(householdFile, facts('notified'), 'record-refusal', witnessed)).toBe('allowed');
  });
  test('a refusal the holder signs needs none', () =>
    expect(
      code(householdFile, facts('notified'), 'record-refusal', {
        documents: ['refusal-minutes'],
        fields: { holderSigned: true, holdoutReason: 'price' },
      }),
    ).toBe('allowed'));
  test('every paper that is missing is named at once', () => {
    const refused = refusal(householdFile, facts('inventoried'), 'confirm-origin');
    expect(refused?.code).toBe('not-ready');
    expect(refused?.error.problems.map((p) => p.document)).toEqual(['inventory-minutes', 'origin-confirmation']);
    expect(refused?.error.message).toContain('Biên bản kiểm đếm');
    expect(refused?.error.message).toContain('Văn bản xác nhận nguồn gốc đất');
  });
  test('papers, fields and waits are told together', () => {
    const file = facts('plan_proposed', { clocks: [clock('plan-posting', 'min-period', '2023-06-20')] });
    expect(refusal(householdFile, file, 'approve-plan', { on: '2023-06-20' })?.problems).toEqual([
      'missing-document',
      'missing-field',
      'wait-not-ended',
    ]);
  });
  test('what is in the file already is not asked for again', () =>
    expect(
      code(
        householdFile,
        facts('inventoried', { documents: ['inventory-minutes', 'origin-confirmation'] }),
        'confirm-origin',
      ),
    ).toBe('allowed'));
  test('a grave is unclaimed only on the public notice, its posting and the confirmation of the ward', () => {
    const refused = refusal(graveRelocation, facts('unclaimed_candidate'), 'confirm-unclaimed');
    expect(refused?.error.problems.map((p) => p.document)).toEqual([
      'grave-notice',
      'posting-minutes',
      'unknown-kin-minutes',
      'unclaimed-confirmation',
    ]);
  });
  test('an adjusted plan that was never posted is not appraised', () =>
    expect(
      code(compensationProject, facts('plan_adjusting'), 'submit-adjusted-plan', {
        documents: ['adjusted-plan', 'opinion-minutes', 'appraisal-request'],
      }),
    ).toBe('wait-not-started'));
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

describe('a first complaint goes to whoever signed the decision', () => {
  const checking = facts('checking', { variant: 'complaint' });
  test('about the decision of another body: not accepted, but guided', () => {
    const accept: Ask = { documents: ['acceptance-notice'], fields: { decisionBy: 'other' } };
    expect(code(citizenPetition, checking, 'accept-complaint', accept)).toBe('not-within-competence');
    const guide: Ask = {
      documents: ['guidance-slip'],
      fields: { decisionBy: 'other', competentBody: 'UBND thành phố Sông Công' },
    };
    expect(ask(citizenPetition, checking, 'guide', guide).to).toBe('returned_guided');
  });
  test('the answer given at opening counts', () => {
    const file = { ...checking, fields: { decisionBy: 'other' } };
    expect(code(citizenPetition, file, 'accept-complaint', { documents: ['acceptance-notice'] })).toBe(
      'not-within-competence',
    );
  });
  test('about a decision of the ward: accepted', () =>
    expect(
      code(citizenPetition, checking, 'accept-complaint', {
        documents: ['acceptance-notice'],
        fields: { decisionBy: 'ward' },
      }),
    ).toBe('allowed'));
  test('a result other than the one claimed needs the minutes of a dialogue', () => {
    const file = facts('verifying', { variant: 'complaint', documents: ['verification-report'] });
    const decision: Ask = {
      documents: ['complaint-decision'],
      fields: { finding: 'wrong', decisionNumber: '12/QĐ-UBND' },
    };
    expect(refusal(citizenPetition, file, 'decide-complaint', decision)?.error.problems[0]?.document).toBe(
      'dialogue-minutes',
    );
  });
});

describe('which steps are open', () => {
  const names = (file: CaseFacts) => openActions(citizenPetition, file).map(([name]) => name);
  test('in a closed state none', () => {
    for (const [workflow, state] of [
      [householdFile, 'closed'],
      [compensationProject, 'cancelled'],
      [citizenPetition, 'filed'],
    ] as [Workflow, string][]) {
      expect(openActions(workflow, facts(state))).toEqual([]);
      for (const action of Object.keys(workflow.actions))
        expect(code(workflow, facts(state), action)).toBe('action-not-open');
    }
  });
  test('a step of another state is refused with the steps that are open', () => {
    const refused = refusal(householdFile, facts('listed'), 'record-payment');
    expect(refused?.code).toBe('action-not-open');
    expect(refused?.error.message).toContain('serve-notice');
  });
  test('a step that does not exist is told as such, whatever its name', () => {
    for (const action of ['fly', 'constructor', '__proto__'])
      expect(code(householdFile, facts('listed'), action)).toBe('unknown-action');
  });
  test('a complaint is not transferred and a denunciation not guided', () => {
    expect(names(facts('checking', { variant: 'complaint' }))).toEqual([
      'guide',
      'accept-complaint',
      'withdraw-complaint',
      'not-accept',
    ]);
    expect(names(facts('checking', { variant: 'denunciation' }))).toEqual([
      'transfer-denunciation',
      'not-accept',
      'extend-check',
      'accept-denunciation',
    ]);
  });
  test('before it is classified a petition is neither assigned nor transferred', () => {
    expect(names(facts('classified'))).not.toContain('assign');
    expect(names(facts('classified', { variant: 'request' }))).toEqual(expect.arrayContaining(['assign', 'transfer']));
  });
  test('mediation is for a request alone', () => {
    expect(names(facts('assigned', { variant: 'request' }))).toContain('start-mediation');
    expect(names(facts('assigned', { variant: 'reflection' }))).not.toContain('start-mediation');
  });
  test('a petition merged into another stands still', () =>
    expect(code(citizenPetition, facts('received', { merged: true }), 'start-classification')).toBe('action-not-open'));
});

describe('who and when', () => {
  test('a clerk does not serve notices, and an administrator acts in no file', () => {
    for (const role of ['clerk', 'admin'] as const)
      expect(code(householdFile, facts('listed'), 'serve-notice', { role })).toBe('role-not-allowed');
  });
  test('a clerk takes petitions in but does not accept them', () => {
    const slip: Ask = { role: 'clerk', documents: ['processing-slip'] };
    expect(code(citizenPetition, facts('received'), 'start-classification', slip)).toBe('allowed');
    expect(
      code(citizenPetition, facts('checking', { variant: 'complaint' }), 'accept-complaint', { role: 'clerk' }),
    ).toBe('role-not-allowed');
  });
  test.each([
    ['2026-11-25', 'allowed', 'today'],
    ['2026-11-26', 'on-in-future', 'tomorrow'],
    ['2026-11-02', 'allowed', 'the day of the last step'],
    ['2026-11-01', 'before-last-step', 'the day before the last step'],
  ])('on %s: %s (%s)', (on, expected) => {
    const file = facts('notified', { since: plainDate('2026-11-02') });
    expect(code(householdFile, file, 'record-declaration', { on, documents: ['declaration'] })).toBe(expected);
  });
});
