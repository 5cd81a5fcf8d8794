import { cutTexts } from './cutTexts.ts';
import { Explorer } from './explorer.ts';
import { expect, test } from './test.ts';

/** One run per protocol, with as many titles on the page as it can have. */
const RUNS = [
  'v1/half-message?do=order.half.ok.commit.crash~order.timeout.pass',
  'v1/local-message-table?do=order.commit.wake.send.pub',
  'v1/plain-mq?do=order.commit.send',
  'v1/two-phase-commit?do=order',
] as const;

test.describe('titles', () => {
  for (const lang of ['en', 'zh'] as const) {
    test(`[X52] fit their places, or say what was cut: ${lang}`, async ({ page }) => {
      const explorer = new Explorer(page, { lang });
      await explorer.open({ link: RUNS[0] });
      for (const link of RUNS) {
        const id = link.slice('v1/'.length, link.indexOf('?'));
        await page.setViewportSize({ width: 1440, height: 900 });
        await explorer.follow(link);
        const internals = page.getByRole('radio', { name: explorer.own('zoom-internals', id), exact: true });
        const concept = page.getByRole('radio', { name: explorer.say('zoom-concept'), exact: true });
        await expect(internals).toBeVisible();
        for (const zoom of [concept, internals]) {
          await page.setViewportSize({ width: 1440, height: 900 });
          await zoom.check();
          for (const width of [1440, 1024, 390]) {
            await page.setViewportSize({ width, height: width === 390 ? 844 : 768 });
            await explorer.isReady();
            expect(await cutTexts(page), `${id}, ${zoom.toString()} at ${width}`).toEqual({
              seen: expect.any(Array),
              cut: [],
            });
          }
        }
      }
    });
  }

  test('[X52] would be found when they are cut', async ({ explorer, page }) => {
    await explorer.open({ link: RUNS[2] });
    await page.evaluate(() => {
      for (const tab of document.querySelectorAll<HTMLElement>('[role="tab"]')) {
        tab.style.cssText =
          'width: 12px; height: 12px; white-space: nowrap; overflow: hidden; padding: 0; min-width: 0; flex: none';
      }
    });
    const { seen, cut } = await cutTexts(page);
    expect(seen).toContain(explorer.say('tab-whynot'));
    expect(cut).toContain(explorer.say('tab-whynot'));
  });
});
