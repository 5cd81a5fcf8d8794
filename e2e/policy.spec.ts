import { Explorer } from './explorer.ts';
import { headersForAll } from './headers.ts';
import { serve, type Served } from './serve.ts';
import { expect, test } from './test.ts';

const SITE = process.env['HALFWAY_SITE'] ?? 'dist';
const LINK = 'v2/half-message?do=order.half.ok.commit.return.end.msg.consume&at=2';

let site: Served;
let host: Served;

test.beforeAll(async () => {
  site = await serve({ '/': { folder: SITE, headers: headersForAll(SITE) } });
  const other = site.origin.replace('127.0.0.1', 'localhost');
  const run = LINK.replaceAll('&', '&amp;');
  const three = `<script type="module" src="${other}/halfway-explorer.js"></script>
<p><a href="${other}/#${run}"><img src="${other}/en/half-message/clean-commit/picture.svg" alt="Clean commit" width="300"></a></p>
<iframe src="${other}/?embed=1&amp;lang=en#${run}" title="Halfway" width="100%" height="560"></iframe>
<halfway-explorer run="${run}" lang="en" height="560"><a href="${other}/#${run}">The run</a></halfway-explorer>`;
  const page = (body: string): string =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A document</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`;
  const strict = `default-src 'none'; script-src ${other}; frame-src ${other}; img-src ${other} data:`;
  const isolated = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
  host = await serve({
    '/strict': { html: page(three), headers: { 'content-security-policy': strict } },
    '/isolated': { html: page(three), headers: isolated },
    '/sandboxed': {
      html: page(
        `<iframe sandbox="allow-scripts" src="${other}/?embed=1&amp;lang=en#${run}" title="Halfway" width="100%" height="560"></iframe>`,
      ),
    },
  });
});

test.afterAll(async () => {
  await site.close();
  await host.close();
});

test.describe('under the headers that the build writes', () => {
  test('[X66] the page runs: steps, panels, the verifier, sharing with its pictures', async ({ page }) => {
    expect(headersForAll(SITE)['content-security-policy']).toMatch(/script-src 'self' 'sha256-[^']+' 'sha256-[^']+';/);
    expect(headersForAll(SITE)['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
    const explorer = new Explorer(page);
    await page.goto(`${site.origin}/?lang=en#${LINK}`);
    await explorer.isReady();
    await explorer.next();
    await explorer.button('header-share').click();
    const panel = explorer.dialog('share-title');
    await expect(panel.getByRole('img')).toBeVisible();
    await panel.getByRole('radio', { name: explorer.saidOn('share', 'share-way-embed'), exact: true }).check();
    await expect(panel.frameLocator('iframe').getByRole('main')).toBeVisible();
  });

  test('[X66] nothing inline that the build did not write is run', async ({ browser }) => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${site.origin}/en/plain-mq/index.html`);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.head.append(script);
      return Reflect.has(window, 'ran');
    });
    expect(ran).toBe(false);
    await page.context().close();
  });

  for (const kind of ['strict', 'isolated'] as const) {
    test(`[X67] picture, frame and element work in a page that is ${kind}, also as narrow as a phone`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(`${host.origin}/${kind}`);
      expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(kind === 'isolated');
      await expect
        .poll(() =>
          page.getByRole('img', { name: 'Clean commit' }).evaluate((it) => Reflect.get(it, 'naturalWidth') > 0),
        )
        .toBe(true);
      await new Explorer(page, { place: page.locator('iframe').first().contentFrame() }).next();
      await page.getByRole('button', { name: 'Step through it here' }).click();
      await new Explorer(page, { place: page.frameLocator('halfway-explorer iframe') }).next();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    });
  }

  test('[X67] a frame without an origin of its own runs where the server lets it', async ({ page }) => {
    await page.goto(`${host.origin}/sandboxed`);
    await new Explorer(page, { place: page.frameLocator('iframe') }).next();
  });

  test('[X67] where the server does not let it, such a frame says so and leads to the run', async ({ browser }) => {
    const bare = await serve({ '/': { folder: SITE } });
    const around = await serve({
      '/doc': {
        html: `<!doctype html><html lang="en"><head><title>A document</title></head><body><iframe sandbox="allow-scripts allow-popups" src="${bare.origin.replace('127.0.0.1', 'localhost')}/?embed=1&amp;lang=en#${LINK.replaceAll('&', '&amp;')}" title="Halfway" width="100%" height="560"></iframe></body></html>`,
      },
    });
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${around.origin}/doc`);
    const link = page.frameLocator('iframe').getByRole('link', { name: 'open it in a page of its own' });
    await expect(link).toHaveAttribute('href', /lang=en#v2\/half-message\?do=order/);
    expect(await link.getAttribute('href')).not.toContain('embed=1');
    await page.context().close();
    await bare.close();
    await around.close();
  });
});
