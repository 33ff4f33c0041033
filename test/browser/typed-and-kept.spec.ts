import type { Locator } from 'playwright-core';
import { inDemo, type Page } from '../support/browser.js';

inDemo('what was typed and not saved, in a real browser', (demo) => {
  const resume = 'Hết vướng, tiếp tục vận động kiểm đếm';
  const openStep = async (page: Page, code: string) => {
    await page.goto(`${demo.url}/ho-so/${code}`);
    await page.getByRole('button', { name: resume, exact: true }).first().click();
    return page.getByRole('dialog', { name: resume });
  };

  /** Opened, something typed, Esc: opened again it stands there and says so; "Hủy" gives it up. */
  async function keeps(
    page: Page,
    open: () => Promise<void>,
    type: (form: Locator) => Promise<void>,
    stands: (form: Locator) => Promise<void>,
  ): Promise<void> {
    const form = page.getByRole('dialog');
    const leave = async (how: () => Promise<void>) => {
      await how();
      await form.waitFor({ state: 'detached' });
    };
    const kept = form.getByText('Nội dung gõ dở lần trước vẫn còn đây.');
    await open();
    await type(form);
    await leave(() => page.keyboard.press('Escape'));
    await open();
    await kept.waitFor();
    await stands(form);
    await leave(() => form.getByRole('button', { name: 'Hủy', exact: true }).click());
    await open();
    expect(await kept.count()).toBe(0);
    await leave(() => page.keyboard.press('Escape'));
  }
  async function petition(page: Page, content: string, more: object = {}): Promise<string> {
    const data = {
      kind: 'citizen-petition',
      fields: { content, channel: 'office', ...more },
      people: [{ role: 'petitioner', name: 'Người Gửi Hai Đơn' }],
    };
    const opened = await page.request.post(`${demo.url}/api/cases`, { data });
    return ((await opened.json()) as { code: string }).code;
  }
  const chosen = (field: Locator) => field.locator('option:checked').textContent();

  test('what was typed into a step outlives Esc, and is given up by "Hủy" alone', async () => {
    const page = await demo.signIn('can-bo');
    let form = await openStep(page, 'HO-2022-0007');
    await form.getByLabel('Ngày việc diễn ra').fill('14/6/2023');
    await form.getByLabel('Ghi chú').fill('đang gõ dở');
    await form.locator('.step-papers input[type=checkbox]').first().check();
    await form
      .locator('.step-papers input[type=file]')
      .first()
      .setInputFiles({
        name: 'bien-ban.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4'),
      });
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: resume, exact: true }).first().click();
    await form.getByText('hãy chọn lại tệp', { exact: false }).waitFor();
    expect(await form.getByLabel('Ngày việc diễn ra').inputValue()).toBe('14/06/2023');
    expect(await form.getByLabel('Ghi chú').inputValue()).toBe('đang gõ dở');
    expect(await form.locator('.step-papers input[type=checkbox]').first().isChecked()).toBe(true);
    await form.getByRole('button', { name: 'Hủy', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    form = await openStep(page, 'HO-2022-0007');
    expect(await form.getByLabel('Ghi chú').inputValue()).toBe('');
    expect(await form.getByText('Nội dung gõ dở').count()).toBe(0);
    await page.context().close();
  });

  test('what was typed outlives the session, for whoever typed it and nobody else', async () => {
    const page = await demo.signIn('can-bo');
    const again = async (login: string) => {
      await page.getByLabel('Tên đăng nhập').fill(login);
      await page.getByLabel('Mật khẩu').fill('demo-mat-bang');
      await page.keyboard.press('Enter');
      await page.getByRole('navigation', { name: 'Các màn hình' }).waitFor();
    };
    const loseSession = async (form: ReturnType<Page['getByRole']>) => {
      await page.context().clearCookies();
      await form.getByRole('button', { name: 'Lưu', exact: true }).click();
      await page.getByText('Phiên đã hết; nội dung đang gõ vẫn còn, đăng nhập lại để tiếp.').waitFor();
    };
    const form = await openStep(page, 'HO-2022-0008');
    await form.getByLabel('Ghi chú').fill('chỉ tôi mới thấy');
    await form.locator('.step-papers input[type=checkbox]').first().check();
    await loseSession(form);
    await again('can-bo');
    await form.waitFor();
    expect(await form.getByLabel('Ghi chú').inputValue()).toBe('chỉ tôi mới thấy');
    await loseSession(form);
    await again('lanh-dao');
    await form.waitFor();
    expect(await form.getByLabel('Ghi chú').inputValue()).toBe('');
    expect(await page.content()).not.toContain('chỉ tôi mới thấy');
    await page.context().close();
  });

  test('whom a case is given to or shown to, and the words that go with it, outlive Esc', async () => {
    const page = await demo.signIn('lanh-dao');
    await page.goto(`${demo.url}/ho-so/HO-2022-0006`);
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await keeps(
      page,
      () => button('Giao người').click(),
      async (form) => {
        await form.getByLabel('Người phụ trách').selectOption({ label: 'Chưa giao cho ai' });
        await form.getByLabel('Lời dặn').fill('làm trước ngày 20');
      },
      async (form) => {
        expect(await chosen(form.getByLabel('Người phụ trách'))).toBe('Chưa giao cho ai');
        expect(await form.getByLabel('Lời dặn').inputValue()).toBe('làm trước ngày 20');
      },
    );
    await keeps(
      page,
      () => button('Chia sẻ').click(),
      async (form) => {
        await form.getByLabel('Cho ai xem').selectOption({ index: 1 });
        await form.getByLabel('Lý do').fill('cùng một khu đất');
      },
      async (form) => {
        expect(await form.getByLabel('Cho ai xem').inputValue()).not.toBe('');
        expect(await form.getByLabel('Lý do').inputValue()).toBe('cùng một khu đất');
      },
    );
    await page.context().close();
  });

  test('the petition another is merged into, and a letter half written, outlive Esc', async () => {
    const page = await demo.signIn('lanh-dao');
    const into = await petition(page, 'Đơn đến trước');
    const code = await petition(page, 'Đơn đến sau');
    await page.goto(`${demo.url}/ho-so/${code}`);
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await keeps(
      page,
      () => button('Nhập vào đơn khác').click(),
      async (form) => {
        await form.getByLabel('Đơn chính').first().fill(into);
        await form.getByRole('radio', { name: new RegExp(into) }).check();
        await form.getByLabel('Giữ ngày nhận của đơn chính').check();
        await form.getByLabel('Vì sao giữ').fill('đơn này gửi nhầm nơi');
      },
      async (form) => {
        await form.getByText(`Đã chọn ${into}`).waitFor();
        expect(await form.getByLabel('Vì sao giữ').inputValue()).toBe('đơn này gửi nhầm nơi');
      },
    );
    await page.goto(`${demo.url}/ho-so/HO-2022-0006`);
    await keeps(
      page,
      () => button('Soạn văn bản').click(),
      async (form) => {
        await form.getByLabel('Loại văn bản').selectOption({ label: 'Thông báo kiểm đếm' });
        await form.getByLabel('Ngày văn bản').fill('14/6/2023');
        await form.getByLabel('Người ký').fill('Nguyễn Văn Ký');
        await form.getByLabel('Địa điểm').fill('Nhà văn hóa tổ dân phố');
      },
      async (form) => {
        expect(await chosen(form.getByLabel('Loại văn bản'))).toBe('Thông báo kiểm đếm');
        expect(await form.getByLabel('Ngày văn bản').inputValue()).toBe('14/06/2023');
        expect(await form.getByLabel('Người ký').inputValue()).toBe('Nguyễn Văn Ký');
        expect(await form.getByLabel('Địa điểm').inputValue()).toBe('Nhà văn hóa tổ dân phố');
      },
    );
    await page.context().close();
  });

  test('nothing of a letter for a protected petition is kept, the reason for opening it least of all', async () => {
    const page = await demo.signIn('lanh-dao');
    const code = await petition(page, 'Xin giữ kín tên', { protectSender: true });
    await page.goto(`${demo.url}/ho-so/${code}`);
    const form = page.getByRole('dialog');
    const open = () => page.getByRole('button', { name: 'Soạn văn bản', exact: true }).click();
    await open();
    await form.getByLabel('Loại văn bản').selectOption({ index: 1 });
    await form.getByLabel('Lý do mở đơn được bảo vệ').fill('soạn phiếu chuyển đơn');
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await open();
    expect(await form.getByLabel('Lý do mở đơn được bảo vệ').inputValue()).toBe('');
    expect(await form.getByLabel('Loại văn bản').inputValue()).toBe('');
    await page.context().close();
  });

  test('what was typed for many cases outlives Esc, a step only where the cases stand alike, until it is done', async () => {
    const page = await demo.signIn('lanh-dao');
    await page.goto(`${demo.url}/ho-so?kind=household-file&state=recovered&sort=code`);
    const { items } = await (
      await page.request.get(`${demo.url}/api/cases?kind=household-file&state=recovered&sort=code&limit=2`)
    ).json();
    for (const { code } of items) await page.getByLabel(`Chọn ${code}`).check({ force: true });
    const form = page.getByRole('dialog');
    const open = (name: string) => () => page.getByRole('button', { name, exact: true }).click();
    const note = (form: Locator) => form.getByLabel('Ghi chú');
    await keeps(
      page,
      open('Phân công'),
      async (form) => {
        await form.getByLabel('Giao cho').selectOption({ label: 'Phó Chủ tịch UBND phường' });
        await note(form).fill('nhận thay đồng nghiệp');
      },
      async (form) => {
        expect(await chosen(form.getByLabel('Giao cho'))).toBe('Phó Chủ tịch UBND phường');
        expect(await note(form).inputValue()).toBe('nhận thay đồng nghiệp');
      },
    );
    await keeps(
      page,
      open('Thực hiện bước'),
      async (form) => {
        await form.getByLabel('Bước', { exact: false }).first().selectOption({ index: 1 });
        await form.getByLabel('Ngày việc diễn ra').fill('14/6/2023');
        await note(form).fill('làm chung một buổi');
      },
      async (form) => {
        expect(await form.getByLabel('Bước', { exact: false }).first().inputValue()).not.toBe('');
        expect(await form.getByLabel('Ngày việc diễn ra').inputValue()).toBe('14/06/2023');
        expect(await note(form).inputValue()).toBe('làm chung một buổi');
      },
    );
    await open('Ghi chú')();
    await note(form).fill('đã gọi điện cả hai nhà');
    await form.getByRole('button', { name: 'Xem trước' }).click();
    await form.getByRole('button', { name: 'Làm với 2 hồ sơ' }).click();
    await form.getByText('Đã làm 2 hồ sơ.').waitFor();
    await form.getByRole('button', { name: 'Đóng' }).last().click();
    await page.getByLabel(`Chọn ${items[0].code}`).check({ force: true });
    await open('Ghi chú')();
    expect(await note(form).inputValue()).toBe('');
    await page.context().close();
  });
});
