/// <reference lib="dom" />
import PizZip from 'pizzip';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { inDemo, phone, type Page } from '../support/browser.js';

inDemo('letters in a real browser', (demo) => {
  /** A picture for a person to look at: PICTURES_TO=/tmp/pictures. */
  const picture = async (page: Page, name: string) => {
    if (process.env.PICTURES_TO)
      await page.screenshot({ path: join(process.env.PICTURES_TO, `${name}.png`), fullPage: true });
  };

  test('a letter is produced with what the case lacks typed in, downloaded, served, and stands in the book', async () => {
    const page = await demo.signIn('can-bo');
    const { items } = await (
      await page.request.get(`${demo.url}/api/cases?kind=household-file&sort=code&limit=1`)
    ).json();
    const { code } = items[0];
    await page.goto(`${demo.url}/ho-so/${code}`);
    await page.getByRole('button', { name: 'Soạn văn bản' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Loại văn bản').selectOption({ label: 'Thông báo kiểm đếm' });
    await dialog.getByText('Để trống sẽ lấy số 01/TB-UBND.').waitFor();
    await dialog.getByLabel('Người ký').fill('Nguyễn Văn Ký');
    await dialog.getByLabel('Giờ', { exact: true }).fill('8 giờ 30 phút');
    await dialog.getByLabel('Địa điểm').fill('Nhà văn hóa tổ dân phố');
    await dialog.getByText('cần đối chiếu bản gốc trước khi ký').first().waitFor();
    await picture(page, 'write');
    const previewed = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Xem trước' }).click();
    expect((await previewed).suggestedFilename()).toContain('.docx');
    await dialog.getByRole('button', { name: 'Lấy số và lưu' }).click();
    await page.getByText('Đã lưu văn bản vào hồ sơ.').waitFor();
    const line = page.locator('.letter-line').filter({ hasText: '01/TB-UBND' });
    await line.waitFor();

    const downloaded = page.waitForEvent('download');
    await line.getByRole('link', { name: /Tải tệp/ }).click();
    const path = await (await downloaded).path();
    const xml = new PizZip(readFileSync(path)).file('word/document.xml')!.asText();
    expect(xml).toContain('8 giờ 30 phút');
    expect(xml).toContain('Nguyễn Văn Ký');

    await line.getByRole('button', { name: /Ghi việc giao/ }).click();
    await dialog.getByLabel('Cách giao').selectOption({ label: 'Không nhận, có người làm chứng' });
    await dialog.getByLabel('Người nhận').fill('Chủ hộ');
    await dialog.getByRole('button', { name: 'Lưu', exact: true }).click();
    await dialog
      .getByText('hãy ghi tên người làm chứng', { exact: false })
      .or(dialog.getByText('Hãy ghi tên người làm chứng'))
      .first()
      .waitFor();
    await dialog.getByLabel('Ghi chú').fill('Ông Phạm Văn E, bà Lê Thị G làm chứng');
    await picture(page, 'serve');
    await dialog.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã ghi việc giao.').waitFor();
    await line.getByText(/Không nhận, có người làm chứng ngày .*: Chủ hộ/).waitFor();
    await picture(page, 'case');

    await page.goto(`${demo.url}/van-ban-di`);
    const row = page.getByRole('row').filter({ hasText: '01/TB-UBND' });
    await row.getByText('Nguyễn Văn Ký').waitFor();
    await picture(page, 'book');
    await page.setViewportSize(phone);
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await wide()).toBeLessThanOrEqual(0);
    await picture(page, 'book-phone');
    await page.goto(`${demo.url}/ho-so/${code}`);
    await line.waitFor();
    expect(await wide()).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Soạn văn bản' }).click();
    // The demo stands in 2023.
    await dialog.getByLabel('Loại văn bản').selectOption({ label: 'Quyết định kiểm đếm bắt buộc' });
    await dialog.getByText('Trước 01/07/2025 quyết định này do Chủ tịch UBND cấp huyện ký').first().waitFor();
    await dialog.getByLabel('Loại văn bản').selectOption({ label: 'Thông báo kiểm đếm' });
    await dialog.getByText('Căn cứ pháp lý lấy theo bộ thời hạn').waitFor();
    await picture(page, 'write-phone');
    await page.context().close();
  });

  test('a template is brought back edited: faults are named, and put right it is used', async () => {
    const page = await demo.signIn('lanh-dao');
    await page.goto(`${demo.url}/mau-van-ban`);
    await page.getByRole('heading', { name: 'Mẫu văn bản', level: 1 }).waitFor();
    const card = page.locator('.letter-templates > li').filter({ hasText: 'Thông báo kiểm đếm' });
    const downloaded = page.waitForEvent('download');
    await card.getByRole('link', { name: 'Mẫu có sẵn' }).click();
    const shipped = readFileSync(await (await downloaded).path());
    const edited = (from: string, to: string) => {
      const zip = new PizZip(shipped);
      zip.file('word/document.xml', zip.file('word/document.xml')!.asText().replace(from, to));
      const path = join(tmpdir(), 'mau-kiem-dem.docx');
      writeFileSync(path, zip.generate({ type: 'nodebuffer' }));
      return path;
    };
    await card.locator('input[type=file]').setInputFiles(edited('{Dự án}', '{Dự ánn}'));
    await card.getByText('có phải "Dự án"', { exact: false }).waitFor();
    await picture(page, 'templates');
    await card.locator('input[type=file]').setInputFiles(edited('Đề nghị gia đình', 'Kính đề nghị gia đình'));
    await card.getByText('Mẫu của phường, lần 1').waitFor();
    await card.getByRole('button', { name: 'Dùng mẫu này' }).click();
    await page.getByText('Đã đổi mẫu đang dùng.').waitFor();
    await page.getByText('Đất và bồi thường').click();
    await page.getByText('{Số tiền bằng chữ}').waitFor();
    await page.setViewportSize(phone);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
    await picture(page, 'templates-phone');
    await page.context().close();
  });
});
