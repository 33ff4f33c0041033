/// <reference lib="dom" />
import { axeFindings, desktop, inDemo, phone, type Page } from '../support/browser.js';

/** Who looks at which address. */
const screens: [login: string, path: string][] = [
  ['can-bo', '/'],
  ['can-bo', '/ho-so'],
  ['can-bo', '/ho-so/HO-2022-0001'],
  ['can-bo', '/chua-dong-y'],
  ['can-bo', '/chua-dong-y/HO-2022-0006'],
  ['can-bo', '/mo'],
  ['can-bo', '/du-an'],
  ['can-bo', '/nhan-don'],
  ['can-bo', '/tiep-dan'],
  ['can-bo', '/van-ban-di'],
  ['lanh-dao', '/mau-van-ban'],
  ['can-bo', '/bao-cao?ky=custom&tu=2021-01-01&den=2023-06-15'],
  ['lanh-dao', '/bao-cao?bieu=GPMB&ky=custom&tu=2021-01-01&den=2023-06-14'],
  ['lanh-dao', '/bao-cao?bieu=01%2FXLD&ky=year&nam=2022'],
  ['can-bo', '/nhap-excel'],
  ['can-bo', '/thong-bao'],
  ['can-bo', '/tinh-han?rule=tcd-reply&trigger=2023-03-03'],
  ['can-bo', '/mo-ho-so?kind=household-file'],
  ['can-bo', '/ca-nhan'],
  ['lanh-dao', '/bang-dieu-hanh'],
  ['kiem-tra', '/nhat-ky'],
  ['quan-tri', '/quan-tri/nguoi-dung'],
  ['quan-tri', '/quan-tri/don-vi'],
  ['quan-tri', '/quan-tri/lich?year=2023'],
  ['quan-tri', '/quan-tri/quy-dinh'],
  ['quan-tri', '/quan-tri/bac-nhac'],
  ['quan-tri', '/quan-tri/gui-di'],
  ['quan-tri', '/quan-tri/hang-doi'],
];

/** English that would slip through: words no Vietnamese text of ours holds, code names, ISO dates, bare numbers. */
const leftovers = [
  /\b(the|and|with|case|cases|state|open|closed|search|loading|save|cancel|close|error|select|dismiss|overdue|due|today|next|back|user|role|days?|units?)\b/i,
  /\b[a-z]+_[a-z_]+\b/,
  /\b(?:household|grave|citizen|compensation|reception)-[a-z]+\b/,
  /\b\d{4}-\d{2}-\d{2}\b/,
  /(?<![\d.,/-])\d{5,}(?![\d.,/-]*[-/])/,
  /\b(undefined|null|NaN|\[object)\b/,
];

async function shown(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('main h1').first().waitFor();
  await page
    .locator('.progress-line:not(.idle)')
    .first()
    .waitFor({ state: 'detached' })
    .catch(() => undefined);
  await page.waitForTimeout(300);
}

/** Lines of the page, and names that assistive technology reads, that hold something foreign. */
async function foreignLines(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText();
  const names = await page
    .locator('[aria-label], [title], [placeholder]')
    .evaluateAll((all) =>
      all
        .map((each) => ['aria-label', 'title', 'placeholder'].map((name) => each.getAttribute(name) ?? '').join(' '))
        .join('\n'),
    );
  // Hashes, codes of cases, projects, sign-ins and mail addresses are data, and so is the switch to English.
  const data =
    /\b[0-9a-f]{12,64}\b|\b(?:[A-Z]{2}-\d{4}-\d{4}|duong-truc-2021|mam-non|kdc-[12]|cum-cong-nghiep|do-thi-ab|can-bo|lanh-dao|tiep-dan|quan-tri|luong-son|English|EN|Ctrl|Enter|Esc|Tab|webhook|SMTP|Redis|PostgreSQL|SQLite|BullMQ)\b|\S+@\S+|https?:\S+/gi;
  const said = `${text}\n${names}`.replace(data, ' ').split('\n');
  return said.filter((line) => leftovers.some((pattern) => pattern.test(line)));
}

inDemo('every screen of the demo', (demo) => {
  const pages = new Map<string, Page>();
  beforeAll(async () => {
    for (const login of new Set(screens.map(([login]) => login))) pages.set(login, await demo.signIn(login));
  });

  test.each(screens)(
    'as %s, %s: no serious accessibility fault, light or dark, wide or narrow; no English, code name, ISO date or bare number',
    async (login, path) => {
      const page = pages.get(login)!;
      for (const viewport of [desktop, phone]) {
        await page.setViewportSize(viewport);
        if (viewport === desktop) await shown(page, demo.url + path);
        else await page.waitForTimeout(300);
        if (viewport === desktop) expect(await foreignLines(page)).toEqual([]);
        // Colours are the same at every width.
        const parts =
          viewport === desktop
            ? ([
                ['light', undefined],
                ['dark', 'colours'],
              ] as const)
            : ([['light', 'all but colours']] as const);
        for (const [theme, part] of parts) {
          await page.evaluate((chosen) => void (document.documentElement.dataset.theme = chosen), theme);
          expect(await axeFindings(page, part)).toEqual([]);
        }
        // Nothing makes the page itself scroll sideways.
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
      }
    },
  );

  test('one switch turns the screens to English, and back', async () => {
    const page = pages.get('can-bo')!;
    await page.setViewportSize(desktop);
    await shown(page, `${demo.url}/`);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: /My work – 15\/06\/2023/ }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    await page.getByRole('heading', { name: /Việc của tôi – 15\/06\/2023/ }).waitFor();
  });

  test('every control of the day’s work is reached by Tab, with a focus one can see', async () => {
    const page = pages.get('can-bo')!;
    await shown(page, `${demo.url}/`);
    const wanted = await page.locator('a[href]:visible, button:visible, summary:visible').count();
    const seen = new Set<string>();
    for (let i = 0; i < wanted + 5; i++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const element = document.activeElement!;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const all = [...document.querySelectorAll('*')];
        return {
          index: all.indexOf(element),
          visible: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
          tag: element.tagName,
        };
      });
      if (at.tag === 'BODY') continue;
      expect(at.visible).toBe(true);
      seen.add(String(at.index));
    }
    expect(seen.size).toBeGreaterThanOrEqual(wanted);
  });
});
