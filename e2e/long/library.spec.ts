import type { Locator } from '@playwright/test';
import { protocols } from '../../src/protocols/registry.ts';
import { libraryOf } from '../../src/scenario/library.ts';
import { escaped } from '../explorer.ts';
import { expect, test } from '../test.ts';

test.describe('the library', () => {
  for (const protocol of protocols) {
    test(`[X3] opens every scenario of ${protocol.id} by its link and plays it step by step to its verdict, in Chinese`, async ({
      zhExplorer: explorer,
    }) => {
      const entries = libraryOf([protocol]);
      expect(entries.length).toBeGreaterThan(0);
      await explorer.open({ link: entries[0]?.link ?? '' });
      for (const { id, link, scenario, verdict } of entries) {
        await test.step(id, async () => {
          await explorer.follow(link);
          await explorer.expectPosition(scenario.steps.length);
          await expect(explorer.problem).toHaveCount(0);
          await expect(explorer.title).toHaveText(
            new RegExp(`${escaped(explorer.own(`scenario-${id}-title`, protocol.id))}$`),
          );
          await explorer.toStart();
          await explorer.expectPosition(0);
          // Rounds that repeat are one step of the transport.
          for (let at = '0'; at !== String(scenario.steps.length);) {
            await explorer.press('ArrowRight');
            at = await moved(explorer.slider, at);
          }
          await explorer.expectPosition(scenario.steps.length);
          await expect(
            explorer.ledger.getByText(explorer.say(`verdict-${verdict}`), { exact: true }).first(),
          ).toBeVisible();
          await expect(explorer.stage.getByRole('button').first()).toBeAttached();
        });
      }
    });
  }
});

/** Where the slider stands once it has left a place; looked at with every frame, because a run has many steps. */
function moved(slider: Locator, from: string): Promise<string> {
  return slider.evaluate(
    (element, before) =>
      new Promise<string>((found) => {
        const look = (): void => {
          const at = element instanceof HTMLInputElement ? element.value : before;
          if (at === before) requestAnimationFrame(look);
          else found(at);
        };
        look();
      }),
    from,
  );
}
