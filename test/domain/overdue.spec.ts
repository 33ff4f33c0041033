import { daysLate, isOverdue } from '../../src/domain/deadlines/overdue.js';
import { plainDate } from '../../src/domain/plain-date.js';

const due = plainDate('2026-03-10');
const later = plainDate('2026-03-20');

test.each([
  { kind: 'max', late: true, why: 'a duty of the authority' },
  { kind: 'discipline-limit', late: true, why: 'the 45-day alarm' },
  { kind: 'min-notice-before', late: true, why: 'the notice had to go out' },
  { kind: 'min-wait', late: false, why: 'a wait ends' },
  { kind: 'fixed-period', late: false, why: 'a posting ends' },
  { kind: 'practice', late: false, why: 'the time that kin have by the notice of a grave ends' },
  { kind: 'limitation', late: false, why: 'a right of the citizen lapses' },
  { kind: 'validity', late: false, why: 'a notice expires' },
] as const)('$kind past its date is overdue: $late — $why', ({ kind, late }) => {
  expect(isOverdue({ due, kind, running: true }, later)).toBe(late);
});

test('a clock that stopped, is paused or has no date is never overdue', () => {
  expect(isOverdue({ due, kind: 'max', running: false }, later)).toBe(false);
  expect(isOverdue({ due: null, kind: 'max', running: true }, later)).toBe(false);
});

test('days late are calendar days, and never negative', () => {
  expect([
    daysLate(due, later),
    daysLate(due, due),
    daysLate(due, plainDate('2026-03-01')),
    daysLate(null, later),
  ]).toEqual([10, 0, 0, 0]);
});
