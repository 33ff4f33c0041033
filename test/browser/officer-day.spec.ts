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
