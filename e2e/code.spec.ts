import { LANGS } from '../src/i18n/languages.ts';
import { expectNoViolations } from './accessibility.ts';
import { Explorer } from './explorer.ts';
import { expect, test } from './test.ts';

const CHECKED =
  'v2/half-message?set=producers~2.checker~rollback-if-missing&do=order~producer.half.ok.commit.crash~order.timeout.pass.check';

test.describe('code beside the run', () => {
  for (const lang of LANGS) {
    test(`[X60] lights what runs, says what died, and crashes after a line: ${lang}`, async ({ page }) => {
      const explorer = new Explorer(page, { lang });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await explorer.show({ link: CHECKED, query: { view: 'code', theme: lang === 'zh' ? 'dark' : 'light' } });
      const file = page.getByRole('region', { name: 'OrderListener.java' });
      const [dead, alive] = [explorer.own('process-order'), explorer.own('process-order-b')];
      await expect(file.getByText(explorer.saidOn('panels', 'code-died-here', { process: dead }))).toBeVisible();
      await expect(file.locator('[aria-current="step"]')).toContainText('checkLocalTransaction');
      await expect(file.getByText(explorer.saidOn('panels', 'code-wrongs', { count: 1 }))).toBeVisible();
      await expectNoViolations(page, 'code', '.code');
      const bolt = file.getByRole('button', {
        name: explorer.saidOn('panels', 'code-crash', { process: alive, line: 22 }),
      });
      await bolt.focus();
      await page.keyboard.press('Enter');
      await explorer.expectPosition(9);
      await expect(file.getByText(explorer.saidOn('panels', 'code-died-here', { process: alive }))).toBeVisible();
    });
  }

  test('[X61] scrolls inside on a phone, and shows the other client', async ({ page }) => {
    const explorer = new Explorer(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await explorer.show({ link: 'v2/half-message?do=order.half', query: { view: 'code' } });
    await page.getByRole('radio', { name: explorer.saidOn('panels', 'flavour-client') }).check();
    await expect(page.getByRole('region', { name: 'OrderChecker.java' })).toBeVisible();
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
    await expectNoViolations(page, 'code on a phone', '.code');
  });
});
