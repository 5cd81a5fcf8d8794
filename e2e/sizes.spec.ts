import type { Page } from '@playwright/test';
import { ownName } from '../src/i18n/languages.ts';
import { cutTexts } from './cutTexts.ts';
import { Explorer } from './explorer.ts';
import { sizeFaults } from './sizeFaults.ts';
import { textFaults } from './textFaults.ts';
import { expect, test } from './test.ts';

const RUN = 'v2/half-message?do=order.half.ok.commit.crash~order.timeout.pass';
const NINE = `v2/half-message?do=${Array.from({ length: 9 }, () => 'order.half.ok.commit.return').join('.')}`;

const VOTES =
  'v2/two-phase-commit?do=order.prepare~order-db.prepare.work~order-db.work.vote~order-db.drop~vote.timeout.abort~order-db.abort';

/** Two relays and a broker between two services: the most boxes beside each other. */
const SMALL_BOXES = 'v2/local-message-table?set=relays~2&do=order.commit.wake.send.pub';

/** A small phone, a phone, 200 % on a laptop, a tablet upright, a phone sideways, 150 % on a laptop, and screens. */
const SIZES = [
  [320, 568],
  [390, 844],
  [720, 450],
  [768, 1024],
  [844, 390],
  [899, 700],
  [900, 720],
  [1024, 768],
  [1200, 640],
  [1440, 900],
  [2560, 1440],
] as const;

const SHEETS = ['tab-happened'] as const;
const BESIDE = ['tab-happened', 'tab-knows'] as const;

/** From this width on no letter of the stage is smaller than that, in CSS pixels. */
const LARGE = { from: 1_024, letters: 13 } as const;

/** Where the height of the stage is looked at in every step. */
const STEADY = [
  {
    link: RUN,
    steps: 7,
    // None, one that leaves the row below the stage some room, and one that leaves the least.
    tabs: [null, 'tab-happened', 'tab-state'],
    sizes: [
      [1024, 768],
      [1440, 900],
    ],
  },
  // The sentences of a vote are the longest that there are.
  {
    link: VOTES,
    steps: 10,
    tabs: ['tab-state'],
    sizes: [
      [1440, 900],
      [1920, 1080],
    ],
  },
] as const;

test.describe('at every size', () => {
  for (const lang of ['en', 'zh'] as const) {
    for (const { name, link } of [
      { name: 'one order', link: RUN },
      { name: 'nine orders', link: NINE },
      { name: 'the smallest boxes', link: SMALL_BOXES },
    ]) {
      test(`[X8] everything can be seen and hit, and nothing overlaps or is cut: ${name}, ${lang}`, async ({
        page,
      }) => {
        const explorer = new Explorer(page, { lang });
        await page.setViewportSize({ width: 1440, height: 900 });
        await explorer.open({ link });
        for (const [width, height] of SIZES) {
          await page.setViewportSize({ width, height });
          await explorer.isReady();
          await expectWhole(page, `${width}×${height}`, { width });
          await explorer.showTabs();
          await expectWhole(page, `${width}×${height}, panels`, { width });
          // A panel beside the stage takes its room, and one of them much of it; elsewhere all are sheets over it.
          const tabs = width < LARGE.from ? SHEETS : BESIDE;
          for (const tab of tabs) {
            await explorer.openTab(tab);
            await expectWhole(page, `${width}×${height}, ${tab}`, { width });
          }
          await explorer.tab(tabs.at(-1) ?? 'tab-happened').click();
          await expect(explorer.panel).toHaveCount(0);
        }
      });
    }
  }

  for (const [width, height] of [
    [320, 568],
    [844, 390],
  ] as const) {
    test(`[X8] what is read in a sheet has all of it, and every panel is one press away: ${width}×${height}`, async ({
      explorer,
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await explorer.open({ link: RUN });
      await explorer.openTab('tab-code');
      const sheet = page.locator('.hand-sheet');
      // What is read may still be on its way.
      await expect(async () => {
        await sheet.evaluate((element) => element.scrollTo(0, element.scrollHeight));
        await expect(explorer.tab('tab-code')).not.toBeInViewport({ timeout: 1_000 });
      }).toPass();
      const read = await explorer.panel.boundingBox();
      const all = await sheet.boundingBox();
      expect(read?.y).toBeLessThanOrEqual(all?.y ?? 0);
      await page.locator('.panel-names').click();
      await expect(explorer.tab('tab-code')).toBeFocused();
      for (const tab of await page.getByRole('tab').all()) await expect(tab).toBeInViewport({ ratio: 0.9 });
      await explorer.press('ArrowRight');
      await expect(explorer.tab('tab-code')).not.toBeFocused();
    });
  }

  for (const lang of ['en', 'zh'] as const) {
    test(`[X8] the stage keeps its height from step to step: ${lang}`, async ({ page }) => {
      const explorer = new Explorer(page, { lang });
      for (const { link, steps, tabs, sizes } of STEADY) {
        await page.setViewportSize({ width: 1440, height: 900 });
        await explorer.open({ link });
        for (const tab of tabs) {
          if (tab !== null) await explorer.openTab(tab);
          for (const [width, height] of sizes) {
            await page.setViewportSize({ width, height });
            const heights = new Set<number>();
            for (let at = 1; at <= steps; at += 1) {
              await explorer.goTo(at);
              heights.add((await page.locator('.pane-canvas').boundingBox())?.height ?? 0);
            }
            expect([...heights], `${width}×${height}, ${tab ?? 'no panel'}, ${link}`).toHaveLength(1);
          }
        }
      }
    });
  }

  for (const lang of ['en', 'zh'] as const) {
    test(`[X8] above a sheet of a small phone, what is wrong with a link is read whole: ${lang}`, async ({ page }) => {
      const explorer = new Explorer(page, { lang });
      await page.setViewportSize({ width: 320, height: 568 });
      await explorer.open({ link: `${RUN}&at=99` });
      await explorer.openTab('tab-happened');
      const said = page.locator('.ui-banner > p');
      await expect(said).toContainText('99');
      expect(await said.evaluate((element) => element.scrollHeight - element.clientHeight)).toBe(0);
    });
  }

  test('[X8] at 400 % the page scrolls as a whole, and Next stays', async ({ explorer, page }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    await explorer.open({ link: RUN });
    for (const part of [0, 0.5, 1]) {
      await page.evaluate((share) => window.scrollTo(0, document.documentElement.scrollHeight * share), part);
      await expect(explorer.nextButton).toBeInViewport({ ratio: 0.9 });
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test('[X8] would be found when something covers Next, or the stage leaves its cell', async ({ explorer, page }) => {
    await explorer.open({ link: RUN });
    expect(await sizeFaults(page, LARGE.letters)).toEqual([]);
    await page.addStyleTag({ content: '.pane-stage { margin-bottom: -120px; z-index: 2; position: relative }' });
    const faults = (await sizeFaults(page, LARGE.letters)).join('\n');
    expect(faults).toContain('overlaps');
    expect(faults).toContain('is covered');
    await page.addStyleTag({ content: '.packet { width: 400px !important }' });
    await explorer.goTo(1);
    await expect
      .poll(async () => (await sizeFaults(page, LARGE.letters)).join('\n'))
      .toContain('packet.packet-right hides');
  });

  test('[X8] would be found when texts lie over each other, stick out or are cut', async ({ explorer, page }) => {
    await explorer.open({ link: RUN });
    await expect.poll(() => textFaults(page)).toEqual([]);
    await page.addStyleTag({
      content:
        '.sentence { translate: -200px } .transport-next-text { width: 40px; -webkit-line-clamp: 1 } .ui-chip { width: 20px } .header-logo { translate: -60px }',
    });
    const faults = (await textFaults(page)).join('\n');
    for (const kind of ['lies over', 'is cut', 'sticks out of', 'leaves the window']) expect(faults).toContain(kind);
  });

  for (const lang of ['en', 'zh'] as const) {
    test(`[X8] a presentation shows all that it says, at every size: ${lang}`, async ({ page }) => {
      const explorer = new Explorer(page, { lang });
      await explorer.open({ link: RUN });
      await explorer.press('f');
      await expect(page.locator('.present .stage-canvas')).toBeVisible();
      for (const [width, height] of SIZES) {
        await page.setViewportSize({ width, height });
        // The stage is laid out anew in slices.
        await expect(async () => {
          expect(await textFaults(page), `texts at ${width}×${height}`).toEqual([]);
          expect((await cutTexts(page)).cut, `cut at ${width}×${height}`).toEqual([]);
          const { height: stage = 0 } = (await explorer.stage.boundingBox()) ?? {};
          expect(stage, `the stage at ${width}×${height}`).toBeGreaterThan(height / 3);
        }).toPass();
      }
    });
  }

  test('[X8] at 320 pixels the bar names the run, and the language is in the settings', async ({ explorer, page }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    await explorer.open({ link: '' });
    await expect(explorer.title).toHaveAttribute('title', explorer.own('scenario-clean-commit-title'));
    expect(await textFaults(page)).toEqual([]);
    await explorer.button('header-settings').click();
    await explorer
      .dialog('settings-title')
      .getByRole('button', { name: ownName('zh'), exact: true })
      .click();
    await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
  });

  test('[X8] of nine messages on one arrow each can be reached by mouse, keyboard and finger', async ({
    explorer,
    page,
  }) => {
    await explorer.open({ link: NINE });
    const fold = explorer.packets('COMMIT');
    await expect(fold).toHaveAccessibleName(/^9 .*COMMIT o1, .*COMMIT o9/);
    for (const [turn, order] of ['o2', 'o7', 'o9'].entries()) {
      if (turn === 0) await fold.click();
      else if (turn === 1) {
        await fold.focus();
        await explorer.press('Enter');
      } else {
        await page.setViewportSize({ width: 390, height: 844 });
        await explorer.isReady();
        await fold.click();
      }
      const one = explorer.popover.getByRole('button', { name: `COMMIT ${order}`, exact: true });
      if (turn === 1) await explorer.tabTo(one);
      await (turn === 1 ? explorer.press('Enter') : one.click());
      await explorer.popover.getByRole('button', { name: explorer.say('action-drop'), exact: true }).click();
      await expect(fold).toHaveAccessibleName(new RegExp(`^${8 - turn} `));
      await expect(fold).not.toHaveAccessibleName(new RegExp(`COMMIT ${order}`));
    }
  });
});

async function expectWhole(page: Page, where: string, { width }: { readonly width: number }): Promise<void> {
  // The stage is laid out anew in slices.
  await expect(async () => {
    expect(await sizeFaults(page, width >= LARGE.from ? LARGE.letters : 12), where).toEqual([]);
    expect((await cutTexts(page)).cut, `cut at ${where}`).toEqual([]);
    expect(await textFaults(page), `texts at ${where}`).toEqual([]);
  }).toPass();
}
