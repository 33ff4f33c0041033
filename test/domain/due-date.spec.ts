import { announcedDays, assumedDays, lawPack } from '../../src/deadlines/law-files.js';
import { WorkCalendar } from '../../src/domain/deadlines/calendar.js';
import { dueDate, proofInWords } from '../../src/domain/deadlines/due-date.js';
import { isClockName } from '../../src/domain/law/clocks.js';
import type { ClockFacts } from '../../src/domain/law/law-pack.js';
import { hasDueDate, type TermUnit } from '../../src/domain/law/rule.js';
import { plainDate } from '../../src/domain/plain-date.js';
import { ledger } from './ledger.js';

// Every date in this file was counted by hand on the calendar, not copied from what dueDate answers.
const calendar = new WorkCalendar(announcedDays(), assumedDays);
const due = (rule: string, trigger: string) => dueDate(plainDate(trigger), lawPack.rule(rule), calendar);

describe('days: the trigger day is not counted; a last day off runs to the next working day (BLDS 2015, 147, 148)', () => {
  // rule | trigger | last day of the term | due date | why
  test.each(
    ledger(`
    kn-accept           | 2022-03-01 | 2022-03-11 | 2022-03-11 | nhận 01/03, ngày 1 là 02/03, ngày 10 là thứ Sáu 11/03
    kn-accept           | 2021-02-01 | 2021-02-11 | 2021-02-17 | ngày 10 là 30 Tết; nghỉ Tết và nghỉ bù 10–16/02/2021
    kn-resolve1         | 2021-01-12 | 2021-02-11 | 2021-02-17 | ngày 30 rơi vào Tết Tân Sửu, hết nghỉ bù 16/02
    ld13-payment        | 2021-04-01 | 2021-05-01 | 2021-05-04 | 01/05 thứ Bảy, Chủ nhật, 03/05 nghỉ bù
    kn-publish2         | 2021-04-15 | 2021-04-30 | 2021-05-04 | 30/04 đến 03/05/2021 nghỉ liền bốn ngày
    kn-accept           | 2021-08-24 | 2021-09-03 | 2021-09-06 | 03/09/2021 nghỉ Quốc khánh (ngày liền kề), rồi cuối tuần
    kn-accept           | 2022-01-21 | 2022-01-31 | 2022-02-07 | Tết Nhâm Dần 31/01–04/02, rồi thứ Bảy, Chủ nhật
    kn-accept           | 2022-03-31 | 2022-04-10 | 2022-04-12 | Giỗ Tổ 10/04 vào Chủ nhật, nghỉ bù 11/04
    kn-resolve1         | 2022-04-01 | 2022-05-01 | 2022-05-04 | 30/04 và 01/05 là cuối tuần, nghỉ bù 02 và 03/05
    kn-resolve2         | 2022-07-18 | 2022-09-01 | 2022-09-05 | 45 ngày: 13 ngày còn lại của tháng 7, 31 của tháng 8, 01/09 nghỉ đến 04/09
    kn-accept           | 2023-01-10 | 2023-01-20 | 2023-01-27 | Tết Quý Mão 20–24/01, nghỉ bù 25 và 26/01
    kn-limitation       | 2023-02-01 | 2023-05-02 | 2023-05-04 | 90 ngày: 27 tháng 2, 31 tháng 3, 30 tháng 4, ngày 90 là 02/05 nghỉ bù
    ld13-payment        | 2023-03-30 | 2023-04-29 | 2023-05-04 | Giỗ Tổ 29/04, 30/04, 01/05 rồi nghỉ bù 02, 03/05
    kn-second-deadline  | 2023-08-03 | 2023-09-02 | 2023-09-05 | Quốc khánh vào thứ Bảy, nghỉ bù thứ Hai 04/09
    kn-send2            | 2023-08-25 | 2023-09-01 | 2023-09-05 | nghỉ Quốc khánh 01–04/09/2023
    kn-resolve1         | 2024-01-10 | 2024-02-09 | 2024-02-15 | Tết Giáp Thìn 08–14/02/2024
    kn-resolve1         | 2024-01-30 | 2024-02-29 | 2024-02-29 | năm nhuận: ngày 30 là 29/02, thứ Năm
    ld13-payment        | 2024-01-31 | 2024-03-01 | 2024-03-01 | năm nhuận: 29 ngày của tháng 2 rồi 01/03
    kn-accept           | 2024-04-19 | 2024-04-29 | 2024-05-02 | 29/04/2024 nghỉ hoán đổi, 30/04 và 01/05 nghỉ lễ
    kn-accept           | 2024-04-24 | 2024-05-04 | 2024-05-04 | thứ Bảy 04/05/2024 làm bù: hết hạn đúng ngày đó
    kn-final1           | 2024-03-30 | 2024-04-29 | 2024-05-02 | mốc là thứ Bảy vẫn tính từ hôm sau; 29/04–01/05 nghỉ
    kn-resolve1         | 2024-08-03 | 2024-09-02 | 2024-09-04 | Quốc khánh 02 và 03/09/2024
    ld24-payment        | 2024-12-02 | 2025-01-01 | 2025-01-02 | Tết Dương lịch 2025, một ngày
    kn-accept           | 2025-01-17 | 2025-01-27 | 2025-02-03 | Tết Ất Tỵ 27–31/01, rồi 01–02/02 cuối tuần
    ld24-mediation      | 2025-03-08 | 2025-04-07 | 2025-04-08 | Giỗ Tổ thứ Hai 07/04/2025
    kn-accept           | 2025-04-16 | 2025-04-26 | 2025-04-26 | thứ Bảy 26/04/2025 làm bù: không lùi
    kn-accept           | 2025-04-22 | 2025-05-02 | 2025-05-05 | 02/05/2025 nghỉ hoán đổi, rồi cuối tuần
    kn-resolve1         | 2025-08-02 | 2025-09-01 | 2025-09-03 | Quốc khánh 01 và 02/09/2025
    ld24-decision       | 2025-12-23 | 2026-01-02 | 2026-01-05 | 02/01/2026 nghỉ hoán đổi, rồi cuối tuần
    kn-accept           | 2025-12-31 | 2026-01-10 | 2026-01-10 | thứ Bảy 10/01/2026 làm bù cho 02/01
    kn-resolve1         | 2026-01-16 | 2026-02-15 | 2026-02-23 | Chủ nhật 15/02, Tết Bính Ngọ 16–20/02, cuối tuần 21–22/02
    ld24-payment        | 2026-03-27 | 2026-04-26 | 2026-04-28 | Giỗ Tổ vào Chủ nhật 26/04, nghỉ bù 27/04
    tcd-45-days         | 2026-07-01 | 2026-08-15 | 2026-08-17 | 30 ngày tháng 7 rồi 15/08, thứ Bảy thường
    ld24-enforce-within | 2026-08-12 | 2026-08-22 | 2026-08-22 | thứ Bảy 22/08/2026 làm bù cho 31/08
    nd88-appraisal      | 2026-08-01 | 2026-08-31 | 2026-09-03 | 31/08/2026 nghỉ hoán đổi, 01 và 02/09 nghỉ lễ
    tc-again            | 2026-11-04 | 2026-11-24 | 2026-11-25 | 24/11/2026 Ngày Văn hóa Việt Nam (NQ 28/2026/QH16)
    tc-again            | 2025-11-04 | 2025-11-24 | 2025-11-24 | 24/11 chưa là ngày lễ trong năm 2025
    kn-resolve1         | 2027-04-01 | 2027-05-01 | 2027-05-04 | 01/05/2027 thứ Bảy, nghỉ bù 03/05
    tc-again            | 2027-11-04 | 2027-11-24 | 2027-11-25 | 24/11/2027 nghỉ
    `),
  )('%s on %s: last day %s, due %s — %s', (rule, trigger, last, expected) => {
    const found = due(rule, trigger);
    expect([found.date, found.rolledFrom]).toEqual([expected, last === expected ? undefined : last]);
  });
});

describe('working days: weekends and days off are skipped, worked Saturdays counted', () => {
  // rule | trigger | due date | days off passed over | why
  test.each(
    ledger(`
    tcd-reply          | 2021-02-05 | 2021-02-26 | 11 | 08, 09 (2); Tết đến 16/02; 17–19 (5); 22–26 (10)
    tc-overdue-demand  | 2021-04-28 | 2021-05-07 | 4  | 29/04 (1); nghỉ 30/04–03/05; 04–07/05 (5)
    tt05-processing    | 2022-01-24 | 2022-02-14 | 11 | 25–28/01 (4); nghỉ 29/01–06/02; 07–11 (9); 14/02 (10)
    tc-send-conclusion | 2022-08-30 | 2022-09-08 | 4  | 31/08 (1); nghỉ 01–04/09; 05–08/09 (5)
    tc-initial         | 2023-01-16 | 2023-02-01 | 9  | 17–19 (3); Tết 20–26; 27 (4); cuối tuần; 30, 31, 01/02 (7)
    tcd-report-back    | 2023-04-26 | 2023-05-10 | 7  | 27, 28/04 (2); nghỉ 29/04–03/05; 04, 05 (4); 08–10 (7)
    tc-transfer        | 2024-02-05 | 2024-02-19 | 9  | 06, 07 (2); Tết 08–14; 15, 16 (4); 19/02 (5)
    kn-send1           | 2024-02-28 | 2024-03-04 | 2  | 29/02 năm nhuận (1); 01/03 (2); cuối tuần; 04/03 (3)
    kn-send1           | 2024-04-26 | 2024-05-04 | 5  | 27/04–01/05 nghỉ; 02, 03 và thứ Bảy làm bù 04/05
    kn-send1           | 2024-06-01 | 2024-06-05 | 1  | mốc thứ Bảy; Chủ nhật bỏ qua; 03, 04, 05
    kn-send1           | 2025-01-24 | 2025-02-05 | 9  | nghỉ 25/01–02/02; 03, 04, 05/02
    kn-send1           | 2025-04-24 | 2025-04-28 | 1  | 25 (1); thứ Bảy làm bù 26/04 (2); Chủ nhật; 28 (3)
    kn-send1           | 2025-12-31 | 2026-01-07 | 4  | nghỉ 01–04/01; 05, 06, 07/01
    tc-notify-accept   | 2026-01-05 | 2026-01-10 | 0  | 06, 07, 08, 09 và thứ Bảy làm bù 10/01
    tcd-reply          | 2026-02-09 | 2026-03-02 | 11 | 10–13/02 (4); Tết 14–22; 23–27 (9); cuối tuần; 02/03 (10)
    kn26-accept        | 2026-08-19 | 2026-08-27 | 1  | 20, 21, thứ Bảy làm bù 22 (3); Chủ nhật; 24–27 (7)
    kn26-suspend-send  | 2026-08-28 | 2026-09-07 | 7  | nghỉ 29/08–02/09; 03, 04 (2); cuối tuần; 07/09 (3)
    kn26-accept        | 2026-11-19 | 2026-12-01 | 5  | 20, 23 (2); 24/11 nghỉ; 25–27 (5); 30/11, 01/12 (7); hai cuối tuần
    tcd-refuse-notice  | 2026-11-23 | 2026-11-27 | 1  | 24/11 nghỉ; 25, 26, 27
    `),
  )('%s on %s: due %s, %s skipped — %s', (rule, trigger, expected, skipped) => {
    const found = due(rule, trigger);
    expect([found.date, found.rolledFrom, found.skipped.length]).toEqual([expected, undefined, Number(skipped)]);
  });
});

describe('months end on the same day number, or the last day of the month (BLDS 2015, 148 khoản 3)', () => {
  test.each(
    ledger(`
    kn-sue               | 2024-02-29 | 2025-02-28 | 2025-02-28 | 12 tháng từ 29/02: năm sau không có 29/02
    kn-sue               | 2023-02-28 | 2024-02-28 | 2024-02-28 | cùng số ngày 28, không phải cuối tháng 29
    kn-sue               | 2022-04-30 | 2023-04-30 | 2023-05-04 | 30/04/2023 Chủ nhật, nghỉ lễ và nghỉ bù đến 03/05
    kn-sue               | 2025-11-24 | 2026-11-24 | 2026-11-25 | 24/11 thành ngày lễ từ 2026
    ld24-notice-validity | 2024-08-31 | 2025-08-31 | 2025-08-31 | hiệu lực thông báo hết vào Chủ nhật, không lùi
    ld13-plan-stale      | 2021-02-28 | 2024-02-28 | 2024-02-28 | 36 tháng, năm nhuận vẫn ngày 28
    ld13-plan-stale      | 2021-08-31 | 2024-08-31 | 2024-09-04 | thứ Bảy, Chủ nhật, Quốc khánh 02–03/09/2024
    ld24-plan-stale      | 2024-08-30 | 2026-08-30 | 2026-09-03 | Chủ nhật 30, 31/08 hoán đổi, 01–02/09/2026
    `),
  )('%s on %s: last day %s, due %s — %s', (rule, trigger, last, expected) => {
    const found = due(rule, trigger);
    expect([found.date, found.rolledFrom]).toEqual([expected, last === expected ? undefined : last]);
  });

  test.each(
    ledger(`
    2023-01-31 | 1 month         | 2023-02-28 | 31/01 + 1 tháng: tháng 2 có 28 ngày
    2024-01-31 | 1 month         | 2024-02-29 | 31/01 + 1 tháng năm nhuận
    2023-12-31 | 2 month         | 2024-02-29 | 31/12 + 2 tháng sang năm nhuận
    2023-03-31 | 1 month         | 2023-05-04 | 30/04/2023 Chủ nhật, nghỉ đến 03/05
    2023-04-20 | 10 calendar-day | 2023-05-04 | 10 ngày in trong thông báo, 30/04 Chủ nhật
    2023-04-20 | 15 calendar-day | 2023-05-05 | 15 ngày như thông lệ, thứ Sáu
    `),
  )('a term printed in the grave notice of %s, %s: due %s — %s', (trigger, term, expected) => {
    const [value, unit] = term.split(' ') as [string, TermUnit];
    const printed = { value: Number(value), unit };
    const found = dueDate(plainDate(trigger), lawPack.rule('practice-grave-notice'), calendar, { term: printed });
    expect([found.date, found.term]).toEqual([expected, printed]);
  });
});

describe('waits: the next step is lawful from the day after they end (law/README, counting rule 6)', () => {
  // rule | trigger | end of the wait | lawful from | why
  test.each(
    ledger(`
    ld13-notice-agri             | 2023-01-10 | 2023-04-10 | 2023-04-11 | 90 ngày: 21 tháng 1, 28 tháng 2, 31 tháng 3, 10 tháng 4
    ld13-notice-nonagri          | 2022-11-01 | 2023-05-04 | 2023-05-05 | ngày 180 là Chủ nhật 30/04, nghỉ đến 03/05
    ld13-inventory-persuade      | 2023-08-22 | 2023-09-05 | 2023-09-06 | ngày 10 là 01/09 nghỉ, đến 04/09
    nd47-plan-posting            | 2024-01-20 | 2024-02-15 | 2024-02-16 | ngày 20 là 30 Tết 09/02, nghỉ đến 14/02
    ld24-notice-agri             | 2024-08-01 | 2024-10-30 | 2024-10-31 | 90 ngày: 30 tháng 8, 30 tháng 9, 30 tháng 10
    ld24-notice-nonagri          | 2024-08-05 | 2025-02-03 | 2025-02-04 | ngày 180 là thứ Bảy 01/02/2025
    ld24-notice-unreachable      | 2024-12-30 | 2025-01-02 | 2025-01-03 | 3 ngày niêm yết không tránh ngày lễ
    ld24-notice-unreachable      | 2025-01-25 | 2025-01-28 | 2025-01-29 | kết thúc trong Tết vẫn giữ nguyên, không lùi
    ld24-plan-posting            | 2025-01-02 | 2025-02-03 | 2025-02-04 | ngày 30 là thứ Bảy 01/02
    ld24-plan-persuade           | 2025-01-20 | 2025-02-03 | 2025-02-04 | ngày 10 là mùng 2 Tết, nghỉ đến 02/02
    ld24-inventory-persuade      | 2025-04-16 | 2025-05-05 | 2025-05-06 | ngày 15 là 01/05, 02/05 hoán đổi, cuối tuần
    ld24-inventory-after-persuade| 2025-05-06 | 2025-05-16 | 2025-05-17 | thứ Sáu; từ hôm sau
    nq254-plan-posting           | 2026-02-06 | 2026-02-23 | 2026-02-24 | ngày 10 là 29 Tết 16/02, nghỉ đến 22/02
    nq254-notice-agri            | 2026-03-02 | 2026-05-04 | 2026-05-05 | ngày 60 là 01/05, rồi cuối tuần
    ld24-handover-persuade       | 2026-04-20 | 2026-05-04 | 2026-05-05 | ngày 10 là 30/04
    nq254-notice-nonagri         | 2026-04-24 | 2026-08-22 | 2026-08-23 | ngày 120 là thứ Bảy làm bù
    ld24-handover-after-persuade | 2026-11-14 | 2026-11-25 | 2026-11-26 | ngày 10 là 24/11
    `),
  )('%s on %s ends %s, lawful from %s — %s', (rule, trigger, end, lawfulFrom) => {
    const found = due(rule, trigger);
    expect([found.date, found.lawfulFrom]).toEqual([end, lawfulFrom]);
  });

  test('a duty has no lawful-from day', () => {
    expect(due('kn-accept', '2026-03-02').lawfulFrom).toBeUndefined();
  });
});

describe('the clock picks the rule in force on its trigger day', () => {
  // clock | trigger | facts | rule | due date | why
  test.each(
    ledger(`
    plan-posting         | 2024-07-31 |                     | nd47-plan-posting    | 2024-08-20 | ngày cuối của luật 2013: 20 ngày
    plan-posting         | 2024-08-01 |                     | ld24-plan-posting    | 2024-09-04 | 30 ngày; 31/08 thứ Bảy, nghỉ đến 03/09
    plan-posting         | 2025-12-31 |                     | ld24-plan-posting    | 2026-01-30 | ngày cuối của 30 ngày
    plan-posting         | 2026-01-01 |                     | nq254-plan-posting   | 2026-01-12 | 10 ngày; 11/01 Chủ nhật
    notice-wait          | 2024-07-31 | agricultural        | ld13-notice-agri     | 2024-10-29 | 90 ngày theo luật 2013
    notice-wait          | 2025-12-31 | agricultural        | ld24-notice-agri     | 2026-03-31 | 90 ngày: 31, 28, 31
    notice-wait          | 2026-01-01 | agricultural        | nq254-notice-agri    | 2026-03-02 | 60 ngày: 30, 28, 02/03
    notice-wait          | 2025-12-31 | non-agricultural    | ld24-notice-nonagri  | 2026-06-29 | 180 ngày: 31+28+31+30+31 rồi 29/06
    notice-wait          | 2026-01-01 | mixed               | nq254-notice-nonagri | 2026-05-04 | đất hỗn hợp chờ 120 ngày; 01/05 nghỉ
    dialogue             | 2025-12-31 |                     | ld24-dialogue        | 2026-03-02 | 60 ngày; 01/03 Chủ nhật
    dialogue             | 2026-01-01 |                     | nq254-dialogue       | 2026-02-02 | 30 ngày; 31/01 thứ Bảy
    payment              | 2024-07-31 |                     | ld13-payment         | 2024-08-30 | thứ Sáu
    payment              | 2024-08-01 |                     | ld24-payment         | 2024-09-04 | 31/08 thứ Bảy rồi Quốc khánh
    mediation            | 2024-07-31 |                     | ld13-mediation       | 2024-09-16 | 45 ngày; 14/09 thứ Bảy
    mediation            | 2024-08-01 |                     | ld24-mediation       | 2024-09-04 | 30 ngày; 31/08 thứ Bảy
    plan-stale           | 2024-07-31 |                     | ld13-plan-stale      | 2027-08-02 | 36 tháng; 31/07/2027 thứ Bảy
    plan-stale           | 2024-08-01 |                     | ld24-plan-stale      | 2026-08-03 | 24 tháng; 01/08/2026 thứ Bảy
    complaint-acceptance | 2026-06-30 |                     | kn-accept            | 2026-07-10 | 10 ngày thường
    complaint-acceptance | 2026-07-02 |                     | kn26-accept          | 2026-07-13 | 7 ngày làm việc: 03, 06–10, 13
    second-acceptance    | 2026-06-30 |                     | kn-accept2           | 2026-07-10 | lần hai, 10 ngày thường
    second-acceptance    | 2026-07-01 |                     | kn26-accept          | 2026-07-10 | lần hai, 7 ngày làm việc: 02, 03, 06–10
    complaint-resolution | 2026-07-01 | remote              | kn-resolve1-remote   | 2026-08-17 | vùng sâu, vùng xa 45 ngày; 15/08 thứ Bảy
    plan-posting         | 2025-03-03 | 2013                | nd47-plan-posting    | 2025-03-24 | dự án ghim luật 2013: 20 ngày; 23/03 Chủ nhật
    plan-posting         | 2026-03-02 | 2024                | ld24-plan-posting    | 2026-04-01 | dự án ghim luật 2024: 30 ngày
    `),
  )('%s on %s (%s) follows %s, due %s — %s', (clock, trigger, fact, ruleId, expected) => {
    const facts: Record<string, ClockFacts> = {
      remote: { remoteArea: true },
      '2013': { ruleSet: '2013' },
      '2024': { ruleSet: '2024' },
    };
    if (!isClockName(clock)) throw new Error(clock);
    const landUse = fact as ClockFacts['landUse'];
    const rule = lawPack.ruleFor(clock, plainDate(trigger), facts[fact] ?? (fact ? { landUse } : {}));
    expect([rule?.id, dueDate(plainDate(trigger), rule!, calendar).date]).toEqual([ruleId, expected]);
  });
});

describe('the last working day on which nobody can object', () => {
  test.each(
    ledger(`
    kn-resolve1   | 2026-01-16 | 2026-02-13 | hạn lùi đến 23/02; an toàn là thứ Sáu trước Tết
    kn-accept     | 2024-04-24 | 2024-05-04 | hết hạn đúng thứ Bảy làm bù
    ld13-payment  | 2023-03-30 | 2023-04-28 | trước đợt nghỉ 29/04–03/05
    kn-final1     | 2025-04-02 | 2025-04-29 | 02/05 hoán đổi, 01/05, 30/04 nghỉ
    kn-resolve1   | 2025-01-03 | 2025-01-24 | ngày 30 là 02/02; thứ Sáu trước Tết Ất Tỵ
    nq254-plan-posting | 2026-01-01 | 2026-01-10 | Chủ nhật 11/01; thứ Bảy 10/01 làm bù
    tcd-reply     | 2026-02-09 | 2026-03-02 | đếm ngày làm việc thì hạn đã là ngày làm việc
    `),
  )('%s on %s: %s — %s', (rule, trigger, expected) => {
    expect(due(rule, trigger).lastSafeWorkingDay).toBe(expected);
  });
});

describe('what is not settled is said', () => {
  test.each(
    ledger(`
    tc-transferred-in | 2027-01-15 | 2027-02-04 | 04/02/2027 | có thể nghỉ (0,5): cảnh báo, không tính là nghỉ
    kn-resolve1       | 2027-01-06 | 2027-02-11 | 11/02/2027 | 05–10/02 nghỉ chờ thông báo; 11/02 (0,5) vẫn là ngày làm việc
    kn-resolve1       | 2027-08-04 | 2027-09-03 | 03/09/2027 | ngày liền kề Quốc khánh 0,65: cảnh báo
    tcd-reply         | 2027-01-29 | 2027-02-18 | 04/02/2027 | 01–04/02 (4); 11, 12 (6); 15–18 (10); đi qua ngày chưa chắc
    kn-resolve1       | 2027-12-25 | 2028-01-31 | năm 2028   | ngày 30 là 24/01/2028, Tết Mậu Thân tạm tính 24–28/01
    kn-resolve1       | 2027-12-02 | 2028-01-04 | năm 2028   | 01/01/2028 thứ Bảy, tạm tính nghỉ bù 03/01
    kn-resolve1       | 2028-01-30 | 2028-02-29 | năm 2028   | năm nhuận 2028, thứ Ba
    tc-again          | 2028-04-10 | 2028-05-03 | năm 2028   | Chủ nhật 30/04, 01/05, nghỉ bù 02/05
    tc-publish        | 2028-01-20 | 2028-02-07 | năm 2028   | 21/01 (1); nghỉ 22–30/01; 31/01–04/02 (6); 07/02 (7)
    `),
  )('%s on %s: due %s, resting on %s — %s', (rule, trigger, expected, assumption) => {
    const found = due(rule, trigger);
    expect(found.date).toBe(expected);
    expect(found.assumptions.join(' ')).toContain(assumption);
  });

  test('the safe day before a pending Tết rests on that day too', () => {
    const found = due('kn-resolve1', '2027-01-07'); // day 30 is Sat 06/02; the working day before it is Thu 04/02 (0.5)
    expect(found.lastSafeWorkingDay).toBe('2027-02-04');
    expect(found.assumptions.join(' ')).toContain('04/02/2027');
  });

  test('a settled date rests on nothing', () => {
    expect(due('kn-resolve1', '2026-01-16').assumptions).toEqual([]);
  });
});

describe('rules without a number of days', () => {
  const without = lawPack.rules.filter((rule) => !hasDueDate(rule)).map((rule) => rule.id);

  test('are the duties, conditions and transitions of the pack', () => {
    expect(without).toEqual(
      expect.arrayContaining(['kp-no-statutory', 'nd88-grave', 'ld13-late-payment', 'ld24-enforce-tet']),
    );
  });

  test.each(without)('%s is refused', (id) => {
    expect(() => due(id, '2026-03-02')).toThrow(expect.objectContaining({ code: 'rule-has-no-due-date' }));
  });

  test('unless the ward sets its own term', () => {
    const term = { value: 15, unit: 'working-day' } as const;
    const found = dueDate(plainDate('2026-03-02'), lawPack.rule('kp-no-statutory'), calendar, { term });
    expect(found.date).toBe('2026-03-23'); // 03–06 (4), 09–13 (9), 16–20 (14), 23/03 (15)
  });
});

test('the proof names the article, the first day, the days skipped and the day it fell on', () => {
  const found = due('kn-resolve1', '2026-01-16');
  expect(found).toMatchObject({ rule: 'kn-resolve1', triggerDay: '2026-01-16', firstDayCounted: '2026-01-17' });
  expect(found.skipped.map(({ day }) => day)).toEqual(
    [15, 16, 17, 18, 19, 20, 21, 22].map((day) => plainDate(`2026-02-${day}`)),
  );
  const words = proofInWords(found);
  for (const part of ['16/01/2026', '17/01/2026', '15/02/2026', '23/02/2026', 'Điều 28', '30 ngày'])
    expect(words).toContain(part);
  // Day 30 was counted: it and the days after it are passed over by the roll, not left out of the count.
  expect(words).not.toContain('bỏ qua');
  expect(words.indexOf('22/2')).toBeGreaterThan(words.indexOf('đủ 30 ngày'));
});
