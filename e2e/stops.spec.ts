import { LANGS } from '../src/i18n/languages.ts';
import { expectNoViolations } from './accessibility.ts';
import { Explorer } from './explorer.ts';
import { expect, test } from './test.ts';

const RUN =
  'v2/half-message?set=producers~2&do=order~producer.half.ok.commit.crash~order.timeout.pass.check.answer.end.msg.consume';

test.describe('what will happen next', () => {
  for (const lang of LANGS) {
    test(`[X74] asks before the turning point, and shows what did: ${lang}`, async ({ page }) => {
      const explorer = new Explorer(page, { lang });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await explorer.open({ link: `${RUN}&at=5`, query: { theme: lang === 'zh' ? 'dark' : 'light' } });
      const say = (key: 'who-tells-a' | 'who-tells-c' | 'who-tells-why' | 'stop-never' | 'stop-ask') =>
        explorer.saidOn('stops', key);
      const guess = page.getByRole('button', { name: say('who-tells-a'), exact: true });
      await expect(guess).toBeHidden();
      await explorer.button('transport-play').click();
      await expect(guess).toBeVisible();
      await explorer.expectPosition(6);
      await expect(explorer.button('transport-play')).toBeVisible();
      await expectNoViolations(page, 'stop', '.stop');
      await guess.focus();
      await page.keyboard.press('Enter');
      await explorer.expectPosition(7);
      await expect(page.getByText(say('who-tells-why'))).toBeVisible();
      // Sentences end as the language ends them.
      await expect(page.locator('.stop output')).toHaveText(lang === 'zh' ? /^[^.]*。/ : /^You expect: [^.]*\./);
      await page.getByRole('button', { name: explorer.saidOn('stops', 'stop-on'), exact: true }).click();
      await explorer.expectPosition(12);
    });
  }

  test('[X74] holds up nobody: Next goes on, and who does not want it is not asked again', async ({ page }) => {
    const explorer = new Explorer(page);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await explorer.open({ link: `${RUN}&at=6` });
    const never = page.getByRole('button', { name: explorer.saidOn('stops', 'stop-never') });
    await expect(never).toBeVisible();
    await explorer.next();
    await explorer.expectPosition(7);
    await expect(page.locator('.stop')).toHaveCount(0);
    await explorer.goTo(6);
    await never.click();
    await expect(never).toBeHidden();
    await page.reload();
    await explorer.isReady();
    await expect(page.locator('.stop')).toHaveCount(0);
    await explorer.button('header-settings').click();
    await page.getByRole('switch', { name: explorer.saidOn('stops', 'stop-ask') }).check({ force: true });
    await explorer.press('Escape');
    await expect(never).toBeVisible();
  });

  test('[X74] an embed asks only if its address says so', async ({ page }) => {
    const explorer = new Explorer(page);
    const guess = page.getByRole('button', { name: explorer.saidOn('stops', 'who-tells-a'), exact: true });
    await explorer.show({ link: `${RUN}&at=6`, query: { embed: '1', ask: '1' } });
    await expect(guess).toBeVisible();
    await expect(page.getByRole('button', { name: explorer.saidOn('stops', 'stop-never') })).toHaveCount(0);
    await explorer.show({ link: `${RUN}&at=6`, query: { embed: '1' } });
    await expect(explorer.stage).toBeVisible();
    await expect(guess).toHaveCount(0);
  });
});
