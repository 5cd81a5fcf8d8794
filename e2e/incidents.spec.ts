import { texts } from '../src/i18n/en/incidents.ts';
import { incidents } from '../src/scenario/incidents.ts';
import { expectNoViolations, inBothLooks } from './accessibility.ts';
import { expect, test } from './test.ts';

test.describe('the gallery of incidents', () => {
  test('[X40] plays an incident from its start, and the same run with the safeguard', async ({ explorer, page }) => {
    await page.goto('./?lang=en#v2/incidents');
    const cards = page.locator('.incident');
    await expect(cards).toHaveCount(incidents.length);
    const card = cards.filter({ hasText: texts['commit-never-arrived-title'] });
    await expect(card.getByRole('link', { name: 'rocketmq #2840' })).toHaveAttribute('href', /issues\/2840$/);
    for (const [how, verdict] of [
      [texts['incidents-as-it-was'], 'lost'],
      [texts['incidents-mended'], 'late'],
    ] as const) {
      await expect(card).toContainText(explorer.say(`verdict-${verdict}`));
      await card.getByRole('link', { name: new RegExp(how) }).click();
      await explorer.expectPosition(0);
      await explorer.toEnd();
      await explorer.expectVerdict(verdict);
      await page.goBack();
      await expect(cards.first()).toBeVisible();
    }
  });

  test('[X41] shows the sentence of the model where a step is refused', async ({ explorer, page }) => {
    await page.goto('./?lang=en#v2/incidents');
    await page
      .locator('.incident')
      .filter({ hasText: texts['prepare-fails-title'] })
      .getByRole('link', { name: new RegExp(`^${texts['incidents-try']}`) })
      .click();
    await expect(explorer.problem).toContainText('“commit”');
  });

  test('[X42] is as good without colour, mouse or room', async ({ page }) => {
    await inBothLooks(page, 'v2/incidents', async ({ lang }) => {
      await expect(page.locator('.incident')).toHaveCount(incidents.length);
      await expectNoViolations(page, `incidents ${lang}`, '[aria-labelledby="incidents-given-up"]');
    });
  });
});
