import type { Page } from '@playwright/test';
import { expectNoViolations } from './accessibility.ts';
import { Explorer } from './explorer.ts';
import { expect, troubledTest as test } from './test.ts';

// What was loaded before must not stand in for what is missing.
test.use({ reuseContext: false });

const HALFWAY = 'v2/half-message?do=order.half.ok.commit';

test.describe('a part that cannot be loaded', () => {
  for (const [lang, file, text] of [
    ['en', '**/Verify-*.js', 'verify-intro'],
    ['zh', '**/verify-*.js', 'verify-intro'],
  ] as const) {
    test(`[X150] says so in its place, lets the run stay, and is there when it is tried again: ${file}`, async ({
      page,
    }) => {
      const explorer = new Explorer(page, { lang });
      const back = await cut(page, file);
      await explorer.show({ link: HALFWAY });
      await explorer.tab('tab-verify').click();
      const panel = page.getByRole('tabpanel');
      await expect(panel.getByText(explorer.say('part-missing'))).toBeVisible();
      await expectNoViolations(page, 'a part that is missing', '[role="tabpanel"]');
      await explorer.expectPosition(4);
      await explorer.button('transport-back').click();
      await explorer.expectPosition(3);
      await panel.getByRole('button', { name: explorer.say('part-again') }).click();
      await expect(panel.getByText(explorer.say('part-missing'))).toBeVisible();
      await back();
      await panel.getByRole('button', { name: explorer.say('part-again') }).click();
      await expect(panel.getByText(explorer.saidOn('verify', text))).toBeVisible();
      await expect(panel.getByText(explorer.say('part-missing'))).toHaveCount(0);
    });
  }

  test('[X151] says so for a menu and for a page, too', async ({ page }) => {
    const explorer = new Explorer(page);
    const back = await cut(page, /\/(?:SharePanel|Brokers)-[^/]*\.js$/);
    await explorer.show({ link: HALFWAY });
    await explorer.button('header-share').click();
    const share = explorer.dialog('share-title');
    await expect(share.getByText(explorer.say('part-missing'))).toBeVisible();
    await explorer.press('Escape');
    await explorer.follow('v2/brokers');
    const missing = page.getByText(explorer.say('part-missing'));
    await expect(missing).toBeVisible();
    await back();
    await page.getByRole('button', { name: explorer.say('part-again') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(missing).toHaveCount(0);
  });

  test('[X152] says so where what is pressed has no place of its own, and goes on when it is pressed again', async ({
    page,
  }) => {
    const explorer = new Explorer(page);
    const back = await cut(page, /\/plainMq[^/]*\.js$/);
    await explorer.show({ link: HALFWAY });
    await explorer.follow('v2/plain-mq');
    const missing = page.getByRole('alert').filter({ hasText: explorer.say('part-missing') });
    await expect(missing).toBeVisible();
    await explorer.expectPosition(4);
    await missing.getByRole('button', { name: explorer.say('page-dismiss') }).click();
    await expect(missing).toHaveCount(0);
    await back();
    await explorer.follow('v2/plain-mq?do=order');
    await explorer.expectPosition(1);
  });
});

test.describe('the panels', () => {
  test('[X153] are fetched when the browser is idle and a reader is there, and never in an embed', async ({ page }) => {
    const explorer = new Explorer(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const panels = (): readonly string[] =>
      asked.filter((url) => /\/(?:Code|Verify|State|WhyNot)-[^/]*\.js$/.test(url));
    await explorer.show();
    await page.waitForLoadState('networkidle');
    expect(panels()).toEqual([]);
    // A sign that comes before the page listens is not heard.
    await expect(async () => {
      await page.mouse.move(200 + Math.round(performance.now() % 100), 200);
      await expect.poll(() => panels().length, { timeout: 5_000 }).toBe(4);
    }).toPass();
    asked.length = 0;
    await explorer.show({ query: { embed: '1' } });
    await page.mouse.move(200, 300);
    await explorer.next();
    await page.waitForLoadState('networkidle');
    expect(panels()).toEqual([]);
  });
});

/** As if there were no network for these files; the answer brings it back. */
async function cut(page: Page, files: string | RegExp): Promise<() => Promise<void>> {
  await page.route(files, (route) => route.abort('internetdisconnected'));
  return () => page.unroute(files);
}
