import { expect, test as base, type Page } from '@playwright/test';
import { Explorer } from './explorer.ts';

/** These pages do complain: the guard that is asked after a lost half message throws, as if a machine had a mistake in it. */
const test = base.extend<{ explorer: Explorer }>({
  explorer: async ({ page }, use) => {
    await page.route('**/assets/*.js', async (route) => {
      const code = await (await route.fetch()).text();
      const body = code.replace('mayRetrySend:', `mayRetrySend:()=>{throw new Error("${SAYING}")},was:`);
      await route.fulfill({ contentType: 'text/javascript', body });
    });
    await use(new Explorer(page));
  },
});

const SAYING = 'the guard is out to lunch';
const FINE = 'v1/half-message?do=order';

test.describe('an exception inside a machine', () => {
  test('[X14] shows what happened and the link of the run, when the reader takes a step', async ({
    explorer,
    page,
  }) => {
    await explorer.open({ link: FINE });
    await explorer.whatIf.getByRole('button', { name: explorer.say('whatif-drop') }).click();
    await expectTrouble(explorer, page, /^v1\/half-message\?do=order\.drop~half&h=[\da-f]{4}$/);
  });

  test('[X14] shows the link that was to be opened, when it happens on the way', async ({ explorer, page }) => {
    await page.goto(`./?lang=en#${FINE}.drop~half.send-timeout`);
    await expectTrouble(explorer, page, /^v1\/half-message\?do=order\.drop~half\.send-timeout$/);
  });

  test('[X14] shows it in the embed, and when another link is followed', async ({ explorer, page }) => {
    await explorer.open({ link: FINE, query: { embed: '1' } });
    await explorer.follow(`${FINE}.drop~half.send-timeout`);
    await expectTrouble(explorer, page, /^v1\/half-message\?do=order/);
  });

  test('[X14] begins again from there', async ({ explorer, page }) => {
    await page.goto(`./?lang=en#${FINE}.drop~half.send-timeout`);
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
