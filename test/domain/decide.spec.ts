import { citizenPetition } from '../../src/domain/kinds/citizen-petition.js';
import { compensationProject } from '../../src/domain/kinds/compensation-project.js';
import { graveRelocation } from '../../src/domain/kinds/grave-relocation.js';
import { householdFile } from '../../src/domain/kinds/household-file.js';
import { plainDate } from '../../src/domain/plain-date.js';
import { openActions, type CaseFacts } from '../../src/domain/workflow/decide.js';
import type { Workflow } from '../../src/domain/workflow/workflow.js';
import { ask, clock, code, facts, persuaded, refusal, type Ask } from './ask.js';

describe('a compulsory step needs a dated persuasion record on the same matter', () => {
  const ended = clock('inventory-persuasion', 'min-wait', '2023-03-13', 'stopped');
  const persuading = (...persuasions: CaseFacts['persuasions']) =>
    facts('persuading_inventory', { clocks: [ended], persuasions });
  const order: Ask = {
    on: '2023-06-15',
    documents: ['compulsory-inventory-decision', 'inventory-decision-service-minutes'],
  };

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
  test('a complaint is not transferred and a denunciation not guided; what is off the usual road comes last', () => {
    expect(names(facts('checking', { variant: 'complaint' }))).toEqual([
      'accept-complaint',
      'guide',
      'withdraw-complaint',
      'not-accept',
    ]);
    expect(names(facts('checking', { variant: 'denunciation' }))).toEqual([
      'accept-denunciation',
      'transfer-denunciation',
      'not-accept',
      'extend-check',
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
