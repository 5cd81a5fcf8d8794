import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { texts } from '../src/i18n/en/recordingsPage.ts';
import { texts as rules } from '../src/i18n/en/rules.ts';
import { pageText } from '../src/i18n/text.ts';
import { expectNoViolations, inBothLooks } from './accessibility.ts';
import { expect, test, WITH_MOTION } from './test.ts';

test.use(WITH_MOTION);

const CASES = join(import.meta.dirname, '../src/recordings/fixtures/cases');
const RECORDING = join(import.meta.dirname, '../src/recordings/data/4.9.8-end-lost.json');

const ADMITTED = texts['verdict-admitted'];

/** What the page says of each run in each of these files. */
const ANSWERS: { readonly [name: string]: readonly string[] } = {
  'broker-in-use-offsets-from-1000.json': [ADMITTED],
  'byte-order-mark.log': [ADMITTED],
  'check-answers-null.json': [ADMITTED],
  'no-permission-three-attempts.json': [ADMITTED],
  'nothing-understood.log': [texts['verdict-unsupported']],
  'op-with-another-tag.log': ['Differs from line 12 on'],
  'op-write-failed.json': [ADMITTED],
  'overlapping-physical-offsets.log': ['Differs from line 10 on'],
  'pass-breaks-off.json': [ADMITTED],
  'real-topic-queue-2.json': [ADMITTED],
  'second-consumer-group.json': [ADMITTED],
  'second-instance-asked-first.json': [ADMITTED],
  'two-runs-in-one-file.log': [ADMITTED, ADMITTED],
  'unreadable-end-line.log': [texts['verdict-incomplete']],
  'users-trace.json': [ADMITTED],
  'users-transaction.log': [ADMITTED],
  'windows-line-ends.log': [ADMITTED],
};

/** Where the reader begins in those that are not admitted: what became of that line, and which it is. */
const AT: { readonly [name: string]: readonly [status: string, line: number] } = {
  'nothing-understood.log': [texts['status-unreadable'], 1],
  'op-with-another-tag.log': [texts['status-parted'], 12],
  'overlapping-physical-offsets.log': [texts['status-parted'], 10],
  'unreadable-end-line.log': [texts['status-unreadable'], 14],
};

test.describe('recorded runs', () => {
  test('[X45] are all admitted, judged in the page, and play beside the model up to the stage', async ({
    explorer,
    page,
  }) => {
    await page.goto('./?lang=en#v2/recordings');
    const entries = page.locator('.recordings-entry');
    await expect(entries).toHaveCount(37);
    await expect(entries.filter({ hasText: texts['verdict-admitted'] })).toHaveCount(37);
    await entries.filter({ hasText: texts['run-end-lost-shows'] }).click();
    const current = page.locator('.rows [aria-current]');
    await expect(current).toContainText('a transactional send begins');
    await current.press('ArrowDown');
    await expect(current).toContainText('SEND_MESSAGE reaches the broker');
    await page.getByRole('button', { name: pageText('en', 'transport-play'), exact: true }).click();
    await expect(current).toContainText('END_TRANSACTION');
    await page.getByRole('link', { name: texts['open-on-stage'] }).click();
    await explorer.expectPosition(0);
    await explorer.toEnd();
    await explorer.expectVerdict('late');
  });

  test('[X154] say how to record a broker of one’s own, and in what the releases differ', async ({ page }) => {
    await page.goto('./?lang=en#v2/recordings');
    await page.getByText(texts['broker-title']).click();
    const steps = page.locator('.own-broker > li');
    await expect(steps).toHaveCount(5);
    await expect(steps.nth(2)).toContainText('live record --namesrv');
    await expect(page.getByText(texts['broker-leaves-nothing'])).toBeVisible();
    const table = page.getByRole('table', { name: rules['difference-title'] });
    await expect(table.getByRole('columnheader')).toHaveCount(4);
    const row = table.getByRole('row').filter({ hasText: rules['difference-op-body'] });
    await expect(row.getByRole('cell').first()).toContainText(rules['difference-op-body-bare']);
    await row.getByRole('link', { name: '4.9.8 batch' }).click();
    await expect(page).toHaveURL(/recordings\?open=4\.9\.8-batch/);
  });

  test('[X46] of one’s own are read, and the line where log and model part says what was expected', async ({
    page,
  }) => {
    await page.goto('./?lang=en#v2/recordings');
    await page.getByText(texts['own-title'], { exact: true }).click();
    const results = page.locator('.own-runs');
    await page.getByLabel(texts['own-text']).fill('<img src=x onerror=alert(1)> '.repeat(1_000));
    await page.getByRole('button', { name: texts['own-judge'] }).click();
    await expect(results).toContainText('neither a RocketMQ event log');
    const picker = page.locator('input[type="file"]');
    await picker.setInputFiles([
      { name: 'big.log', mimeType: 'text/plain', buffer: Buffer.alloc(6_000_000) },
      { name: 'windows.log', mimeType: 'text/plain', buffer: readFileSync(join(CASES, 'windows-line-ends.log')) },
      {
        name: 'packed.log.gz',
        mimeType: 'application/gzip',
        buffer: gzipSync(readFileSync(join(CASES, 'two-runs-in-one-file.log'))),
      },
      { name: 'transaction.log', mimeType: 'text/plain', buffer: readFileSync(join(CASES, 'users-transaction.log')) },
    ]);
    await expect(results.getByRole('listitem')).toHaveCount(5);
    await expect(results).toContainText('longer than the 1,000,000 characters');
    await expect(results.locator('li').filter({ hasText: texts['verdict-admitted'] })).toHaveCount(4);
    await results.getByRole('button', { name: 'transaction.log' }).click();
    await expect(page.locator('.opened-extent')).toContainText('One of these lines would decide');
    await page.getByRole('button', { name: texts['recordings-all'] }).click();
    await expect(results.getByRole('listitem')).toHaveCount(5);
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

  test('[X48] of every kind get their answer from a file and from a pasted text alike, down to the line', async ({
    page,
  }) => {
    await page.goto('./?lang=en#v2/recordings');
    await page.getByText(texts['own-title'], { exact: true }).click();
    const chips = page.locator('.own-runs .ui-chip');
    const names = Object.keys(ANSWERS);
    expect(readdirSync(CASES).toSorted()).toEqual(names.toSorted());
    await page.locator('input[type="file"]').setInputFiles(names.map((name) => join(CASES, name)));
    await expect(chips).toHaveText(Object.values(ANSWERS).flat());
    for (const [name, answers] of Object.entries(ANSWERS)) {
      await page.getByLabel(texts['own-text']).fill(readFileSync(join(CASES, name), 'utf8'));
      await page.getByRole('button', { name: texts['own-judge'] }).click();
      if (answers.length > 1) {
        await expect(chips).toHaveText(answers);
        continue;
      }
      await expect(page.locator('.opened-head .ui-chip')).toHaveText(answers);
      const [status, line] = AT[name] ?? [texts['status-seen'], null];
      if (line === null)
        await expect(page.locator('.rows-seen').first()).toContainText(new RegExp(`line \\d+${status}`));
      else await expect(page.locator('.rows [aria-current]')).toContainText(`line ${line}${status}`);
      await page.getByRole('button', { name: texts['recordings-all'] }).click();
    }
  });

  test('[X48] dropped together are judged one after another; the rest can be cancelled, and what is done stays', async ({
    page,
  }) => {
    await page.goto('./?lang=en#v2/recordings');
    await page.getByText(texts['own-title'], { exact: true }).click();
    const text = readFileSync(RECORDING, 'utf8');
    const drop = (count: number): Promise<void> =>
      page.locator('.own', { has: page.getByLabel(texts['own-text']) }).evaluate(
        (target, [content, files]) => {
          const dataTransfer = new DataTransfer();
          for (let at = 1; at <= files; at += 1) dataTransfer.items.add(new File([content], `run-${at}.json`));
          target.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
        },
        [text, count] as const,
      );
    const results = page.locator('.own-runs').getByRole('listitem');
    await drop(3);
    await expect(results).toHaveText([1, 2, 3].map((at) => new RegExp(`^run-${at}\\.json${ADMITTED}`)));
    // A quick machine judges all of them before anybody has seen the bar: the page itself cancels at the second.
    const cancelled = page.evaluate(
      (cancel) =>
        new Promise<string>((said) => {
          const observer = new MutationObserver(() => {
            const bar = document.querySelector('.own-progress progress')?.getAttribute('aria-label') ?? '';
            if (!/\b(?:[2-9]|\d{2,}) of 400/.test(bar)) return;
            observer.disconnect();
            [...document.querySelectorAll('button')].find(({ textContent }) => textContent === cancel)?.click();
            said(bar);
          });
          observer.observe(document.body, { subtree: true, childList: true, attributes: true });
        }),
      texts['own-cancel'],
    );
    await drop(400);
    expect(await cancelled).toContain('of 400');
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    const done = await results.count();
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(400);
  });

  test('[X47] are as good without colour, mouse or room', async ({ page }) => {
    await inBothLooks(page, 'v2/recordings?open=4.9.8-commit', async ({ lang }) => {
      await expect(page.locator('.rows-row').first()).toBeVisible();
      await expectNoViolations(page, `recording ${lang}`, '.opened');
    });
  });
});
