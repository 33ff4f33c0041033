import { inDemo, phone, type Page } from '../support/browser.js';
import { workbook, type Given } from '../imports/sheets.js';

const row = (i: number, on: string): Given[] => ['kdc-1', `Bùi Văn Nhập ${i}`, `90-${i}`, `${i}.000.000đ`, on];
const sheet = (thirdOn: string) =>
  workbook([
    ['Mã dự án', 'Họ và tên', 'Tờ thửa', 'Số tiền', 'Ngày mở hồ sơ'],
    row(1, '15/06/2023'),
    row(2, '15/06/2023'),
    row(3, thirdOn),
  ]);

inDemo('a workbook in a real browser', (demo) => {
  let officer: Page;
  beforeAll(async () => {
    officer = await demo.signIn('can-bo');
  });

  async function handIn(page: Page, buffer: Buffer): Promise<void> {
    await page
      .getByLabel('Tệp Excel')
      .setInputFiles({ name: 'ho-dan.xlsx', mimeType: 'application/octet-stream', buffer });
    await page.getByRole('button', { name: 'Đọc tệp' }).click();
    await page.getByRole('button', { name: 'Kiểm tra từng dòng' }).click();
    await page.getByRole('button', { name: /^\d+ lỗi$/ }).waitFor();
  }

  test('an error is shown at its row and nothing is written; mended and repeated, all is there once', async () => {
    await officer.getByRole('link', { name: 'Nhập từ Excel' }).first().click();
    await handIn(officer, await sheet('31/02/2023'));
    await officer.getByText('không có ngày 31/02/2023', { exact: false }).waitFor();
    await officer.getByRole('button', { name: 'Ghi 2 dòng', exact: true }).click();
    await officer.getByRole('alert').getByText('Còn 1 dòng lỗi', { exact: false }).waitFor();
    await officer.getByRole('button', { name: 'Sửa tệp rồi đọc lại' }).click();
    await handIn(officer, await sheet('14/06/2023'));
    await officer.getByRole('button', { name: 'Ghi 3 dòng', exact: true }).click();
    await officer.getByText('Đã ghi xong.').waitFor();

    await officer.getByRole('button', { name: 'Nhập tệp khác' }).click();
    await handIn(officer, await sheet('14/06/2023'));
    await officer.getByRole('button', { name: '3 không đổi' }).waitFor();
    const found = await officer.request.get(`${demo.url}/api/cases?kind=household-file&q=Bùi Văn Nhập`);
    expect(((await found.json()) as { total: number }).total).toBe(3);
  });

  test('on a phone nothing is wider than the screen, and the import is taken back', async () => {
    const page = await demo.signIn('can-bo', { viewport: phone });
    await page.goto(`${demo.url}/nhap-excel`);
    await page.getByRole('button', { name: 'Mở', exact: true }).nth(1).click();
    await page.getByRole('button', { name: 'Rút lại lần nhập này' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Rút lại lần nhập này' }).click();
    await page.getByText('Đã rút lại', { exact: false }).waitFor();
    const found = await page.request.get(`${demo.url}/api/cases?kind=household-file&q=Bùi Văn Nhập`);
    expect(((await found.json()) as { total: number }).total).toBe(0);
  });

  test('what stands comes back unchanged; an administrator brings accounts in on the same screen', async () => {
    await officer.goto(`${demo.url}/nhap-excel`);
    const file = officer.waitForEvent('download');
    await officer.getByRole('link', { name: 'Tải dữ liệu hiện có', exact: true }).click();
    expect((await file).suggestedFilename()).toMatch(/^hien-co-households-.*\.xlsx$/);

    const admin = await demo.signIn('quan-tri');
    await admin.getByRole('link', { name: 'Nhập từ Excel' }).first().click();
    await admin
      .getByLabel('Dữ liệu cần nhập')
      .getByRole('option', { name: 'Tài khoản' })
      .waitFor({ state: 'attached' });
    const people = await workbook([
      ['Tên đăng nhập', 'Họ và tên', 'Vai trò'],
      ['nguyen.nhap', 'Nguyễn Thị Nhập', 'Cán bộ địa chính'],
    ]);
    await handIn(admin, people);
    await admin.getByRole('button', { name: 'Ghi 1 dòng', exact: true }).click();
    await admin.getByText('Đã ghi xong.').waitFor();
    await admin.getByRole('button', { name: 'Rút lại lần nhập này' }).click();
    await admin.getByText('tài khoản do lần nhập này tạo đã được đóng', { exact: false }).waitFor();
  });

  test('the columns chosen for a list are kept with the view, and its Excel has them', async () => {
    await officer.goto(`${demo.url}/ho-so?kind=household-file&columns=code&columns=title&columns=opened`);
    await officer.getByRole('button', { name: 'Danh sách đã lưu' }).click();
    await officer.getByRole('button', { name: 'Lưu danh sách này' }).click();
    await officer.getByRole('dialog').getByRole('textbox').fill('Ngày mở của hộ');
    await officer.getByRole('button', { name: 'Lưu', exact: true }).click();
    await officer.goto(`${demo.url}/ho-so`);
    await officer.getByRole('link', { name: 'Ngày mở của hộ' }).first().click();
    await officer.getByRole('columnheader', { name: 'Ngày mở' }).waitFor();
    const address = await officer.getByRole('link', { name: 'Excel', exact: true }).getAttribute('href');
    expect(new URL(address!, demo.url).searchParams.get('columns')).toBe('code,title,opened');
  });
});
