import { announcedDays, assumedDays, lawPack } from '../../src/deadlines/law-files.js';
import { WorkCalendar } from '../../src/domain/deadlines/calendar.js';
import { dueDate, type Extension, type ExtensionGrade } from '../../src/domain/deadlines/due-date.js';
import { plainDate } from '../../src/domain/plain-date.js';
import { ledger } from './ledger.js';

const calendar = new WorkCalendar(announcedDays(), assumedDays);

const pausesOf = (text: string) =>
  text.split(/,\s*/).map((pause) => {
    const [from, to] = pause.split('..') as [string, string];
    return { from: plainDate(from), to: plainDate(to) };
  });

describe('days paused at the close of the day are not counted', () => {
  // rule | trigger | paused from..resumed | last day of the term | due date | why
  test.each(
    ledger(`
    tcd-reply   | 2026-03-02 | 2026-03-06..2026-03-10 | 2026-03-18 | 2026-03-18 | 03–05 (3); bỏ 06, 09; 10–13 (7); 16–18 (10)
    tcd-reply   | 2026-02-09 | 2026-02-12..2026-02-24 | 2026-03-05 | 2026-03-05 | 10, 11 (2); bỏ 12, 13, Tết, 23; 24–27 (6); 02–05/03 (10)
    tcd-reply   | 2026-02-09 | 2026-02-14..2026-02-23 | 2026-03-02 | 2026-03-02 | tạm dừng trọn trong kỳ nghỉ Tết: không thêm ngày nào
    tcd-reply   | 2026-03-02 | 2026-03-03..2026-03-05, 2026-03-12..2026-03-13 | 2026-03-19 | 2026-03-19 | bỏ 03, 04, 12; 05, 06 (2); 09–11 (5); 13 (6); 16–19 (10)
    kn-send1    | 2024-04-26 | 2024-05-02..2024-05-04 | 2024-05-07 | 2024-05-07 | bỏ 02, 03; thứ Bảy làm bù 04 (1); 06, 07 (3)
    kn-resolve1 | 2026-02-02 | 2026-02-10..2026-02-25 | 2026-03-19 | 2026-03-19 | 03–09 (7); bỏ 15 ngày qua Tết; 25–28 (11); 01–19/03 (30)
    kn-resolve1 | 2026-01-05 | 2026-01-12..2026-01-13 | 2026-02-05 | 2026-02-05 | bỏ đúng một ngày 12/01: 04/02 thành 05/02
    kn-resolve1 | 2026-01-05 | 2026-01-12..2026-01-24 | 2026-02-16 | 2026-02-23 | bỏ 12 ngày: ngày 30 là 16/02, nghỉ Tết đến 22/02
    kn-accept   | 2026-03-04 | 2026-03-16..2026-03-18 | 2026-03-14 | 2026-03-18 | đủ 10 ngày vào thứ Bảy 14/03; lùi đến thứ Hai thì đang tạm dừng
    `),
  )('%s on %s, paused %s: last day %s, due %s — %s', (rule, trigger, pauses, last, expected) => {
    const found = dueDate(plainDate(trigger), lawPack.rule(rule), calendar, { pauses: pausesOf(pauses) });
    expect([found.date, found.rolledFrom]).toEqual([expected, last === expected ? undefined : last]);
  });

  test('a pause still open gives no date', () => {
    const pauses = [{ from: plainDate('2026-03-06') }];
    expect(() => dueDate(plainDate('2026-03-02'), lawPack.rule('tcd-reply'), calendar, { pauses })).toThrow(
      expect.objectContaining({ code: 'clock-paused' }),
    );
  });

  test('a pause during the first days moves the first day counted', () => {
    const pauses = pausesOf('2026-03-03..2026-03-05');
    const found = dueDate(plainDate('2026-03-02'), lawPack.rule('kn-resolve1'), calendar, { pauses });
    expect(found.firstDayCounted).toBe('2026-03-05');
    expect(found.skipped.map(({ why }) => why)).toEqual(['tạm dừng', 'tạm dừng']);
  });
});

const extension = (grade: ExtensionGrade): Extension => ({
  on: plainDate('2026-03-02'),
  grade,
  reason: 'nhiều thửa, nhiều bên',
  documentNumber: '12/QĐ-UBND',
});
const extensionsOf = (grades: string) => grades.split(/,\s*/).map((grade) => extension(grade as ExtensionGrade));

describe('extensions: `total` replaces the base from the same trigger, `each` adds', () => {
  // rule | trigger | grades | last day of the term | due date | why
  test.each(
    ledger(`
    kn-resolve1        | 2026-01-16 | complex            | 2026-03-02 | 2026-03-02 | 45 ngày từ cùng mốc: 15, 28, 02/03
    kn-resolve1-remote | 2026-01-16 | complex            | 2026-03-17 | 2026-03-17 | 60 ngày: 15, 28, 17/03
    kn-resolve2        | 2023-03-02 | complex            | 2023-05-01 | 2023-05-04 | 60 ngày: 29, 30, 01/05 nghỉ đến 03/05
    kn-resolve1        | 2026-01-16 | especially-complex | 2026-03-02 | 2026-03-02 | Luật Khiếu nại chỉ có một mức kéo dài
    tc-initial         | 2023-01-16 | complex            | 2023-02-06 | 2023-02-06 | 10 ngày làm việc: 17–19 (3), 27 (4), 30/01–03/02 (9), 06/02
    tc-resolve         | 2023-01-03 | complex            | 2023-03-04 | 2023-03-06 | 60 ngày: 28, 28, 04/03 thứ Bảy
    tc-resolve         | 2023-01-03 | especially-complex | 2023-03-04 | 2023-03-06 | lần gia hạn đầu của vụ đặc biệt phức tạp
    tc-resolve         | 2023-01-03 | especially-complex, especially-complex | 2023-04-03 | 2023-04-03 | 90 ngày: 28, 28, 31, 03/04 thứ Hai
    tc-resolve         | 2023-01-03 | complex, especially-complex | 2023-04-03 | 2023-04-03 | vụ trở thành đặc biệt phức tạp thì được lần hai
    `),
  )('%s on %s, %s: last day %s, due %s — %s', (rule, trigger, grades, last, expected) => {
    const extensions = extensionsOf(grades);
    const found = dueDate(plainDate(trigger), lawPack.rule(rule), calendar, { extensions });
    expect([found.date, found.rolledFrom]).toEqual([expected, last === expected ? undefined : last]);
  });

  test.each(
    ledger(`
    kn-accept   | complex          | not-extendable     | luật không cho gia hạn thụ lý
    kn-send1    | complex          | not-extendable     | gửi quyết định không gia hạn
    kn-resolve1 | complex, complex | extension-over-cap | kéo dài một lần
    tc-resolve  | complex, complex | extension-over-cap | phức tạp chỉ một lần (Điều 30)
    tc-resolve  | especially-complex, especially-complex, especially-complex | extension-over-cap | đặc biệt phức tạp không quá hai lần
    `),
  )('%s with %s is refused: %s — %s', (rule, grades, code) => {
    const extensions = extensionsOf(grades);
    expect(() => dueDate(plainDate('2026-03-02'), lawPack.rule(rule), calendar, { extensions })).toThrow(
      expect.objectContaining({ code }),
    );
  });

  test('an extension and a pause add up', () => {
    const count = { extensions: [extension('complex')], pauses: pausesOf('2026-02-02..2026-02-07') };
    const found = dueDate(plainDate('2026-01-16'), lawPack.rule('kn-resolve1'), calendar, count);
    // 45 days end on 02/03; 5 paused days (02–06/02) make it Saturday 07/03, so Monday 09/03.
    expect([found.rolledFrom, found.date]).toEqual(['2026-03-07', '2026-03-09']);
  });
});
