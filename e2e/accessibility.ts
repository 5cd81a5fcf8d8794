/** Asks axe about the page. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe cannot decide by itself and somebody has looked at, with the reason why it is right. */
const REVIEWED: Readonly<Record<string, string>> = {
  'color-contrast':
    'Text over gradients, over other boxes or in popovers: every pair of tokens is measured in src/ui/tokens.test.ts.',
};

const readSheets = new WeakSet<Page>();

/** The whole page, or only the part that is new in this state. */
export async function expectNoViolations(page: Page, state: string, part = ':root'): Promise<void> {
  // A page without frames of other sites needs no second page for the report: the same rules in a third of the time.
  const builder = new AxeBuilder({ page, ...((await hasAxe(page)) ? { axeSource: ';' } : {}) })
    .setLegacyMode()
    .withTags(TAGS)
    .include(part)
    // Of what passes only the number is told; and the sheet, which one rule reads, is fetched once for each page.
    .options({ resultTypes: ['violations', 'incomplete'], preload: part === ':root' && !readSheets.has(page) });
  if (part === ':root') readSheets.add(page);
  const { violations, incomplete, passes } = await builder.analyze();
  const told = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ html }) => html.slice(0, 200)),
  }));
  expect(told, state).toEqual([]);
  const unreviewed = incomplete.filter(({ id }) => REVIEWED[id] === undefined);
  expect(
    unreviewed.map(({ id, nodes }) => ({
      id,
      where: nodes.map(({ html, any }) => [html.slice(0, 200), any[0]?.message]),
    })),
    `undecided, ${state}`,
  ).toEqual([]);
  // A gate that looked at nothing has failed.
  expect(passes.length).toBeGreaterThan(part === ':root' ? 20 : 5);
}

/** Whether axe is still there from the check before: else half a megabyte is sent and read twice for each. */
async function hasAxe(page: Page): Promise<boolean> {
  const frames = page.frames().map((frame) => frame.evaluate(() => 'axe' in globalThis));
  return (await Promise.all(frames)).every(Boolean);
}

/** The looks that differ most. */
const LOOKS = [
  { lang: 'en', theme: 'light', width: 1440 },
  { lang: 'zh', theme: 'dark', width: 390 },
] as const;

/** Opens an address in each of them, and looks whether `check` holds there and nothing scrolls sideways. */
export async function inBothLooks(page: Page, address: string, check: (look: Look) => Promise<void>): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const look of LOOKS) {
    const { lang, theme, width } = look;
    await page.setViewportSize({ width, height: 844 });
    await page.goto('about:blank');
    await page.goto(`./?lang=${lang}&theme=${theme}#${address}`);
    await check(look);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
}

type Look = (typeof LOOKS)[number];
