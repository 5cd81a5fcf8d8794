import { BROKEN, expectBroken, expectHarmless, HOSTILE } from '../brokenLinks.ts';
import { test } from '../test.ts';

test.describe('broken links, each in a page of its own', () => {
  for (const one of BROKEN) {
    test(`[X7] opens a working page and says in one sentence what is wrong: ${one.name}`, async ({ explorer }) => {
      await explorer.show({ link: one.link });
      await expectBroken(explorer, one);
    });
  }

  for (const [index, link] of HOSTILE.entries()) {
    test(`[X7] runs nothing that a hostile link brings: ${index + 1}`, async ({ explorer, page }) => {
      await explorer.show({ link });
      await expectHarmless(explorer, page, link);
    });
  }
});
