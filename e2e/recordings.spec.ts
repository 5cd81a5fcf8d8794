import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { enRecordingsPage } from '../src/i18n/en/recordingsPage.ts';
import { expectNoViolations, inBothLooks } from './accessibility.ts';
import { expect, test } from './test.ts';

const RECORDING = join(import.meta.dirname, '../src/recordings/data/4.9.8-end-lost.json');
/** Every shipped recording is judged while one looks on. */
const PATIENCE_MS = 60_000;

test.describe('recorded runs', () => {
  test('[X45] are all admitted, judged in the page, and play beside the model up to the stage', async ({
    explorer,
    page,
  }) => {
    await page.goto('./?lang=en#v1/recordings');
    const entries = page.locator('.recordings-entry');
    await expect(entries).toHaveCount(25);
    await expect(entries.filter({ hasText: enRecordingsPage['verdict-admitted'] })).toHaveCount(25, {
      timeout: PATIENCE_MS,
    });
    await entries.filter({ hasText: enRecordingsPage['run-end-lost-shows'] }).click();
    const current = page.locator('.rows [aria-current]');
    await expect(current).toContainText('a transactional send begins');
    await current.press('ArrowDown');
    await expect(current).toContainText('SEND_MESSAGE reaches the broker');
    await page.getByRole('button', { name: enRecordingsPage['play-on'] }).click();
    await expect(current).toContainText('END_TRANSACTION', { timeout: PATIENCE_MS });
    await page.getByRole('link', { name: enRecordingsPage['open-on-stage'] }).click();
    await explorer.expectPosition(0);
    await explorer.toEnd();
    await explorer.expectVerdict('late');
  });

  test('[X46] of one’s own are read, and the line where log and model part says what was expected', async ({
    page,
  }) => {
    await page.goto('./?lang=en#v1/recordings');
    await page.getByText(enRecordingsPage['own-title']).click();
    const alert = page.locator('.own-problem');
    await page.getByLabel(enRecordingsPage['own-text']).fill('<img src=x onerror=alert(1)> '.repeat(1_000));
    await page.getByRole('button', { name: enRecordingsPage['own-judge'] }).click();
    await expect(alert).toContainText('neither a RocketMQ event log');
    const picker = page.locator('input[type="file"]');
    await picker.setInputFiles({ name: 'big.log', mimeType: 'text/plain', buffer: Buffer.alloc(6_000_000) });
    await expect(alert).toContainText('at most 5 MB');
    const altered = readFileSync(RECORDING, 'utf8').replace(
      '"topic":"Orders","halfOffset":1',
      '"topic":"Orders","halfOffset":7',
    );
    await picker.setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(altered) });
    await expect(page.getByRole('heading', { name: 'mine.json' })).toBeVisible();
    const current = page.locator('.rows [aria-current]');
    await expect(current).toContainText('halfOffset 1');
    await expect(current).toHaveClass(/rows-parted/);
  });

  test('[X47] are as good without colour, mouse or room', async ({ page }) => {
    await inBothLooks(page, 'v1/recordings?open=4.9.8-commit', async ({ lang }) => {
      await expect(page.locator('.rows-row').first()).toBeVisible();
      await expectNoViolations(page, `recording ${lang}`, '.opened');
    });
  });
});
