import { LANGS } from '../src/i18n/languages.ts';
import { expectNoViolations } from './accessibility.ts';
import { cutTexts } from './cutTexts.ts';
import { Explorer } from './explorer.ts';
import { expect, test } from './test.ts';

test.describe('the statecharts of the state panel', () => {
  for (const lang of LANGS) {
    test(`[X147] light where every role is, what it has just done and what could move it, in words too: ${lang}`, async ({
      page,
    }) => {
      const explorer = new Explorer(page, { lang });
      const say = (key: Parameters<typeof explorer.saidOn<'machines'>>[1], values = {}): string =>
        explorer.saidOn('machines', key, values);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await explorer.show({
        link: 'v2/half-message?do=order',
        query: { view: 'state', theme: lang === 'zh' ? 'dark' : 'light' },
      });
      const producer = page.getByRole('region', { name: say('chart-of', { role: explorer.own('role-producer') }) });
      const lit = producer.locator('.chart-title[data-lit]');
      await expect(lit.filter({ hasText: say('state-awaitingSendResult') })).toHaveCount(1);
      await expect(producer.locator('.chart-trigger[data-taken]')).toHaveText(say('event-placeOrder'));
      await expect(producer.locator('.chart-trigger[data-possible]').first()).toHaveText(
        explorer.own('delay-sendMsgTimeout'),
      );
      const role = page.locator('#state-of-producer');
      await expect(role).toContainText(say('state-awaitingSendResult'));
      await expect(role.locator('.state-lines')).toContainText(say('fields-before', { value: '–' }));
      await role.locator('summary').last().click();
      const ways = role.locator('.state-ways');
      await expect(ways).toContainText(say('chart-if', { condition: say('guard-isSendOk') }));
      await expect(ways).toContainText(say('chart-otherwise-if', { condition: say('guard-isRejected') }));
      const timeout = ways.getByRole('listitem').filter({ hasText: explorer.own('delay-sendMsgTimeout') });
      await expect(timeout.filter({ hasText: say('chart-legend-possible') })).toHaveText(
        new RegExp(say('chart-otherwise')),
      );
      await explorer.next(2);
      await expect(lit.filter({ hasText: say('state-executing') })).toHaveCount(1);
      await expectNoViolations(page, 'statecharts', '.state');
    });
  }

  test('[X148] say in words what a crash left and what it took', async ({ page }) => {
    const explorer = new Explorer(page);
    await explorer.show({
      link: 'v2/half-message?set=flush~async&do=order.half.ok.commit.return.end.crash~broker~machine',
      query: { view: 'state' },
    });
    const halfTopic = page.locator('#state-of-half-topic');
    await expect(halfTopic).toContainText(explorer.saidOn('machines', 'crash-power'));
    await expect(halfTopic).toContainText(explorer.saidOn('machines', 'crash-nothing'));
    const gone = halfTopic.getByRole('listitem').filter({ hasText: explorer.saidOn('machines', 'field-half') });
    await expect(gone).toContainText(explorer.saidOn('machines', 'field-buffer'));
    await expect(halfTopic.locator('.chart-title[data-lit]')).toHaveCount(0);
  });

  test('[X149] scroll inside on a phone, and cut no word of the tables', async ({ page }) => {
    const explorer = new Explorer(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await explorer.show({ link: 'v2/half-message?do=order.half.ok.commit', query: { view: 'state' } });
    await expect(page.locator('#state-of-half-topic')).toBeVisible();
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
    const { seen, cut } = await cutTexts(page);
    expect(seen.length).toBeGreaterThan(40);
    expect(cut).toEqual([]);
    await expectNoViolations(page, 'statecharts on a phone', '.state');
  });
});
