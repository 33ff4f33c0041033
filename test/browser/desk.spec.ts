/// <reference lib="dom" />
import { inDemo } from '../support/browser.js';

inDemo('the counter, the supervisor and the administrator in a real browser', (demo) => {
  test('a petition is taken in by keyboard alone, its first date shown before saving', async () => {
    const page = await demo.signIn('tiep-dan');
    await page.goto(`${demo.url}/nhan-don`);
    await page.getByRole('heading', { name: 'Nhận đơn', level: 1 }).waitFor();
    const at = (label: RegExp) =>
      page.waitForFunction(
        (source) =>
          new RegExp(source).test(document.activeElement?.closest('.field')?.querySelector('label')?.textContent ?? ''),
        label.source,
      );
    /** Tab until the field of that label has the focus, as a clerk who never touches the mouse. */
    const reach = async (label: RegExp) => {
      for (let i = 0; i < 60; i++) {
        const text = await page.evaluate(
          () => document.activeElement?.closest('.field')?.querySelector('label')?.textContent ?? '',
        );
        if (label.test(text)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`no field ${label.source} reached by Tab`);
    };
    await at(/Họ và tên/);
    await page.keyboard.type('Đặng Thị Ví Dụ');
    await reach(/Đơn nói gì|Nội dung/);
    await page.keyboard.type('Đề nghị xem lại diện tích kiểm đếm của gia đình');
    await page.getByText('29/06/2023').first().waitFor();
    await page.keyboard.press('Control+Enter');
    const number = await page.locator('.saved-number').textContent();
    expect(number).toMatch(/^DT-2023-\d{4}$/);
    const { items } = await (await page.request.get(`${demo.url}/api/cases?q=dang%20thi%20vi%20du`)).json();
    expect(items.map((item: any) => item.code)).toEqual([number]);
    await page.context().close();
  });

  test('the clerk corrects the sender of a petition he took in, until somebody else works on it', async () => {
    const page = await demo.signIn('tiep-dan');
    const opened = await page.request.post(`${demo.url}/api/cases`, {
      data: {
        kind: 'citizen-petition',
        fields: { content: 'Đơn có tên gõ nhầm', channel: 'office' },
        people: [{ role: 'petitioner', name: 'Nguyễn Thị Gõ Nhầm', address: 'Tổ 3' }],
      },
    });
    const { code } = (await opened.json()) as { code: string };
    await page.goto(`${demo.url}/ho-so/${code}`);
    await page.getByRole('button', { name: 'Đính chính', exact: true }).click();
    const form = page.getByRole('dialog', { name: 'Đính chính' });
    await form.getByLabel('Họ tên (người gửi đơn)').fill('Nguyễn Thị Gõ Đúng');
    await form.getByLabel('Lý do đính chính').fill('Nghe nhầm tên');
    await form.getByRole('button', { name: 'Lưu', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'Người liên quan' }).getByText('Nguyễn Thị Gõ Đúng').waitFor();
    await page.locator('.case-history del', { hasText: 'Nguyễn Thị Gõ Nhầm' }).waitFor();

    const officer = await demo.signIn('can-bo');
    const { version } = await (await officer.request.get(`${demo.url}/api/cases/${code}`)).json();
    const step = await officer.request.post(`${demo.url}/api/cases/${code}/actions/start-classification`, {
      data: { version, on: '2023-06-15', documents: [{ name: 'processing-slip' }] },
    });
    expect(step.status()).toBe(200);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('button', { name: 'Đính chính', exact: true }).count()).toBe(0);
    await Promise.all([page, officer].map((each) => each.context().close()));
  });

  test('fifty cases are given to somebody at once; the one that changed meanwhile is refused with its reason', async () => {
    const page = await demo.signIn('lanh-dao');
    const api = `${demo.url}/api`;
    const { items } = await (
      await page.request.get(`${api}/cases?kind=household-file&kind=grave-relocation&sort=code&limit=50`)
    ).json();
    expect(items).toHaveLength(50);
    await page.goto(`${demo.url}/ho-so?kind=household-file&kind=grave-relocation&sort=code`);
    await page.getByText(items[0].code).first().waitFor();
    for (const { code } of items) await page.getByLabel(`Chọn ${code}`).check({ force: true });
    await page.getByText('Đã chọn 50 hồ sơ').waitFor();
    await page.getByRole('button', { name: 'Phân công', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Giao cho').selectOption({ label: 'Phó Chủ tịch UBND phường' });
    await dialog.getByRole('button', { name: 'Xem trước' }).click();
    await dialog.getByText('Làm được cả 50 hồ sơ.').waitFor();
    // Somebody else notes a visit on one of them while the preview stands on the screen.
    const other = await demo.signIn('can-bo');
    const one = items[3];
    const changed = await other.request.post(`${api}/cases/${one.id}/assignee`, {
      data: { version: one.version, assigneeId: null },
    });
    expect(changed.status()).toBe(200);
    await other.context().close();
    await dialog.getByRole('button', { name: 'Làm với 50 hồ sơ' }).click();
    await dialog.getByText('Đã làm 49 hồ sơ, 1 hồ sơ bị từ chối và giữ nguyên.').waitFor();
    await dialog.getByText('Hồ sơ đã được người khác thay đổi', { exact: false }).waitFor();
    await page.context().close();
  });

  test('a day off added to the calendar first lists whose dates would move, then moves them all', async () => {
    const clerk = await demo.signIn('tiep-dan');
    const opened = await clerk.request.post(`${demo.url}/api/cases`, {
      data: {
        kind: 'citizen-petition',
        fields: { content: 'Đơn thử lịch', channel: 'office' },
        people: [{ role: 'petitioner', name: 'Người Thử Lịch' }],
      },
    });
    const { code } = (await opened.json()) as { code: string };
    await clerk.context().close();
    const page = await demo.signIn('quan-tri');
    await page.goto(`${demo.url}/quan-tri/lich?year=2023`);
    await page.getByLabel('Thêm một ngày').fill('20/6/2023');
    await page.getByRole('button', { name: 'Thêm', exact: true }).click();
    await page.getByLabel('Tên ngày 20/06/2023').fill('Nghỉ theo thông báo');
    await page.getByLabel('Căn cứ của thay đổi').fill('Thông báo 15/TB-UBND');
    await page.getByRole('button', { name: 'Xem hồ sơ nào đổi hạn' }).click();
    const line = page.getByRole('row', { name: new RegExp(code) }).first();
    await line.getByText('29/06/2023').waitFor();
    await line.getByText('30/06/2023').waitFor();
    await page.getByRole('button', { name: /Ghi vào lịch và đổi/ }).click();
    await page.getByText('Đã đổi lịch', { exact: false }).first().waitFor();
    const officer = await demo.signIn('can-bo');
    const file = await (await officer.request.get(`${demo.url}/api/cases/${code}`)).json();
    expect(file.nextDueOn).toBe('2023-06-30');
    expect(file.history.filter((h: any) => h.action === 'calendar-change')).toHaveLength(1);
    await officer.context().close();
    await page.context().close();
  });

  test('the board’s figure of graves opens the graves it counted, and not the others', async () => {
    const page = await demo.signIn('lanh-dao');
    const opened = await page.request.post(`${demo.url}/api/cases`, {
      data: { kind: 'grave-relocation', project: 'cum-cong-nghiep', on: '2023-05-02', fields: {} },
    });
    const { code } = (await opened.json()) as { code: string };
    const { items } = await (await page.request.get(`${demo.url}/api/graves`)).json();
    const paid = items.filter(({ paidOn }: any) => paidOn !== null).map((row: any) => row.code as string);
    await page.goto(`${demo.url}/bang-dieu-hanh`);
    await page.getByRole('link', { name: `Hộ đã được chi trả di chuyển mộ: ${paid.length}` }).click();
    await page.getByRole('heading', { name: `Sổ mộ (${paid.length})` }).waitFor();
    const register = page.locator('.graves-table');
    for (const each of paid) await register.getByText(each).first().waitFor();
    expect(await register.getByText(code).count()).toBe(0);
    await page.getByLabel('Chi trả').selectOption({ label: 'Chưa chi trả' });
    await register.getByText(code).first().waitFor();
    expect(await register.getByText(paid[0]).count()).toBe(0);
    await page.context().close();
  });

  test('the board says with whom a case is: the officer on leave and who stands in', async () => {
    const page = await demo.signIn('lanh-dao');
    const { stuck } = await (await page.request.get(`${demo.url}/api/board`)).json();
    const { assigneeName } = stuck.find((line: any) => !line.ownerless);
    const colleagues = await (await page.request.get(`${demo.url}/api/colleagues`)).json();
    const officer = colleagues.find(({ name }: any) => name === assigneeName);
    const admin = await demo.signIn('quan-tri');
    const data = { login: 'nguoi-thay', name: 'Trần Thị Thay', role: officer.role };
    const account = await (await admin.request.post(`${demo.url}/api/accounts`, { data })).json();
    const named = await page.request.post(`${demo.url}/api/stand-ins`, {
      data: { accountId: officer.id, standInId: account.id, fromDay: '2023-06-15', toDay: '2023-06-16' },
    });
    expect(named.status()).toBe(201);
    await page.goto(`${demo.url}/bang-dieu-hanh`);
    const whom = `${officer.name}, Trần Thị Thay làm thay`;
    await page.getByRole('region', { name: 'Đang vướng lâu nhất' }).getByText(whom).first().waitFor();
    await page.getByRole('region', { name: 'Ai đang giữ bao nhiêu' }).getByText(whom).waitFor();
    for (const each of [admin, page]) await each.context().close();
  });

  test('another officer’s change appears without a reload', async () => {
    const watching = await demo.signIn('lanh-dao');
    await watching.goto(`${demo.url}/ho-so/HO-2022-0009`);
    await watching.getByText('Vướng hồ sơ pháp lý').first().waitFor();
    await watching.waitForTimeout(2500); // the stream opens after the first screen
    const acting = await demo.signIn('can-bo');
    const file = await (await acting.request.get(`${demo.url}/api/cases/HO-2022-0009`)).json();
    await acting.request.post(`${demo.url}/api/cases/HO-2022-0009/actions/resume-persuasion`, {
      data: { version: file.version, on: '2023-06-15', documents: [{ name: 'persuasion-minutes' }] },
    });
    await watching.getByText('Đang vận động kiểm đếm').first().waitFor();
    for (const page of [watching, acting]) await page.context().close();
  });
});
