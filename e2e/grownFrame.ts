/** A frame that the page around makes as high as it asks to be: what is pressed while it grows is released beside the button. */
import { expect, type Page } from '@playwright/test';

/** Before the page around is opened. */
export async function hearWishes(page: Page): Promise<void> {
  await page.addInitScript(() => {
    addEventListener('message', ({ data }) => {
      if (data?.type === 'halfway:resize') Reflect.set(window, 'wished', data.height);
    });
  });
}

/** The frame has the height that it asked for, inside as well. */
export async function isGrown(page: Page): Promise<void> {
  const inside = page.frameLocator('iframe').locator('html');
  await expect
    .poll(async () => {
      const wished: unknown = await page.evaluate(() => Reflect.get(window, 'wished'));
      return wished === (await inside.evaluate(() => window.innerHeight));
    })
    .toBe(true);
}
