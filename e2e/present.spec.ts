import type { Page } from '@playwright/test';
import { cutTexts } from './cutTexts.ts';
import type { Explorer } from './explorer.ts';
import { expect, test } from './test.ts';

const RUN = 'v2/half-message?do=order.half.ok.commit.return.end.msg.consume&at=4';
/** The smallest letters of the stage, of the sentence and of the verdict, in CSS pixels, at 1024 × 768. */
const FROM_AFAR = { stage: 18, sentence: 27, verdict: 27 } as const;

test.use({ viewport: { width: 1024, height: 768 } });

test.describe('a presentation', () => {
  test('[X31] shows the run alone and large, and obeys a clicker', async ({ explorer, page }) => {
    await explorer.open({ link: RUN });
    await explorer.press('f');
    await expect(sentence(page)).toBeVisible();
    await expect(page.getByRole('banner')).toHaveCount(0);
    await expect(explorer.nextButton).toHaveCount(0);
    await explorer.press('PageDown', 3);
    await expect(sentence(page)).toContainText(explorer.say('transport-position', { position: 7, length: 8 }));
    await explorer.press('PageUp');
    await expect(sentence(page)).toContainText(explorer.say('transport-position', { position: 6, length: 8 }));
    await explorer.press('End');
    await explorer.expectVerdict('consistent');
    await expect(explorer.still).toHaveCount(0);
    expect(await lettersOf(page, '.sentence > span')).toBeGreaterThanOrEqual(FROM_AFAR.sentence);
    expect(await lettersOf(page, '.ledger-strip .ui-chip')).toBeGreaterThanOrEqual(FROM_AFAR.verdict);
    await expect.poll(() => lettersOf(page, '.stage-flow .part-title > span')).toBeGreaterThanOrEqual(FROM_AFAR.stage);
    expect((await cutTexts(page)).cut).toEqual([]);
    await explorer.press('Escape');
    await leftIt(explorer, page);
    await explorer.expectPosition(8);
  });

  test('[X31] is there without full screen too, by a button, and is left by one', async ({ explorer, page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(document, 'fullscreenEnabled', { get: () => false });
    });
    await explorer.open({ link: RUN });
    await explorer.button('header-more').click();
    const menu = explorer.dialog('header-more');
    await menu.getByRole('button', { name: explorer.saidOn('panels', 'help-present') }).click();
    await expect(sentence(page)).toBeVisible();
    expect(await page.evaluate(() => document.fullscreenElement)).toBeNull();
    await page.getByRole('button', { name: explorer.say('transport-next'), exact: true }).click();
    await expect(sentence(page)).toContainText(explorer.say('transport-position', { position: 5, length: 8 }));
    await page.getByRole('button', { name: explorer.saidOn('panels', 'present-leave') }).click();
    await leftIt(explorer, page);
  });
});

test.describe('a presentation on a phone held sideways', () => {
  test.use({ viewport: { width: 844, height: 390 } });

  test('[X31] cuts nothing of the verdict', async ({ explorer, page }) => {
    await explorer.open({ link: RUN });
    await explorer.press('f');
    const told = page.locator('.present-told');
    await explorer.press('End');
    await explorer.expectVerdict('consistent');
    const overflow = await told.evaluate((pane) => {
      const { left, right } = pane.getBoundingClientRect();
      return [...pane.querySelectorAll('*')].filter((part) => {
        const box = part.getBoundingClientRect();
        return box.left < left - 0.5 || box.right > right + 0.5;
      }).length;
    });
    expect(overflow).toBe(0);
    await page.getByRole('button', { name: explorer.saidOn('panels', 'present-leave') }).click();
    await leftIt(explorer, page);
  });
});

function sentence(page: Page) {
  return page.locator('.present .sentence');
}

async function leftIt(explorer: Explorer, page: Page): Promise<void> {
  await expect(explorer.nextButton).toBeVisible();
  await expect(page.getByRole('banner')).toBeVisible();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
}

/** The smallest of these letters as they are seen, in CSS pixels. */
function lettersOf(page: Page, selector: string): Promise<number> {
  return page.locator(selector).evaluateAll((elements) => {
    const sizes = elements.map((element) => {
      const canvas = element.closest('.react-flow__viewport, .still');
      const scale = canvas === null ? 1 : new DOMMatrix(getComputedStyle(canvas).transform).a;
      return parseFloat(getComputedStyle(element).fontSize) * scale;
    });
    return Math.min(...sizes);
  });
}
