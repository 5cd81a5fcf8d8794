import type { Frame, Page } from '@playwright/test';
import { topicText } from '../src/i18n/text.ts';
import { cutTexts } from './cutTexts.ts';
import { Explorer } from './explorer.ts';
import { serve, type Served } from './serve.ts';
import { expect, test, WITH_MOTION } from './test.ts';

test.use(WITH_MOTION);

const LINK = 'v2/half-message?do=order.half.ok.commit.return.end.msg.consume&at=2';
const SINGLE = process.env['HALFWAY_SINGLE'] ?? 'dist-single';

let host: Served;

// Another port is another origin; another name for this machine is another site.
test.beforeAll(async ({ baseURL }) => {
  const site = (baseURL ?? '').replace('127.0.0.1', 'localhost');
  host = await serve({
    '/article': { html: article(`${site}?embed=1&lang=en&theme=light#${LINK}`) },
    '/sandboxed': {
      html: article(`/single/index.html?embed=1&lang=en#${LINK}`, 'sandbox="allow-scripts allow-popups"'),
    },
    '/named': { html: article(`${site}?embed=1&lang=en&title=What+I+saw%3Cb%3E#${LINK.replace('&at=2', '')}`) },
    '/fitting': { html: article(`${site}?embed=1&lang=en#${LINK.replace('at=2', 'at=0')}`, '', FITS) },
    '/single': { folder: SINGLE },
  });
});

test.afterAll(async () => host.close());

test.describe('embedded in another page', () => {
  test('[X11] shows the run at its step, without header, playing nothing, remembering nothing', async ({ page }) => {
    const { embed, frame } = await openArticle(page, '/article');
    await expect(embed.stage).toBeVisible();
    await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveText(
      `${embed.own('name')} · ${embed.say('verdict-consistent')}`,
    );
    await expect(page.frameLocator('iframe').getByRole('banner')).toHaveCount(0);
    await expect(embed.button('transport-play')).toBeVisible();
    await embed.next();
    expect(await storedIn(frame)).toEqual([]);
    const full = page.frameLocator('iframe').getByRole('link', { name: embed.say('embed-open') });
    const [opened] = await Promise.all([page.waitForEvent('popup'), full.click()]);
    await new Explorer(opened).expectPosition(3);
    await expect(opened.getByRole('banner')).toBeVisible();
    expect(await opened.evaluate(() => window.opener === null)).toBe(true);
  });

  test('[X24] keeps the author’s run and name, says where one continues alone, and leads back', async ({ page }) => {
    const { embed } = await openArticle(page, '/named');
    const inside = page.frameLocator('iframe');
    const alone = topicText('en', 'share', 'embed-alone');
    await expect(inside.getByRole('heading', { level: 1 })).toHaveText('What I saw<b>');
    await expect(inside.getByText(alone)).toHaveCount(0);
    await embed.next();
    await expect(inside.getByText(alone)).toBeVisible();
    await embed.press('r');
    await expect(inside.getByText(alone)).toHaveCount(0);
    await embed.toEnd();
    await expect.poll(() => positionTold(page)).toBe(8);
  });

  test('[X11] leaves the wheel and the keys to the page around until it is used', async ({ page }) => {
    const { embed, frame } = await openArticle(page, '/article');
    await page.getByRole('button', { name: 'before' }).focus();
    for (const key of ['ArrowRight', 'End', 'r']) await embed.press(key);
    expect(await positionTold(page)).toBe(2);
    const zoom = (): Promise<string> =>
      frame.evaluate(
        () => getComputedStyle(document.querySelector('.react-flow__viewport') ?? document.body).transform,
      );
    const before = await zoom();
    await page.locator('iframe').hover();
    await page.mouse.wheel(0, 400);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
    expect(await zoom()).toBe(before);
  });

  test('[X11] talks with the page around: ready, size, every step; and obeys four requests', async ({ page }) => {
    const { embed, frame } = await openArticle(page, '/article');
    await expect
      .poll(() => told(page, 'halfway:ready'))
      .toEqual([{ type: 'halfway:ready', v: 1, protocol: 'half-message', steps: 8 }]);
    await expect.poll(async () => (await told(page, 'halfway:resize')).length).toBeGreaterThan(0);
    for (const { height } of await told(page, 'halfway:resize')) expect(height).toBeGreaterThan(300);
    const { src, texts } = await page.evaluate(() => ({
      src: document.querySelector('iframe')?.src,
      texts: window.told.map(String),
    }));
    const [{ height = 0 } = {}] = await told(page, 'halfway:resize');
    expect(texts).toContain(JSON.stringify({ src, context: 'iframe.resize', height }));
    await embed.next();
    await expect.poll(() => positionTold(page)).toBe(3);
    await ask(page, { type: 'halfway:goto', v: 1, at: 6 });
    await expect.poll(() => positionTold(page)).toBe(6);
    await ask(page, { type: 'halfway:set-theme', v: 1, theme: 'dark' });
    await expect.poll(() => frame.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    await ask(page, { type: 'halfway:goto', v: 1, at: 0 });
    await ask(page, { type: 'halfway:play', v: 1 });
    await expect(embed.button('transport-pause')).toBeVisible();
    await ask(page, { type: 'halfway:pause', v: 1 });
    await expect(embed.button('transport-play')).toBeVisible();
  });

  for (const width of [320, 390, 768, 1100]) {
    test(`[X32] at ${width} pixels one finger scrolls the page around, and the wish for height stays`, async ({
      browser,
      baseURL,
    }) => {
      const context = await browser.newContext({
        ...(baseURL === undefined ? {} : { baseURL }),
        viewport: { width, height: 800 },
        hasTouch: true,
        isMobile: true,
      });
      const page = await context.newPage();
      await page.goto(`${host.origin}/fitting`);
      const embed = new Explorer(page, { place: page.frameLocator('iframe') });
      await expect(embed.nextButton).toBeVisible();
      await expect.poll(async () => (await told(page, 'halfway:resize')).length).toBe(1);
      expect(await scrolledByFinger(page)).toBeGreaterThan(50);
      await embed.isReady();
      expect(await scrolledByFinger(page)).toBeGreaterThan(50);
      await page.evaluate(() => window.scrollTo(0, 0));
      // All of the author's run: up to its end nothing in the embed has to be higher than it said at first.
      for (let step = 0; step < 8; step += 1) await embed.next();
      await expect.poll(() => positionTold(page)).toBe(8);
      const wishes = (await told(page, 'halfway:resize')).map(({ height = 0 }) => height);
      expect(Math.max(...wishes) - (wishes[0] ?? 0)).toBeLessThan(60);
      expect(wishes.toSorted((one, other) => one - other)).toEqual(wishes);
      await context.close();
    });
  }

  test('[X32] is whole at the smallest size that the guide names', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 420 });
    for (const lang of ['en', 'zh'] as const) {
      const embed = new Explorer(page, { lang });
      await embed.show({ link: LINK, query: { embed: '1', title: 'W'.repeat(60) } });
      for (let step = 2; step < 8; step += 1) {
        expect((await cutTexts(page)).cut, `${lang}, step ${step}`).toEqual([]);
        await expect(embed.nextButton).toBeInViewport({ ratio: 1 });
        expect(
          await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]),
        ).toEqual([320, 420]);
        await embed.next();
      }
    }
  });

  test('[X32] does not play where nobody sees it', async ({ page }) => {
    const { embed } = await openArticle(page, '/article');
    await embed.toStart();
    await embed.button('transport-play').click();
    await expect(embed.button('transport-pause')).toBeVisible();
    await page.evaluate(() => window.scrollTo(0, 2_000));
    await expect(embed.button('transport-play')).toBeAttached();
    const at = await positionTold(page);
    await ask(page, { type: 'halfway:play', v: 1 });
    await ask(page, { type: 'halfway:set-theme', v: 1, theme: 'dark' });
    await expect(embed.button('transport-play')).toBeAttached();
    expect(await positionTold(page)).toBe(at);
  });

  test('[X11] tells a step that was taken in the moment in which it appeared', async ({ page }) => {
    // Right after React has put the controls there, before anything else gets its turn.
    await page.addInitScript(() => {
      if (window.parent === window) return;
      const observer = new MutationObserver(() => {
        const next = document.querySelector<HTMLElement>('.transport-next');
        if (next === null) return;
        observer.disconnect();
        next.click();
      });
      observer.observe(document, { childList: true, subtree: true });
    });
    const { embed } = await openArticle(page, '/article');
    await expect(embed.nextButton).toContainText(embed.own('choice-commit'));
    await ask(page, { type: 'halfway:goto', v: 1, at: 4 });
    await expect.poll(() => positionTold(page)).toBe(4);
    expect((await told(page, 'halfway:step')).map(({ at }) => at)).toEqual([3, 4]);
  });

  test('[X11] ignores what is not meant for it', async ({ page }) => {
    const { frame } = await openArticle(page, '/article');
    for (const stranger of [
      null,
      'halfway:play',
      { type: 'halfway:goto', v: 3, at: 5 },
      { type: 'halfway:goto', v: 1, at: '5' },
    ])
      await ask(page, stranger);
    // From a window that is not its parent.
    await frame.evaluate(() => window.postMessage({ type: 'halfway:goto', v: 1, at: 5 }, '*'));
    await ask(page, { type: 'halfway:goto', v: 1, at: 1 });
    await expect.poll(() => positionTold(page)).toBe(1);
    expect((await told(page, 'halfway:step')).map(({ at }) => at)).toEqual([1]);
  });

  test('[X11] survives a sandbox where every storage throws', async ({ page }) => {
    const { embed, frame } = await openArticle(page, '/sandboxed');
    const error = await frame.evaluate(() => {
      try {
        return String(localStorage.length);
      } catch (thrown) {
        return thrown instanceof Error ? thrown.name : 'unknown';
      }
    });
    expect(error).toBe('SecurityError');
    await embed.choose(embed.packets(), 'action-deliver');
    await expect.poll(() => positionTold(page)).toBe(3);
  });
});

/** An article around the frame that writes down what it is told. */
function article(src: string, attributes = '', script = ''): string {
  const source = src.replaceAll('&', '&amp;');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>An article</title><link rel="icon" href="data:,"></head>
<body style="margin:20px"><p>Before.</p><button>before</button>
<iframe src="${source}" title="Halfway" ${attributes} style="width:100%;height:560px;border:0" allow="clipboard-write; fullscreen"></iframe>
<p style="height:2000px">After.</p>
<script>
window.told = [];
addEventListener('message', (event) => {
  if (event.source === document.querySelector('iframe').contentWindow) window.told.push(event.data);
});
${script}
</script></body></html>`;
}

/** Makes the frame as high as it wants to be. */
const FITS = `addEventListener('message', ({ data }) => {
  if (data.type === 'halfway:resize') document.querySelector('iframe').style.height = data.height + 'px';
});`;

/** How far the page around goes when a finger moves up over the stage, in pixels. */
async function scrolledByFinger(page: Page): Promise<number> {
  await page.evaluate(() => window.scrollTo(0, 0));
  const browser = await page.context().newCDPSession(page);
  const x = (page.viewportSize()?.width ?? 0) / 2;
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number): Promise<unknown> =>
    browser.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x, y }] });
  await touch('touchStart', 320);
  for (let y = 305; y > 130; y -= 15) await touch('touchMove', y);
  await touch('touchEnd');
  return page.evaluate(() => window.scrollY);
}

async function openArticle(page: Page, path: string): Promise<{ readonly embed: Explorer; readonly frame: Frame }> {
  await page.goto(`${host.origin}${path}`);
  const embed = new Explorer(page, { place: page.frameLocator('iframe') });
  await embed.isReady();
  const frame = page.frames()[1];
  if (frame === undefined) throw new Error('Expected a frame in the article.');
  return { embed, frame };
}

declare global {
  interface Window {
    readonly told: readonly ToldMessage[];
  }
}

interface ToldMessage {
  readonly type: string;
  readonly at?: number;
  readonly height?: number;
}

/** What the frame left behind; nothing also where the browser forbids it to ask. */
function storedIn(frame: Frame): Promise<readonly string[]> {
  return frame.evaluate(() => {
    try {
      return [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
    } catch {
      return [];
    }
  });
}

function told(page: Page, type: string): Promise<readonly ToldMessage[]> {
  return page.evaluate((wanted) => window.told.filter((message) => message.type === wanted), type);
}

/** Where the embed says that it is; before it has said so, where the link put it. */
async function positionTold(page: Page): Promise<number> {
  return (await told(page, 'halfway:step')).at(-1)?.at ?? 2;
}

async function ask(page: Page, message: unknown): Promise<void> {
  await page.evaluate((content) => document.querySelector('iframe')?.contentWindow?.postMessage(content, '*'), message);
}
