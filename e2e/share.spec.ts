import { Explorer } from './explorer.ts';
import { expect, listenTo, test } from './test.ts';

const HALFWAY = 'v2/half-message?do=order.half.ok.commit.return.end.msg.consume&at=4';

test.describe('sharing', () => {
  test('[X5] copies a link that opens the same frame elsewhere', async ({ explorer, page, context, baseURL }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await explorer.open({ link: 'v2/half-message?set=dedup~none&do=order.half.ok.commit.return.dup~end.end.msg&at=7' });
    await explorer.next();
    await explorer.goTo(6);
    await explorer.button('header-share').click();
    const panel = explorer.dialog('share-title');
    const read = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

    await panel.getByRole('button', { name: explorer.saidOn('share', 'share-copy-link') }).click();
    await expect(panel.getByRole('button', { name: explorer.saidOn('share', 'share-copied') })).toBeVisible();
    const copied = await read();
    expect(copied.startsWith(baseURL ?? '')).toBe(true);
    await expect(panel.getByRole('textbox', { name: explorer.saidOn('share', 'share-link') })).toHaveValue(copied);
    await expect(panel).toContainText(explorer.saidOn('share', 'share-characters', { count: copied.length }));
    await panel.getByRole('radio', { name: explorer.saidOn('share', 'share-way-markdown'), exact: true }).check();
    await panel.getByRole('button', { name: explorer.saidOn('share', 'share-copy-markdown') }).click();
    expect(await read()).toMatch(/^\[!\[[^\]]+\]\([^)]+\.svg\)\]\(http.+\)$/);
    await panel.getByRole('radio', { name: explorer.saidOn('share', 'share-way-embed'), exact: true }).check();
    await panel.getByRole('button', { name: explorer.saidOn('share', 'share-copy-embed') }).click();
    expect(await read()).toMatch(/^<iframe src="http[^"]+embed=1[^"]*#v2\/half-message[^"]+" title="[^"]+"/);

    const other = await context.newPage();
    const complaints = listenTo(other);
    await other.goto(copied);
    const there = new Explorer(other);
    await there.isReady();
    await there.expectPosition(6);
    expect(await there.stage.ariaSnapshot()).toBe(await explorer.stage.ariaSnapshot());
    expect(await there.ledger.ariaSnapshot()).toBe(await explorer.ledger.ariaSnapshot());
    expect(complaints).toEqual([]);
  });

  test('[X5] says where it cannot copy', async ({ explorer, page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await explorer.open();
    await explorer.button('header-share').click();
    await explorer
      .dialog('share-title')
      .getByRole('button', { name: explorer.saidOn('share', 'share-copy-link') })
      .click();
    await expect(explorer.dialog('share-title')).toContainText(explorer.saidOn('share', 'share-failed'));
  });

  test('[X5] keeps the address at the present step, and follows an address that is put there', async ({
    explorer,
    page,
  }) => {
    await explorer.open();
    await explorer.next(2);
    await expect.poll(() => explorer.link).toMatch(/^v2\/half-message\?do=order\.half\..*&at=2&h=[\da-f]{4}$/);
    await explorer.follow(HALFWAY);
    await explorer.expectPosition(4);
    await explorer.follow('');
    await explorer.expectPosition(0);
    expect(new URL(page.url()).searchParams.get('lang')).toBe('en');
  });

  test('[X5] reloads to the same step', async ({ explorer, page }) => {
    await explorer.open();
    await explorer.next(5);
    await expect.poll(() => explorer.link).toContain('&at=5&');
    const before = await explorer.stage.ariaSnapshot();
    await page.reload();
    await explorer.isReady();
    await explorer.expectPosition(5);
    await expect.poll(() => explorer.stage.ariaSnapshot()).toBe(before);
  });

  test('[X5] goes back from a scenario to the run before', async ({ explorer, page }) => {
    await explorer.open({ link: HALFWAY });
    await explorer.title.click();
    const menu = explorer.dialog('scenarios-title');
    await menu
      .getByRole('button')
      .filter({ hasText: explorer.own('scenario-rollback-why') })
      .click();
    await expect(explorer.title).toContainText(explorer.own('scenario-rollback-title'));
    await page.goBack();
    await explorer.expectPosition(4);
    await expect(explorer.ledgerRow(1)).toContainText(explorer.say('order-committed'));
    await page.goForward();
    await expect(explorer.title).toContainText(explorer.own('scenario-rollback-title'));
    await explorer.expectPosition(0);
  });

  test('[X5] lets the query say how to show a run', async ({ page }) => {
    const explorer = new Explorer(page, { lang: 'zh' });
    await explorer.open({ link: HALFWAY, query: { theme: 'dark', zoom: 'internals', view: 'state' } });
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.getByRole('radio', { name: explorer.own('zoom-internals') })).toBeChecked();
    await expect(explorer.tab('tab-state')).toHaveAttribute('aria-selected', 'true');
    await explorer.expectPosition(4);
  });
});
