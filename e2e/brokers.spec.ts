import { ownName } from '../src/i18n/languages.ts';
import type { Page } from '@playwright/test';
import { topicText } from '../src/i18n/text.ts';
import { expectNoViolations, inBothLooks } from './accessibility.ts';
import type { Explorer } from './explorer.ts';
import { expect, test } from './test.ts';

const PAGE = 'v2/brokers';

test.describe('which broker offers what', () => {
  test.beforeAll(async () => {});

  test('[X30] is opened from the menu, leads to the runs, and is found again where it was left', async ({
    explorer,
    page,
  }) => {
    await explorer.open();
    await explorer.next();
    await explorer.button('header-more').click();
    await page.getByRole('link', { name: explorer.say('page-brokers-title') }).click();
    await expect(heading(explorer)).toBeFocused();
    await expect(page).toHaveTitle(`${explorer.say('page-brokers-title')} · Halfway`);
    expect(await explorer.link).toBe(PAGE);
    await explorer.button('header-more').click();
    const current = page.getByRole('link', { name: explorer.say('page-brokers-title') });
    await expect(current).toHaveAttribute('aria-current', 'page');
    await explorer.press('Escape');

    await run(page, 'Half message', 'Apache RocketMQ').click();
    await explorer.isReady();
    await explorer.expectPosition(0);
    expect(await explorer.link).toMatch(/^v2\/half-message\?do=order\.half.*&at=0/);
    await explorer.toEnd();
    await explorer.expectVerdict('late');
    await page.goBack();
    await run(page, 'Local message table', 'Apache Kafka').click();
    await explorer.isReady();
    expect(await explorer.link).toMatch(/^v2\/local-message-table\?do=order\.commit\.crash~order/);

    await page.goBack();
    await expect(heading(explorer)).toBeFocused();
    await expect(run(page, 'Local message table', 'Apache Kafka')).toBeInViewport();
  });

  test('[X30] keeps the run beside it, and is there after reloading', async ({ explorer, page }) => {
    await explorer.open({ link: 'v2/half-message?do=order.half.ok.commit&at=2' });
    await explorer.next();
    await explorer.follow(PAGE);
    await page.getByRole('link', { name: explorer.saidOn('pages', 'page-to-run') }).click();
    await explorer.isReady();
    await explorer.expectPosition(3);
    await page.goBack();
    await expect(heading(explorer)).toBeVisible();
    await page.goForward();
    await explorer.expectPosition(3);
    await page.goBack();
    await page.reload();
    await expect(heading(explorer)).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'KIP-939' }).first()).toBeVisible();
  });

  test('[X30] stays where it is when the language changes', async ({ explorer, page }) => {
    await open(explorer);
    const last = page.getByRole('heading', { name: topicText('en', 'brokers', 'gaps-title') });
    await last.scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: ownName('zh') }).click();
    await expect(page.getByRole('heading', { name: topicText('zh', 'brokers', 'gaps-title') })).toBeInViewport();
  });

  test('[X13] has nothing for axe to find, in both themes and languages, as a table and as cards', async ({ page }) => {
    await inBothLooks(page, PAGE, async ({ lang }) => {
      await isOpen(page);
      await expectNoViolations(page, `brokers ${lang}`);
    });
  });

  test('[X11] says in a frame that a page has no room there', async ({ explorer, page }) => {
    await page.goto(`./?lang=en&embed=1#${PAGE}`);
    await explorer.isReady();
    await expect(explorer.problem).toContainText(explorer.say('page-brokers-title'));
    await expect(page.getByRole('link', { name: explorer.say('embed-open') })).toHaveAttribute('href', /#v2\/brokers$/);
  });
});

async function open({ lang, page }: Explorer): Promise<void> {
  await page.goto(`./?lang=${lang}#${PAGE}`);
  await isOpen(page);
}

async function isOpen(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Apache Kafka' })).toBeVisible();
}

function heading(explorer: Explorer) {
  return explorer.page.getByRole('heading', { level: 2, name: explorer.say('page-brokers-title') });
}

function run(page: Page, protocol: string, broker: string) {
  const [label, reason] = [
    topicText('en', 'brokers', 'brokers-open', { protocol }),
    topicText('en', 'brokers', 'brokers-open-for', { broker }),
  ];
  return page.getByRole('link', { name: `${label} ${reason}` });
}
