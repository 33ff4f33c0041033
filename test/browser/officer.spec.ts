import { inDemo, phone, type Page } from '../support/browser.js';

/** One white pixel, a real image. */
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC',
  'base64',
);

interface Step {
  on?: string;
  /** Label → text to type or option to choose. */
  fill?: Record<string, string>;
  choose?: Record<string, string>;
  answer?: Record<string, 'Có' | 'Không'>;
}

/** Takes one step of the case that is open: the day, what the step asks for, every paper ticked, saved. */
async function take(page: Page, action: string, { on, fill = {}, choose = {}, answer = {} }: Step): Promise<void> {
  const form = page.getByRole('dialog', { name: action });
  // On a slow machine a press right after a save has opened nothing: pressed once more, as an officer would.
  for (let presses = 0; presses < 3 && !(await form.isVisible()); presses++) {
    await page.getByRole('button', { name: action, exact: true }).first().click();
    await form.waitFor({ timeout: 5_000 }).catch(() => undefined);
  }
  if (on) await form.getByLabel('Ngày việc diễn ra').fill(on);
  for (const [label, text] of Object.entries(fill)) await form.getByLabel(label).fill(text);
  for (const [label, option] of Object.entries(choose)) await form.getByLabel(label).selectOption({ label: option });
  for (const [label, yes] of Object.entries(answer))
    await form.getByRole('group', { name: label }).getByLabel(yes, { exact: true }).check();
  const papers = form.locator('.step-papers input[type=checkbox]');
  for (const paper of await papers.all()) await paper.check();
  await form.getByRole('button', { name: 'Lưu', exact: true }).click();
  await form.waitFor({ state: 'detached' });
}

inDemo('a land officer in a real browser', (demo) => {
  let officer: Page;
  beforeAll(async () => {
    officer = await demo.signIn('can-bo');
  });

  test('a wrong password is refused in words, and the address asked for is opened after the right one', async () => {
    const page = await (await demo.browser.newContext()).newPage();
    await page.goto(`${demo.url}/ho-so?kind=household-file`);
    await page.getByLabel('Tên đăng nhập').fill('can-bo');
    await page.getByLabel('Mật khẩu').fill('sai-mat-khau');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Tên đăng nhập hoặc mật khẩu chưa đúng.').waitFor();
    await page.getByLabel('Mật khẩu').fill('demo-mat-bang');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/ho-so?kind=household-file');
    await page.getByText('HO-2021-0001').first().waitFor();
    await page.context().close();
  });

  test('a household refuses the inventory, is persuaded in vain, and the inventory is ordered', async () => {
    const opened = await officer.request.post(`${demo.url}/api/cases`, {
      data: { kind: 'household-file', project: 'kdc-1', title: 'Hộ bà Ví Dụ', on: '2022-11-07' },
    });
    const { code } = (await opened.json()) as { code: string };
    await officer.goto(`${demo.url}/ho-so/${code}`);
    await take(officer, 'Giao thông báo thu hồi đất', { on: '8/11/2022', choose: { 'Loại đất': 'Đất nông nghiệp' } });
    await take(officer, 'Ghi nhận không đồng ý kiểm đếm', {
      on: '20/3/2023',
      fill: { 'Người làm chứng': 'Tổ trưởng tổ dân phố Soi' },
      choose: { 'Lý do chưa đồng ý': 'Giá bồi thường' },
      answer: { 'Chủ hộ (thân nhân) có ký biên bản': 'Không' },
    });
    await take(officer, 'Bắt đầu vận động kiểm đếm', { on: '3/4/2023' });
    const clock = officer.locator('section', { has: officer.getByRole('heading', { name: /Thời hạn/ }) }).first();
    await clock.getByText('Điều 69', { exact: false }).first().waitFor();
    await take(officer, 'Kết thúc vận động kiểm đếm', { on: '14/4/2023' });
    await take(officer, 'Ghi quyết định kiểm đếm bắt buộc', {
      on: '17/4/2023',
      fill: { 'Số quyết định': '12/QĐ-UBND' },
    });
    await officer.getByText('Có quyết định kiểm đếm bắt buộc').first().waitFor();
    const file = await (await officer.request.get(`${demo.url}/api/cases/${code}`)).json();
    expect(file.state).toBe('inventory_compulsory');
    expect(file.clocks.filter((c: any) => c.clock === 'inventory-persuasion').map((c: any) => c.status)).toEqual([
      'replaced',
      'stopped',
    ]);
  });

  test('a step before the wait has ended is refused beside the day, and what was typed stays', async () => {
    const opened = await officer.request.post(`${demo.url}/api/cases`, {
      data: { kind: 'household-file', project: 'kdc-2', title: 'Hộ ông Mẫu', on: '2023-06-01' },
    });
    const { code } = (await opened.json()) as { code: string };
    await officer.goto(`${demo.url}/ho-so/${code}`);
    await officer.getByRole('button', { name: 'Giao thông báo thu hồi đất', exact: true }).first().click();
    const form = officer.getByRole('dialog', { name: 'Giao thông báo thu hồi đất' });
    await form.getByLabel('Ngày việc diễn ra').fill('31/02/2023');
    await form.getByLabel('Ghi chú').fill('giao tận tay');
    await form.getByRole('button', { name: 'Lưu', exact: true }).click();
    await form.getByText('Không có ngày này', { exact: false }).waitFor();
    await form.getByLabel('Ngày việc diễn ra').fill('8/6/2023');
    await form.getByRole('button', { name: 'Lưu', exact: true }).click();
    // Everything lacking is told at once, each at its own.
    await form.getByText('Thiếu', { exact: false }).first().waitFor();
    await form.getByText('Chưa nhập Loại đất.').waitFor();
    expect(await form.getByLabel('Ghi chú').inputValue()).toBe('giao tận tay');
  });

  test('of two officers with one case the second sees what the first did, and goes on from there', async () => {
    const other = await demo.signIn('lanh-dao');
    const code = 'HO-2022-0007';
    for (const page of [officer, other]) {
      await page.goto(`${demo.url}/ho-so/${code}`);
      await page.getByRole('button', { name: 'Hết vướng, tiếp tục vận động kiểm đếm', exact: true }).first().click();
    }
    const mine = officer.getByRole('dialog');
    await mine.getByLabel('Ghi chú').fill('nội dung của tôi');
    const theirs = other.getByRole('dialog');
    await theirs.locator('.step-papers input[type=checkbox]').first().check();
    await theirs.getByRole('button', { name: 'Lưu', exact: true }).click();
    await theirs.waitFor({ state: 'detached' });
    await mine.locator('.step-papers input[type=checkbox]').first().check();
    await mine.getByRole('button', { name: 'Lưu', exact: true }).click();
    await mine.getByText('Người khác vừa thay đổi hồ sơ này').waitFor();
    await mine.getByText('Phó Chủ tịch UBND phường').first().waitFor();
    expect(await mine.getByLabel('Ghi chú').inputValue()).toBe('nội dung của tôi');
    await other.context().close();
  });

  test('a connection lost during the save loses nothing and doubles nothing', async () => {
    const code = 'HO-2022-0008';
    await officer.goto(`${demo.url}/ho-so/${code}`);
    await officer.getByRole('button', { name: 'Hết vướng, tiếp tục vận động kiểm đếm', exact: true }).first().click();
    const form = officer.getByRole('dialog');
    await form.locator('.step-papers input[type=checkbox]').first().check();
    // The request reaches the server, its answer is lost; the next attempt is cut before it leaves.
    let attempts = 0;
    await officer.route(`**/api/cases/${code}/actions/*`, async (route) => {
      attempts++;
      if (attempts === 1) await route.fetch();
      if (attempts <= 2) await route.abort('connectionfailed');
      else await route.continue();
    });
    await form.getByRole('button', { name: 'Lưu', exact: true }).click();
    await form.getByText('Mất kết nối', { exact: false }).waitFor();
    await form.waitFor({ state: 'detached', timeout: 30_000 });
    await officer.unroute(`**/api/cases/${code}/actions/*`);
    const file = await (await officer.request.get(`${demo.url}/api/cases/${code}`)).json();
    expect(file.history.filter((h: any) => h.action === 'resume-persuasion')).toHaveLength(1);
    expect(attempts).toBeGreaterThanOrEqual(3);
  });

  test('on a phone in the field a visit is recorded with its photo', async () => {
    const page = await demo.signIn('can-bo', { viewport: phone, isMobile: true, hasTouch: true });
    const code = 'HO-2022-0006';
    await page.goto(`${demo.url}/chua-dong-y/${code}`);
    await page.getByRole('button', { name: 'Ghi buổi tiếp xúc', exact: true }).tap();
    const form = page.getByRole('dialog', { name: 'Ghi buổi tiếp xúc' });
    await form.getByLabel('Nội dung').fill('Gia đình đề nghị giữ lại góc nhà hai tầng');
    const camera = form.locator('input[capture]');
    await camera.setInputFiles({ name: 'goc-nha.png', mimeType: 'image/png', buffer: photo });
    await form.getByText('goc-nha.png', { exact: false }).first().waitFor();
    await form.getByRole('button', { name: 'Lưu', exact: true }).tap();
    await form.waitFor({ state: 'detached' });
    await page.getByText('Gia đình đề nghị giữ lại góc nhà hai tầng').first().waitFor();
    const file = await (await page.request.get(`${demo.url}/api/cases/${code}`)).json();
    expect(file.contacts.at(-1)).toMatchObject({ type: 'visit', onDay: '2023-06-15' });
    expect(file.documents.filter((d: any) => d.hasFile)).toHaveLength(1);
    await page.context().close();
  });

  test('a denunciation is opened with a reason, covered again, and covered from the start after a reload', async () => {
    const page = await demo.signIn('lanh-dao');
    const desk = await demo.signIn('tiep-dan');
    const opened = await desk.request.post(`${demo.url}/api/cases`, {
      headers: { origin: demo.url },
      data: {
        kind: 'citizen-petition',
        fields: { content: 'Tố cáo việc đo đất ở tổ Soi', channel: 'office', protectSender: true },
        people: [{ role: 'petitioner', name: 'Lý Thị Kín' }],
      },
    });
    await page.goto(`${demo.url}/ho-so/${(await opened.json()).code}`);
    await page.getByRole('heading', { name: 'Đơn thư (nội dung được bảo vệ)' }).waitFor();
    await page.getByRole('button', { name: 'Xem danh tính và nội dung' }).click();
    const form = page.getByRole('dialog', { name: 'Xem phần được bảo vệ' });
    await form.getByLabel('Lý do').fill('Làm việc với người tố cáo');
    await form.getByRole('button', { name: 'Mở xem' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText('Lý Thị Kín').waitFor();
    await page.getByRole('button', { name: 'Che lại' }).click();
    await page.getByText('Lý Thị Kín').waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('button', { name: 'Xem danh tính và nội dung' }).waitFor();
    expect(await page.content()).not.toContain('Lý Thị Kín');
    await page.context().close();
    await desk.context().close();
  });
});
