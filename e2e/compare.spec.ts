import type { Page } from '@playwright/test';
import { topicText } from '../src/i18n/text.ts';
import type { TextKey } from '../src/i18n/book.ts';
import { pageText, protocolText } from '../src/i18n/text.ts';
import type { Lang } from '../src/i18n/languages.ts';
import type { TextValues } from '../src/i18n/fill.ts';
import { expectNoViolations } from './accessibility.ts';
import { escaped } from './explorer.ts';
import { expect, test, WITH_MOTION } from './test.ts';

test.use(WITH_MOTION);

const PLAIN = 'v2/compare?a=half-message&b=plain-mq&fault=order-dies-after-commit';

/** The page of two runs side by side, as a reader uses it. */
class ComparePage {
  readonly page: Page;
  readonly lang: Lang;

  constructor(page: Page, lang: Lang = 'en') {
    this.page = page;
    this.lang = lang;
  }

  async open(link: string, query: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.page.goto(`./?${new URLSearchParams({ lang: this.lang, ...query }).toString()}#${link}`);
    await expect(this.side('a').getByRole('img')).toBeVisible();
  }

  say(key: TextKey<'compare'>, values: TextValues = {}): string {
    return topicText(this.lang, 'compare', key, values);
  }

  side(side: 'a' | 'b') {
    return this.page.getByRole('article', {
      name: this.say('compare-side', { side: side.toUpperCase() }),
      exact: true,
    });
  }

  get next() {
    return this.page.getByRole('button', { name: new RegExp(`^${pageText(this.lang, 'transport-next')} `) });
  }

  get slider() {
    return this.page.getByRole('slider', { name: this.say('compare-position'), exact: true });
  }

  get table() {
    return this.page.getByRole('region', { name: this.say('outcomes-title') }).getByRole('table');
  }

  async tableIsComplete(): Promise<void> {
    await expect(this.table.getByRole('row').last().getByRole('link')).toHaveCount(9);
  }
}

test.describe('side by side', () => {
  test('[X20] plays both stages in step, says where they part, and keeps all of it in the address', async ({
    page,
  }) => {
    const compare = new ComparePage(page);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await compare.open(PLAIN);
    await compare.next.click();
    await expect(compare.slider).toHaveAttribute('aria-valuetext', /1 of 22, 300 ms/);
    await expect(compare.side('a')).toContainText(pageText('en', 'verdict-pending'));
    await page.getByRole('button', { name: compare.say('compare-difference-show') }).click();
    await expect(compare.side('b')).toContainText(pageText('en', 'verdict-lost'));
    await expect.poll(() => new URL(page.url()).hash).toBe(`#${PLAIN}&at=5`);

    await page.reload();
    await expect(compare.slider).toHaveValue('5');
    await page.getByRole('button', { name: pageText('en', 'transport-play'), exact: true }).click();
    await expect(compare.slider).not.toHaveValue('5');
    await page.getByRole('button', { name: pageText('en', 'transport-pause'), exact: true }).click();
    await page.getByRole('button', { name: pageText('en', 'transport-to-end'), exact: true }).click();
    await expect(compare.side('a')).toContainText(pageText('en', 'verdict-late'));

    await compare.slider.press('Home');
    await expect(compare.slider).toHaveValue('0');
    await compare.next.press('ArrowRight');
    await expect(compare.slider).toHaveValue('1');
  });

  test('[X20] takes other sides and another fault, from the fields and from the table', async ({ page }) => {
    const compare = new ComparePage(page);
    await compare.open(PLAIN);
    await page.getByRole('combobox', { name: compare.say('compare-fault') }).selectOption('consumer-dies-after-commit');
    await page
      .getByRole('combobox', { name: compare.say('compare-protocol', { side: 'B' }) })
      .selectOption('two-phase-commit');
    await expect
      .poll(() => new URL(page.url()).hash)
      .toBe('#v2/compare?a=half-message&b=two-phase-commit&fault=consumer-dies-after-commit');
    await compare.tableIsComplete();
    const column = `${protocolText('en', 'half-message', 'name')} · Deduplication: none`;
    await page.getByRole('button', { name: compare.say('outcomes-put', { side: 'A', column }) }).click();
    await page
      .getByRole('button', { name: compare.say('outcomes-compare', { fault: compare.say('fault-broker-dies') }) })
      .click();
    await expect
      .poll(() => new URL(page.url()).hash)
      .toBe('#v2/compare?a=half-message.dedup~none&b=two-phase-commit&fault=broker-dies');
    await page.getByRole('combobox', { name: compare.say('compare-run', { side: 'B' }) }).selectOption({ index: 2 });
    await expect.poll(() => new URL(page.url()).hash).toContain('&bdo=order.');
  });

  test('[X20] opens a cell of the table on the stage, and comes back', async ({ page, explorer }) => {
    const compare = new ComparePage(page);
    await compare.open(PLAIN);
    await compare.tableIsComplete();
    const row = compare.table.getByRole('row', {
      name: new RegExp(`^${escaped(compare.say('outcomes-compare', { fault: compare.say('fault-message-lost') }))}`),
    });
    const cell = row.getByRole('link').first();
    const at = Number(/&at=(\d+)/.exec((await cell.getAttribute('href')) ?? '')?.[1]);
    expect(at).toBeGreaterThan(0);
    await cell.click();
    await explorer.isReady();
    // It plays from just before the fault.
    await expect.poll(() => explorer.position()).toBeGreaterThan(at);
    await explorer.toEnd();
    await explorer.expectVerdict('late');
    await page.goBack();
    await expect(compare.side('a').getByRole('img')).toBeVisible();
  });

  test('[X20] puts the run of the explorer beside another one', async ({ page, explorer }) => {
    await explorer.open({ link: 'v2/half-message?do=order.half.ok.commit.crash~order' });
    await explorer.button('header-share').click();
    await explorer
      .dialog('share-title')
      .getByRole('link', { name: explorer.saidOn('share', 'share-compare') })
      .click();
    const compare = new ComparePage(page);
    await expect(compare.side('a').getByRole('img')).toBeVisible();
    await expect(compare.side('a')).toContainText(compare.say('compare-own-note', { side: 'A' }));
    expect(new URL(page.url()).hash).toContain('ado=order.half.ok.commit.crash~order&');
  });

  test('[X20] says in one sentence what was wrong with an address, and works with the rest', async ({ page }) => {
    const compare = new ComparePage(page);
    await compare.open('v2/compare?a=half-message.dedup~none&b=paxos&fault=ack-lost');
    await expect(page.getByRole('alert')).toContainText('paxos');
    await compare.next.click();
    await expect(compare.slider).toHaveValue('1');
  });

  for (const { lang, theme, width } of [
    { lang: 'en', theme: 'light', width: 1440 },
    { lang: 'zh', theme: 'dark', width: 1024 },
    { lang: 'zh', theme: 'light', width: 390 },
    { lang: 'en', theme: 'dark', width: 390 },
  ] as const) {
    test(`[X20] is free of violations and fits: ${lang}, ${theme}, ${width} pixels`, async ({ page }) => {
      const compare = new ComparePage(page, lang);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 844 });
      await compare.open(`${PLAIN}&at=9`, { theme });
      await compare.tableIsComplete();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(
        await page.locator('main').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
      ).toBeLessThanOrEqual(0);
      await expectNoViolations(page, 'compare');
    });
  }
});
