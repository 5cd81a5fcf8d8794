import MarkdownItItself from 'markdown-it';
import { remark } from 'remark';
import { describe, expect, it } from 'vitest';
import { readLink } from '../scenario/link.ts';
import { protocols } from '../protocols/registry.ts';
import * as plugins from './plugins.ts';
import type * as shipped from './shipped.ts';

/** What is shipped as types is what there is. */
const { markdownItHalfway, remarkHalfway }: typeof shipped = plugins;

const RUN = 'v2/half-message?do=order.half.ok.commit.crash~order&h=d443';
const SITE = 'https://halfway.test/';

type Plugged = (markdown: string, options?: Partial<shipped.MarkdownOptions>) => Promise<string>;

const WAYS: Readonly<Record<string, Plugged>> = {
  remark: async (markdown, options) =>
    String(
      await remark()
        .use(remarkHalfway, { site: SITE, ...options })
        .process({ path: 'guide.md', value: markdown }),
    ).replaceAll(String.raw`\&`, '&'),
  'markdown-it': async (markdown, options) =>
    new MarkdownItItself()
      .use(await markdownItHalfway({ site: SITE, ...options }))
      .render(markdown, { path: 'guide.md' }),
};

describe.each(Object.entries(WAYS))('the plugin for %s', (_, rendered) => {
  it('[MD1] turns a link into the picture of its run, with a link to where it is stepped through', async () => {
    const text = await rendered(`Before.\n\n[It dies](halfway:${RUN})\n\n[Elsewhere](https://example.org/)`);
    expect(text).toContain('It dies');
    expect(text).toMatch(/\bhttps:\/\/example\.org\//);
    const link = /https:\/\/halfway\.test\/\?lang=en#(v2\/[^)"\s]+)/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(readLink(protocols, link)).toMatchObject({ problem: null, at: 5 });
    expect(pictureIn(text)).toMatch(/^<svg[^]*<\/svg>\s*$/);
    expect(pictureIn(text)).toContain('order service');
  });

  it('[MD1] says what the picture shows where the author says nothing', async () => {
    expect(await rendered(`<halfway:${RUN.replace('&h=d443', '')}>`)).toMatch(/step 5 of 5/i);
  });

  it('[MD1] draws in the language, the view and the place that are asked for', async () => {
    const asked = `[x](halfway:?lang=zh&view=sequence&theme=dark#${RUN})`;
    const stored: string[] = [];
    const store = (svg: string): string => `/pictures/${stored.push(svg)}.svg`;
    const text = await rendered(asked, { store });
    expect(text).toContain('/pictures/1.svg');
    expect(text).toMatch(/\?lang=zh&(?:amp;)?theme=dark#/);
    expect(stored[0]).toMatch(/\p{Script=Han}/u);
    expect(stored[0]).not.toContain('prefers-color-scheme');
  });

  it.each([
    ['a run that shows something else by now', RUN.replace('d443', 'd444'), /d444.*d443/],
    ['a step that is not possible', 'v2/half-message?do=order.msg', /“msg”/],
    ['an unknown value', `?view=film#${RUN}`, /stage, sequence, run for view, not “film”/],
  ])('[MD2] ends the build at %s, with the place in one sentence', async (_what, link, reason) => {
    const building = rendered(`# Guide\n\nText.\n\n[x](halfway:${link})`);
    await expect(building).rejects.toThrow(/guide\.md:5: halfway:/);
    await expect(building).rejects.toThrow(reason);
  });
});

function pictureIn(text: string): string {
  const [, data = ''] = /data:image\/svg\+xml;base64,([A-Za-z0-9+/=]+)/.exec(text) ?? [];
  return Buffer.from(data, 'base64').toString('utf8');
}
