import type { Locator } from '@playwright/test';
import type { Explorer } from './explorer.ts';
import { expect, test, WITH_MOTION } from './test.ts';

test.use(WITH_MOTION);

/** One order in flight; later ones add what an action needs. */
const HALF = 'v2/half-message?do=order';
/** Where the power can be cut. */
const POWER = 'v2/half-message?set=flush~async&do=order.half.ok.commit';
const COMMITTED = 'v2/half-message?do=order.half.ok.commit';

/** Four ways to the same popover, and to the buttons in it. */
const WAYS: Readonly<Record<string, (thing: Locator) => Promise<void>>> = {
  mouse: (thing) => thing.click(),
  'context menu': (thing) => thing.click({ button: 'right' }),
  keyboard: async (thing) => {
    await thing.focus();
    await thing.press('Enter');
  },
  finger: (thing) => thing.tap(),
};

test.describe('actions', () => {
  for (const [way, press] of Object.entries(WAYS)) {
    const isTouch = way === 'finger';

    test.describe(`by ${way}`, () => {
      test.use(isTouch ? { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } } : {});

      test(`[X6] delivers, drops and duplicates a message by ${way}`, async ({ explorer }) => {
        await explorer.open({ link: HALF });
        await act(explorer, press, explorer.packets(), 'action-duplicate');
        await explorer.expectPosition(2);
        await expect(explorer.packets()).toHaveCount(1);
        await expect(explorer.packets()).toHaveAccessibleName(/^2/);
        await act(explorer, press, explorer.packets(), 'action-drop');
        await explorer.expectPosition(3);
        await expect(explorer.packets()).toHaveAccessibleName(
          new RegExp(`^${explorer.say('stage-packet', { message: '|', from: '', to: '' }).split('|')[0]}`),
        );
        await act(explorer, press, explorer.packets(), 'action-deliver');
        await explorer.expectPosition(4);
        await expect(explorer.packets('SEND_OK')).toHaveCount(1);
        await expect(explorer.popover).toHaveCount(0);
      });

      test(`[X6] crashes and restarts a process, fires a timer and decides by ${way}`, async ({ explorer }) => {
        await explorer.open({ link: 'v2/half-message?do=order.half.ok' });
        const commit = explorer.stage.getByRole('button', { name: explorer.own('choice-commit') });
        await (isTouch ? commit.tap() : way === 'keyboard' ? commit.press('Enter') : commit.click());
        await explorer.expectPosition(4);
        await expect(explorer.ledgerRow(1)).toContainText(explorer.say('order-committed'));
        await act(explorer, press, explorer.menuOf('order'), 'action-crash-process');
        await explorer.expectPosition(5);
        await expect(explorer.box('order')).toContainText(explorer.say('stage-crashed'));
        await act(explorer, press, explorer.menuOf('order'), 'action-restart');
        await explorer.expectPosition(6);
        await expect(explorer.box('order')).not.toContainText(explorer.say('stage-crashed'));
        await act(explorer, press, explorer.timers.first(), 'action-fire');
        await explorer.expectPosition(7);
      });
    });
  }

  test('[X6] opens what can be done to a process by a right click anywhere on its box', async ({ explorer }) => {
    await explorer.open({ link: POWER });
    await explorer.box('broker').getByRole('heading', { level: 4 }).first().click({ button: 'right' });
    await expect(explorer.popover).toHaveAccessibleName(explorer.own('node-broker'));
    await expect(explorer.popover.getByRole('button', { name: explorer.say('action-crash-machine') })).toBeVisible();
    await explorer.press('Escape');
    await expect(explorer.popover).toHaveCount(0);
  });

  test('[X6] gives the focus back to what was opened', async ({ explorer }) => {
    await explorer.open({ link: HALF });
    await explorer.packets().focus();
    await explorer.press('Enter');
    await expect(explorer.popover.getByRole('button', { name: explorer.say('action-deliver') })).toBeFocused();
    await explorer.press('Escape');
    await expect(explorer.popover).toHaveCount(0);
    await expect(explorer.packets()).toBeFocused();
  });

  test('[X6] lists the same actions in a panel, and does them', async ({ explorer }) => {
    await explorer.open({ link: POWER });
    await explorer.openTab('tab-actions');
    for (const key of ['actions-timers', 'actions-processes'] as const) {
      await expect(explorer.panel.getByRole('heading', { name: explorer.say(key) })).toBeVisible();
    }
    const crash = `${explorer.say('action-crash-machine')}: ${explorer.own('process-broker')}`;
    await explorer.panel.getByRole('button', { name: crash }).click();
    await explorer.expectPosition(5);
    await expect(explorer.box('broker')).toContainText(explorer.say('stage-power-lost'));
  });

  test('[X6] offers what makes sense now beside Next', async ({ explorer }) => {
    await explorer.open({ link: HALF });
    await explorer.whatIf.getByRole('button', { name: explorer.say('whatif-drop') }).click();
    await explorer.expectPosition(2);
    await expect(explorer.packets()).toHaveCount(0);
  });

  test('[X6] says why something cannot be done now', async ({ explorer }) => {
    await explorer.open({ link: HALF });
    await explorer.openTab('tab-whynot');
    const reasons = explorer.panel.getByRole('definition').getByRole('paragraph');
    await expect(
      reasons.filter({ hasText: explorer.own('guard-callerIsFree', 'half-message', { tx: 'o1' }) }),
    ).toHaveCount(1);
    for (const reason of await reasons.allInnerTexts()) expect(reason).toMatch(/^[A-Z“{].{15,}\.$/s);
  });
});

test.describe('a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('[X6] reaches everything at 390 pixels with a finger, big enough to hit', async ({ explorer, page }) => {
    await explorer.open({ link: COMMITTED });
    const sizes = await page.locator('button:visible, [role="tab"]:visible, select:visible').evaluateAll((elements) =>
      elements.map((element) => {
        const { width, height } = element.getBoundingClientRect();
        return { name: element.getAttribute('aria-label') ?? element.textContent, width, height };
      }),
    );
    expect(sizes.length).toBeGreaterThan(10);
    expect(sizes.filter(({ width, height }) => Math.min(width, height) < 24)).toEqual([]);
  });
});

async function act(
  explorer: Explorer,
  press: (thing: Locator) => Promise<void>,
  thing: Locator,
  action:
    | 'action-deliver'
    | 'action-drop'
    | 'action-duplicate'
    | 'action-fire'
    | 'action-crash-process'
    | 'action-restart',
): Promise<void> {
  await press(thing);
  const button = explorer.popover.getByRole('button', { name: explorer.say(action), exact: true });
  await (press === WAYS['context menu'] ? button.click() : press(button));
}
