import { ownName } from '../src/i18n/languages.ts';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve } from './serve.ts';
import { expect, test } from './test.ts';

const LINK = 'v2/half-message?set=dedup~none&do=order.half.ok.commit.return.dup~end.end.msg.consume.end.msg.consume';
const SITE = process.env['HALFWAY_SITE'] ?? 'dist';
const SINGLE = process.env['HALFWAY_SINGLE'] ?? 'dist-single';

test.describe('other homes', () => {
  test('[X12] is one file that opens the same link from a disk', async ({ explorer, page }) => {
    await page.goto(`${pathToFileURL(resolve(SINGLE, 'index.html')).href}?lang=en#${LINK}`);
    await explorer.isReady();
    await explorer.expectVerdict('duplicated');
    await explorer.press('Home');
    await explorer.expectPosition(0);
    await explorer.next(2);
    await expect.poll(() => explorer.link).toContain('&at=2&');
    await explorer.button('header-settings').click();
    await expect(explorer.dialog('settings-title').getByRole('combobox').first()).toBeVisible();
    await explorer.press('Escape');
    await page.getByRole('button', { name: ownName('zh'), exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh');
  });

  test('[X12] works from any folder of any server', async ({ explorer, page }) => {
    const server = await serve({ '/docs/tools/halfway': { folder: SITE } });
    await page.goto(`${server.origin}/docs/tools/halfway/?lang=en#${LINK}`);
    await explorer.isReady();
    await explorer.expectVerdict('duplicated');
    await explorer.title.click();
    await expect(explorer.dialog('scenarios-title').getByRole('button').first()).toBeVisible();
    await explorer.press('Escape');
    await page.getByRole('link', { name: 'Halfway' }).click();
    await explorer.isReady();
    expect(new URL(page.url()).pathname).toBe('/docs/tools/halfway/');
    await server.close();
  });
});
