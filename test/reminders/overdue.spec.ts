import { addDays, plainDate } from '../../src/domain/plain-date.js';
import { act, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';
import { notices, projectDue, settled } from './ledger.js';

describe.each(oneEngine(import.meta.url))('what is overdue, on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  let supervisor: Client;
  let first: MadeCase;
  let ownerless: MadeCase;
  const byDay: Record<string, string[]> = {};

  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-03-11T08:30:00+07:00' });
    [officer, supervisor] = [ward.as('can-bo'), ward.as('lanh-dao')];
    first = await projectDue(officer, '2026-03-12', { code: 'DA-TRE' });
    ownerless = await projectDue(supervisor, '2026-03-13', { code: 'DA-KHONG-NGUOI' });
    await ward.sweep();
    await settled(ward);
    // Day by day, as the schedule does it; three times a day, as an anxious operator does it.
    for (let day = plainDate('2026-03-12'); day <= '2026-03-27'; day = addDays(day, 1)) {
      const before = (await notices(ward)).length;
      for (const time of ['07:30:05', '08:00:00', '17:00:00']) {
        ward.moveTo(`${day}T${time}+07:00`);
        await ward.sweep();
        await settled(ward);
      }
      byDay[day.slice(8)] = (await notices(ward))
        .slice(before)
        .map((n) => `${n.to} ${n.rung}`)
        .sort();
    }
  });
  afterAll(() => ward.stop());

  test('on the due day the handler and the supervisor hear; without a handler the supervisor alone', () => {
    expect(byDay['12']).toEqual(['can-bo before-0', 'lanh-dao escalate-0']);
    expect(byDay['13']).toEqual(['can-bo digest', 'lanh-dao before-0']);
  });

  test('a digest each working day while overdue, and nothing on days off', () => {
    for (const day of ['14', '15', '21', '22']) expect(byDay[day]).toEqual([]);
    for (const day of ['16', '17', '18', '19', '20', '23', '24', '25', '26', '27']) {
      expect(byDay[day]).toContain('can-bo digest');
      expect(byDay[day]).toContain('lanh-dao digest'); // of the case nobody is in charge of
      expect(byDay[day]!.filter((line) => line.endsWith('digest'))).toHaveLength(2);
    }
  });

  test('the supervisor hears again after five working days, and after ten', () => {
    const days = Object.keys(byDay).filter((day) => byDay[day]!.some((line) => line.includes('escalate')));
    expect(days.sort()).toEqual(['12', '19', '20', '26', '27']);
    expect(byDay['19']).toContain('lanh-dao escalate-5'); // DA-TRE, due on Thursday 12/03
    expect(byDay['20']).toContain('lanh-dao escalate-5'); // DA-KHONG-NGUOI, due on Friday 13/03
    expect(byDay['26']).toContain('lanh-dao escalate-10');
    expect(byDay['27']).toContain('lanh-dao escalate-10');
  });

  test('the digest says what, since when and by how much, and is the person’s own', async () => {
    const digests = (await notices(ward)).filter((n) => n.rung === 'digest');
    const mine = digests.filter((n) => n.to === 'can-bo').at(-1)!;
    expect(mine.subject).toBe('Việc quá hạn đến ngày 27/03/2026: 1');
    expect(mine.body).toBe('DA-TRE – Dự án thử: Lập kế hoạch thu hồi đất, hạn 12/03/2026, quá 15 ngày.');
    expect(mine.caseId).toBeNull();
    expect(digests.filter((n) => n.to === 'lanh-dao').every((n) => n.body.startsWith('DA-KHONG-NGUOI'))).toBe(true);
  });

  test('what is done is silent from the next morning', async () => {
    await act(officer, 'compensation-project', first, 'adopt-recovery-plan', '2026-03-27');
    const { status } = await supervisor.post(`/cases/${ownerless.id}/assignee`, {
      version: ownerless.version,
      assigneeId: ward.officers['can-bo'].id,
    });
    expect(status).toBe(200);
    const before = (await notices(ward)).length;
    ward.moveTo('2026-03-30T07:31:00+07:00');
    await ward.sweep();
    await settled(ward);
    const sent = (await notices(ward)).slice(before);
    expect(sent.map((n) => [n.to, n.rung])).toEqual([['can-bo', 'digest']]);
    expect(sent[0]!.body).toContain('DA-KHONG-NGUOI');
    expect(sent[0]!.body).not.toContain('DA-TRE');
  });
});
