import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { Explorer } from './explorer.ts';
import { Explorer as Framed } from './explorer.ts';
import { serve, type Served } from './serve.ts';
import { expect, test } from './test.ts';

const LINK = 'v2/half-message?do=order.half.ok.commit.return.end.msg.consume&at=4';
type Way = 'link' | 'markdown' | 'embed' | 'element' | 'mermaid' | 'picture';

async function openPanel(explorer: Explorer, way: Way): Promise<Locator> {
  await explorer.open({ link: LINK });
  await explorer.button('header-share').click();
  const panel = explorer.dialog('share-title');
  await panel.getByRole('radio', { name: explorer.saidOn('share', `share-way-${way}`), exact: true }).check();
  return panel;
}

async function copied(explorer: Explorer, panel: Locator, way: Exclude<Way, 'picture'>): Promise<string> {
  await panel.getByRole('button', { name: explorer.saidOn('share', `share-copy-${way}`) }).click();
  await expect(panel.getByRole('button', { name: explorer.saidOn('share', 'share-copied') })).toBeVisible();
  return explorer.page.evaluate(() => navigator.clipboard.readText());
}

/** A document of somebody else, on another origin, into which this was pasted. */
async function pasted(html: string): Promise<Served> {
  return serve({
    '/doc': {
      html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A document</title><link rel="icon" href="data:,"></head><body>${html}</body></html>`,
    },
  });
}

async function readPasted(page: Page, html: string, use: () => Promise<void>): Promise<void> {
  const document = await pasted(html);
  try {
    await page.goto(`${document.origin}/doc`);
    await use();
  } finally {
    await document.close();
  }
}

test.describe('what is taken along', () => {
  test.beforeEach(async ({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

  test('[X60] a frame steps inside the document it was pasted into, as its preview showed it', async ({
    explorer,
    page,
  }) => {
    const panel = await openPanel(explorer, 'embed');
    await panel.getByRole('combobox', { name: explorer.say('page-theme') }).selectOption('dark');
    await panel.getByRole('combobox', { name: explorer.saidOn('share', 'share-height') }).selectOption('480');
    const preview = panel.frameLocator('iframe');
    await expect(preview.locator('html')).toHaveAttribute('data-theme', 'dark');
    const code = await copied(explorer, panel, 'embed');
    await readPasted(page, code, async () => {
      const embed = new Framed(page, { place: page.frameLocator('iframe') });
      await expect(page.locator('iframe')).toHaveAttribute('height', '480');
      await expect(page.frameLocator('iframe').locator('html')).toHaveAttribute('data-theme', 'dark');
      await embed.next();
      await expect(embed.ledgerRow(1).or(page.frameLocator('iframe').locator('.embed-told'))).toBeVisible();
    });
  });

  test('[X60] a link says how it is to be shown, and phones can read it', async ({ explorer, page }) => {
    const panel = await openPanel(explorer, 'link');
    await panel.getByRole('combobox', { name: explorer.saidOn('share', 'share-lang') }).selectOption('zh');
    await panel.getByRole('combobox', { name: explorer.saidOn('share', 'share-zoom') }).selectOption('internals');
    await expect(panel.getByRole('img', { name: explorer.saidOn('share', 'share-code-alt') })).toBeVisible();
    const url = await copied(explorer, panel, 'link');
    expect(url).toContain('?lang=zh&zoom=internals#v2/half-message');
    await page.goto(url);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh');
    await new Framed(page, { lang: 'zh' }).expectPosition(4);
  });

  test('[X61] pictures are saved: SVG that stands alone, PNG at twice its size', async ({ explorer, page }) => {
    const panel = await openPanel(explorer, 'picture');
    const saved = async (key: 'share-save-stage' | 'share-save-stage-png'): Promise<Buffer> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        panel.getByRole('button', { name: explorer.saidOn('share', key), exact: true }).click(),
      ]);
      return readFileSync(await download.path());
    };
    const svg = (await saved('share-save-stage')).toString('utf8');
    const png = await saved('share-save-stage-png');
    const width = Number(/^<svg [^>]* width="(\d+)"/.exec(svg)?.[1]);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    // The width of a PNG stands in its first chunk.
    expect(png.readUInt32BE(16)).toBe(2 * width);
    await readPasted(page, svg, async () => {
      const picture = page.getByRole('img');
      await expect(picture).toBeVisible();
      expect(await picture.evaluate((element) => element.scrollWidth)).toBe(width);
    });
  });

  test('[X61] Markdown names the picture that was saved beside it', async ({ explorer, page }) => {
    const panel = await openPanel(explorer, 'markdown');
    const markdown = await copied(explorer, panel, 'markdown');
    const [, name = ''] = /\]\(([^)]+\.svg)\)\]\(http/.exec(markdown) ?? [];
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name: explorer.saidOn('share', 'share-save-stage'), exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(name);
  });

  test('[X61] Mermaid is given as text, with the diagram shown', async ({ explorer }) => {
    const panel = await openPanel(explorer, 'mermaid');
    expect(await copied(explorer, panel, 'mermaid')).toMatch(/^---\ntitle: ".+"\n---\nsequenceDiagram\n/);
    await expect(panel.getByRole('img', { name: explorer.saidOn('share', 'share-picture') })).toBeVisible();
  });
});
