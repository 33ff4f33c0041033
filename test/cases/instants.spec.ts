import { makeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward } from '../support/ward.js';

describe.each(oneEngine(import.meta.url))('moments and days on %s', (engine) => {
  let ward: Ward;
  const hours = [18, 19, 20, 21, 22, 23];
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-03-12T08:30:00+07:00', jobs: 'separate' });
    for (const hour of hours)
      await makeCase(ward.as('tiep-dan'), 'citizen-petition', { receivedAt: `2026-03-10T${hour}:00+07:00` });
  });
  afterAll(() => ward.stop());

  const list = async (query: Record<string, string>) =>
    (await ward.as('can-bo').get(`/cases?${new URLSearchParams(query).toString()}`)).body;
  const count = async (query: Record<string, string>): Promise<number> => (await list(query)).total;

  test('KF-18 petitions before and from a moment, and on a day, are counted in Vietnam time', async () => {
    const counts = [
      await count({ receivedBefore: '2026-03-10T21:00+07:00' }),
      await count({ receivedFrom: '2026-03-10T21:00+07:00' }),
      await count({ receivedOn: '2026-03-10' }),
      await count({ receivedOn: '2026-03-11' }),
    ];
    expect(counts).toEqual([3, 3, 6, 0]);
  });

  test('KF-18 the same moment gives the same count however it is written', async () => {
    for (const moment of [
      '2026-03-10T21:00:00.000+07:00',
      '2026-03-10T14:00Z',
      '2026-03-10T14:00:00.000000Z',
      '2026-03-10T09:00-05:00',
      '2026-03-11T02:30+12:30',
    ]) {
      expect([moment, await count({ receivedBefore: moment })]).toEqual([moment, 3]);
      expect([moment, await count({ receivedFrom: moment })]).toEqual([moment, 3]);
    }
    expect(await count({ receivedBefore: '2026-03-10T21:00:00.001+07:00' })).toBe(4);
    expect(await count({ receivedFrom: '2026-03-10T20:59:59.999+07:00' })).toBe(3);
  });

  test('KF-18 for every hour, before and from share the petitions out and the order is that of time', async () => {
    for (let hour = 0; hour < 24; hour++) {
      const moment = `2026-03-10T${String(hour).padStart(2, '0')}:30+07:00`;
      const [before, from] = [await count({ receivedBefore: moment }), await count({ receivedFrom: moment })];
      expect([moment, before, from]).toEqual([
        moment,
        hours.filter((h) => h <= hour).length,
        hours.filter((h) => h > hour).length,
      ]);
    }
    const { items } = await list({ sort: 'received', descending: 'true' });
    expect(items.map((c: any) => c.receivedAt)).toEqual(
      [16, 15, 14, 13, 12, 11].map((hour) => `2026-03-10T${hour}:00:00.000Z`),
    );
    expect(new Set(items.map((c: any) => c.openedOn))).toEqual(new Set(['2026-03-10']));
  });

  test('a petition handed in after midnight is of the next day, though it is still yesterday in UTC', async () => {
    await makeCase(ward.as('tiep-dan'), 'citizen-petition', { receivedAt: '2026-03-12T00:00+07:00' });
    expect(await count({ receivedOn: '2026-03-11' })).toBe(0);
    expect(await count({ receivedOn: '2026-03-12' })).toBe(1);
    expect((await list({ receivedOn: '2026-03-12' })).items[0].openedOn).toBe('2026-03-12');
  });
});
