import { inDemo, type Page } from '../support/browser.js';

inDemo('what an officer has to do, types and corrects, in a real browser', (demo) => {
  let officer: Page;
  beforeAll(async () => {
    officer = await demo.signIn('can-bo');
  });

  test('a duty due in a fortnight is in my work, after those of this week', async () => {
    const clerk = await demo.signIn('tiep-dan');
    const { id } = await (await clerk.request.get(`${demo.url}/api/me`)).json();
    const opened = await clerk.request.post(`${demo.url}/api/cases`, {
      data: {
        kind: 'citizen-petition',
        fields: { content: 'Đơn còn hai tuần', channel: 'office' },
        people: [{ role: 'petitioner', name: 'Người Gửi Sớm' }],
        assigneeId: id,
      },
    });
    const { code } = (await opened.json()) as { code: string };
    await clerk.goto(demo.url);
    const later = clerk.getByRole('region', { name: /^Sau bảy ngày tới/ });
    await later.getByText(code, { exact: true }).waitFor();
    const titles = await clerk.locator('.work-count span').allTextContents();
    expect(titles).toEqual([
      'Quá hạn',
      'Đến hạn hôm nay',
      'Trong bảy ngày tới',
      'Sau bảy ngày tới',
      'Chờ người khác, chờ hết thời gian',
      'Chưa có thời hạn',
    ]);
    await clerk.context().close();
  });

  test('a contact without a word, a price or a photo is not recorded; once typed and saved it is not typed again', async () => {
    const code = 'HO-2022-0006';
    await officer.goto(`${demo.url}/chua-dong-y/${code}?viec=tiep-xuc`);
    const form = officer.getByRole('dialog', { name: 'Ghi buổi tiếp xúc' });
    const contacts = async () =>
      (await (await officer.request.get(`${demo.url}/api/cases/${code}`)).json()).contacts.length as number;
    const before = await contacts();
    await form.getByRole('button', { name: 'Lưu', exact: true }).click();
    await form.getByRole('alert').getByText('Hãy ghi nội dung buổi gặp hoặc kèm ảnh.').waitFor();
    expect(await contacts()).toBe(before);
    await form.getByLabel('Ngày').fill('');
    await form.getByLabel('Nội dung').fill('Gia đình hẹn tuần sau');
    await form
      .getByRole('alert')
      .getByText('Hãy nhập ngày, dạng ngày/tháng/năm, ví dụ 15/06/2023.', { exact: true })
      .waitFor();
    await form.getByLabel('Ngày').fill('14/6/2023');
    await form.getByRole('button', { name: 'Lưu', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    expect(await contacts()).toBe(before + 1);
    await officer.getByRole('button', { name: 'Ghi buổi tiếp xúc', exact: true }).click();
    expect(await form.getByLabel('Nội dung').inputValue()).toBe('');
  });

  test('a contact recorded by mistake is taken back, stays struck through, and is recorded anew with its words', async () => {
    const code = 'HO-2022-0007';
    const api = `${demo.url}/api/cases/${code}`;
    const file = async (): Promise<any> => (await officer.request.get(api)).json();
    const before = (await file()).contacts.length;
    const { version } = await file();
    await officer.request.post(`${api}/contacts`, {
      data: { version, type: 'visit', on: '2023-06-12', note: 'Ghi nhầm ngày' },
    });
    await officer.goto(`${demo.url}/ho-so/${code}`);
    const contacts = officer.getByRole('region', { name: 'Thăm hỏi, vận động, đối thoại' });
    await contacts.getByRole('button', { name: 'Rút lại', exact: true }).click();
    const form = officer.getByRole('dialog', { name: 'Rút lại buổi tiếp xúc' });
    await form.getByText('Thăm hộ ngày 12/06/2023.').waitFor();
    await form.getByLabel('Vì sao rút lại').fill('Nhầm ngày');
    await form.getByRole('button', { name: 'Rút lại', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    await contacts.locator('del', { hasText: 'Ghi nhầm ngày' }).waitFor();
    await contacts.getByText(/^Đã rút lại: Cán bộ địa chính, 15\/06\/2023 .* Nhầm ngày$/).waitFor();
    // What a step wrote offers none, and this one is taken back already.
    expect(await contacts.getByRole('button', { name: 'Rút lại', exact: true }).count()).toBe(0);
    expect((await file()).contacts).toHaveLength(before);

    await contacts.getByRole('button', { name: 'Ghi lại', exact: true }).click();
    const anew = officer.getByRole('dialog', { name: 'Ghi buổi tiếp xúc' });
    expect(await anew.getByLabel('Nội dung').inputValue()).toBe('Ghi nhầm ngày');
    expect(await anew.getByLabel('Ngày').inputValue()).toBe('12/06/2023');
    await anew.getByLabel('Ngày').fill('13/6/2023');
    await anew.getByRole('button', { name: 'Lưu', exact: true }).click();
    await anew.waitFor({ state: 'detached' });
    expect((await file()).contacts.at(-1)).toMatchObject({ onDay: '2023-06-13', note: 'Ghi nhầm ngày' });
  });

  test('a corrected day of a step is the day the road and the log show, also once the case has gone on', async () => {
    const opened = await officer.request.post(`${demo.url}/api/cases`, {
      data: { kind: 'household-file', project: 'kdc-1', title: 'Hộ bà Sai Ngày', on: '2022-11-07' },
    });
    const { code } = (await opened.json()) as { code: string };
    const file = async () => (await officer.request.get(`${demo.url}/api/cases/${code}`)).json();
    const act = async (action: string, on: string, more: object) => {
      const { version, actions } = await file();
      const { needs } = actions.find((each: any) => each.action === action);
      const answer = await officer.request.post(`${demo.url}/api/cases/${code}/actions/${action}`, {
        data: { version, on, documents: needs.map(({ document }: any) => ({ name: document })), ...more },
      });
      expect(answer.status()).toBe(200);
    };
    await act('serve-notice', '2022-11-10', { fields: { landUse: 'agricultural' } });
    await officer.goto(`${demo.url}/ho-so/${code}?viec=dinh-chinh`);
    const form = officer.getByRole('dialog', { name: 'Đính chính' });
    await form.getByLabel('Ngày của bước cuối').fill('8/11/2022');
    await form.getByLabel('Lý do đính chính').fill('gõ nhầm ngày');
    await form.getByRole('button', { name: 'Lưu', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    await act('record-refusal', '2023-03-20', {
      fields: { holdoutReason: 'price', holderSigned: false, witnesses: 'Tổ trưởng' },
    });
    await officer.reload();
    const node = officer.locator('.road-node.past', { hasText: 'Giao thông báo thu hồi đất' });
    await node.getByText('08/11/2022').waitFor();
    const line = officer.locator('.case-history .timeline-line', { hasText: 'Giao thông báo thu hồi đất' });
    await line.getByText('08/11/2022').first().waitFor();
    await line.getByText('(đính chính từ 10/11/2022)').waitFor();
  });
});
