import { holdBack } from './holdBack.ts';
import { serve, type Served } from './serve.ts';
import { Explorer } from './explorer.ts';
import { expect, test } from './test.ts';

const RUN = 'half-message/crash-after-local-commit/';

let deep: Served;

test.beforeAll(async () => {
  deep = await serve({ '/some/where': { folder: process.env['HALFWAY_SITE'] ?? 'dist' } });
});

test.afterAll(async () => deep.close());

test.describe('static pages', () => {
  test('[X62] are complete without scripts: picture, numbered steps, ledger', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${baseURL ?? ''}en/${RUN}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('img').first()).toBeVisible();
    expect(await page.getByRole('main').locator('ol > li').count()).toBeGreaterThan(8);
    await expect(page.getByRole('table')).toContainText('Late but consistent');
    await page.getByRole('link', { name: '中文' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh');
    await context.close();
  });

  test('[X62] are where the page at the root leads without scripts, also in a frame that may run none', async ({
    browser,
    baseURL,
  }) => {
    const around = await serve({
      '/doc': {
        html: `<iframe sandbox src="${baseURL ?? ''}?embed=1&amp;lang=en#v2/plain-mq" title="Halfway" width="600"></iframe>`,
      },
    });
    // The browser tells of what it does not run.
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${around.origin}/doc`);
    const frame = page.frameLocator('iframe');
    await frame.getByRole('link', { name: 'every run as a picture' }).click();
    await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(frame.getByRole('img').first()).toBeVisible();
    await page.context().close();
    await around.close();
  });

  test('[X62] become the explorer with their run at its start, in their language', async ({ page }) => {
    await page.goto(`./zh/${RUN}`);
    const explorer = new Explorer(page, { lang: 'zh' });
    await expect(explorer.title).toContainText(explorer.own('scenario-crash-after-local-commit-title'));
    await explorer.expectPosition(0);
    await explorer.next();
    await expect.poll(() => explorer.link).toMatch(/^v2\/half-message\?.*&at=1&h=/);
  });

  test('[X62] shift nothing when the explorer takes their place, on a phone and on a screen', async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.set(window, 'shifted', 0);
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          Reflect.set(window, 'shifted', Number(Reflect.get(window, 'shifted')) + Number(Reflect.get(entry, 'value')));
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const size of [
      { width: 412, height: 823 },
      { width: 1440, height: 900 },
    ]) {
      await page.setViewportSize(size);
      for (const path of [RUN, 'half-message/']) {
        await page.goto(`./en/${path}`);
        await new Explorer(page).isReady();
        expect(await page.evaluate(() => Number(Reflect.get(window, 'shifted'))), path).toBe(0);
      }
    }
  });

  test('[X62] are painted before their sheet has come, and the explorer does not stand there without it', async ({
    page,
  }) => {
    const arrive = await holdBack(page, '**/style-*.css');
    await page.goto(`./zh/${RUN}`, { waitUntil: 'commit' });
    await expect(page.locator('.static h1')).toBeVisible();
    await expect.poll(() => page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length)).toBe(1);
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(246, 245, 241)');
    await expect
      .poll(() => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)))
      .toContainEqual(expect.stringContaining('/index-'));
    await expect(page.locator('.static')).toHaveCount(1);
    arrive();
    await new Explorer(page, { lang: 'zh' }).isReady();
    await expect(page.locator('.static')).toHaveCount(0);
  });

  test('[X62] ask for no script and no sheet before they are painted', async ({ page }) => {
    await page.goto(`./en/${RUN}`);
    await new Explorer(page).isReady();
    const { painted, asked } = await page.evaluate(() => ({
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      asked: performance
        .getEntriesByType('resource')
        .filter(({ name }) => /\.(?:js|css)$/.test(name))
        .map(({ startTime }) => startTime),
    }));
    expect(asked.length).toBeGreaterThan(8);
    expect(Math.min(...asked)).toBeGreaterThanOrEqual(painted);
  });

  for (const { kind, query, isAtOnce } of [
    { kind: 'become the explorer also where nobody tells when they are painted', query: '', isAtOnce: false },
    { kind: 'wait for nothing as an embed, which may be out of view', query: '?embed=1', isAtOnce: true },
  ]) {
    test(`[X62] ${kind}`, async ({ page }) => {
      await page.addInitScript(() => {
        PerformanceObserver.prototype.observe = () => undefined;
        document.addEventListener('DOMContentLoaded', () =>
          Reflect.set(window, 'early', document.querySelectorAll('link[rel=modulepreload]').length > 5),
        );
      });
      await page.goto(`./en/${RUN}${query}`);
      await new Explorer(page).isReady();
      expect(await page.evaluate(() => Reflect.get(window, 'early'))).toBe(isAtOnce);
    });
  }

  test('[X62] are their own run in their own language as an embed too', async ({ page }) => {
    await page.goto(`./zh/${RUN}?embed=1`);
    const embed = new Explorer(page, { lang: 'zh' });
    await embed.isReady();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      embed.own('scenario-crash-after-local-commit-title'),
    );
    await page.goto('./en/brokers/?embed=1');
    await expect(page.getByRole('alert')).toContainText(new Explorer(page).say('page-brokers-title'));
  });

  test('[X62] are overruled: the path by the fragment, its language by the query', async ({ page }) => {
    await page.goto(`./zh/${RUN}?lang=en#v2/plain-mq?do=order`);
    const explorer = new Explorer(page);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await explorer.expectPosition(1);
    expect(await explorer.link).toContain('v2/plain-mq');
  });

  test('[X62] work below any path of any host, pages beside the explorer too', async ({ page }) => {
    await page.goto(`${deep.origin}/some/where/en/${RUN}index.html`);
    const explorer = new Explorer(page);
    await explorer.expectPosition(0);
    await page.goto(`${deep.origin}/some/where/en/brokers/index.html`);
    await expect(page.getByRole('heading', { name: explorer.say('page-brokers-title') }).first()).toBeVisible();
    await page.getByRole('banner').getByRole('link', { name: 'Halfway' }).click();
    expect(new URL(page.url()).pathname).toBe('/some/where/');
  });

  test('[X62] have a picture of their run that any document can show', async ({ page }) => {
    await page.goto(`./en/${RUN}`);
    const width = await page.evaluate(async () => {
      const picture = new Image();
      picture.src = 'picture.svg';
      await picture.decode();
      return picture.naturalWidth;
    });
    expect(width).toBeGreaterThan(600);
  });
});
