import { loadRegister } from '../../src/register/load-register.js';
import { oneEngine } from '../support/services.js';
import { Ward } from '../support/ward.js';

/** Every figure of sections 1.5 (clearance) and 3.4 (petitions) of the ward's mid-term report. */
const figures = [
  ...['41/UBND-ĐC', '07/02/2022', '486/UBND-TNMT', '17/02/2022'],
  ...['Năm 2021', 'Năm 2022', '2,5km', '18 hộ', '800m²', '15 hộ', '7.918,4m²', '3 Tân Sơn', 'Tiến Bộ', 'Ngân'],
  ...['05 hộ', '01 hộ', 'Khu số 1', 'Khu số 2', 'nhà 2 tầng', '6 ha', '09 hộ', 'Khu B', '465.479.000'],
  'Bốn trăm sáu mươi lăm triệu, bốn trăm bảy mươi chín nghìn đồng',
  ...['thứ Năm', '2 buổi đối thoại', 'TDP Xốp', 'TDP Sau', 'tổng số 27 đơn', '27 đơn thuộc thẩm quyền'],
  ...['01 đơn khiếu nại', 'đã xin rút', '26 đơn đề nghị', 'lĩnh vực đất đai', '100%', 'không có đơn thư tồn đọng'],
];

const textOf = (sections: { heading: string; paragraphs: string[] }[]) =>
  sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]).join('\n');

describe.each(oneEngine(import.meta.url))('the narrative report of the register on %s', (engine) => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2023-06-15T08:30:00+07:00' });
    await loadRegister(ward.app);
  });
  afterAll(() => ward.stop());

  test('states every figure of the two sections', async () => {
    const { status, body } = await ward.as('lanh-dao').get('/reports/narrative?from=2021-01-01&to=2023-06-15');
    expect(status).toBe(200);
    const text = textOf(body.sections);
    expect(figures.filter((figure) => !text.includes(figure))).toEqual([]);
  });

  test('a period in which nothing happened still prints', async () => {
    const { body } = await ward.as('lanh-dao').get('/reports/narrative?from=2019-01-01&to=2019-03-31');
    const text = textOf(body.sections);
    expect(text).toContain('không có đơn thư');
    expect(text).toContain('không có dự án');
  });

  test('every report and register prints, on screen and as files', async () => {
    const { body: all } = await ward.as('lanh-dao').get('/reports');
    for (const { form } of all.forms as { form: string }[]) {
      const query = new URLSearchParams({ form, from: '2021-01-01', to: '2023-06-15' }).toString();
      const { status, body } = await ward.as('lanh-dao').get(`/reports/table?${query}`);
      expect([form, status]).toEqual([form, 200]);
      expect([form, body.sums.filter((sum: { holds: boolean }) => !sum.holds)]).toEqual([form, []]);
      for (const as of ['xlsx', 'docx']) {
        const file = await ward.as('lanh-dao').raw('GET', `/reports/file?${query}&as=${as}`);
        expect([form, as, file.status]).toEqual([form, as, 200]);
        const bytes = Buffer.from(await file.arrayBuffer());
        expect(bytes.subarray(0, 2).toString()).toBe('PK');
      }
    }
  });
});
