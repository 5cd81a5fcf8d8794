import { expect, test } from './test.ts';

const RUN = 'v2/half-message?do=order.half.ok.commit.crash~order.pass';

test('[X165] a printed run is a clean sheet: picture, numbered steps, ledger and link', async ({
  explorer,
  page,
}, testInfo) => {
  await explorer.open({ link: RUN, query: { theme: 'dark' } });
  const sheet = page.locator('.print-sheet');
  // What makes it is fetched when nothing else is to be done.
  await expect(async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await expect(sheet).toBeAttached({ timeout: 1_000 });
  }).toPass();
  await page.emulateMedia({ media: 'print' });
  await expect(sheet.locator('svg').first()).toBeVisible();
  await expect(sheet.locator('ol > li')).toHaveCount(6);
  await expect(sheet.locator('tbody tr')).toHaveText([new RegExp(explorer.say('verdict-pending'))]);
  await expect(sheet.getByRole('link')).toHaveText(new RegExp(`#${RUN.replaceAll(/[?]/g, '\\?')}`));
  await expect(explorer.nextButton).toBeHidden();
  await page.screenshot({ path: testInfo.outputPath('sheet.png'), fullPage: true });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(sheet).toHaveCount(0);
  await expect(explorer.nextButton).toBeVisible();
  // The browser itself begins and ends so.
  await page.evaluate(() => {
    Reflect.set(window, 'sheets', 0);
    window.addEventListener('beforeprint', () => {
      Reflect.set(window, 'sheets', document.querySelectorAll('.print-sheet li').length);
    });
  });
  await page.pdf();
  expect(await page.evaluate(() => Reflect.get(window, 'sheets'))).toBe(6);
});
