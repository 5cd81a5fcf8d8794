import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { LANGS } from '../i18n/languages.ts';
import { loadAllTexts } from '../i18n/shelves.ts';
import { protocols } from '../protocols/registry.ts';
import { claims } from '../scenario/claims.ts';
import { incidents } from '../scenario/incidents.ts';
import { readLink } from '../scenario/link.ts';
import { pageIds } from '../scenario/pages.ts';
import { documentOf, oembedOf, type Site } from './document.ts';
import { notFound } from './notFound.ts';
import { staticPages } from './registry.ts';
import { llmsOf, robotsOf, sitemapOf } from './site.ts';
import { documentTitle, pathOf, rootFrom, type StaticPage } from './staticPage.ts';

const URL_OF_SITE = 'https://example.org/halfway/';
const WITHOUT: Site = { url: null, hasPictures: false, baseStyle: ':root{--ink:#000}' };
/** The page's source with what the build adds to it. */
const TEMPLATE = readFileSync(join(import.meta.dirname, '../../index.html'), 'utf8').replace(
  '</head>',
  '<link rel="stylesheet" crossorigin href="./assets/style.css"></head>',
);

let pages: readonly StaticPage[] = [];

beforeAll(async () => {
  await loadAllTexts();
  pages = staticPages();
});

function pageAt(path: string): StaticPage {
  const page = pages.find((one) => pathOf(one) === path);
  if (page === undefined) throw new Error(`Expected a page at ${path}.`);
  return page;
}

const written = (path: string, site = WITHOUT): string => documentOf(TEMPLATE, pageAt(path), pages, site);

describe('static pages', () => {
  it('[SP1] are one per language for the explorer, every protocol, named run, incident and page beside it', () => {
    const paths = [
      '',
      ...pageIds.map((id) => `${id}/`),
      ...protocols.flatMap(({ id, library }) => [`${id}/`, ...library.scenarios.map((run) => `${id}/${run.id}/`)]),
      ...incidents.map(({ id }) => `incidents/${id}/`),
    ];
    expect(pages.map(pathOf).toSorted()).toEqual(
      LANGS.flatMap((lang) => paths.map((path) => `${lang}/${path}`)).toSorted(),
    );
    expect(new Set(pages.map(pathOf)).size).toBe(pages.length);
  });

  it('[SP2] open the run that they tell, at its start and without a complaint', () => {
    for (const { opens, run } of pages.filter(({ kind }) => kind !== 'page' && kind !== 'home'))
      expect(readLink(protocols, opens)).toMatchObject({
        at: 0,
        problem: null,
        scenario: { steps: { length: run?.at } },
      });
  });

  it('[SP3] are complete without scripts: title, question, picture, every step, the ledger and the way on', () => {
    const html = written('en/half-message/crash-after-local-commit/');
    const { run } = pageAt('en/half-message/crash-after-local-commit/');
    expect(html).toMatch(/<h1>[^<]+<\/h1>\n<p>[^<]+<\/p>\n<figure tabindex="0"><svg /);
    expect(html.match(/<ol>.*<\/ol>/)?.[0].match(/<li>/g)?.length).toBe(run?.at);
    expect(html).toContain('<td>Late but consistent</td>');
    expect(html).toContain('href="../../../en/half-message/clean-commit/"');
    expect(html).toContain('<a hreflang="zh" lang="zh" href="../../../zh/half-message/crash-after-local-commit/">');
  });

  it('[SP3] tell what the page beside says, every claim with its verdict and what to say instead', () => {
    const html = written('en/claims/');
    expect(html.match(/<h2>/g)?.length).toBe(claims.length);
    expect(html.match(/<p><strong>Say instead<\/strong><br \/>[^<]+<\/p>/g)?.length).toBe(claims.length);
    for (const page of pages.filter(({ kind, path }) => kind === 'page' && path !== 'load/' && path !== 'claims/'))
      expect(page.intro?.length).toBeGreaterThan(15);
  });

  it('[SP4] each have their own title and description, in their language', () => {
    for (const lang of LANGS) {
      const own = pages.filter((page) => page.lang === lang);
      const titles = own.map(documentTitle);
      expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
      for (const { description } of own) expect(/\p{Script=Han}/u.test(description)).toBe(lang === 'zh');
    }
  });

  it('[SP5] work below any path: every address in them begins at the page', () => {
    for (const path of ['zh/', 'en/brokers/', 'zh/half-message/clean-commit/']) {
      const html = written(path);
      expect(rootFrom(pageAt(path))).toBe('../'.repeat(path.split('/').length - 1));
      const addresses = [...html.matchAll(/ (?:href|src)="([^"]+)"/g)].map(([, address = '']) => address);
      // What the build puts in place of the source of the page is relative as well.
      expect(addresses.filter((address) => !address.startsWith('../') && !address.startsWith('/src/'))).toEqual([]);
    }
  });

  it('[SP6] say where they are only when the site says where it is', () => {
    const bare = written('en/plain-mq/');
    expect(bare).not.toMatch(/canonical|og:url|og:image|oembed|http-equiv/);
    const html = written('en/plain-mq/', { ...WITHOUT, url: URL_OF_SITE, hasPictures: true });
    expect(html).toContain(`<link rel="canonical" href="${URL_OF_SITE}en/plain-mq/" />`);
    expect(html).toContain(`<link rel="alternate" hreflang="zh" href="${URL_OF_SITE}zh/plain-mq/" />`);
    expect(html).toContain(`<meta property="og:image" content="${URL_OF_SITE}en/plain-mq/social.png" />`);
    expect(html).toContain('type="application/json+oembed"');
    expect(JSON.parse(oembedOf(pageAt('en/plain-mq/'), URL_OF_SITE))).toMatchObject({
      version: '1.0',
      type: 'rich',
      html: expect.stringMatching(/^<iframe src="https:\/\/example\.org\/halfway\/\?embed=1&amp;lang=en#v2\/plain-mq/),
    });
  });

  it('[SP7] are all in the map of the site and in llms.txt; the one for a wrong address speaks every language', () => {
    const map = sitemapOf(pages, URL_OF_SITE);
    const llms = llmsOf('# Halfway\n', pages);
    expect(map.match(/<url>/g)?.length).toBe(pages.length);
    for (const page of pages) {
      expect(map).toContain(`<loc>${URL_OF_SITE}${pathOf(page)}</loc>`);
      expect(llms).toContain(`](./${pathOf(page)})`);
    }
    expect(robotsOf(URL_OF_SITE)).toContain(`Sitemap: ${URL_OF_SITE}sitemap.xml`);
    expect(robotsOf(null)).not.toContain('Sitemap');
    for (const lang of LANGS) expect(notFound(URL_OF_SITE)).toContain(`<section lang="${lang}">`);
  });

  it('[SP8] have their colours in the page and their sheet behind what is read, which is painted without it', () => {
    const html = written('en/plain-mq/');
    expect(html).toMatch(/<style>:root\{--ink:#000\}\.static\{[\s\S]*<\/head>/);
    expect(html.split('<link rel="stylesheet"')).toHaveLength(2);
    expect(html).toMatch(/<\/main><\/div>\s*<link rel="stylesheet" crossorigin href="\.\.\/\.\.\/assets\/style\.css">/);
  });
});
