import { BROKEN, expectBroken, expectHarmless, HOSTILE } from './brokenLinks.ts';
import { expect, test } from './test.ts';

test.describe('broken links', () => {
  for (const part of [0, 1]) {
    const broken = BROKEN.filter((_, index) => index % 2 === part);
    const names = broken.map(({ name }) => name).join(', ');

    test(`[X7] opens a working page and says in one sentence what is wrong: ${names}`, async ({ explorer }) => {
      await explorer.show({ link: broken[0]?.link ?? '' });
      for (const one of broken) {
        await test.step(one.name, async () => {
          await explorer.follow(one.link);
          await expectBroken(explorer, one);
        });
      }
    });
  }

  test('[X7] runs nothing that a hostile link brings', async ({ explorer, page }) => {
    // What chooses the files to load reads the address too, before the page.
    const [first = ''] = HOSTILE;
    await explorer.show({ link: first });
    await expectHarmless(explorer, page, first);
    for (const link of HOSTILE) {
      await test.step(link.slice(0, 60), async () => {
        await explorer.follow('');
        await explorer.expectPosition(0);
        await explorer.follow(link);
        await expectHarmless(explorer, page, link);
      });
    }
  });

  test('[X7] reads what chats and browsers do to a link', async ({ explorer }) => {
    await explorer.open({ link: 'v2/half-message?do=order.half.ok&at=2&appinstall=0' });
    await explorer.expectPosition(2);
    await explorer.follow(encodeURIComponent('v2/half-message?do=order.half.ok&at=1'));
    await explorer.expectPosition(1);
    await explorer.follow('V1/half-message?do=order.half.ok'.toLowerCase());
    await explorer.expectPosition(3);
    await expect(explorer.problem).toHaveCount(0);
  });

  test('[X7] tells a link that is broken while the page is open, and keeps the page', async ({ explorer }) => {
    await explorer.open();
    await explorer.follow('v2/half-message?do=order.half.explode');
    await expect(explorer.problem).toContainText('explode');
    await explorer.expectPosition(2);
    await explorer.follow('v2/half-message?do=order.half.ok');
    await expect(explorer.problem).toHaveCount(0);
    await explorer.expectPosition(3);
  });
});
