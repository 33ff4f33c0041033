import { act, makeCase } from '../support/make-case.js';
import { Ward, type Client } from '../support/ward.js';
import { applied, checked, rowsOf } from './importing.js';
import { workbook } from './sheets.js';

const petition = 'citizen-petition';

/** What an officer comes to when he takes what stands into Excel, works on it there and hands it in again. */
describe('a sheet edited in Excel', () => {
  let ward: Ward;
  let officer: Client;
  let project: string;
  beforeAll(async () => {
    ward = await Ward.start({ jobs: 'separate', now: '2023-06-15T09:00:00+07:00' });
    officer = ward.as('can-bo');
    project = (await makeCase(officer, 'compensation-project')).code;
  });
  afterAll(() => ward.stop());

  test('what a case cannot take is an error of its row, and the other rows are written', async () => {
    const moved = await makeCase(officer, petition, { on: '2023-06-01', code: 'DON-1' });
    await act(officer, petition, moved, 'start-classification', '2023-06-02');
    for (const code of ['DON-2', 'DON-3']) await makeCase(officer, petition, { on: '2023-06-01', code });
    const sheet = await workbook([
      ['Mã hồ sơ', 'Ngày nhận đơn', 'Nội dung'],
      ['DON-1', '05/06/2023', 'Đơn thử'],
      ['DON-2', '01/06/2023', 'dài '.repeat(1200)],
      ['DON-3', '01/06/2023', 'Đơn thử, viết lại'],
    ]);
    const report = await checked(officer, 'petitions', sheet);
    const rows = await rowsOf(officer, report.id);
    expect(rows.map(({ n, status, problems }) => [n, status, problems])).toEqual([
      [2, 'error', [expect.stringContaining('không sau bước đầu tiên')]],
      [3, 'error', [expect.stringContaining('tối đa 4000 ký tự')]],
      [4, 'changed', []],
    ]);
    expect(await applied(officer, report.id, [4])).toMatchObject({ state: 'applied', refusal: null });
  });

  test('a cell joined over several rows is asked about, not taken for one row alone', async () => {
    const sheet = await workbook(
      [
        ['Họ tên', 'Tờ thửa', 'Khu', 'Số tiền'],
        ['Bùi Văn An', '1-1', 'Khu 1', '1.000.000'],
        ['Bùi Văn Ba', '1-2', null, '2.000.000'],
        ['Bùi Văn Cả', '1-3', 'Khu 2', '3.000.000'],
      ],
      { joined: 'C2:C3' },
    );
    const report = await checked(officer, 'households', sheet, { project });
    const rows = await rowsOf(officer, report.id);
    expect(rows.map(({ n, status, problems }) => [n, status, problems])).toEqual([
      [2, 'error', [expect.stringContaining('Khu: ô gộp')]],
      [3, 'error', [expect.stringContaining('Khu: ô gộp')]],
      [4, 'new', []],
    ]);
  });
});
