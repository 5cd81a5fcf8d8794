import type { Page } from '@playwright/test';
import { expectNoViolations } from './accessibility.ts';
import type { Explorer } from './explorer.ts';
import { expect, troubledTest } from './test.ts';

/** A guard that only an answered check asks throws, as if the machine had a mistake in it. */
const test = troubledTest.extend({
  explorer: async ({ explorer, page }, use) => {
    await page.route('**/assets/*.js', async (route) => {
      const code = await (await route.fetch()).text();
      const body = code.replace('hasMoreChecks:', `hasMoreChecks:()=>{throw new Error("${SAYING}")},was:`);
      await route.fulfill({ contentType: 'text/javascript', body });
    });
    await use(explorer);
    // Panels may still be on their way.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  },
});

// A page that keeps a broken script must not serve another test.
test.use({ reuseContext: false });

const SAYING = 'the guard is out to lunch';
const FINE = 'v2/half-message?do=order.half.ok.commit.return.drop~end';
const BROKEN = `${FINE}.timeout.pass.check.answer`;

test.describe('an exception inside a machine', () => {
  test('[X14] shows what happened and the link of the run, when the reader takes a step', async ({
    explorer,
    page,
  }) => {
    await explorer.open({ link: FINE });
    await explorer.next(2);
    await explorer.expectPosition(8);
    await explorer.next();
    // The step is not taken: what Next would lead to is known before.
    await expectTrouble(explorer, page, /\.drop~end\.timeout\.pass&h=[\da-f]{4}$/);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByText(explorer.saidOn('problems', 'error-stack')).click();
    await expect(page.getByText(/^\s*at .*\.js:\d+:\d+/m)).toBeVisible();
    await expectNoViolations(page, 'trouble');
    await page.getByRole('button', { name: explorer.saidOn('problems', 'error-copy'), exact: true }).click();
    await expect(
      page.getByRole('button', { name: explorer.saidOn('problems', 'error-copied'), exact: true }),
    ).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(new RegExp(`${SAYING}\n.*#v2/half-message\\?do=.*\n[^]*\n +at .*\\.js:\\d+`));
  });

  test('[X14] shows the link that was to be opened, when it happens on the way', async ({ explorer, page }) => {
    await page.goto(`./?lang=en#${BROKEN}`);
    await expectTrouble(explorer, page, /\.drop~end\.timeout\.pass\.check\.answer$/);
  });

  test('[X14] shows it in the embed, and when another link is followed', async ({ explorer, page }) => {
    await explorer.open({ link: FINE, query: { embed: '1' } });
    await explorer.follow(BROKEN);
    await expectTrouble(explorer, page, /\.drop~end/);
  });

  test('[X14] begins again from there', async ({ explorer, page }) => {
    await page.goto(`./?lang=en#${BROKEN}`);
    await expect(page.getByRole('heading', { name: explorer.saidOn('problems', 'error-title') })).toBeVisible();
    await page.unroute('**/assets/*.js');
    await page.getByRole('button', { name: explorer.saidOn('problems', 'error-again'), exact: true }).click();
    await explorer.isReady();
    await explorer.expectPosition(0);
  });
});

async function expectTrouble(explorer: Explorer, page: Page, link: RegExp): Promise<void> {
  await expect(page.getByRole('heading', { name: explorer.saidOn('problems', 'error-title') })).toBeVisible();
  await expect(page.getByText(explorer.saidOn('problems', 'error-text'))).toBeVisible();
  await expect(page.getByText(SAYING).first()).toBeVisible();
  await expect(page.getByRole('main').getByRole('link')).toHaveText(link);
}
