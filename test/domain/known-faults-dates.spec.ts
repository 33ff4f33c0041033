import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFileSync } from '@swc/core';
import { WorkCalendar, type CalendarDay } from '../../src/domain/deadlines/calendar.js';
import { dueDate } from '../../src/domain/deadlines/due-date.js';
import { daysLate, isOverdue } from '../../src/domain/deadlines/overdue.js';
import { areaText, parseArea, priceOfArea, vnd } from '../../src/domain/money-and-area.js';
import { dayOf, endOfDay, instant, plainDate } from '../../src/domain/plain-date.js';
import { foldVietnamese } from '../../src/domain/search-text.js';
import { makeRule } from './make-rule.js';

const calendarOf = (off: string[], worked: string[] = []): WorkCalendar => {
  const day = (kind: CalendarDay['kind']) => (date: string) => ({
    date: plainDate(date),
    kind,
    name: kind,
    confidence: 1,
  });
  return new WorkCalendar([...off.map(day('holiday')), ...worked.map(day('swapped-work'))]);
};

test('KF-01 a term ending on Sunday in the Tết break ends at 24:00 of the next working day', () => {
  const tet = calendarOf(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20']);
  const due = dueDate(plainDate('2026-01-16'), makeRule({ value: 30, unit: 'calendar-day' }), tet);
  expect([due.rolledFrom, due.date]).toEqual(['2026-02-15', '2026-02-23']);
  expect(endOfDay(due.date)).toBe('2026-02-23T23:59:59.999+07:00');
});

test.each([
  {
    off: ['2024-04-29', '2024-04-30', '2024-05-01'],
    worked: ['2024-05-04'],
    due: '2024-05-04',
    why: 'Saturday worked',
  },
  { off: ['2024-04-29', '2024-04-30', '2024-05-01'], worked: [], due: '2024-05-06', why: 'had it not been worked' },
  { off: [], worked: [], due: '2024-05-01', why: 'had there been no holidays' },
])('KF-02 three working days from 26/04/2024 end on $due: $why', ({ off, worked, due }) => {
  const found = dueDate(plainDate('2024-04-26'), makeRule({ value: 3, unit: 'working-day' }), calendarOf(off, worked));
  expect(found.date).toBe(due);
});

describe('KF-04 ten working days from 02/03/2026, paused on Friday 06/03, resumed on Tuesday 10/03', () => {
  const rule = makeRule({ value: 10, unit: 'working-day' });
  const from = dayOf(instant('2026-03-06T10:00+07:00'));
  const to = dayOf(instant('2026-03-10T09:00+07:00'));
  const accepted = plainDate('2026-03-02');

  test('KF-04 before the pause: 16/03', () => {
    expect(dueDate(accepted, rule, calendarOf([])).date).toBe('2026-03-16');
  });

  test('KF-04 while paused: no date, and not overdue', () => {
    expect(() => dueDate(accepted, rule, calendarOf([]), { pauses: [{ from }] })).toThrow(
      expect.objectContaining({ code: 'clock-paused' }),
    );
    const paused = { due: plainDate('2026-03-16'), kind: 'max', running: false } as const;
    expect(isOverdue(paused, plainDate('2026-03-20'))).toBe(false);
  });

  test('KF-04 after the pause: 18/03, because only Friday 06 and Monday 09 were not counted', () => {
    const due = dueDate(accepted, rule, calendarOf([]), { pauses: [{ from, to }] });
    expect(due.date).toBe('2026-03-18');
    expect(due.skipped.filter(({ why }) => why === 'tạm dừng').map(({ day }) => day)).toEqual([from, '2026-03-09']);
  });
});

const asked = [
  { at: '2026-03-10T00:01+07:00', overdue: false, late: 0, why: 'the last day has begun' },
  { at: '2026-03-10T23:59:59+07:00', overdue: false, late: 0, why: 'the last second' },
  { at: '2026-03-11T00:00:00+07:00', overdue: true, late: 1, why: '24:00 has passed' },
  { at: '2026-03-12T08:00+07:00', overdue: true, late: 2, why: 'two calendar days' },
  { at: '2026-03-14T08:00+07:00', overdue: true, late: 4, why: 'four calendar days, a Saturday' },
];

test.each(asked)('KF-06 due 10/03/2026, asked at $at: overdue $overdue, late $late — $why', ({ at, overdue, late }) => {
  const today = dayOf(instant(at));
  const due = plainDate('2026-03-10');
  expect([isOverdue({ due, kind: 'max', running: true }, today), daysLate(due, today)]).toEqual([overdue, late]);
});

describe('KF-06 whatever the time zone of the server', () => {
  // A process takes its zone when it starts, and Jest gives tests a copy of process.env: only a child can change it.
  const domain = fileURLToPath(new URL('../../src/domain', import.meta.url));
  const files = ['plain-date', 'errors', 'law/rule', 'deadlines/overdue'];
  let dir: string;

  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'kf-06-'));
    const write = (name: string, text: string) => {
      mkdirSync(dirname(join(dir, name)), { recursive: true });
      writeFileSync(join(dir, name), text);
    };
    write('package.json', '{"type":"module"}');
    for (const file of files)
      write(
        `${file}.js`,
        transformFileSync(join(domain, `${file}.ts`), {
          swcrc: false,
          configFile: false,
          jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
          module: { type: 'es6' },
        }).code,
      );
    write(
      'ask.js',
      `import { dayOf, instant, plainDate } from './plain-date.js';
       import { daysLate, isOverdue } from './deadlines/overdue.js';
       const due = plainDate('2026-03-10');
       const days = process.argv.slice(2).map((at) => dayOf(instant(at)));
       const overdue = days.map((day) => isOverdue({ due, kind: 'max', running: true }, day));
       const late = days.map((day) => daysLate(due, day));
       console.log(JSON.stringify({ offset: new Date(2026, 2, 10).getTimezoneOffset(), overdue, late }));`,
    );
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test.each([
    { zone: 'UTC', offset: 0 },
    { zone: 'Asia/Ho_Chi_Minh', offset: -420 },
    { zone: 'America/Los_Angeles', offset: 420 },
  ])('KF-06 TZ=$zone', ({ zone, offset }) => {
    const instants = asked.map(({ at }) => at);
    const said = execFileSync(process.execPath, [join(dir, 'ask.js'), ...instants], { env: { TZ: zone } });
    expect(JSON.parse(String(said))).toEqual({
      offset, // proves that the zone was really another one
      overdue: asked.map(({ overdue }) => overdue),
      late: asked.map(({ late }) => late),
    });
  });
});

describe('KF-19 money and area are exact', () => {
  const amounts = [465_479_000, 1_000_000, 3_150_000_000, 9, 10].map(vnd);

  test('KF-19 the sum passes 2^31', () => {
    expect(vnd(amounts.reduce((sum, amount) => sum + amount, 0))).toBe(3_616_479_019);
  });

  test('KF-19 amounts sort as numbers, not as text', () => {
    expect([...amounts].sort((a, b) => b - a)).toEqual([3_150_000_000, 465_479_000, 1_000_000, 10, 9]);
  });

  test('KF-19 7918.4 m² at 35,000 đ is 277,144,000 đ', () => {
    expect(priceOfArea(parseArea('7918.4'), vnd(35_000))).toBe(277_144_000);
    expect(areaText(parseArea('7918.4'))).toBe('7918.4');
  });
});

describe('KF-28 Vietnamese names are found however they are typed', () => {
  const decomposed = String.fromCodePoint(
    ...[0x0110, 0x006f, 0x0302, 0x0303, 0x0020, 0x0056, 0x0061, 0x0306, 0x006e, 0x0020, 0x0041, 0x0302, 0x006e],
  );
  const [dao, anh] = ['Dương Đình Đạo', 'ĐỖ THỊ ÁNH'].map((name) => name.normalize('NFC')) as [string, string];
  const find = (text: string) =>
    [dao, anh, decomposed].filter((name) => foldVietnamese(name).includes(foldVietnamese(text)));

  test('KF-28 the third name really is decomposed', () => {
    expect([decomposed.length, decomposed.normalize('NFC').length]).toEqual([13, 9]);
  });

  test.each([
    { typed: 'duong dinh dao', hits: [dao], why: 'no accents, đ as d' },
    { typed: 'đỗ'.normalize('NFC'), hits: [anh, decomposed], why: 'both spellings of one surname' },
    { typed: 'đỗ'.normalize('NFD'), hits: [anh, decomposed], why: 'typed decomposed' },
    { typed: 'DO THI ANH', hits: [anh], why: 'capitals without accents' },
    { typed: 'Đỗ Văn Ân'.normalize('NFC'), hits: [decomposed], why: 'typed precomposed, stored decomposed' },
  ])('KF-28 "$typed": $why', ({ typed, hits }) => {
    expect(find(typed)).toEqual(hits);
  });
});
