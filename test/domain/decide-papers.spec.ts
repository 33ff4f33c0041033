import { citizenPetition } from '../../src/domain/kinds/citizen-petition.js';
import { compensationProject } from '../../src/domain/kinds/compensation-project.js';
import { graveRelocation } from '../../src/domain/kinds/grave-relocation.js';
import { householdFile } from '../../src/domain/kinds/household-file.js';
import { clock, code, facts, refusal, type Ask } from './ask.js';

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
  test('two papers and two fields missing are told in one answer, each at its place', () => {
    const refused = refusal(compensationProject, facts('meeting_held'), 'issue-notice');
    expect(refused?.error.problems.map((p) => p.field)).toEqual([
      'documents.recovery-notice',
      'documents.landholder-list',
      'documents.posting-minutes',
      'fields.landUse',
    ]);
  });
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

describe('what describes the act comes with the request; an older paper of the same name is another act', () => {
  test('minutes of an earlier persuasion do not stand for the session now recorded', () => {
    const file = facts('refuses_money', { documents: ['persuasion-minutes'] });
    const refused = refusal(householdFile, file, 'start-plan-persuasion');
    expect(refused?.code).toBe('missing-document');
    expect(refused?.error.message).toBe('Thiếu Biên bản vận động của lần này (bản trong hồ sơ là của bước trước).');
    expect(code(householdFile, file, 'start-plan-persuasion', { documents: ['persuasion-minutes'] })).toBe('allowed');
  });
  test('a second suspension has its own decision and its own reason', () => {
    const file = facts('verifying', {
      variant: 'complaint',
      documents: ['suspension-decision'],
      fields: { reason: 'Chờ giám định' },
    });
    expect(refusal(citizenPetition, file, 'suspend-complaint')?.problems).toEqual([
      'missing-document',
      'missing-field',
    ]);
    const again: Ask = { documents: ['suspension-decision'], fields: { reason: 'Chờ kết quả đo đạc' } };
    expect(code(citizenPetition, file, 'suspend-complaint', again)).toBe('allowed');
  });
  test('the record of sending a suspension does not prove that the decision was sent', () => {
    const file = facts('decided', { variant: 'complaint', documents: ['sending-record'] });
    expect(code(citizenPetition, file, 'send-decision')).toBe('missing-document');
    expect(code(citizenPetition, file, 'send-decision', { documents: ['sending-record'] })).toBe('allowed');
  });
  test('the first petition is not its own repeat', () => {
    const file = facts('answered', { variant: 'reflection', documents: ['petition'] });
    expect(code(citizenPetition, file, 'record-repeat')).toBe('missing-document');
  });
  test('an extension rests on its own decision, number and grade', () => {
    const file = facts('verifying', {
      variant: 'denunciation',
      documents: ['extension-decision'],
      fields: { grade: 'complex', reason: 'Nhiều người', decisionNumber: '1/QĐ-UBND' },
    });
    expect(refusal(citizenPetition, file, 'extend-denunciation')?.error.problems.map((p) => p.field)).toEqual([
      'documents.extension-decision',
      'fields.grade',
      'fields.reason',
      'fields.decisionNumber',
    ]);
  });
  test('a signature given on the refusal is not one on the inventory, nor are its witnesses', () => {
    const file = facts('inventory_enforced', { fields: { holderSigned: true, witnesses: 'Tổ trưởng tổ dân phố' } });
    const minutes: Ask = { documents: ['inventory-minutes'] };
    expect(code(householdFile, file, 'record-inventory', minutes)).toBe('missing-field');
    expect(code(householdFile, file, 'record-inventory', { ...minutes, fields: { holderSigned: false } })).toBe(
      'missing-witnesses',
    );
    expect(code(householdFile, file, 'record-inventory', { ...minutes, fields: { holderSigned: true } })).toBe(
      'allowed',
    );
  });
  test('what describes the case or an earlier act is not asked for again', () => {
    const file = facts('inventoried', { documents: ['inventory-minutes', 'origin-confirmation'] });
    expect(refusal(householdFile, file, 'confirm-origin')?.error.problems.map((p) => p.document)).toEqual([
      'origin-confirmation',
    ]);
    expect(code(householdFile, file, 'confirm-origin', { documents: ['origin-confirmation'] })).toBe('allowed');
    const known = facts('announced', { documents: ['kinship-proof'], fields: { kin: 'Ông A' } });
    expect(code(graveRelocation, known, 'record-declaration', { documents: ['grave-declaration'] })).toBe('allowed');
  });
  test('but where a grave was contested, whose it is comes from this act', () => {
    const contested = facts('claim_disputed', { fields: { kin: 'Ông A' } });
    const agreement: Ask = { documents: ['kin-agreement'] };
    expect(code(graveRelocation, contested, 'settle-claim', agreement)).toBe('missing-field');
    expect(code(graveRelocation, contested, 'settle-claim', { ...agreement, fields: { kin: 'Bà B' } })).toBe('allowed');
  });
});

describe('a step that is right for one finding only', () => {
  const decision = (finding: string): Ask => ({
    documents: ['verification-report', 'complaint-decision'],
    fields: { finding, decisionNumber: '12/QĐ-UBND' },
  });
  test.each([
    ['accepted', 'decide-clearly-right'],
    ['verifying', 'decide-as-claimed'],
  ])('in %s, %s', (state, action) => {
    const file = facts(state, { variant: 'complaint' });
    expect(code(citizenPetition, file, action, decision('right'))).toBe('allowed');
    for (const finding of ['partly-right', 'wrong']) {
      const refused = refusal(citizenPetition, file, action, decision(finding));
      expect(refused?.code).toBe('wrong-field-value');
      expect(refused?.error.problems[0]).toMatchObject({ field: 'fields.finding', only: 'right' });
      expect(refused?.error.message).toContain('chỉ dùng khi Kết quả là "Đúng"');
    }
  });
  test('without a finding it is asked for, once', () => {
    const file = facts('accepted', { variant: 'complaint', fields: { finding: 'wrong' } });
    const unsaid: Ask = { documents: ['complaint-decision'], fields: { decisionNumber: '12/QĐ-UBND' } };
    expect(refusal(citizenPetition, file, 'decide-clearly-right', unsaid)?.problems).toEqual(['missing-field']);
  });
  test('any finding may follow a dialogue', () => {
    const file = facts('dialogue', { variant: 'complaint', documents: ['dialogue-minutes'] });
    for (const finding of ['right', 'partly-right', 'wrong'])
      expect(code(citizenPetition, file, 'decide-complaint', decision(finding))).toBe('allowed');
  });
});
