import { protocols } from '../src/protocols/registry.ts';
import { libraryOf } from '../src/scenario/library.ts';
import { escaped } from './explorer.ts';
import { expect, test } from './test.ts';

test.describe('the library', () => {
  for (const protocol of protocols) {
    // One for each way of ending; the second tier opens and plays every one.
    const entries = libraryOf([protocol]).filter(
      ({ verdict }, index, all) => all.findIndex((other) => other.verdict === verdict) === index,
    );

    test(`[X3] opens scenarios of ${protocol.id} by their links, each at its verdict`, async ({ explorer }) => {
      expect(entries.length).toBeGreaterThan(2);
      await explorer.show({ link: entries[0]?.link ?? '' });
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
    for (const { id, verdict } of protocol.library.scenarios) {
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

  test('[X3] finds a run by words of its title or verdict, and walks through the menu by keys', async ({
    explorer,
  }) => {
    await explorer.open();
    await explorer.title.focus();
    await explorer.press('Enter');
    const menu = explorer.dialog('scenarios-title');
    const search = menu.getByRole('searchbox', { name: explorer.saidOn('panels', 'scenarios-search') });
    await expect(search).toBeFocused();
    await expect(menu.getByRole('heading').first()).toHaveText(explorer.saidOn('panels', 'heading-plain'));
    await explorer.page.keyboard.type('power lost');
    const entries = menu.locator('.scenarios-entry');
    await expect(menu.getByRole('status')).toHaveText(new RegExp(`^${await entries.count()} `));
    await explorer.press('ArrowDown');
    await expect(entries.first()).toBeFocused();
    await explorer.press('ArrowUp');
    await expect(search).toBeFocused();
    await explorer.press('ArrowDown');
    await explorer.press('End');
    await expect(entries.last()).toBeFocused();
    await explorer.press('Home');
    await explorer.press('Enter');
    await expect(menu).toBeHidden();
    await expect(explorer.title).toContainText(explorer.own('scenario-power-loss-title'));
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
      await expect.poll(() => explorer.link).toContain(`v2/${id}`);
      await explorer.press('Escape');
      await expect(menu).toBeHidden();
    }
  });
});
