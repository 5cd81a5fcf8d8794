import { texts } from '../src/i18n/en/claims.ts';
import { texts as chinese } from '../src/i18n/zh/claims.ts';
import { expectNoViolations, inBothLooks } from './accessibility.ts';
import { expect, test } from './test.ts';

const CLAIM = 'missing-means-rollback';

test.describe('claims on trial', () => {
  test('[X140] ask first, by keyboard, and then play what decides them beside what the reader chose', async ({
    explorer,
    page,
  }) => {
    await page.goto(`./?lang=en#v2/claims?open=${CLAIM}`);
    await expect(page.getByRole('heading', { name: texts[`${CLAIM}-claim`] })).toBeVisible();
    await expect(page.getByText(texts[`${CLAIM}-say`])).toHaveCount(0);
    const wrong = page.getByRole('button', { name: texts[`${CLAIM}-b`] });
    await explorer.press((await wrong.getAttribute('aria-keyshortcuts')) ?? '');
    await expect(page.getByText(texts[`${CLAIM}-say`])).toBeVisible();
    const decides = page.getByRole('region', { name: texts['claims-decided'] });
    const chosen = page.getByRole('region', { name: texts['claims-chosen'] });
    for (const [run, verdict] of [
      [decides, 'lost'],
      [chosen, 'phantom'],
    ] as const) {
      await run.focus();
      await explorer.press('End');
      await expect(run).toContainText(explorer.say(`verdict-${verdict}`));
    }
    // Another claim asks again, and the answer of this one is still there on the way back.
    await page.getByRole('link', { name: texts['claims-next'], exact: true }).click();
    await expect(page.getByRole('group', { name: /./ }).first()).toBeVisible();
    await page.goBack();
    await expect(page.getByText(texts[`${CLAIM}-say`])).toBeVisible();
    await decides.getByRole('link').click();
    await explorer.expectPosition(0);
  });

  test('[X141] are listed by topic and by who says them, and the address alone holds that', async ({ page }) => {
    await page.goto('./?lang=en#v2/claims?topic=table');
    const list = page.getByRole('navigation', { name: texts['claims-list'] });
    await expect(list.getByRole('link')).toHaveCount(4);
    await page.getByRole('switch', { name: texts['claims-official'] }).check();
    await expect(page.getByText(texts['claims-none'])).toBeVisible();
    await expect.poll(() => new URL(page.url()).hash).toBe('#v2/claims?topic=table&said=officially');
  });

  test('[X142] are as good without colour, mouse or room', async ({ page }) => {
    await inBothLooks(page, 'v2/claims?open=look-in-redis-first', async ({ lang }) => {
      const shelf = lang === 'en' ? texts : chinese;
      await expect(page.locator('.claim')).toBeVisible();
      await expectNoViolations(page, `claims ${lang} asks`, '.claims');
      await page.getByRole('button', { name: shelf['look-in-redis-first-a'] }).click();
      await expect(page.getByText(shelf['look-in-redis-first-say'])).toBeVisible();
      await expect(page.locator('.run-stage svg').first()).toBeVisible();
      await expectNoViolations(page, `claims ${lang} tells`, '.claim');
    });
  });
});
