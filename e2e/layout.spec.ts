import { LANGS } from '../src/i18n/languages.ts';
import type { Page } from '@playwright/test';
import { Explorer } from './explorer.ts';
import { expect, test } from './test.ts';

const RUN = 'v2/half-message?do=order.half.ok.commit.crash~order.timeout.pass';

test.describe('layout', () => {
  for (const lang of LANGS) {
    test(`[X8] never scrolls sideways, from 320 to 2560 pixels, in ${lang}`, async ({ page }) => {
      const explorer = new Explorer(page, { lang });
      await page.setViewportSize({ width: 320, height: 700 });
      await explorer.open({ link: RUN });
      for (const width of [320, 390, 720, 1024, 1440, 2560]) {
        await page.setViewportSize({ width, height: width < 700 ? 844 : 900 });
        await explorer.isReady();
        await expect.poll(() => widthOf(page), `at ${width}`).toBeLessThanOrEqual(width);
        expect(await cutOff(page), `at ${width}`).toEqual([]);
      }
    });
  }

  for (const { address, shows, width } of [
    { address: '?view=verify#v2/half-message?do=order', shows: 'Remove each in turn', width: 1440 },
    { address: '?view=verify#v2/half-message?do=order', shows: 'Remove each in turn', width: 390 },
    { address: '#v2/compare', shows: 'Show this moment', width: 390 },
    { address: '#v2/brokers', shows: 'Open “Half message”', width: 1024 },
  ]) {
    test(`[X8] scrolls in its panes, never as a whole: ${address} at ${width}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`./${address}`);
      await expect(page.locator('button, a', { hasText: shows }).first()).toBeAttached();
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(800);
    });
  }

  test('[X8] reflows when the text is twice as large', async ({ explorer, page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await explorer.open({ link: RUN });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    await explorer.isReady();
    await expect.poll(() => widthOf(page)).toBeLessThanOrEqual(1280);
    // What browsers do when somebody zooms to 200 %: half as many CSS pixels.
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '';
    });
    await page.setViewportSize({ width: 640, height: 450 });
    await explorer.isReady();
    await expect.poll(() => widthOf(page)).toBeLessThanOrEqual(640);
    await explorer.nextButton.click();
    // So low, the timeline is a sheet.
    await expect(page.getByText(explorer.say('transport-position', { position: 8, length: 8 }))).toBeVisible();
  });

  test('[X8] keeps the one big button in reach on a phone, wherever one has scrolled to', async ({
    explorer,
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await explorer.open({ link: RUN });
    for (const part of [0, 0.5, 1]) {
      await page.evaluate((share) => window.scrollTo(0, document.body.scrollHeight * share), part);
      await expect(explorer.nextButton).toBeInViewport({ ratio: 0.9 });
    }
  });
});

function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}

/** Buttons that stick out of the window to the side, except in what scrolls by itself. */
function cutOff(page: Page): Promise<readonly (string | null)[]> {
  return page.getByRole('button').evaluateAll((buttons) =>
    buttons
      .filter((button) => {
        const { left, right, width } = button.getBoundingClientRect();
        return width > 0 && button.closest('.react-flow, .seq') === null && (left < -1 || right > innerWidth + 1);
      })
      .map(({ textContent }) => textContent),
  );
}

test('[X164] with forced colours, what stands for something by being filled stays filled', async ({
  explorer,
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.setViewportSize({ width: 390, height: 844 });
  await explorer.open({ link: 'v2/half-message?do=order.half.ok.commit' });
  const grounds = await page.evaluate(() => {
    const groundOf = (selector: string, pseudo?: string): string | null => {
      const element = document.querySelector(selector);
      return element === null ? null : getComputedStyle(element, pseudo).backgroundColor;
    };
    return {
      page: groundOf('body'),
      reached: groundOf('.story-segment-reached', '::before'),
      current: groundOf('.story-segment-current', '::before'),
      running: groundOf('.box-mark'),
      next: groundOf('.transport .ui-button-main'),
      level: groundOf('.ui-segmented input:checked + span'),
    };
  });
  const { page: ground, ...filled } = grounds;
  const nothing = [null, ground, 'rgba(0, 0, 0, 0)'];
  expect(Object.entries(filled).filter(([, colour]) => nothing.includes(colour))).toEqual([]);
});
