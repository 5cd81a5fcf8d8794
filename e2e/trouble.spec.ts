import { expect, test as base, type Page } from '@playwright/test';
import { expectNoViolations } from './accessibility.ts';
import { Explorer } from './explorer.ts';

/** These pages do complain: a guard that only an answered check asks throws, as if the machine had a mistake in it. */
const test = base.extend<{ explorer: Explorer }>({
  explorer: async ({ page }, use) => {
    await page.route('**/assets/*.js', async (route) => {
      const code = await (await route.fetch()).text();
      const body = code.replace('hasMoreChecks:', `hasMoreChecks:()=>{throw new Error("${SAYING}")},was:`);
      await route.fulfill({ contentType: 'text/javascript', body });
    });
    await use(new Explorer(page));
  },
});

const SAYING = 'the guard is out to lunch';
const FINE = 'v1/half-message?do=order.half.ok.commit.return.drop~end';
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
    await expectTrouble(explorer, page, /\.drop~end\.timeout\.pass\.check&h=[\da-f]{4}$/);
    await expectNoViolations(page, 'trouble');
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
    await expect(page.getByRole('heading', { name: explorer.say('error-title') })).toBeVisible();
    await page.unroute('**/assets/*.js');
    await explorer.button('error-again').click();
    await explorer.isReady();
    await explorer.expectPosition(0);
  });
});

async function expectTrouble(explorer: Explorer, page: Page, link: RegExp): Promise<void> {
  await expect(page.getByRole('heading', { name: explorer.say('error-title') })).toBeVisible();
  await expect(page.getByText(explorer.say('error-text'))).toBeVisible();
  await expect(page.getByText(SAYING)).toBeVisible();
  await expect(page.getByRole('main').getByRole('link')).toHaveText(link);
}
