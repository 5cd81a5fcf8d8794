/** Asks axe about the explorer with every panel and every menu open, one after the other. */
import { expect, type Page } from '@playwright/test';
import type { Lang } from '../src/i18n/languages.ts';
import { expectNoViolations } from './accessibility.ts';
import { Explorer } from './explorer.ts';

interface Shown {
  readonly lang: Lang;
  readonly theme: 'light' | 'dark';
  readonly link: string;
}

export async function expectEveryPanelFine(page: Page, { lang, theme, link }: Shown): Promise<void> {
  const explorer = new Explorer(page, { lang });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await explorer.open({ link, query: { theme } });
  const check = (state: string, part?: string): Promise<void> => expectNoViolations(page, state, part);
  await check('page');
  for (const tab of ['tab-actions', 'tab-state', 'tab-knows', 'tab-whynot'] as const) {
    await explorer.openTab(tab);
    await check(tab, '[role="tabpanel"]');
  }
  await page.getByRole('radio', { name: explorer.own('zoom-internals'), exact: true }).check();
  await check('internals', '.stage');
  for (const [opener, dialog] of [
    [explorer.title, 'scenarios-title'],
    [explorer.button('header-settings'), 'settings-title'],
    [explorer.button('header-share'), 'share-title'],
  ] as const) {
    await opener.click();
    await expect(explorer.dialog(dialog).getByRole('heading').first()).toBeVisible();
    await check(dialog, 'dialog:popover-open');
    await explorer.press('Escape');
  }
  await explorer.packets().click();
  await expect(explorer.popover).toBeVisible();
  await check('popover', 'dialog:popover-open');
  await explorer.press('Escape');
  await explorer.button('header-help').click();
  // Its words come when it is opened.
  await expect(page.locator('.help dl')).toBeVisible();
  await check('help', '.help');
}
