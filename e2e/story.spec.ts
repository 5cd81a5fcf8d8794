import { LANGS } from '../src/i18n/languages.ts';
import { expectNoViolations } from './accessibility.ts';
import { Explorer } from './explorer.ts';
import { expect, test } from './test.ts';

const TOO_EARLY =
  'v2/half-message?set=checker~rollback-if-missing&do=order.half.ok.slow.timeout.pass.check.answer.end.op.commit.crash~order&at=12';

test.describe('the story of a verdict', () => {
  for (const lang of LANGS) {
    test(`[X72] tells what was promised, what happened and why it was not noticed, and what would have helped: ${lang}`, async ({
      page,
    }) => {
      const explorer = new Explorer(page, { lang });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await explorer.show({ link: TOO_EARLY, query: { view: 'ledger', theme: lang === 'zh' ? 'dark' : 'light' } });
      const say = (key: 'story-promise-committed' | 'story-happened-lost' | 'story-safeguards') =>
        explorer.saidOn('why', key);
      await expect(page.getByRole('definition').filter({ hasText: say('story-promise-committed') })).toBeVisible();
      await expect(page.getByRole('definition').filter({ hasText: say('story-happened-lost') })).toBeVisible();
      await expect(page.getByRole('definition').last()).toContainText(explorer.saidOn('knows', 'says-broker-settled'));
      const better = page.locator('.verdict-story').getByRole('link').last();
      await expect(page.getByRole('heading', { name: say('story-safeguards') })).toBeVisible();
      await expectNoViolations(page, 'story', '.verdict-story');
      await expect(better).toHaveAttribute(
        'href',
        /#v2\/compare\?a=half-message\.checker~rollback-if-missing&ado=.*&b=half-message&bdo=/,
      );
      await page.getByRole('button', { name: explorer.saidOn('why', 'story-step', { step: 11 }) }).click();
      await explorer.expectPosition(11);
      await expect(page.locator('.verdict-story')).toBeHidden();
    });
  }

  test('[X73] what cannot be done leads to where it could be, and a timer to where it can be', async ({ page }) => {
    const explorer = new Explorer(page);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await explorer.show({ link: 'v2/half-message?do=order.half.ok.commit', query: { view: 'whynot' } });
    const last = page.getByRole('button', { name: explorer.saidOn('panels', 'whynot-last', { step: 3 }) });
    await expect(last.first()).toBeVisible();
    await expectNoViolations(page, 'why not', '.whynot');
    await last.first().click();
    await explorer.expectPosition(3);
  });
});
