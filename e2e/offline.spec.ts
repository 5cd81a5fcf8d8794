import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Explorer } from './explorer.ts';
import { headersForAll } from './headers.ts';
import { serve, type Routes, type Served } from './serve.ts';
import { expect, test } from './test.ts';

const SITE = process.env['HALFWAY_SITE'] ?? 'dist';
const LINK = 'v2/half-message?do=order.half.ok.commit';

// What was kept, and that there is no network, is for these tests alone.
test.use({ serviceWorkers: 'allow', reuseContext: false });

let routes: Record<string, Routes[string]>;
let site: Served;

test.beforeEach(async () => {
  routes = { '/below/': { folder: SITE, headers: headersForAll(SITE) } };
  site = await serve(routes);
});

test.afterEach(async () => {
  await site.close();
});

test.describe('after the first visit', () => {
  for (const lang of ['en', 'zh'] as const) {
    test(`[X160] the page works without a network, with all panels and pages: ${lang}`, async ({ page, context }) => {
      const explorer = await visit(page, `${site.origin}/below/?lang=${lang}#${LINK}`, lang);
      await isKept(page);
      await page.goto('about:blank');
      await context.setOffline(true);
      await page.goto(`${site.origin}/below/?lang=${lang}#v2/plain-mq?do=order`);
      await explorer.expectPosition(1);
      await explorer.next();
      await explorer.expectPosition(2);
      await explorer.openTab('tab-verify');
      await expect(page.getByRole('tabpanel').getByText(explorer.saidOn('verify', 'verify-intro'))).toBeVisible();
      await explorer.follow('v2/brokers');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    });
  }

  test('[X161] a static page that was read opens again; another leads to the explorer', async ({ page, context }) => {
    const explorer = await visit(page, `${site.origin}/below/?lang=en`);
    await isKept(page);
    await page.goto(`${site.origin}/below/en/half-message/crash-after-local-commit/index.html`);
    await expect(explorer.nextButton).toBeVisible();
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveCount(0);
    await expect(explorer.nextButton).toBeVisible();
    await page.goto(`${site.origin}/below/en/half-message/clean-commit/index.html`);
    await expect(explorer.nextButton).toBeVisible();
    expect(new URL(page.url()).pathname).toBe('/below/');
  });

  test('[X162] a new version says so and waits until the reader wants it; the run stays', async ({
    page,
  }, testInfo) => {
    const newer = testInfo.outputPath('newer');
    await renewed(SITE, newer);
    const explorer = await visit(page, `${site.origin}/below/?lang=en#${LINK}`);
    await isKept(page);
    const before = await firstScript(page);
    const notice = page.getByText(explorer.saidOn('panels', 'newer-version'));
    await expect(notice).toHaveCount(0);
    // The next version is put in the place of this one, under the open tab.
    routes['/below/'] = { folder: newer };
    await page.evaluate(() => navigator.serviceWorker.ready.then((registration) => registration.update()));
    await expect(notice).toBeVisible();
    await explorer.button('transport-back').click();
    await explorer.expectPosition(3);
    await expect(page).toHaveURL(/at=3/);
    expect(await firstScript(page)).toBe(before);
    await page.getByRole('button', { name: explorer.say('part-reload') }).click();
    await expect.poll(() => firstScript(page).catch(() => before)).not.toBe(before);
    await explorer.expectPosition(3);
    await page.mouse.move(120, 120);
    await isKept(page);
    await expect(notice).toHaveCount(0);
    await rm(newer, { recursive: true });
  });
});

test.describe('who does not keep the page', () => {
  test('[X163] an embed registers no service worker, and one that was kept changes nothing about it', async ({
    page,
    context,
  }) => {
    const embed = `${site.origin}/below/?lang=en&embed=1#${LINK}`;
    await page.goto(embed);
    const explorer = new Explorer(page);
    await explorer.next();
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    await visit(page, `${site.origin}/below/?lang=en`);
    await isKept(page);
    await page.goto(embed);
    await explorer.next();
    await context.setOffline(true);
    await page.reload();
    await explorer.next();
  });
});

/** As a reader: somebody moves, so that what is fetched when idle comes. */
async function visit(page: Page, address: string, lang: 'en' | 'zh' = 'en'): Promise<Explorer> {
  const explorer = new Explorer(page, { lang });
  await page.goto(address);
  await explorer.isReady();
  return explorer;
}

/** The service worker has all it needs. */
async function isKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active?.scriptURL));
}

function firstScript(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src);
}

/** The same site as another build would name it. */
async function renewed(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, filter: (file) => !file.endsWith('.map') });
  const assets = join(to, 'assets');
  const first = (await readdir(assets)).find((file) => /^index-.*\.js$/.test(file));
  if (first === undefined) throw new Error('Expected the first script of the page.');
  await rename(join(assets, first), join(assets, `newer-${first}`));
  for (const file of ['index.html', 'sw.js']) {
    const path = join(to, file);
    const text = (await readFile(path, 'utf8')).replaceAll(first, `newer-${first}`);
    await writeFile(path, text.replace(/HALFWAY_VERSION="[^"]*"/, 'HALFWAY_VERSION="newer"'));
  }
}
