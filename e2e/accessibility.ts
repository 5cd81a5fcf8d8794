/** Asks axe about the page. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe cannot decide by itself and somebody has looked at, with the reason why it is right. */
const REVIEWED: Readonly<Record<string, string>> = {
  'color-contrast':
    'Text over gradients, over other boxes or in popovers: every pair of tokens is measured in src/ui/tokens.test.ts.',
};

/** The whole page, or only the part that is new in this state. */
export async function expectNoViolations(page: Page, state: string, part = ':root'): Promise<void> {
  const builder = new AxeBuilder({ page }).withTags(TAGS).include(part);
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
