import type { Page } from '@playwright/test';
import type { TextKey } from '../src/i18n/book.ts';
import type { TextValues } from '../src/i18n/fill.ts';
import type { Lang } from '../src/i18n/languages.ts';
import { pageText, topicText } from '../src/i18n/text.ts';
import { expectNoViolations } from './accessibility.ts';
import { Explorer } from './explorer.ts';
import { expect, test, WITH_MOTION } from './test.ts';

test.use(WITH_MOTION);

/** Short enough for a busy machine. */
const SHORT = 'v2/load?p=half-message.call&curve=0~300_4~300';

/** The load lab, as a reader uses it. */
class LoadPage {
  readonly page: Page;
  readonly lang: Lang;

  constructor(page: Page, lang: Lang = 'en') {
    this.page = page;
    this.lang = lang;
  }

  async open(link: string, query: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.page.goto(`./?${new URLSearchParams({ lang: this.lang, ...query }).toString()}#${link}`);
    await expect(this.card('half-message')).toBeVisible();
    await expect(this.page.getByRole('button', { name: this.say('load-cancel') })).toHaveCount(0);
  }

  say(key: TextKey<'load'>, values: TextValues = {}): string {
    return topicText(this.lang, 'load', key, values);
  }

  card(id: 'half-message' | 'call') {
    return this.page
      .locator('.load-card')
      .and(this.page.getByRole('region', { name: this.say(`name-${id}`), exact: true }));
  }

  get clock() {
    return this.page.getByRole('slider', { name: this.say('load-clock'), exact: true });
  }
}

/** The sizes that these take from now on, whoever looks when. */
async function sizesOf(page: Page, selectors: readonly string[]): Promise<(of: string) => Promise<readonly string[]>> {
  const handle = await page.evaluateHandle((all) => {
    const sizes = Object.fromEntries(all.map((selector) => [selector, new Set<string>()]));
    for (const selector of all) {
      const element = document.querySelector(selector);
      if (element === null) throw new Error(`Expected ${selector} to be there.`);
      new ResizeObserver(() => {
        const { width, height } = element.getBoundingClientRect();
        sizes[selector]?.add(`${width} ${height}`);
      }).observe(element);
    }
    return sizes;
  }, selectors);
  return async (of) => handle.evaluate((sizes, selector) => [...(sizes[selector] ?? [])], of);
}

test.describe('load lab', () => {
  test('[LB1] shows protocols under one load, computes at once, simulates, and keeps it in the address', async ({
    page,
  }) => {
    const lab = new LoadPage(page);
    await lab.open(SHORT);
    await expect(page.getByText(lab.say('load-by-hand'))).toBeVisible();
    // Every text has what it asks for.
    await expect(page.locator('.page')).not.toContainText('{');
    const cores = page.getByRole('slider', { name: lab.say('number-points-cores'), exact: true });
    await cores.focus();
    for (let count = 0; count < 4; count += 1) await page.keyboard.press('ArrowLeft');
    await expect(page).toHaveURL(/set=points-cores~2/);
    await expect(lab.card('half-message').getByText('333 per second')).toBeVisible();
    await expect(page.getByRole('cell', { name: lab.say('pool-points-cores') }).first()).toBeVisible();
  });

  test('[LB2] opens presets with their lesson, and moves its clock with the keys', async ({ page }) => {
    const lab = new LoadPage(page);
    await lab.open(SHORT);
    await page.getByRole('link', { name: lab.say('preset-peak'), exact: true }).click();
    await expect(page.getByText(lab.say('lesson-peak'))).toBeVisible();
    await expect(page).toHaveURL(/load\?preset=peak$/);
    await expect(page.getByRole('button', { name: lab.say('load-cancel') })).toHaveCount(0);
    await lab.clock.focus();
    await page.keyboard.press('Home');
    await expect(page.locator('.load-now')).toHaveText('0 s');
    await page.getByRole('button', { name: lab.say('load-play'), exact: true }).click();
    await expect(page.locator('.load-now')).not.toHaveText('0 s');
    await page.getByRole('button', { name: lab.say('load-pause'), exact: true }).click();
    await expect(page).toHaveURL(/at=\d+/);
  });

  test('[LB3] opens an order on the stage, and says what was wrong with an address', async ({ page }) => {
    const lab = new LoadPage(page);
    await lab.open(`${SHORT}&set=threads~0`);
    await expect(page.getByText(/threads in set= should be a number/)).toBeVisible();
    await page.getByText(lab.say('load-orders-open'), { exact: true }).first().click();
    await page
      .getByRole('link', { name: lab.say('load-orders-open') })
      .first()
      .click();
    await expect(page).toHaveURL(/v2\/half-message/);
  });

  test('[LB4] saves the curves, and a picture', async ({ page }) => {
    const lab = new LoadPage(page);
    await lab.open(SHORT);
    for (const [key, name] of [
      ['load-export-csv', 'load.csv'],
      ['load-export-png', 'load.png'],
    ] as const) {
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: lab.say(key), exact: true }).click();
      expect((await saved).suggestedFilename()).toBe(name);
    }
  });

  for (const lang of ['zh', 'en'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      test(`[LB5] has no violation and fits on a phone and on a screen: ${lang}, ${theme}`, async ({ page }) => {
        const lab = new LoadPage(page, lang);
        await page.setViewportSize({ width: 390, height: 900 });
        await lab.open(SHORT, { theme });
        for (const width of [390, 1440]) {
          await page.setViewportSize({ width, height: 900 });
          for (const summary of await page.locator('.load-below summary, .load-all summary').all()) {
            if ((await summary.locator('..').getAttribute('open')) === null) await summary.click();
          }
          await expectNoViolations(page, `load lab at ${width}`);
          const wide = await page.locator('.page').evaluate((element) => element.scrollWidth - element.clientWidth);
          expect(wide, `at ${width}`).toBeLessThanOrEqual(0);
        }
      });
    }
  }

  test('[LB7] a selected choice and what is held against what can be read with forced colours', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    const lab = new LoadPage(page);
    await lab.open(SHORT);
    const contrast = await page
      .locator('.ui-segmented input:checked + span')
      .evaluateAll((all) => all.map((one) => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]));
    expect(contrast.length).toBeGreaterThan(0);
    for (const [ink, ground] of contrast) expect(ink).not.toBe(ground);
    await expectNoViolations(page, 'load lab, forced colours');
  });

  test('[LB8] shows a crash of the order service: what is lost stands on the card, and in the table', async ({
    page,
  }) => {
    const lab = new LoadPage(page);
    await lab.open('v2/load?p=half-message.call-inside&curve=0~800_6~800&fault=order-dies~2~3');
    await expect(page.getByRole('button', { name: lab.say('fault-order-dies') })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await expect(page.locator('.load-chips').last()).toContainText(/phantom/);
    await expect(page.getByRole('row', { name: lab.say('row-caught') })).toBeVisible();
  });

  test('[LB10] opens any order on the stage by its number, as a run that ends as it did', async ({ page }) => {
    const lab = new LoadPage(page);
    await lab.open(SHORT);
    await page.getByText(lab.say('load-orders-open'), { exact: true }).first().click();
    const which = page.getByRole('spinbutton', { name: lab.say('order-which') });
    await which.fill('999999');
    await expect(which).toHaveAttribute('aria-invalid', 'true');
    await which.fill('17');
    await expect(which).toHaveAttribute('aria-invalid', 'false');
    const order = page.getByRole('listitem').filter({ hasText: lab.say('order-any', { order: 17 }) });
    await expect(order).toHaveCount(2);
    await expect(order.first()).toContainText(pageText('en', 'verdict-consistent'));
    await expectNoViolations(page, 'load lab, any order');
    await order
      .first()
      .getByRole('link', { name: lab.say('load-orders-open') })
      .click();
    await new Explorer(page).expectVerdict('consistent');
    await expect.poll(() => new Explorer(page).link).toContain('v2/half-message');
  });

  test('[LB11] has the preset that is shown in view, where presets are a row that is moved sideways', async ({
    page,
  }) => {
    const lab = new LoadPage(page);
    for (const [width, height] of [
      [390, 844],
      [844, 390],
    ] as const) {
      await page.setViewportSize({ width, height });
      await lab.open('v2/load?preset=day-in-a-minute');
      const presets = page.getByRole('navigation', { name: lab.say('load-presets') });
      await expect(presets.getByRole('link', { name: lab.say('preset-day-in-a-minute') })).toBeInViewport({ ratio: 1 });
      await expect(presets.getByRole('link', { name: lab.say('preset-steady') })).not.toBeInViewport();
      await page.goto('about:blank');
    }
  });

  test('[LB12] its cursors stand where its clock does: at the end, where the address says, where it stops, and on the way back', async ({
    page,
  }) => {
    const lab = new LoadPage(page);
    const cursorS = async (): Promise<readonly number[]> =>
      page.locator('.load-future').evaluateAll((all) =>
        all.map((one) => {
          const box = one.parentElement?.getBoundingClientRect() ?? new DOMRect();
          return (4 * (one.getBoundingClientRect().left - box.left)) / (box.width - 2);
        }),
      );
    const expectAllAt = async (seconds: number): Promise<void> => {
      await expect(page.locator('.load-now')).toHaveText(`${Math.round(seconds)} s`);
      const all = await cursorS();
      expect(all).toHaveLength(6);
      for (const at of all) expect(Math.abs(at - seconds)).toBeLessThan(0.02);
    };
    await lab.open(SHORT);
    await expectAllAt(4);
    await lab.open(`${SHORT}&at=1`);
    await expectAllAt(1);
    await page.getByRole('combobox', { name: lab.say('load-speed') }).selectOption('1');
    await page.getByRole('button', { name: lab.say('load-play'), exact: true }).click();
    await expect(page.locator('.load-now')).toHaveText('2 s');
    // Moved by the browser, with no frame of ours.
    expect(await page.evaluate(() => document.getAnimations().length)).toBeGreaterThanOrEqual(6);
    await page.getByRole('button', { name: lab.say('load-pause'), exact: true }).click();
    const [stopped = NaN] = await cursorS();
    expect(stopped).toBeGreaterThan(1.4);
    await expectAllAt(stopped);
    await expect(page).toHaveURL(/at=[23]$/);
    // Another address while it stands.
    await page.evaluate((hash) => (window.location.hash = hash), SHORT);
    await expectAllAt(4);
  });

  test('[LB13] has its presets in one row with the rest a press away, and words along axes and clock that never touch', async ({
    page,
  }) => {
    const lab = new LoadPage(page);
    const touching = async (): Promise<readonly string[]> =>
      page.locator('.load-time-axis, .load-track-words').evaluateAll((all) =>
        all.flatMap((line) => {
          const shown = [...line.children].filter((one) => getComputedStyle(one).visibility === 'visible');
          return shown.flatMap((one, index) => {
            const [left, right] = [one.getBoundingClientRect(), shown[index + 1]?.getBoundingClientRect()];
            const isTouched = right !== undefined && right.width > 0 && right.left < left.right + 2;
            return isTouched ? [`${one.textContent} ${shown[index + 1]?.textContent ?? ''}`] : [];
          });
        }),
      );
    await page.setViewportSize({ width: 320, height: 700 });
    await lab.open(SHORT);
    // A tick of the logarithmic axis had no room.
    await expect.poll(touching).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
    await lab.open('v2/load?p=half-message.call&curve=0~300_4~300_4~900_6~900_6~300_20~300&fault=broker-away~12~13');
    await expect.poll(touching).toEqual([]);
    await expect(page.locator('.load-track-words')).toContainText(lab.say('clock-peak'));
    const presets = page.getByRole('navigation', { name: lab.say('load-presets') });
    const rows = async (): Promise<number> =>
      presets
        .getByRole('link')
        .evaluateAll((all) => new Set(all.map((one) => Math.round(one.getBoundingClientRect().top))).size);
    expect(await rows()).toBe(1);
    const day = presets.getByRole('link', { name: lab.say('preset-day'), exact: true });
    await expect(day).toBeHidden();
    await presets.getByRole('button').press('Enter');
    await expect(day).toBeVisible();
    await day.press('Enter');
    await expect(page).toHaveURL(/preset=day$/);
    await presets.getByRole('button', { name: lab.say('load-presets-fewer') }).click();
    await expect(day).toBeVisible();
    await expect(presets.getByRole('link', { name: lab.say('preset-far-away') })).toBeHidden();
  });

  test('[LB15] does not move below a lesson that becomes another sentence, with one line or two, at a slider', async ({
    page,
  }) => {
    const lab = new LoadPage(page);
    const lesson = page.locator('.load-lesson');
    await page.setViewportSize({ width: 1440, height: 900 });
    await lab.open('v2/load?preset=steady');
    for (const width of [1440, 1024, 768]) {
      await page.setViewportSize({ width, height: 900 });
      const seen = await sizesOf(page, ['.load-top', '.load-progress']);
      await page.getByRole('slider', { name: lab.say('number-points-cores'), exact: true }).focus();
      for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowRight', 'ArrowRight']) {
        const said = await lesson.innerText();
        await page.keyboard.press(key);
        await expect(lesson).not.toHaveText(said);
      }
      // Until it was simulated, too: the progress came and went.
      await expect.poll(async () => (await seen('.load-progress')).length).toBeGreaterThan(1);
      await expect(page.getByRole('button', { name: lab.say('load-cancel') })).toHaveCount(0);
      expect(await seen('.load-top'), `at ${width}`).toHaveLength(1);
    }
  });

  test('[LB14] leads from its bar to single orders and to the table, and from its lesson to what its figures follow from', async ({
    page,
  }) => {
    const lab = new LoadPage(page);
    await lab.open(SHORT);
    const leads = async (button: TextKey<'load'>, fold: TextKey<'load'>): Promise<void> => {
      await page.getByRole('button', { name: lab.say(button), exact: true }).press('Enter');
      const summary = page.locator('summary').getByText(lab.say(fold), { exact: true });
      await expect(summary).toBeFocused();
      await expect(summary).toBeInViewport();
      await expect(summary.locator('..')).toHaveAttribute('open');
    };
    await leads('load-one-order', 'load-orders-open');
    await expect(page.getByRole('spinbutton', { name: lab.say('order-which') })).toBeInViewport();
    await leads('load-why', 'load-why');
    const why = page.getByRole('region', { name: lab.say('load-why'), exact: true });
    // Eight cores, six milliseconds.
    await expect(why.getByRole('row', { name: lab.say('pool-points-cores') })).toContainText('8 ÷ 6 ms = 1,333/s');
    await page.setViewportSize({ width: 320, height: 700 });
    await leads('load-table', 'load-table');
    await leads('load-one-order', 'load-orders-open');
  });

  test('[LB6] plays to the end where motion is not wanted', async ({ page }) => {
    const lab = new LoadPage(page);
    await lab.open(SHORT);
    await lab.clock.focus();
    await page.keyboard.press('Home');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.getByRole('button', { name: lab.say('load-play'), exact: true }).click();
    await expect(page.locator('.load-now')).toHaveText('4 s');
    await expect(page.getByRole('button', { name: lab.say('load-play'), exact: true })).toBeVisible();
  });
});
