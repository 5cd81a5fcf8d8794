import type { Page } from '@playwright/test';
import { serve, type Served } from './serve.ts';
import { Explorer } from './explorer.ts';
import { hearWishes, isGrown } from './grownFrame.ts';
import { expect, test } from './test.ts';

const RUN = 'v2/half-message?do=order.half.ok.commit.return.end.msg.consume&at=2';

/** Eight runs of the library. */
const NAMED = [
  'clean-commit',
  'rollback',
  'crash-after-local-commit',
  'ack-before-commit',
  'end-transaction-lost',
  'consumer-crash-no-dedup',
  'broker-restart',
  'consumer-never-succeeds',
];

let host: Served;

/** As it is pasted: the run's own picture, and below it the link. */
function withPicture(site: string, id: string): string {
  return `<halfway-explorer run="${RUN.replaceAll('&', '&amp;')}" lang="en"><a href="${site}"><img src="${site}en/half-message/${id}/picture.svg" alt="${id}" width="400" height="200"></a></halfway-explorer>`;
}

// Another name for this machine is another site.
test.beforeAll(async ({ baseURL }) => {
  const site = (baseURL ?? '').replace('127.0.0.1', 'localhost');
  const one = (attributes: string): string =>
    `<halfway-explorer run="${RUN.replaceAll('&', '&amp;')}" lang="en" ${attributes}><a href="${site}?lang=en#${RUN.replaceAll('&', '&amp;')}"><img src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='400' height='200'/%3E" alt="A run" width="400" height="200"></a></halfway-explorer>`;
  const page = (head: string, body: string, attributes = ''): string =>
    `<!doctype html><html lang="en" ${attributes}><head><meta charset="utf-8"><title>A document</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
  const script = `<script type="module" src="${site}halfway-explorer.js"></script>`;
  const csp = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${site}; frame-src ${site}; img-src data:">`;
  host = await serve({
    '/two': { html: page(script, one('height="500"') + one('theme="light" label="My own words"')) },
    '/strict': { html: page(csp + script, one('')) },
    '/plain': { html: page('', one('')) },
    '/near': { html: page(script, `<div style="height:3000px">far</div>${one('load="view"')}`) },
    '/eight': { html: page(script, NAMED.map((id) => withPicture(site, id)).join('')) },
    '/dark': { html: page(script, one(''), 'class="dark"') },
  });
});

test.afterAll(async () => host.close());

const start = (page: Page) => page.getByRole('button', { name: 'Step through it here' });

test.describe('<halfway-explorer>', () => {
  test('[X63] is a picture with a real link, and on a click the run itself, several on one page', async ({ page }) => {
    await page.goto(`${host.origin}/two`);
    await expect(page.getByRole('link', { name: 'A run' })).toHaveCount(2);
    expect(await page.locator('iframe').count()).toBe(0);
    await start(page).first().click();
    const embed = new Explorer(page, { place: page.frameLocator('iframe') });
    await embed.next();
    await expect(start(page)).toHaveCount(1);
    await expect(page.locator('iframe')).toHaveCount(1);
  });

  test('[X63] tells every step as an event, and does what it is asked', async ({ page }) => {
    await hearWishes(page);
    await page.goto(`${host.origin}/two`);
    await page.evaluate(() => {
      Reflect.set(window, 'steps', []);
      document.addEventListener('halfway:step', (event) => {
        if (event instanceof CustomEvent) Reflect.get(window, 'steps').push(event.detail.at);
      });
    });
    const element = page.locator('halfway-explorer').first();
    await start(page).first().click();
    const embed = new Explorer(page, { place: page.frameLocator('iframe') });
    await isGrown(page);
    await embed.next();
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'steps'))).toEqual([3]);
    await element.evaluate((it) => Reflect.get(it, 'ask').call(it, { type: 'halfway:goto', at: 6 }));
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'steps'))).toEqual([3, 6]);
    expect(await element.evaluate((it) => Reflect.get(it, 'state').verdict)).toBe('pending');
  });

  test('[X63] follows the theme of the page around, also when it changes', async ({ page }) => {
    await page.goto(`${host.origin}/dark`);
    await start(page).click();
    const inside = page.frameLocator('iframe').locator('html');
    await expect(inside).toHaveAttribute('data-theme', 'dark');
    await new Explorer(page, { place: page.frameLocator('iframe') }).next();
    await page.evaluate(() => {
      document.documentElement.className = 'light';
    });
    await expect(inside).toHaveAttribute('data-theme', 'light');
  });

  test('[X63] loads nothing before it is seen, and works under a strict policy of its host', async ({ page }) => {
    await page.goto(`${host.origin}/near`);
    expect(await page.locator('iframe').count()).toBe(0);
    await page.locator('halfway-explorer').scrollIntoViewIfNeeded();
    await expect(page.locator('iframe')).toHaveCount(1);
    await page.goto(`${host.origin}/strict`);
    await start(page).click();
    await new Explorer(page, { place: page.frameLocator('iframe') }).next();
  });

  test('[X63] eight on a page cost no more than 1.2 times what one costs, until one is clicked', async ({ page }) => {
    let bytes = 0;
    page.on('response', async (response) => {
      if (!response.url().startsWith(host.origin)) bytes += (await response.body().catch(() => '')).length;
    });
    await page.goto(`${host.origin}/eight`);
    for (const id of NAMED) await expect(page.getByRole('img', { name: id })).toHaveJSProperty('complete', true);
    expect(
      await page.getByRole('img').evaluateAll((all) => all.filter((one) => Reflect.get(one, 'naturalWidth') > 0)),
    ).toHaveLength(8);
    const eight = bytes;
    await start(page).first().click();
    await new Explorer(page, { place: page.frameLocator('iframe') }).isReady();
    // What the frame loaded is what one embed costs; compression only makes the pictures lighter still.
    expect(eight).toBeGreaterThan(0);
    expect(eight).toBeLessThanOrEqual(1.2 * (bytes - eight));
  });

  test('[X63] without its script is a picture with a link to the run', async ({ page }) => {
    await page.goto(`${host.origin}/plain`);
    await page.getByRole('link', { name: 'A run' }).click();
    await new Explorer(page).expectPosition(2);
  });
});

test.describe('messages of version 2', () => {
  test('[X64] answer what has an id, with the state or with what was wrong', async ({ page }) => {
    await page.goto(`${host.origin}/two`);
    await page.evaluate(() => {
      Reflect.set(window, 'replies', []);
      addEventListener(
        'message',
        ({ data }) => data?.type === 'halfway:reply' && Reflect.get(window, 'replies').push(data),
      );
    });
    await start(page).first().click();
    const embed = new Explorer(page, { place: page.frameLocator('iframe') });
    await embed.isReady();
    const ask = (message: object): Promise<void> =>
      page.evaluate((request) => {
        const frame = document.querySelector('halfway-explorer')?.shadowRoot?.querySelector('iframe');
        frame?.contentWindow?.postMessage(request, '*');
      }, message);
    const replies = (): Promise<readonly unknown[]> => page.evaluate(() => Reflect.get(window, 'replies'));
    await ask({ type: 'halfway:hello', v: 2, id: 'a' });
    await expect.poll(async () => (await replies()).length).toBe(1);
    await ask({ type: 'halfway:load', v: 2, id: 'b', run: 'v2/plain-mq?do=order' });
    await expect.poll(async () => (await replies()).length).toBe(2);
    await ask({ type: 'halfway:load', v: 2, id: 'c', run: 'v2/plain-mq?do=order.nonsense' });
    await ask({ type: 'halfway:goto', v: 2, id: 'd', at: 'x' });
    await ask({ type: 'halfway:set-lang', v: 2, id: 'e', lang: 'zh' });
    await expect.poll(async () => (await replies()).length).toBe(5);
    const all = await replies();
    const replyTo = (id: string): unknown =>
      all.find((one) => typeof one === 'object' && one !== null && 'id' in one && one.id === id);
    expect(replyTo('a')).toMatchObject({
      v: 2,
      state: { protocol: 'half-message', at: 2, steps: 8, verdict: 'pending' },
    });
    expect(replyTo('b')).toMatchObject({ state: { protocol: 'plain-mq', at: 1 } });
    expect(replyTo('c')).toMatchObject({ error: { code: 'bad-run', message: expect.stringContaining('nonsense') } });
    expect(replyTo('d')).toMatchObject({ error: { code: 'bad-request', message: expect.stringContaining('at') } });
    expect(replyTo('e')).toMatchObject({ state: { lang: 'zh', sentence: expect.stringMatching(/\p{Script=Han}/u) } });
  });
});
