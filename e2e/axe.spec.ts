import { expectNoViolations } from './accessibility.ts';
import { expectEveryPanelFine } from './everyPanel.ts';
import { Explorer } from './explorer.ts';
import { expect, test } from './test.ts';

const RUN = 'v2/half-message?set=producers~2&do=order~producer.half.ok.commit.crash~order.timeout.pass';

test.describe('axe', () => {
  // The second tier looks at the other language and theme.
  test('[X13] finds nothing wrong on the page, every panel open: en, dark', async ({ page }) => {
    // axe looks at the whole page a dozen times.
    test.slow();
    await expectEveryPanelFine(page, { lang: 'en', theme: 'dark', link: RUN });
  });

  test('[X13] finds nothing wrong at the start, in a fork, and with a broken link', async ({ explorer, page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await explorer.open();
    await expectNoViolations(page, 'start');
    await explorer.toEnd();
    await expect(page.getByRole('button', { name: explorer.saidOn('panels', 'suggestion-leave') })).toBeVisible();
    await expectNoViolations(page, 'suggestion');
    await explorer.goTo(3);
    await explorer.whatIf.getByRole('button').first().click();
    await expect(explorer.branches).toBeVisible();
    await expectNoViolations(page, 'fork');
    await explorer.follow('v2/half-message?do=order.half.explode');
    await expect(explorer.problem).toBeVisible();
    await expectNoViolations(page, 'broken link');
  });

  for (const width of [390, 1024]) {
    test(`[X13] finds nothing wrong at ${width} pixels, in both themes and languages`, async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: width < 700 ? 844 : 768 });
      for (const [lang, theme] of [
        ['en', 'light'],
        ['zh', 'dark'],
      ] as const) {
        const explorer = new Explorer(page, { lang });
        await page.goto('about:blank');
        await explorer.open({ link: RUN, query: { theme } });
        await expectNoViolations(page, `${lang} ${theme}`);
        await explorer.openTab('tab-steps');
        await expectNoViolations(page, `${lang} ${theme} steps`, '[role="tabpanel"]');
        await explorer.packets().click();
        await expect(explorer.popover).toBeVisible();
        await expectNoViolations(page, `${lang} ${theme} popover`, 'dialog:popover-open');
      }
    });
  }

  test('[X13] finds nothing wrong in the embed', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 800, height: 620 });
    for (const [lang, theme] of [
      ['en', 'light'],
      ['zh', 'dark'],
    ] as const) {
      const explorer = new Explorer(page, { lang });
      await page.goto('about:blank');
      await explorer.open({ link: `${RUN}.explode`, query: { theme, embed: '1' } });
      await expect(explorer.problem).toBeVisible();
      await expectNoViolations(page, `embed ${lang} ${theme}`);
    }
  });
});
