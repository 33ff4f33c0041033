/// <reference lib="dom" />
import { inDemo } from '../support/browser.js';

inDemo('reports in a real browser', (demo) => {
  test('a cell opens to its cases, and a closed period says so', async () => {
    const page = await demo.signIn('lanh-dao');
    await page.goto(`${demo.url}/bao-cao?bieu=01%2FXLD&ky=custom&tu=2022-01-01&den=2022-12-31`);
    const line = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: 'Thuộc thẩm quyền – Tổng' }) });
    const figure = line.getByRole('button').first();
    const n = Number((await figure.textContent())!);
    expect(n).toBeGreaterThan(5);
    await figure.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(`${n} hồ sơ`).waitFor();
    expect(await dialog.getByRole('link').count()).toBe(n);
    await dialog.getByRole('link').first().click();
    await page
      .getByRole('heading', { level: 1 })
      .filter({ hasText: /Khiếu nại|Đề nghị/ })
      .waitFor();

    await page.goBack();
    await page.getByRole('button', { name: 'Khóa kỳ này' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Khóa kỳ này' }).click();
    await page.getByText('Kỳ đã khóa lúc').waitFor();
    expect(await page.getByRole('button', { name: 'Khóa kỳ này' }).count()).toBe(0);
  });

  test('the narrative is edited and taken away as a Word file', async () => {
    const page = await demo.signIn('can-bo');
    await page.goto(`${demo.url}/bao-cao?ky=custom&tu=2021-01-01&den=2023-06-15`);
    const text = page.getByLabel('2. Công tác tiếp công dân, giải quyết đơn thư');
    await text.waitFor();
    expect(await text.inputValue()).toContain('tổng số 27 đơn');
    await text.fill(`${await text.inputValue()}\nLời thêm của cán bộ.`);
    const taken = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải Word' }).click();
    expect((await taken).suggestedFilename()).toBe('bao-cao-2021-01-01-2023-06-15.docx');
  });
});
