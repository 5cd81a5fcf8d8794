import { LANGS, ownName } from '../src/i18n/languages.ts';
import type { Page } from '@playwright/test';
import { Explorer } from './explorer.ts';
import { expect, test } from './test.ts';

const RUN = 'v2/half-message?set=producers~2&do=order~producer.half.ok.commit.crash~order.timeout.pass';

test.describe('languages', () => {
  test('[X10] says everything in the language of the reader, in every panel', async ({ page }) => {
    const texts = new Map<string, ReadonlySet<string>>();
    for (const lang of LANGS) {
      const explorer = new Explorer(page, { lang });
      await explorer.open({ link: RUN });
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      texts.set(lang, new Set(await everyText(explorer, page)));
    }
    const [english, chinese] = [texts.get('en') ?? new Set<string>(), texts.get('zh') ?? new Set<string>()];
    expect(english.size).toBeGreaterThan(150);
    expect([...english].filter((text) => /\p{Script=Han}/u.test(text) && text !== '中文')).toEqual([]);
    expect([...chinese].filter((text) => chinese.has(text) && english.has(text) && isProse(text))).toEqual([]);
    expect([...chinese].filter(isLatinProse)).toEqual([]);
  });

  test('[X10] changes the language on the spot and remembers it', async ({ explorer, page }) => {
    await explorer.open({ link: RUN, query: {} });
    await page.goto(`./#${RUN}`);
    await explorer.isReady();
    await page.getByRole('button', { name: ownName('zh'), exact: true }).click();
    const there = new Explorer(page, { lang: 'zh' });
    await there.isReady();
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh');
    await there.expectPosition(7);
    await page.reload();
    await there.isReady();
  });

  test('[X10] changes the theme and remembers it', async ({ explorer, page }) => {
    await page.goto('./');
    await explorer.isReady();
    const background = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    const next = page.getByRole('button', { name: new RegExp(`^${explorer.say('page-theme')}: `) });
    await next.click();
    await next.click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(await background()).not.toBe(light);
    await page.reload();
    await explorer.isReady();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  test('[X10] replays the run when a setting is changed, as far as it can', async ({ explorer }) => {
    await explorer.open({
      link: 'v2/half-message?do=order.half.ok.commit.return.dup~end.end.msg.consume.end.msg.consume',
    });
    await explorer.expectVerdict('consistent');
    await explorer.button('header-settings').click();
    const dedup = explorer.dialog('settings-title').getByRole('combobox', { name: explorer.own('setting-dedup') });
    await expect(dedup).toHaveAccessibleDescription(/.{20,}\.$/);
    await dedup.selectOption({ label: explorer.own('value-dedup-none') });
    await explorer.expectVerdict('duplicated');
    await expect(explorer.ledgerRow(1)).toContainText(explorer.say('ledger-points', { points: 2 }));
    await explorer.expectPosition(12);
    await expect.poll(() => explorer.link).toContain('set=dedup~none');
  });

  test('[X10] shows two zoom levels of the same run', async ({ explorer, page }) => {
    await explorer.open({ link: RUN });
    const ledger = await explorer.ledger.ariaSnapshot();
    const boxes = await explorer.stage.getByRole('region').count();
    await page.getByRole('radio', { name: explorer.own('zoom-internals'), exact: true }).check();
    await expect(explorer.stage.getByRole('heading', { name: explorer.own('node-checker') })).toBeVisible();
    expect(await explorer.stage.getByRole('region').count()).toBeGreaterThan(boxes);
    expect(await explorer.ledger.ariaSnapshot()).toBe(ledger);
    await explorer.expectPosition(7);
    await expect(page.getByRole('list').and(page.locator('ol')).first().getByRole('listitem')).toHaveCount(7);
  });
});

/** What can be read or heard, with every panel opened once. */
async function everyText(explorer: Explorer, page: Page): Promise<readonly string[]> {
  const texts: string[] = [];
  const collect = async (): Promise<void> => {
    texts.push(...(await textsOf(page)));
  };
  for (const tab of ['tab-happened', 'tab-actions', 'tab-state', 'tab-knows', 'tab-whynot'] as const) {
    await explorer.openTab(tab);
    await collect();
  }
  await page.getByRole('radio', { name: explorer.own('zoom-internals'), exact: true }).check();
  await collect();
  await page.getByRole('radio', { name: explorer.say('zoom-concept'), exact: true }).check();
  for (const key of ['scenarios-title', 'settings-title', 'share-title'] as const) {
    const opener =
      key === 'scenarios-title'
        ? explorer.title
        : explorer.button(key === 'settings-title' ? 'header-settings' : 'header-share');
    await opener.click();
    await expect(
      explorer.dialog(key).getByRole('button').or(explorer.dialog(key).getByRole('combobox')).first(),
    ).toBeVisible();
    await collect();
    await explorer.press('Escape');
    await expect(explorer.dialog(key)).toBeHidden();
  }
  await explorer.packets().click();
  await collect();
  await explorer.press('Escape');
  await explorer.next();
  await collect();
  return texts;
}

/** Text nodes, names and descriptions; code and links, which look the same in every language, are left out. */
function textsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement?.closest('script, noscript, code, textarea, .state dl, [hidden]') !== null) continue;
      found.push(node.textContent ?? '');
    }
    for (const element of document.body.querySelectorAll(
      '[aria-label], [title], [aria-valuetext], [aria-roledescription]',
    )) {
      if (element.closest('[aria-hidden="true"]') !== null) continue;
      for (const name of ['aria-label', 'title', 'aria-valuetext', 'aria-roledescription'])
        found.push(element.getAttribute(name) ?? '');
    }
    return found.map((text) => text.trim()).filter((text) => text !== '');
  });
}

/** Product names, identifiers and numbers are the same in both languages; sentences are not. */
function isProse(text: string): boolean {
  return !CREDIT.includes(text) && /\p{L}{3,} .*\p{L}{3,}/u.test(text);
}

/** React Flow's own, and not to be changed. */
const CREDIT = ['React Flow', 'React Flow attribution'];

/** Three English words in a row where Chinese is expected. */
function isLatinProse(text: string): boolean {
  return /[a-z]{2,} [a-z]{2,} [a-z]{2,}/.test(text);
}
