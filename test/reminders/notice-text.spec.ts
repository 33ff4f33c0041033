import { announcedDays, assumedDays, lawPack } from '../../src/deadlines/law-files.js';
import type { Deadline } from '../../src/deadlines/deadline.entity.js';
import { WorkCalendar } from '../../src/domain/deadlines/calendar.js';
import { dueDate } from '../../src/domain/deadlines/due-date.js';
import type { ClockName } from '../../src/domain/law/clocks.js';
import { addDays, plainDate } from '../../src/domain/plain-date.js';
import { reminderText } from '../../src/reminders/notice-text.js';

const calendar = new WorkCalendar(announcedDays(), assumedDays);
const file = { code: 'HS-1', title: 'Hồ sơ thử', stateVi: 'Đang làm', ownerless: false };

function saidOf(clock: ClockName, ruleId: string, trigger: string, daysAfter: number) {
  const rule = lawPack.rule(ruleId);
  const proof = dueDate(plainDate(trigger), rule, calendar);
  const deadline = { clock, ruleId, kind: rule.kind, dueOn: proof.date, proof } as Deadline;
  return reminderText(file, deadline, addDays(proof.date, daysAfter));
}
const words = (...given: Parameters<typeof saidOf>) => /\] (.*?):/.exec(saidOf(...given).subject)![1];

test.each([
  [
    'a duty is due, then late',
    'recovery-plan',
    'nd102-recovery-plan',
    'Còn 3 ngày',
    'Đến hạn hôm nay',
    'Quá hạn 2 ngày',
  ],
  [
    'a wait is over',
    'inventory-persuasion',
    'ld24-inventory-persuade',
    'Còn chờ 3 ngày',
    'Hết thời gian chờ hôm nay',
    'Đã hết thời gian chờ từ 2 ngày trước',
  ],
  [
    'a time for complaining ends',
    'complaint-limitation',
    'kn-limitation',
    'Còn 3 ngày',
    'Hết thời hạn hôm nay',
    'Đã hết thời hạn từ 2 ngày trước',
  ],
  [
    'the force of a notice has a last day',
    'notice-validity',
    'ld24-notice-validity',
    'Còn 3 ngày',
    'Hôm nay là ngày cuối',
    'Ngày cuối đã qua 2 ngày',
  ],
  [
    'and so have the days until a decision is in force',
    'complaint-final',
    'kn-final1',
    'Còn 3 ngày',
    'Hôm nay là ngày cuối',
    'Ngày cuối đã qua 2 ngày',
  ],
] as const)('%s', (_, clock, rule, ahead, today, past) => {
  expect([-3, 0, 2].map((days) => words(clock, rule, '2026-03-02', days))).toEqual([ahead, today, past]);
});

test.each([
  ['a duty', 'recovery-plan', 'nd102-recovery-plan', true],
  ['a wait', 'inventory-persuasion', 'ld24-inventory-persuade', false],
  ['a time for complaining', 'complaint-limitation', 'kn-limitation', false],
] as const)('%s that ends on a day off: told by when it is safely done is only a duty', (_, clock, ruleId, told) => {
  const triggers = [...Array(14).keys()].map((n) => addDays(plainDate('2026-03-02'), n));
  const rolling = triggers.find((day) => dueDate(day, lawPack.rule(ruleId), calendar).rolledFrom)!;
  expect(saidOf(clock, ruleId, rolling, -1).body.includes('ngày làm việc cuối cùng an toàn')).toBe(told);
});

test('what a rule rests on is said as it is', () => {
  const [memory, original] = ['ghi theo trí nhớ', 'cần đối chiếu với bản gốc'];
  const found = saidOf('recovery-plan', 'nd102-recovery-plan', '2026-03-02', -3).body;
  expect([found.includes(memory), found.includes(original)]).toEqual([false, true]);
  const recalled = saidOf('mediation', 'ld24-mediation', '2026-03-02', -3).body;
  expect([recalled.includes(memory), recalled.includes(original)]).toEqual([true, false]);
  const sure = saidOf('complaint-limitation', 'kn-limitation', '2026-03-02', -3).body;
  expect([sure.includes(memory), sure.includes(original)]).toEqual([false, false]);
});
