import { texts as whys } from '../src/i18n/en/halfMessageWhys.ts';
import { texts } from '../src/i18n/en/verify.ts';
import { texts as chinese } from '../src/i18n/zh/verify.ts';
import { expectNoViolations, inBothLooks } from './accessibility.ts';
import { expect, test } from './test.ts';

test.describe('is my checker right', () => {
  test('[X145] answers about exactly the form, with the run that breaks it and the smallest change, which mends it', async ({
    explorer,
    page,
  }) => {
    await page.goto('./?lang=en#v2/checker?set=check-running~unnoticed');
    await expect(page.getByRole('heading', { name: texts['checker-breaks-no-lost'] })).toBeVisible();
    await expect(page.getByRole('region', { name: texts['checker-run'] })).toContainText(explorer.say('verdict-lost'));
    const change = page.getByRole('region', { name: texts['checker-change'] });
    await expect(change).toContainText(whys['setting-check-running']);
    await change.getByRole('button', { name: texts['checker-use'] }).click();
    await expect(page.getByRole('heading', { name: texts['checker-impossible'] })).toBeVisible();
    await expect.poll(() => new URL(page.url()).hash).toBe('#v2/checker');
    await page.getByRole('radio', { name: whys['value-check-missing-commit'], exact: true }).first().check();
    await expect.poll(() => new URL(page.url()).hash).toContain('check-missing~commit');
  });

  test('[X147] shows the change in the code, leads to the code panel and back, and searches again on the page', async ({
    explorer,
    page,
  }) => {
    await page.goto('./?lang=en#v2/checker?set=check-running~unnoticed');
    const change = page.getByRole('region', { name: texts['checker-change'] });
    const listener = change.getByRole('region', { name: 'OrderListener.java' });
    await expect(listener.locator('.code-other').getByText('running.contains(id)')).toBeVisible();
    await expect(listener.locator('.code-removed').first()).toContainText(texts['checker-code-before']);
    await change.getByRole('radio', { name: explorer.saidOn('panels', 'flavour-client') }).check();
    await expect(change.getByRole('region', { name: 'OrderChecker.java' })).toBeVisible();
    await page.getByRole('button', { name: texts['checker-again'] }).click();
    await expect(page.getByText(texts['checker-here'])).toBeVisible();
    await expect(page.getByRole('heading', { name: texts['checker-breaks-no-lost'] })).toBeVisible();
    await change.getByRole('link', { name: texts['checker-code-panel'] }).click();
    await expect(page.locator('.code').getByRole('region', { name: 'OrderListener.java' })).toBeVisible();
    await page.getByRole('link', { name: explorer.saidOn('panels', 'code-checker') }).click();
    await expect(page.getByRole('heading', { name: texts['checker-impossible'] })).toBeVisible();
  });

  test('[X146] is as good without colour, mouse or room', async ({ page }) => {
    await inBothLooks(page, 'v2/checker?set=check-missing~commit', async ({ lang }) => {
      const shelf = lang === 'en' ? texts : chinese;
      await expect(page.getByRole('button', { name: shelf['checker-use'] })).toBeVisible();
      await expect(page.locator('.run-stage svg').first()).toBeVisible();
      await expectNoViolations(page, `checker ${lang}`, '.checker');
    });
  });
});
