import type { Page } from '@playwright/test';
import { expect, test, WITH_MOTION } from './test.ts';

test.use(WITH_MOTION);

test.describe('the first minute', () => {
  test('[X1] opens on the clean run, ready, with one obvious button', async ({ explorer, page }) => {
    await page.goto('./');
    await explorer.isReady();
    await explorer.expectPosition(0);
    await expect(page.getByRole('button', { name: explorer.own('scenario-clean-commit-title') })).toBeVisible();
    await expect(explorer.ledger).toContainText(explorer.say('ledger-empty'));
    expect(await biggestButton(page)).toMatch(new RegExp(`^${explorer.say('transport-next')}`));
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await page.context().cookies()).toEqual([]);
  });

  // One click from the opening to the first verdict, two to the first catastrophe, and 25 s from there to its verdict.
  test('[X1] plays to its end without help, then plays the first catastrophe in the reader’s own run', async ({
    explorer,
    page,
  }) => {
    await page.clock.install();
    await explorer.show();
    await explorer.button('transport-play').click();
    await page.clock.runFor(40_000);
    await explorer.expectPosition(11);
    await explorer.expectVerdict('consistent');
    await expect(explorer.button('transport-play')).toBeDisabled();
    await expect(explorer.button('transport-to-end')).toBeDisabled();
    const offered = explorer.say('suggestion-next', { process: explorer.own('process-order-inline') });
    await expect(explorer.nextButton).toContainText(offered);
    await expect(page.getByText(explorer.saidOn('panels', 'suggestion-kept', { position: 4 }))).toBeVisible();

    await explorer.next();
    await page.clock.runFor(25_000);
    await explorer.expectVerdict('late');
    await explorer.goTo(5);
    await expect(explorer.box('order')).toContainText(explorer.say('stage-crashed'));
    await explorer.expectVerdict('pending');
    await expect(explorer.branches.getByRole('button')).toHaveCount(1);
  });
});

/** The name of the button with the largest area: the one that a stranger presses. */
async function biggestButton(page: Page): Promise<string> {
  return page.getByRole('button').evaluateAll((buttons) => {
    const area = (element: Element): number => {
      const { width, height } = element.getBoundingClientRect();
      return width * height;
    };
    return buttons.toSorted((left, right) => area(right) - area(left))[0]?.textContent ?? '';
  });
}
