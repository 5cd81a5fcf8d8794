import type { Page } from '@playwright/test';
import { expect, test, WITH_MOTION } from './test.ts';

test.use(WITH_MOTION);

test.describe('motion', () => {
  test('[X9] moves nothing when the system asks for less motion', async ({ explorer, page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await explorer.open();
    await watchAnimations(page);
    await explorer.next(5);
    await explorer.whatIf.getByRole('button').first().click();
    await explorer.button('header-settings').click();
    expect(await animationsSeen(page)).toEqual([]);
  });

  test('[X9] moves nothing when the reader has switched it off here', async ({ explorer, page }) => {
    await explorer.open();
    await explorer.button('header-settings').click();
    const motion = explorer
      .dialog('settings-title')
      .getByRole('group', { name: explorer.saidOn('panels', 'page-motion') });
    await motion.getByRole('radio', { name: explorer.saidOn('panels', 'page-motion-reduced') }).check();
    await explorer.press('Escape');
    await watchAnimations(page);
    await explorer.next(5);
    expect(await animationsSeen(page)).toEqual([]);
  });

  test('[X9] acts a step out in less than a second, and then everything rests', async ({ explorer, page }) => {
    await explorer.open();
    await watchAnimations(page);
    await explorer.next();
    await expect.poll(() => animationsSeen(page)).not.toEqual([]);
    const running = (): number => document.getAnimations().filter(({ playState }) => playState === 'running').length;
    await expect.poll(() => page.evaluate(running)).toBe(0);
    const longest = await page.evaluate(() => window.animationsSeen.longest);
    expect(longest).toBeLessThanOrEqual(1_000);
  });
});

declare global {
  interface Window {
    animationsSeen: { readonly names: string[]; longest: number };
  }
}

/** Waits for rest, and from then on looks at every frame for what is running. */
async function watchAnimations(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getAnimations().length === 0);
  await page.evaluate(() => {
    const seen: { readonly names: string[]; longest: number } = { names: [], longest: 0 };
    window.animationsSeen = seen;
    const look = (): void => {
      for (const animation of document.getAnimations()) {
        const { effect } = animation;
        const element = effect instanceof KeyframeEffect ? effect.target : null;
        const end = Number(effect?.getComputedTiming().endTime ?? 0);
        // A transition of no duration is over before it can be seen.
        if (end <= 1) continue;
        seen.names.push(`${element?.className ?? ''} ${animation.id}`);
        seen.longest = Math.max(seen.longest, end);
      }
      requestAnimationFrame(look);
    };
    look();
  });
}

function animationsSeen(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => window.animationsSeen.names);
}
