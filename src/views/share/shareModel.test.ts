import { describe, expect, it } from 'vitest';
import { loadAllTexts } from '../../i18n/shelves.ts';
import { timelineOf } from '../../player/selectors.ts';
import { protocols } from '../../protocols/registry.ts';
import { namedScenario } from '../../scenario/library.ts';
import { emptyScenario } from '../../scenario/scenario.ts';
import { cleanSession, sessionAt } from '../session.testing.ts';
import { compareLinkOf, embedAddress, HEIGHTS, pageAddress, siteOf, type Showing } from './shareModel.ts';
import { fileName, textOf, WAYS, type Taken } from './takeAway.ts';

await loadAllTexts();

const SITE = siteOf('https://example.org/halfway/?lang=en#v2/half-message');
const PLAIN: Showing = { lang: null, theme: 'auto', zoom: 'concept', view: null, title: '', height: HEIGHTS[1] };

function takenAt(id: string, cursor?: number, more: Partial<Taken> = {}): Taken {
  const state = sessionAt(id, cursor).getState();
  const timeline = timelineOf(state);
  const run = { protocol: protocols[0], timeline, at: state.cursor, lang: 'en' as const, zoom: 'concept' as const };
  const { link = '' } = namedScenario(protocols[0], id) ?? {};
  return { run, site: SITE, link, title: 'A [tricky] "run" {x}', showing: { ...PLAIN, lang: 'en' }, ...more };
}

describe('sharing', () => {
  it('[VW4] finds the site from any page of it, and knows a page on a disk', () => {
    expect(SITE).toEqual({ base: 'https://example.org/halfway/', isFile: false });
    expect(siteOf('https://example.org/h/zh/plain-mq/clean/', '../../../')).toEqual({
      base: 'https://example.org/h/',
      isFile: false,
    });
    expect(siteOf('file:///tmp/halfway.html?a#b')).toEqual({ base: 'file:///tmp/halfway.html', isFile: true });
  });

  it('[VW4] says in the query how to show a run, and only what is not the default', () => {
    const link = 'v2/half-message?do=order&h=3f9a';
    expect(pageAddress(SITE, link, PLAIN)).toBe(`https://example.org/halfway/#${link}`);
    expect(
      pageAddress(SITE, link, { ...PLAIN, lang: 'zh', theme: 'dark', zoom: 'internals', view: 'state', title: 'T' }),
    ).toBe(`https://example.org/halfway/?lang=zh&theme=dark&zoom=internals&view=state#${link}`);
    expect(embedAddress(SITE, link, { ...PLAIN, lang: 'zh', view: 'state', title: 'Why B asks & waits' })).toBe(
      `https://example.org/halfway/?embed=1&lang=zh&title=Why%20B%20asks%20%26%20waits#${link}`,
    );
  });

  it('[VW4] gives a frame whose code is valid in HTML and MDX, without a style', () => {
    const code = textOf('embed', takenAt('clean-commit'));
    expect(code).toMatch(
      /^<iframe src="https:\/\/example\.org\/halfway\/\?embed=1&amp;lang=en#v2\/half-message\?do=[^"]+&amp;h=[0-9a-f]{4}" title="Halfway: A \[tricky\] &quot;run&quot; &#123;x}" width="100%" height="620" loading="lazy" allow="clipboard-write; fullscreen"><\/iframe>$/,
    );
  });

  it('[VW4] gives an element with a real link inside, and the picture that the site has of a named run', () => {
    const code = textOf('element', takenAt('clean-commit'))?.split('\n') ?? [];
    expect(code[0]).toBe('<script type="module" src="https://example.org/halfway/halfway-explorer.js"></script>');
    expect(code[1]).toMatch(/^<halfway-explorer run="v2\/half-message\?do=[^"]+" lang="en" height="620">$/);
    expect(code[2]).toMatch(
      /<a href="https:\/\/example\.org\/halfway\/\?lang=en#v2[^"]+"><img src="https:\/\/example\.org\/halfway\/en\/half-message\/clean-commit\/picture\.svg" alt="Clean commit, [^"]+" width="\d+" height="\d+" loading="lazy" \/><\/a>$/,
    );
    expect(textOf('element', takenAt('clean-commit', 2))).not.toContain('<img');
  });

  it('[VW4] gives Markdown with a picture: the one of the site, or one to be saved beside the document', () => {
    const named = takenAt('clean-commit');
    expect(textOf('markdown', named)).toMatch(
      /^\[!\[Clean commit, [^\]]+\]\(https:\/\/example\.org\/halfway\/en\/half-message\/clean-commit\/picture\.svg\)\]\(https:\/\/[^)]+\)$/,
    );
    const own = takenAt('clean-commit', 2);
    expect(textOf('markdown', own)).toContain(`](${fileName(own)})](`);
    expect(fileName(own)).toMatch(/^half-message-[0-9a-f]{4}\.svg$/);
  });

  it('[VW4] gives no frame and no element of a page on a disk, and everything else', () => {
    const site = siteOf('file:///tmp/halfway.html');
    const given = WAYS.filter((way) => textOf(way, takenAt('clean-commit', undefined, { site })) !== null);
    expect(given).toEqual(['link', 'markdown', 'mermaid']);
    for (const way of given) expect(textOf(way, takenAt('clean-commit', undefined, { site }))).not.toContain('<iframe');
  });

  it('[VW4] leads to this run beside the undisturbed one at the same settings', () => {
    const run = 'order.half.ok.rollback.return.end.op';
    expect(compareLinkOf(sessionAt('rollback').getState())).toBe(
      `v2/compare?a=half-message&ado=${run}&b=half-message&fault=none`,
    );
    expect(compareLinkOf(cleanSession({ scenario: emptyScenario(protocols[0]) }).getState())).toBe(
      'v2/compare?a=half-message&b=half-message&fault=none',
    );
  });
});
