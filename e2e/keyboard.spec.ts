import type { Locator, Page } from '@playwright/test';
import type { Explorer } from './explorer.ts';
import { expect, test, WITH_MOTION } from './test.ts';

test.use(WITH_MOTION);

test.describe('the keyboard alone', () => {
  test('[X2] crashes after the local commit and brings the points late, without a mouse', async ({
    explorer,
    page,
  }) => {
    await explorer.open();
    await explorer.press('ArrowRight', 4);
    await explorer.expectPosition(4);
    await expect(explorer.ledgerRow(1)).toContainText(explorer.say('order-committed'));

    await explorer.tabTo(
      whatIf(explorer, explorer.say('step-crash', { process: explorer.own('process-order-inline') })),
    );
    await expectVisibleFocus(page);
    await explorer.press('Enter');
    await explorer.expectPosition(5);
    await expect(explorer.box('order')).toContainText(explorer.say('stage-crashed'));

    // The button is gone with its reason to be there; the keys must go on working.
    await explorer.press('ArrowRight', 2);
    await explorer.expectPosition(7);
    await expect(explorer.nextButton).toContainText(
      explorer.say('step-restart', { process: explorer.own('process-order-inline') }),
    );
    await explorer.press('ArrowRight');
    await explorer.expectPosition(8);
    await explorer.tabTo(whatIf(explorer, explorer.say('whatif-run-on')));
    await explorer.press('Enter');
    await explorer.press('End');
    await explorer.expectVerdict('late');
    await expect(explorer.branches).toBeVisible();
  });

  test('[X2] shows where the focus is, everywhere that Tab leads', async ({ explorer, page }) => {
    await explorer.open({ link: 'v2/half-message?do=order.half.ok', query: { view: 'happened' } });
    const places = new Set<string>();
    for (let count = 0; count < 60; count += 1) {
      await explorer.press('Tab');
      const place = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 400) ?? '');
      if (place.startsWith('<body') || places.has(place)) break;
      places.add(place);
      await expectVisibleFocus(page);
    }
    expect(places.size).toBeGreaterThan(25);
  });

  test('[X2] has a key for everything that playback can do', async ({ explorer, page }) => {
    await explorer.open();
    await explorer.press('End');
    const end = await explorer.position();
    expect(end).toBeGreaterThan(8);
    await explorer.press('Home');
    await explorer.expectPosition(0);
    await explorer.press('3');
    await explorer.expectPosition(4);
    await expect(page.getByRole('listitem').and(page.locator('[aria-current="step"]'))).toContainText(
      explorer.own('stage-concept-3-title'),
    );
    await explorer.press('ArrowLeft');
    await explorer.expectPosition(3);
    await explorer.press('Space');
    await expect(explorer.button('transport-pause')).toBeVisible();
    await expect(explorer.slider).not.toHaveValue('3');
    await explorer.press('Space');
    await expect(explorer.button('transport-play')).toBeVisible();
    await explorer.press('Shift+?');
    await expect(page.getByRole('complementary', { name: explorer.say('help-title') })).toBeVisible();
    await explorer.press('Escape');
    await expect(page.getByRole('complementary', { name: explorer.say('help-title') })).toBeHidden();
    await explorer.press('r');
    await explorer.expectPosition(0);
    await expect(explorer.ledger).toContainText(explorer.say('ledger-empty'));
  });

  test('[X2] keeps its keys to itself: outside the explorer they do nothing', async ({ explorer }) => {
    await explorer.open({ link: 'v2/half-message?do=order.half.ok.commit&at=2' });
    await explorer.button('header-settings').focus();
    for (const key of ['ArrowRight', 'ArrowLeft', 'Home', 'End', '3', 'r']) await explorer.press(key);
    await explorer.expectPosition(2);
    await explorer.press('Enter');
    const settings = explorer.dialog('settings-title');
    await expect(settings.getByRole('combobox').first()).toBeVisible();
    await settings.getByRole('combobox').first().focus();
    for (const key of ['3', 'r', 'Home']) await explorer.press(key);
    await explorer.expectPosition(2);
  });

  test('[X2] goes through what a menu offers with the arrow keys, and leaves lists to themselves', async ({
    explorer,
    page,
  }) => {
    await explorer.open({ link: 'v2/half-message?do=order.half.ok.commit&at=2' });
    await explorer.button('header-more').focus();
    await explorer.press('Enter');
    const menu = explorer.dialog('header-more');
    const entries = menu.locator('a[href], button');
    await expect(entries.first()).toBeVisible();
    await explorer.press('ArrowDown');
    await expect(entries.first()).toBeFocused();
    await explorer.press('ArrowDown');
    await expect(entries.nth(1)).toBeFocused();
    await explorer.press('End');
    await expect(entries.last()).toBeFocused();
    await explorer.press('Escape');
    await expect(menu).toBeHidden();
    await explorer.button('header-settings').click();
    const settings = explorer.dialog('settings-title');
    const list = settings.getByRole('combobox').first();
    await list.focus();
    await explorer.press('ArrowDown');
    await expect(list).toBeFocused();
    await expect(page.getByRole('slider', { name: explorer.say('sequence-position') })).toHaveValue('2');
  });

  test('[X2] moves the line of the timeline with the arrow keys', async ({ explorer }) => {
    await explorer.open({ link: 'v2/half-message?do=order.half.ok.commit&at=2' });
    await explorer.slider.focus();
    await explorer.press('ArrowRight');
    await explorer.expectPosition(3);
    await explorer.press('Home');
    await explorer.expectPosition(0);
    await expect(explorer.slider).toHaveAttribute('aria-valuetext', new RegExp(explorer.say('now-start')));
  });
});

function whatIf(explorer: Explorer, name: string): Locator {
  return explorer.whatIf.getByRole('button', { name, exact: true });
}

/** Something around the focused element is drawn for the focus, and nothing lies on top of the element. */
async function expectVisibleFocus(page: Page): Promise<void> {
  const look = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      if (element === null) return { name: 'nothing', hasRing: false, isCovered: true };
      const around = [element, element.nextElementSibling, element.parentElement];
      const family = [element, ...(element.parentElement?.querySelectorAll('*') ?? [])];
      const hasRing = family.some((part) =>
        [undefined, '::after'].some((pseudo) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(part, pseudo);
          return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1.5;
        }),
      );
      const { left, top, width, height } = element.getBoundingClientRect();
      const above = document.elementFromPoint(left + width / 2, top + height / 2);
      const isCovered =
        above === null || !around.some((part) => part?.contains(above) === true || above.contains(part));
      return { name: element.outerHTML.slice(0, 200), hasRing, isCovered };
    });
  // What the focus brings into view, and what is drawn around it, may take a frame.
  await expect.poll(look).toEqual({ name: expect.any(String), hasRing: true, isCovered: false });
}
