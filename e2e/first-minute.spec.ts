import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

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

  test('[X1] goes through the clean run and then offers the first catastrophe', async ({ explorer, page }) => {
    await explorer.open();
    await explorer.next();
    await expect(explorer.ledgerRow(1)).toBeVisible();
    let steps = 1;
    while (!(await explorer.nextButton.isDisabled())) {
      await explorer.next();
      steps += 1;
      await explorer.expectPosition(steps);
      expect(steps).toBeLessThan(40);
    }
    await explorer.expectVerdict('consistent');
    await expect(explorer.ledgerRow(1)).toContainText(explorer.say('ledger-points', { points: 1 }));
    await expect(page.getByText(explorer.say('suggestion-text'))).toBeVisible();

    await explorer.button('suggestion-open').click();
    await explorer.expectPosition(0);
    await expect(
      page.getByRole('button', { name: explorer.own('scenario-crash-after-local-commit-title') }),
    ).toBeVisible();
    await explorer.next(4);
    await expect(explorer.ledgerRow(1)).toContainText(explorer.say('order-committed'));
    const crash = explorer.say('step-crash', { process: '' }).trim();
    await expect(explorer.nextButton).toContainText(crash);
    await explorer.next();
    await expect(explorer.box('order')).toContainText(explorer.say('stage-crashed'));
    await explorer.expectVerdict('pending');
    await explorer.toEnd();
    await explorer.expectVerdict('late');
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
