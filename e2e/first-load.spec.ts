import { gzipSync } from 'node:zlib';
import type { Response } from '@playwright/test';
import { expectNoViolations } from './accessibility.ts';
import { holdBack } from './holdBack.ts';
import { expect, test } from './test.ts';

// What was loaded before would not be counted.
test.use({ reuseContext: false });

test.describe('before the reader does anything', () => {
  for (const { name, query, atMost } of [
    { name: 'a visit', query: '?lang=zh', atMost: 144_500 },
    { name: 'an embed', query: '?lang=zh&embed=1', atMost: 128_600 },
  ]) {
    test(`[X15] ${name} loads at most ${atMost / 1_000} kB of scripts, gzipped`, async ({
      zhExplorer: explorer,
      page,
    }) => {
      const scripts: Response[] = [];
      page.on('response', (response) => {
        if (new URL(response.url()).pathname.endsWith('.js')) scripts.push(response);
      });
      await page.goto(`./${query}`);
      // A slow processor is at rest before it has asked for anything: first what a reader sees, then the rest.
      await expect(explorer.nextButton).toBeVisible();
      await page.waitForLoadState('networkidle');
      const bodies = await Promise.all(scripts.map((response) => response.body()));
      const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
      expect(bytes).toBeGreaterThan(100_000);
      expect(bytes).toBeLessThanOrEqual(atMost);
    });
  }

  test('[X16] everything works while React Flow is still on its way, and nothing is lost when it comes', async ({
    explorer,
    page,
  }) => {
    const arrive = await holdBack(page, '**/FlowCanvas-*.js');
    await page.goto('./?lang=en');
    await explorer.next();
    await explorer.press('ArrowRight');
    await explorer.expectPosition(2);
    await explorer.toStart();
    await explorer.next();
    await expectNoViolations(page, 'before React Flow');
    await explorer.packets().click();
    await expect(explorer.popover).toBeVisible();
    await explorer.press('Escape');
    await expect(explorer.packets()).toBeFocused();
    await expect(explorer.still).toHaveCount(1);
    arrive();
    await expect(explorer.still).toHaveCount(0);
    await expect(explorer.packets()).toBeFocused();
    await explorer.press('Enter');
    await explorer.popover.getByRole('button', { name: explorer.say('action-deliver'), exact: true }).click();
    await explorer.expectPosition(2);
  });

  test('[X16] a choice that leaves the run waits for what it will say, and is not lost', async ({ explorer, page }) => {
    const arrive = await holdBack(page, '**/halfMessageRest-*.js');
    await page.goto('./?lang=en');
    for (const position of [1, 2, 3]) {
      await explorer.next();
      await explorer.expectPosition(position);
    }
    await page
      .getByRole('button', { name: explorer.own('choice-rollback'), exact: true })
      .first()
      .click();
    await explorer.expectPosition(3);
    arrive();
    await explorer.expectPosition(4);
    const said = explorer.own('chose-rollback-when-order-rolled-back', 'half-message', { tx: 'o1' });
    await expect(page.getByText(said).first()).toBeVisible();
  });
});
