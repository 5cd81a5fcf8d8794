import { expectNoViolations } from './accessibility.ts';
import { Explorer } from './explorer.ts';
import { expect, test } from './test.ts';

const RUN = 'v1/half-message?set=producers~2&do=order~producer.half.ok.commit.crash~order.timeout.pass';

test.describe('axe', () => {
  // The other two pairs are looked at on smaller screens below.
  for (const [lang, theme] of [
    ['en', 'dark'],
    ['zh', 'light'],
  ] as const) {
    test(`[X13] finds nothing wrong on the page, every panel open: ${lang}, ${theme}`, async ({ page }) => {
      // axe looks at the whole page a dozen times.
      test.slow();
      const explorer = new Explorer(page, { lang });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.setViewportSize({ width: 1440, height: 900 });
      await explorer.open({ link: RUN, query: { theme } });
      const check = (state: string, part?: string): Promise<void> => expectNoViolations(page, state, part);
      await check('page');
      for (const tab of ['tab-actions', 'tab-state', 'tab-whynot'] as const) {
        await explorer.openTab(tab);
        await check(tab, '[role="tabpanel"]');
      }
      await page.getByRole('radio', { name: explorer.own('zoom-internals'), exact: true }).check();
      await check('internals', '.stage');
      for (const [opener, dialog] of [
        [explorer.title, 'scenarios-title'],
        [explorer.button('header-settings'), 'settings-title'],
        [explorer.button('header-share'), 'share-title'],
      ] as const) {
        await opener.click();
        await expect(explorer.dialog(dialog).getByRole('heading').first()).toBeVisible();
        await check(dialog, 'dialog:popover-open');
        await explorer.press('Escape');
      }
      await explorer.packets().click();
      await expect(explorer.popover).toBeVisible();
      await check('popover', 'dialog:popover-open');
      await explorer.press('Escape');
      await explorer.button('header-help').click();
      await check('help', '.help');
    });
  }

  test('[X13] finds nothing wrong at the start, in a fork, and with a broken link', async ({ explorer, page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await explorer.open();
    await expectNoViolations(page, 'start');
    await explorer.toEnd();
    await expect(page.getByText(explorer.say('suggestion-text'))).toBeVisible();
    await expectNoViolations(page, 'suggestion');
    await explorer.goTo(3);
    await explorer.whatIf.getByRole('button').first().click();
    await expect(explorer.branches).toBeVisible();
    await expectNoViolations(page, 'fork');
    await explorer.follow('v1/half-message?do=order.half.explode');
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
