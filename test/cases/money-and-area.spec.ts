import { parseArea, priceOfArea } from '../../src/domain/money-and-area.js';
import { act, makeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';

const amounts = ['465479000', '1000000', '3150000000', '9', '10'];
/** What the first database answered, for the second to agree with. */
let firstTypes: unknown;

/** A JSON answer with every value replaced by its type; lists by the types in them. */
function typesOf(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map((item) => JSON.stringify(typesOf(item))))].sort();
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, typesOf(item)]));
}

describe.each(oneEngine(import.meta.url))('money and areas on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2025-06-16T08:30:00+07:00', jobs: 'separate' });
    officer = ward.as('can-bo');
  });
  afterAll(() => ward.stop());

  const show = async (code: string) => (await officer.get(`/cases/${code}`)).body;

  test('KF-19 sums are exact beyond 2^31, and amounts sort as numbers', async () => {
    const project = await makeCase(officer, 'compensation-project', { fields: { areaNotifiedM2: '91500000.0001' } });
    for (const amount of amounts) {
      let file = await makeCase(officer, 'grave-relocation', { project: project.code, on: '2025-05-05' });
      for (const [action, on, fields] of [
        ['announce', '2025-05-05', { noticeDays: 5 }],
        ['record-declaration', '2025-05-06', { kin: 'Bà Bảy' }],
        ['record-inventory', '2025-05-07'],
        ['approve-plan', '2025-05-08', { effectiveOn: '2025-05-08', amountVnd: Number(amount) }],
        ['record-payment', '2025-05-09'],
      ] as const)
        file = await act(officer, 'grave-relocation', file, action, on, fields);
    }
    const { body: backlog } = await officer.get('/backlog');
    expect(String(backlog.graves.totalPaidVnd)).toBe('3616479019');
    expect(backlog.graves.inWords).toBe(
      'Ba tỷ, sáu trăm mười sáu triệu, bốn trăm bảy mươi chín nghìn, không trăm mười chín đồng',
    );
    const { items } = (await officer.get('/cases?kind=grave-relocation&sort=amount&descending=true')).body;
    expect(items.map((c: any) => String(c.amountVnd))).toEqual(['3150000000', '465479000', '1000000', '10', '9']);
    const ascending = (await officer.get('/cases?kind=grave-relocation&sort=amount')).body;
    expect(ascending.items.map((c: any) => c.amountVnd)).toEqual([9, 10, 1_000_000, 465_479_000, 3_150_000_000]);

    const file = await show(items[0].code);
    const types = typesOf([backlog, file, ascending]);
    firstTypes ??= types;
    expect(types).toEqual(firstTypes);
  });

  test('KF-19 an area is kept to the last decimal, and its price is exact', async () => {
    const file = await makeCase(officer, 'household-file', { fields: { areaM2: '7918.4' } });
    expect((await show(file.code)).fields.find((f: any) => f.name === 'areaM2').value).toBe('7918.4');
    expect(String(priceOfArea(parseArea('7918.4'), 35_000))).toBe('277144000');
    await act(officer, 'household-file', file, 'donate-land', '2025-06-16', { areaDonatedM2: '7918.4001' });
    expect(await show(file.code)).toMatchObject({ areaDonatedM2: '7918.4001', areaRecoveredM2: null });
    const third = await makeCase(officer, 'household-file');
    await act(officer, 'household-file', third, 'donate-land', '2025-06-16', { areaDonatedM2: '0.0002' });
    expect((await officer.get('/backlog')).body.households.areaDonatedM2).toBe(7918.4003);
  });

  test('KF-19 the largest amount that is exact is kept exact; nothing larger, broken or written as text is taken', async () => {
    const largest = Number.MAX_SAFE_INTEGER;
    const file = await makeCase(officer, 'household-file', { fields: { amountVnd: largest } });
    expect((await show(file.code)).amountVnd).toBe(largest);
    const correct = (fields: object) =>
      officer.post(`/cases/${file.id}/corrections`, { version: 1, reason: 'Sửa số', fields });
    for (const amountVnd of [1.5, '465479000', '465.479.000', largest + 1, 2 ** 63, 1e21, -1, true, [], {}])
      expect({ amountVnd, ...(await correct({ amountVnd })) }).toMatchObject({
        amountVnd,
        status: 422,
        body: { code: 'bad-field', errors: [{ field: 'amountVnd' }] },
      });
    for (const areaM2 of [7918.4, '7.918,4', '7,918.4', '1e3', '-1', '1.23456', ' 5', '٣', '9999999999', true])
      expect({ areaM2, ...(await correct({ areaM2 })) }).toMatchObject({
        areaM2,
        status: 422,
        body: { code: 'bad-field', errors: [{ field: 'areaM2' }] },
      });
    for (const amountVnd of [1.5, '1000', largest + 1, -1]) {
      const contact = { version: 1, type: 'offer', on: '2025-06-16', amountVnd };
      expect({ amountVnd, ...(await officer.post(`/cases/${file.id}/contacts`, contact)) }).toMatchObject({
        amountVnd,
        status: 400,
      });
    }
    expect(await show(file.code)).toMatchObject({ version: 1, amountVnd: largest });
  });
});
