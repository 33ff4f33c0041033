import { HistoryEntry } from '../../src/audit/history-entry.entity.js';
import { recordHistory } from '../../src/audit/record-history.js';
import type { Instant } from '../../src/domain/plain-date.js';
import { allOf } from '../../src/platform/ask.js';
import { findRows } from '../../src/platform/rows.js';
import { insertRows, updateRows } from '../../src/platform/write-rows.js';
import { Transaction } from '../../src/platform/transaction.js';
import { Reminder } from '../../src/reminders/reminder.entity.js';
import { engines } from '../support/services.js';
import { Ward } from '../support/ward.js';

describe.each(engines())('rows written at once, on %s', (engine) => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await Ward.start({ engine, jobs: 'separate' });
  });
  afterAll(() => ward.stop());

  const row = (key: string, more: Partial<Reminder> = {}): Partial<Reminder> => ({
    unitId: 1,
    key,
    rung: 'before-0',
    recipientId: ward.officers['can-bo'].id,
    dueVersion: 1,
    sendAt: '2023-06-15T00:30:00.000Z' as Reminder['sendAt'],
    status: 'planned',
    ...more,
  });
  const write: Transaction['run'] = (work) => ward.app.get(Transaction).run(work);
  const known = async (keys: string[]) => {
    const rows = await findRows(ward.database.manager, Reminder, { key: keys }, { order: ['id'] });
    return new Map(rows.map((each) => [each.key, each]));
  };

  test('each writer gets the numbers of its own rows, in their order', async () => {
    const [first, second] = [[row('a1'), row('a2')], [row('b1')]];
    const written = await write((manager) =>
      allOf([insertRows(manager, Reminder, first), insertRows(manager, Reminder, second)]),
    );
    expect(written).toEqual([2, 1]);
    const there = await known(['a1', 'a2', 'b1']);
    expect([...first, ...second].map(({ id }) => id)).toEqual(['a1', 'a2', 'b1'].map((key) => there.get(key)!.id));
  });

  test('a row whose key is taken is left out for the one who gave it, and the other hears nothing of it', async () => {
    const [mine, other] = [
      [row('a1'), row('c1')],
      [row('c2'), row('c3')],
    ];
    const written = await write((manager) =>
      allOf([
        insertRows(manager, Reminder, mine, { unlessThere: 'key' }),
        insertRows(manager, Reminder, other, { unlessThere: 'key' }),
      ]),
    );
    expect(written).toEqual([1, 2]);
    const there = await known(['c1', 'c2', 'c3']);
    expect(there.size).toBe(3);
    expect(other.map(({ key, id }) => there.get(key!)!.id === id)).toEqual([true, true]);
    expect(mine.map(({ id }) => id)).toEqual([undefined, undefined]);
  });

  test('of changes made at once each is told how many rows it met, and only those are changed', async () => {
    const rows = [row('d1'), row('d2', { status: 'sent' }), row('d3'), row('d4')];
    await write((manager) => insertRows(manager, Reminder, rows));
    const [d1, d2, d3, d4] = rows.map(({ id }) => id!) as [number, number, number, number];
    const met = await write((manager) =>
      allOf([
        updateRows(manager, Reminder, { id: [d1, d2], status: 'planned' }, { status: 'withdrawn' }),
        updateRows(manager, Reminder, { id: d3, status: 'planned' }, { status: 'withdrawn' }),
        updateRows(manager, Reminder, { id: 2_000_000_000, status: 'planned' }, { status: 'withdrawn' }),
        updateRows(manager, Reminder, { id: d4 }, { rung: 'escalate-0', dueOn: null }),
        updateRows(manager, Reminder, { id: [] }, { status: 'withdrawn' }),
      ]),
    );
    expect(met).toEqual([1, 1, 0, 1, 0]);
    const there = await known(['d1', 'd2', 'd3', 'd4']);
    expect([...there.values()].map(({ status, rung }) => [status, rung])).toEqual([
      ['withdrawn', 'before-0'],
      ['sent', 'before-0'],
      ['withdrawn', 'before-0'],
      ['planned', 'escalate-0'],
    ]);
  });

  test('lines of history noted at once follow each other', async () => {
    const { unitId } = ward.officers['can-bo'];
    const line = (n: number) => ({
      unitId,
      action: 'note',
      at: '2023-06-15T00:30:00.000Z' as Instant,
      note: `at once ${n}`,
    });
    const ids = await write((manager) => allOf([...Array(40).keys()].map((n) => recordHistory(manager, line(n)))));
    const entries = await findRows(ward.database.manager, HistoryEntry, { id: ids }, { order: ['seq'] });
    expect(entries.map(({ note }) => note)).toEqual([...Array(40).keys()].map((n) => `at once ${n}`));
    expect(entries.slice(1).map(({ prevHash }) => prevHash)).toEqual(entries.slice(0, -1).map(({ hash }) => hash));
  });

  // Few rows go to PostgreSQL as they are, more as one value.
  test.each([1, 4, 5, 9])('%s writers at once: each its own row, changed as each said, and once', async (count) => {
    const rows = [...Array(count).keys()].map((n) => row(`n${count}/${n}`));
    const ids = () => rows.map(({ id }) => id!);
    await write((manager) => allOf(rows.map((each) => insertRows(manager, Reminder, [each]))));
    const change = () =>
      write((manager) =>
        allOf(
          ids().map((id, n) => updateRows(manager, Reminder, { id, dueVersion: 1 }, { rung: `r${n}`, dueVersion: 2 })),
        ),
      );
    expect(await change()).toEqual(rows.map(() => 1));
    expect(await change()).toEqual(rows.map(() => 0));
    const there = await known(rows.map(({ key }) => key!));
    expect(rows.map(({ key }) => there.get(key!)).map((each) => [each?.id, each?.rung])).toEqual(
      ids().map((id, n) => [id, `r${n}`]),
    );
    const same = (manager: Parameters<Parameters<typeof write>[0]>[0]) =>
      updateRows(manager, Reminder, { id: ids(), dueVersion: 2 }, { status: 'withdrawn', dueVersion: 3 });
    expect(await write((manager) => allOf([same(manager), same(manager)]))).toEqual([count, 0]);
  });

  test('one of several writes that fails takes all of them back, and what comes next is not in its way', async () => {
    await write((manager) => insertRows(manager, Reminder, [row('taken')]));
    for (let n = 0; n < 6; n++) {
      const [before, after] = [[row(`before${n}`)], [row(`after${n}`), row(`later${n}`)]];
      const all = (middle: Partial<Reminder>[]) =>
        write(async (manager) => {
          await insertRows(manager, Reminder, before);
          await allOf([
            insertRows(manager, Reminder, middle),
            updateRows(manager, Reminder, { id: before[0]!.id! }, { rung: `r${n}` }),
            insertRows(manager, Reminder, after),
          ]);
        });
      await expect(all([row('taken')])).rejects.toThrow();
      expect(await known([`before${n}`, `after${n}`, `later${n}`])).toEqual(new Map());
      const whole = [row(`before${n}`), row(`middle${n}`), row(`after${n}`)];
      await write((manager) => allOf(whole.map((each) => insertRows(manager, Reminder, [each]))));
      expect((await known(whole.map(({ key }) => key!))).size).toBe(3);
    }
  });

  test.each([4, 9])(
    'what is written is what is read: quotes, backslashes, signs of JSON, a broken character as U+FFFD (%s rows)',
    async (count) => {
      const words = ['"\\u0041\\', '{"a":[null]}', "Hồ 'mả' $1 :id", 'nửa \ud83d chữ'];
      const all = [...words, ...Array<string>(count - words.length).fill('')];
      await write((manager) =>
        insertRows(
          manager,
          Reminder,
          all.map((rung, i) => row(`w${count}/${i}`, { rung })),
        ),
      );
      const there = await known(words.map((_, i) => `w${count}/${i}`));
      expect([...there.values()].map(({ rung }) => rung)).toEqual([...words.slice(0, 3), 'nửa \ufffd chữ']);
    },
  );
});
