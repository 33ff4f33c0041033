import { announcedDays, assumedDays, lawPack } from '../../src/deadlines/law-files.js';
import { WorkCalendar } from '../../src/domain/deadlines/calendar.js';
import { dueDate, proofInWords } from '../../src/domain/deadlines/due-date.js';
import { plainDate } from '../../src/domain/plain-date.js';
import { ledger } from './ledger.js';
import { makeRule } from './make-rule.js';

const calendar = new WorkCalendar(announcedDays(), assumedDays);

describe('"at least N days before": N whole days between the notice and the event (law/README, counting rule 8)', () => {
  // rule | event | last day for the notice | last safe working day | why
  test.each(
    ledger(`
    kn26-dialogue-notice | 2026-07-20 | 2026-07-14 | 2026-07-14 | trọn 15–19/07; cuối tuần vẫn là ngày
    kn26-dialogue-notice | 2026-07-17 | 2026-07-11 | 2026-07-10 | trọn 12–16/07; 11/07 thứ Bảy, nên gửi thứ Sáu
    kn26-dialogue-notice | 2026-08-28 | 2026-08-22 | 2026-08-22 | trọn 23–27/08; 22/08 là thứ Bảy làm bù
    kn26-dialogue-notice | 2026-09-08 | 2026-09-02 | 2026-08-28 | trọn 03–07/09; Quốc khánh và hoán đổi từ 31/08
    tcd-schedule-posting | 2021-02-18 | 2021-02-03 | 2021-02-03 | 17 (1); Tết 10–16; 09, 08 (3); 05, 04 (5)
    tcd-schedule-posting | 2022-02-10 | 2022-01-26 | 2022-01-26 | 09, 08, 07 (3); nghỉ 29/01–06/02; 28, 27 (5)
    tcd-schedule-posting | 2023-05-11 | 2023-04-28 | 2023-04-28 | 10, 09, 08, 05, 04 (5); nghỉ 29/04–03/05
    tcd-schedule-posting | 2024-05-09 | 2024-05-02 | 2024-05-02 | 08, 07, 06, thứ Bảy làm bù 04, 03 (5)
    tcd-schedule-posting | 2025-02-06 | 2025-01-22 | 2025-01-22 | 05, 04, 03 (3); Tết 25/01–02/02; 24, 23 (5)
    tcd-schedule-posting | 2026-01-12 | 2026-01-05 | 2026-01-05 | thứ Bảy làm bù 10, 09, 08, 07, 06 (5)
    tcd-schedule-posting | 2026-02-26 | 2026-02-11 | 2026-02-11 | 25, 24, 23 (3); Tết 14–22; 13, 12 (5)
    tcd-schedule-posting | 2026-07-16 | 2026-07-08 | 2026-07-08 | tuần thường: 15, 14, 13, 10, 09
    tcd-online           | 2026-08-27 | 2026-08-20 | 2026-08-20 | 26, 25, 24, thứ Bảy làm bù 22, 21
    tcd-online           | 2026-11-27 | 2026-11-18 | 2026-11-18 | 26, 25, bỏ 24/11, 23, 20, 19
    `),
  )('%s for %s: notice by %s, safe %s — %s', (rule, event, notice, safe) => {
    const found = dueDate(plainDate(event), lawPack.rule(rule), calendar);
    expect([found.date, found.lastSafeWorkingDay, found.rolledFrom]).toEqual([notice, safe, undefined]);
  });

  test('the proof counts from the day before the event', () => {
    const found = dueDate(plainDate('2026-11-27'), lawPack.rule('tcd-online'), calendar);
    expect(found.firstDayCounted).toBe('2026-11-26');
    expect(found.skipped.map(({ day }) => day)).toEqual(['2026-11-24', '2026-11-22', '2026-11-21']);
  });

  test('the proof says that it counts back, and how many whole days lie between', () => {
    const words = proofInWords(dueDate(plainDate('2026-11-27'), lawPack.rule('tcd-online'), calendar));
    expect(words).toContain(
      'đếm lùi từ 27/11/2026, không tính ngày này, ngày đầu tiên được tính là 26/11/2026; bỏ qua 24/11',
    );
    expect(words).toContain('trọn 5 ngày làm việc ở giữa nên chậm nhất là 18/11/2026; ');
    expect(words).not.toContain('mốc tính');
    const forward = dueDate(plainDate('2026-01-16'), lawPack.rule('kn-resolve1'), calendar);
    expect(proofInWords(forward)).not.toContain('đếm lùi');
  });

  test('a notice day that may become a day off is warned about', () => {
    const found = dueDate(plainDate('2027-02-10'), lawPack.rule('kn26-dialogue-notice'), calendar);
    expect(found.date).toBe('2027-02-04');
    expect(found.assumptions.join(' ')).toContain('04/02/2027');
  });

  test('no law counts months backward', () => {
    const rule = makeRule({ value: 1, unit: 'month' }, { kind: 'min-notice-before' });
    expect(() => dueDate(plainDate('2026-03-02'), rule, calendar)).toThrow('backward');
  });
});
