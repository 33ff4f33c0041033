import { inDemo } from '../support/browser.js';

inDemo('the page of the queue in a browser', (demo) => {
  test('the administrator comes to it from the settings; it draws itself under its policy and asks nobody else', async () => {
    const settings = await demo.signIn('quan-tri');
    await settings.goto(`${demo.url}/quan-tri/hang-doi`);
    const opened = settings.context().waitForEvent('page');
    await settings.getByRole('link', { name: 'Xem từng việc trong hàng đợi' }).click();
    const page = await opened;
    // Reloaded before it is there, the page is another one.
    await page.getByText('reminders').first().waitFor();
    const refused: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
    page.on('request', (request) => asked.push(new URL(request.url()).origin));
    await page.reload();
    await page.getByText('reminders').first().click();
    await page.waitForURL(/\/queue\/queue\/reminders/);
    await page.reload();
    await page
      .getByText(/delayed/i)
      .first()
      .waitFor();
    if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT });
    expect(refused).toEqual([]);
    expect([...new Set(asked)]).toEqual([demo.url]);
    expect(await page.getByRole('button', { name: /retry|clean|pause|promote|empty/i }).count()).toBe(0);
  });
});
