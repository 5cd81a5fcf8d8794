import { protocols } from '../src/protocols/registry.ts';
import { libraryOf } from '../src/scenario/library.ts';
import { escaped } from './explorer.ts';
import { expect, test } from './test.ts';

test.describe('the library', () => {
  for (const protocol of protocols) {
    const entries = libraryOf([protocol]);

    test(`[X3] opens every scenario of ${protocol.id} by its link, at its verdict`, async ({ explorer }) => {
      expect(entries.length).toBeGreaterThan(0);
      await explorer.open({ link: entries[0]?.link ?? '' });
      for (const { id, link, scenario, verdict } of entries) {
        await test.step(id, async () => {
          await explorer.follow(link);
          await explorer.expectPosition(scenario.steps.length);
          await expect(
            explorer.ledger.getByText(explorer.say(`verdict-${verdict}`), { exact: true }).first(),
          ).toBeVisible();
          await expect(explorer.problem).toHaveCount(0);
          await expect(explorer.title).toHaveText(
            new RegExp(`${escaped(explorer.own(`scenario-${id}-title`, protocol.id))}$`),
          );
        });
      }
    });
  }

  test('[X3] offers every scenario in the menu, with its verdict, and opens it ready to be played', async ({
    explorer,
  }) => {
    await explorer.open();
    const [protocol] = protocols;
    await explorer.title.click();
    const menu = explorer.dialog('scenarios-title');
    for (const { id, verdict } of protocol.scenarios) {
      const entry = menu.getByRole('button', { name: explorer.own(`scenario-${id}-title`) }).first();
      await expect(entry).toContainText(explorer.own(`scenario-${id}-why`));
      await expect(menu.getByRole('button').filter({ hasText: explorer.own(`scenario-${id}-why`) })).toContainText(
        explorer.say(`verdict-${verdict}`),
      );
    }
    await menu
      .getByRole('button')
      .filter({ hasText: explorer.own('scenario-power-loss-why') })
      .click();
    await expect(menu).toBeHidden();
    await explorer.expectPosition(0);
    await explorer.toEnd();
    await explorer.expectVerdict('lost');
  });

  test('[X3] opens every protocol from its tab', async ({ explorer, page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await explorer.open();
    const tabs = page.getByRole('navigation', { name: explorer.say('page-protocols') });
    for (const { id } of protocols) {
      await tabs.getByRole('button', { name: explorer.own('name', id), exact: true }).click();
      await expect(tabs.locator('[aria-current="page"]')).toHaveText(explorer.own('name', id));
      await explorer.toEnd();
      await expect(explorer.ledger.getByRole('listitem').first()).toBeVisible();
    }
  });

  test('[X3] opens every protocol from the menu where there is no room for tabs', async ({ explorer, page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await explorer.open();
    for (const { id } of protocols) {
      await explorer.title.click();
      const menu = explorer.dialog('scenarios-title');
      await menu.getByRole('button', { name: explorer.own('name', id), exact: true }).click();
      await expect.poll(() => explorer.link).toContain(`v1/${id}`);
      await explorer.press('Escape');
      await expect(menu).toBeHidden();
    }
  });
});
