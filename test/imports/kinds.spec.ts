import { makeCase } from '../support/make-case.js';
import { Ward, type Client } from '../support/ward.js';
import { applied, approvedHousehold, checked, handIn, rowsOf, takenBack } from './importing.js';
import { workbook } from './sheets.js';

describe('what else is imported', () => {
  let ward: Ward;
  let officer: Client;
  let project: string;
  beforeAll(async () => {
    ward = await Ward.start({ jobs: 'separate', now: '2023-06-15T09:00:00+07:00' });
    officer = ward.as('can-bo');
    project = (await makeCase(officer, 'compensation-project')).code;
  });
  afterAll(() => ward.stop());

  test('graves under two rows of headers, days of death as told; again they are unchanged', async () => {
    const book = () =>
      workbook(
        [
          ['Số mộ', 'Người dưới mộ', 'Ngày mất', 'Loại mộ'],
          ['M-1', 'Bùi Văn Cổ', 1968, 'Mộ đất'],
          ['M-2', null, 'rằm tháng Bảy năm Mậu Thân', 'mộ xây'],
        ],
        {},
      );
    const report = await checked(officer, 'graves', await book(), { project });
    expect(report.counts).toEqual({ new: 2, changed: 0, unchanged: 0, error: 0 });
    expect((await applied(officer, report.id)).state).toBe('applied');
    const files = await ward.rows<any>("SELECT fields FROM case_file WHERE kind = 'grave-relocation' ORDER BY id");
    expect(files.map(({ fields }) => JSON.parse(fields as string))).toEqual([
      { graveNumber: 'M-1', deceased: 'Bùi Văn Cổ', diedOn: '1968', graveKind: 'earth' },
      { graveNumber: 'M-2', diedOn: 'rằm tháng Bảy năm Mậu Thân', graveKind: 'built' },
    ]);
    expect((await checked(officer, 'graves', await book(), { project })).counts.unchanged).toBe(2);
  });

  test('petitions start their clocks; a denunciation is sealed from the start and found again', async () => {
    const book = () =>
      workbook([
        ['Ngày nhận', 'Người gửi đơn', 'Nội dung đơn', 'Loại đơn'],
        ['14/06/2023', 'Lê Thị Kiến', 'Đề nghị đo lại ranh giới thửa đất', 'Kiến nghị'],
        ['14/06/2023', 'Trần Văn Kín', 'Tố cáo ông Nguyễn Văn Bất Chính', 'Tố cáo'],
      ]);
    const report = await checked(officer, 'petitions', await book());
    expect(report.counts.new).toBe(2);
    await applied(officer, report.id);
    const files = await ward.rows<any>("SELECT * FROM case_file WHERE kind = 'citizen-petition' ORDER BY id");
    expect(files.map((file) => Boolean(file.protected))).toEqual([false, true]);
    expect(JSON.stringify(files[1])).not.toContain('Bất Chính');
    expect(JSON.stringify(await ward.rows('SELECT * FROM person'))).not.toContain('Trần Văn Kín');
    expect((await ward.rows(`SELECT id FROM deadline WHERE case_id = ${files[0].id}`)).length).toBeGreaterThan(0);
    expect((await checked(officer, 'petitions', await book())).counts.unchanged).toBe(2);
    expect((await takenBack(officer, report.id)).state).toBe('taken-back');
    expect(await ward.rows("SELECT id FROM case_file WHERE kind = 'citizen-petition'")).toEqual([]);
  });

  test('a payment goes through the workflow or is an error of its row; a state in the sheet is only proposed', async () => {
    await makeCase(officer, 'household-file', {
      project,
      title: 'Hộ Bùi Văn Trả',
      people: [{ role: 'holder', name: 'Bùi Văn Trả' }],
      fields: { parcel: '7-7' },
    });
    const paying = await workbook([
      ['Họ tên', 'Tờ thửa', 'Số tiền', 'Ngày chi trả', 'Số phiếu chi'],
      ['Bùi Văn Trả', '7-7', '1.000.000', '15/06/2023', 'PC-1'],
      ['Không Có Ai', '7-8', '1.000.000', '15/06/2023', 'PC-2'],
    ]);
    const report = await checked(officer, 'payments', paying, { project });
    const problems = (await rowsOf(officer, report.id, 'error')).map((row) => row.problems[0]);
    expect(problems[0]).toContain('Không thể "Ghi chi trả tiền"');
    expect(problems[1]).toContain('Không tìm thấy hồ sơ hộ');
    const stated = await workbook([
      ['Họ tên', 'Tờ thửa', 'Trạng thái'],
      ['Bùi Văn Trả', '7-7', 'Đã giao thông báo'],
    ]);
    const [row] = await rowsOf(officer, (await checked(officer, 'households', stated, { project })).id);
    expect([row.status, row.proposal]).toEqual(['unchanged', 'Giao thông báo thu hồi đất']);
  });

  test('a payment the workflow allows is the step itself, once; it is mended in its case and not taken back', async () => {
    const people = [{ role: 'holder', name: 'Bùi Văn Nhận' }];
    const file = await approvedHousehold(officer, {
      project,
      title: 'Hộ Bùi Văn Nhận',
      people,
      fields: { parcel: '9-9' },
    });
    const paying = (amount: string) =>
      workbook([
        ['Họ tên', 'Tờ thửa', 'Số tiền', 'Ngày chi trả', 'Số phiếu chi'],
        ['Bùi Văn Nhận', '9-9', amount, '12/06/2023', 'PC-09'],
      ]);
    const report = await checked(officer, 'payments', await paying('465.479.000'), { project });
    expect(report.counts).toEqual({ new: 1, changed: 0, unchanged: 0, error: 0 });
    const [row] = await rowsOf(officer, report.id);
    expect([row.status, row.code, row.proposal]).toEqual(['new', file.code, 'Ghi chi trả tiền']);
    expect((await officer.get(`/cases/${file.id}`)).body.state).toBe('plan_approved');
    expect((await applied(officer, report.id)).state).toBe('applied');

    const paid = (await officer.get(`/cases/${file.id}`)).body;
    expect([paid.state, paid.stateSince, paid.amountVnd]).toEqual(['paid', '2023-06-12', 465_479_000]);
    const receipts = paid.documents.filter(({ name }: any) => name === 'payment-receipt');
    expect(receipts.map(({ number, onDay }: any) => [number, onDay])).toEqual([['PC-09', '2023-06-12']]);
    const line = paid.history.filter(({ action }: any) => action === 'record-payment');
    expect(line.map(({ note }: any) => note)).toEqual([`Nhập từ Excel, lần ${report.id}, dòng 2`]);
    expect(paid.clocks.find(({ clock }: any) => clock === 'payment').status).toBe('stopped');

    const again = await checked(officer, 'payments', await paying('465.479.000'), { project });
    expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 1, error: 0 });
    const other = await checked(officer, 'payments', await paying('465.000.000'), { project });
    const [doubted] = await rowsOf(officer, other.id);
    expect(doubted.status).toBe('unchanged');
    expect(doubted.cells.find(({ column }: any) => column === 'amountVnd').check).toContain('đính chính');

    const refused = await officer.post(`/imports/${report.id}/take-back`, {});
    expect([refused.status, refused.body.code]).toEqual([409, 'import-stays']);
    expect(refused.body.detail).toContain('mở từng hồ sơ và đính chính');
    expect((await officer.get(`/imports/${report.id}`)).body.state).toBe('applied');
    const right = {
      version: paid.version,
      reason: 'Gõ nhầm',
      fields: { amountVnd: 465_000_000 },
      lastStepOn: '2023-06-13',
    };
    expect((await officer.post(`/cases/${file.id}/corrections`, right)).status).toBe(200);
    expect((await officer.get(`/cases/${file.id}`)).body).toMatchObject({ state: 'paid', stateSince: '2023-06-13' });
  });

  test('accounts are the administrator’s; whoever is new is there once and cannot come in before an invitation', async () => {
    const admin = ward.as('quan-ly');
    const path = '/account-imports';
    const book = () =>
      workbook([
        ['Tên đăng nhập', 'Họ và tên', 'Vai trò'],
        ['nguyen.an', 'Nguyễn Thị An', 'Cán bộ địa chính'],
        ['Sai Tên', 'Nguyễn Thị Sai', 'Cán bộ địa chính'],
      ]);
    expect((await handIn(officer, 'accounts', await book(), 'a.xlsx', path)).status).toBe(403);
    const report = await checked(admin, 'accounts', await book(), { whole: false, path });
    expect(report.counts).toEqual({ new: 1, changed: 0, unchanged: 0, error: 1 });
    expect((await applied(admin, report.id, undefined, path)).state).toBe('applied');
    const [made] = await ward.rows<any>("SELECT * FROM account WHERE login = 'nguyen.an'");
    expect([made.role, made.password_hash]).toEqual(['officer', null]);
  });

  test('a sample is read back by the import it is for', async () => {
    for (const kind of ['households', 'graves', 'petitions', 'payments']) {
      const answer = await officer.raw('GET', `/imports/samples/${kind}`);
      const { status, body } = await handIn(officer, kind, Buffer.from(await answer.arrayBuffer()));
      expect([kind, status, body.sheets[0].columns.length]).toEqual([kind, 201, body.columns.length]);
    }
  });

  test('chosen rows only are written; another officer does not see the import', async () => {
    const book = await workbook([
      ['Họ tên', 'Tờ thửa'],
      ['Bùi Văn Một', '1-1'],
      ['Bùi Văn Hai', '1-2'],
    ]);
    const report = await checked(officer, 'households', book, { project });
    await applied(officer, report.id, [3]);
    const files = await ward.rows<any>("SELECT title FROM case_file WHERE title LIKE 'Hộ Bùi Văn %' ORDER BY id");
    expect(files.map(({ title }) => title)).toEqual(['Hộ Bùi Văn Trả', 'Hộ Bùi Văn Nhận', 'Hộ Bùi Văn Hai']);
    expect((await ward.as('can-bo-2').get(`/imports/${report.id}`)).status).toBe(404);
    expect((await ward.as('lanh-dao').get(`/imports/${report.id}`)).status).toBe(200);
  });
});
