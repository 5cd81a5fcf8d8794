import { expectEveryPanelFine } from '../everyPanel.ts';
import { test } from '../test.ts';

const RUN = 'v2/half-message?set=producers~2&do=order~producer.half.ok.commit.crash~order.timeout.pass';

test.describe('axe', () => {
  test('[X13] finds nothing wrong on the page, every panel open: zh, light', async ({ page }) => {
    await expectEveryPanelFine(page, { lang: 'zh', theme: 'light', link: RUN });
  });
});
