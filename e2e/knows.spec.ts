import { LANGS } from '../src/i18n/languages.ts';
import { expectNoViolations } from './accessibility.ts';
import { Explorer } from './explorer.ts';
import { expect, test } from './test.ts';

const TOO_EARLY =
  'v2/half-message?set=checker~rollback-if-missing&do=order.half.ok.slow.timeout.pass.check.answer.end.op.commit.crash~order&at=12';

test.describe('who knows what', () => {
  for (const lang of LANGS) {
    test(`[X70] tells what each party holds, marks what is wrong and leads to where it became so: ${lang}`, async ({
      page,
    }) => {
      const explorer = new Explorer(page, { lang });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await explorer.show({ link: TOO_EARLY, query: { view: 'knows', theme: lang === 'zh' ? 'dark' : 'light' } });
      const broker = page.locator('.knows-now > li', {
        has: page.getByText(explorer.saidOn('knows', 'says-broker-settled')),
      });
      await expect(broker).toContainText(explorer.saidOn('knows', 'standing-wrong'));
      await expect(page.getByText(explorer.saidOn('knows', 'sum-rows'))).toBeVisible();
      // Under the timeline a lane for each: the same parties, the same words, the same marks.
      const strip = page.getByRole('region', { name: explorer.saidOn('knows', 'knows-strip') });
      const lanes = page.locator('.knows-now > li');
      await expect(strip.getByRole('list')).toHaveCount(await lanes.count());
      const settled = strip.getByRole('listitem').filter({ hasText: explorer.saidOn('knows', 'says-broker-settled') });
      await expect(settled.last()).toContainText(explorer.saidOn('knows', 'standing-wrong'));
      await expect(settled.last()).toBeInViewport();
      await expectNoViolations(page, 'who knows', '.knows');
      await expectNoViolations(page, 'the lanes under the timeline', '.strip');
      const since = broker.getByRole('button', { name: explorer.saidOn('knows', 'knows-since', { step: 11 }) });
      await since.focus();
      await page.keyboard.press('Enter');
      await explorer.expectPosition(11);
      await strip.getByRole('listitem').first().click();
      await explorer.expectPosition(1);
      await expect(page.getByText(explorer.saidOn('knows', 'sum-open'))).toBeVisible();
    });
  }

  test('[X164] what a long bar says stays in view while the bar does', async ({ page }) => {
    const explorer = new Explorer(page);
    await page.setViewportSize({ width: 1024, height: 768 });
    await explorer.show({ link: TOO_EARLY, query: { view: 'knows' } });
    const scroller = page.locator('.knows-scroll');
    await expect(scroller).toBeVisible();
    // Bars that begin before what is shown and reach far enough into it: how many, and where their words begin.
    const begun = async (left: number): Promise<readonly number[]> => {
      await scroller.evaluate((element, to) => element.scrollTo({ left: to, behavior: 'instant' }), left);
      return scroller.evaluate((element) => {
        const edge = element.getBoundingClientRect().left;
        return [...element.querySelectorAll('.knows-bar[data-long]')].flatMap((bar) => {
          const said = bar.firstElementChild?.getBoundingClientRect();
          const { left: from, right } = bar.getBoundingClientRect();
          return said === undefined || from >= edge || right - edge < said.width + 16 ? [] : [said.left - edge];
        });
      });
    };
    await expect(async () => {
      const inView = await begun(150);
      expect(inView.length).toBeGreaterThan(0);
      for (const words of inView) expect(words).toBeGreaterThanOrEqual(0);
    }).toPass();
    expect(await begun(0)).toEqual([]);
  });

  test('[X71] scrolls inside on a phone, in every protocol', async ({ page }) => {
    const explorer = new Explorer(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const link of ['half-message', 'local-message-table', 'plain-mq', 'two-phase-commit']) {
      // Only its fragment differs: without a page between them, what is looked at may be the one before.
      await page.goto('about:blank');
      await explorer.show({ link: `v2/${link}?do=order&at=1`, query: { view: 'knows' } });
      await expect(page.locator('.knows-now > li').first()).toContainText(explorer.saidOn('knows', 'lane-truth'));
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      expect(widths[0], link).toBeLessThanOrEqual(widths[1] ?? 0);
    }
    await expectNoViolations(page, 'who knows on a phone', '.knows');
  });
});
