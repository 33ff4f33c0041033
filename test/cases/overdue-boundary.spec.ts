import { overdueDuties } from '../../src/reminders/overdue-duties.query.js';
import { instant } from '../../src/domain/plain-date.js';
import { makeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward } from '../support/ward.js';

describe.each(oneEngine(import.meta.url))('the end of the last day on %s', (engine) => {
  let ward: Ward;
  let code: string;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-02-25T08:30:00+07:00', jobs: 'separate' });
    ({ code } = await makeCase(ward.as('can-bo'), 'citizen-petition', { on: '2026-02-24' }));
  });
  afterAll(() => ward.stop());

  /** Everything that says "overdue", asked at one frozen moment. */
  async function askAt(moment: string) {
    ward.clock.now = () => instant(moment);
    const officer = ward.as('can-bo');
    const get = async (path: string) => (await officer.get(path)).body;
    const file = await get(`/cases/${code}`);
    expect(file.nextDueOn).toBe('2026-03-10');
    const duties = await overdueDuties(ward.database.manager, ward.clock.today());
    const counts = {
      listed: (await get('/cases?overdue=true')).total,
      notListed: 1 - (await get('/cases?overdue=false')).total,
      backlog: (await get('/backlog')).overdue,
      reminded: new Set(duties.map((duty) => duty.code)).size,
      case: Number(file.overdue),
      inList: Number((await get('/cases')).items[0].overdue),
      clock: Number(file.clocks.some((c: any) => c.overdue)),
      byDay: (await get(`/cases?dueBefore=${ward.clock.today()}`)).total,
    };
    expect({ moment, different: new Set(Object.values(counts)).size, counts }).toMatchObject({ moment, different: 1 });
    return { overdue: counts.case === 1, daysLate: file.daysLate as number };
  }

  test('KF-06 the list, the number on the board, the reminders and the case agree at every moment', async () => {
    const asked = [
      '2026-03-10T00:01+07:00',
      '2026-03-10T23:59:59+07:00',
      '2026-03-11T00:00:00+07:00',
      '2026-03-12T08:00+07:00',
      '2026-03-14T08:00+07:00',
    ];
    const answers = [];
    for (const moment of asked) answers.push(await askAt(moment));
    expect(answers.map((a) => a.overdue)).toEqual([false, false, true, true, true]);
    expect(answers.map((a) => a.daysLate)).toEqual([0, 0, 1, 2, 4]);
  });

  test('KF-06 the term runs to the last millisecond of the day in Vietnam, and not one longer', async () => {
    expect(await askAt('2026-03-10T23:59:59.999+07:00')).toEqual({ overdue: false, daysLate: 0 });
    expect(await askAt('2026-03-11T00:00:00.000+07:00')).toEqual({ overdue: true, daysLate: 1 });
    // The same two moments, written as UTC.
    expect(await askAt('2026-03-10T16:59:59.999Z')).toEqual({ overdue: false, daysLate: 0 });
    expect(await askAt('2026-03-10T17:00:00.000Z')).toEqual({ overdue: true, daysLate: 1 });
  });
});
