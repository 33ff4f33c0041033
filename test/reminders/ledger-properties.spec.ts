import fc from 'fast-check';
import { OpenCase } from '../../src/cases/open-case.js';
import { loadCalendar } from '../../src/deadlines/load-calendar.js';
import { addDays, at, dayOf, plainDate, type Instant } from '../../src/domain/plain-date.js';
import { oneEngine } from '../support/services.js';
import { Ward } from '../support/ward.js';
import { ledger, replan, type LedgerRow } from './ledger.js';

const morningOf = (day: string) => at(plainDate(day), '07:30');

describe.each(oneEngine(import.meta.url))('every row of the ledger, on %s', (engine) => {
  let ward: Ward;
  beforeAll(async () => {
    // Before the first moment any run stands at, so that no run meets rows that have come due.
    ward = await Ward.start({ engine, jobs: 'separate', now: '2025-01-02T08:00:00+07:00' });
  });
  afterAll(() => ward.stop());

  /** Any moment of two years, nights, weekends and Tết among them, and a case typed in up to twenty days late. */
  const moments = fc.record({
    day: fc.integer({ min: 0, max: 720 }).map((n) => addDays(plainDate('2025-01-02'), n)),
    time: fc.constantFrom('00:00', '06:59', '07:29', '07:30', '07:31', '11:45', '17:29', '17:30', '23:59'),
    daysLate: fc.integer({ min: 0, max: 20 }),
    kind: fc.constantFrom('compensation-project', 'citizen-petition'),
    owner: fc.constantFrom('can-bo' as const, 'lanh-dao' as const),
  });
  type Moment = typeof moments extends fc.Arbitrary<infer M> ? M : never;

  async function opened({ day, time, daysLate, kind, owner }: Moment): Promise<{ id: number; rows: LedgerRow[] }> {
    ward.moveTo(at(day, time));
    const file = await ward.app.get(OpenCase).run(
      {
        kind,
        on: addDays(day, -daysLate),
        title: 'Hồ sơ thử',
        fields: kind === 'citizen-petition' ? { content: 'Đơn', channel: 'post' } : { landUse: 'agricultural' },
        people: kind === 'citizen-petition' ? [{ role: 'petitioner', name: 'Người Thử' }] : [],
      },
      ward.officers[owner],
    );
    return { id: file.id, rows: await ledger(ward, file) };
  }

  test('is sent on a working morning at 07:30, or at once within working hours, never before it was planned', async () => {
    const calendar = await loadCalendar(ward.database.manager);
    await fc.assert(
      fc.asyncProperty(moments, async (moment) => {
        const { rows } = await opened(moment);
        const opening = at(moment.day, moment.time);
        for (const row of rows) {
          const day = dayOf(row.sendAt as Instant);
          expect(calendar.isWorkingDay(day)).toBe(true);
          expect(row.sendAt >= opening).toBe(true);
          const atOnce = row.sendAt.slice(0, 16) === opening.slice(0, 16);
          if (atOnce) expect([at(day, '07:30') <= row.sendAt, row.sendAt < at(day, '17:30')]).toEqual([true, true]);
          else expect(row.sendAt).toBe(morningOf(day));
        }
        // One voice per morning, and the last morning of a date to come is never forgotten.
        const slots = rows.map((row) => [row.deadlineId, row.to, row.sendAt].join());
        expect(new Set(slots).size).toBe(slots.length);
        for (const due of new Set(rows.map((row) => row.deadlineId)))
          expect(rows.filter((row) => row.deadlineId === due && row.rung === 'before-0')).toHaveLength(1);
      }),
      { numRuns: 40, endOnFailure: true },
    );
    const keys = (await ledger(ward)).map((row) => row.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('is the same after planning again, at once, later that day, and by two writers together', async () => {
    await fc.assert(
      fc.asyncProperty(moments, async (moment) => {
        const { id, rows } = await opened(moment);
        expect(await replan(ward, { id })).toEqual([]);
        expect(await ledger(ward, { id })).toEqual(rows);
        ward.moveTo(new Date(Date.parse(ward.clock.now()) + 1000).toISOString());
        await Promise.all([replan(ward, { id }), replan(ward, { id })]);
        expect(await ledger(ward, { id })).toEqual(rows);
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  test('has a key no second row can have, whoever writes it', async () => {
    const { rows } = await opened({
      day: plainDate('2026-12-28'),
      time: '11:45',
      daysLate: 0,
      kind: 'compensation-project',
      owner: 'can-bo',
    });
    const columns =
      'unit_id, key, case_id, deadline_id, rung, recipient_id, due_version, due_on, send_at, status, sent_at';
    const twin = ward.rows(`INSERT INTO reminder (${columns}) SELECT ${columns} FROM reminder WHERE id = $1`, [
      rows[0]!.id,
    ]);
    await expect(twin).rejects.toThrow(/unique/i);
  });
});
