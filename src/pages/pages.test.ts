import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ordersOf, sentencesOf } from '../exports/told.ts';
import { LANGS, type Lang } from '../i18n/languages.ts';
import { loadAllTexts } from '../i18n/shelves.ts';
import { protocolText, topicText } from '../i18n/text.ts';
import { PRESET_IDS, presetOf } from '../load/presets.ts';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { protocols } from '../protocols/registry.ts';
import { FAULT_IDS } from '../protocols/shared/faults.ts';
import { DIFFERENCES } from '../recordings/differences.ts';
import { RULE_IDS } from '../recordings/rules.ts';
import { claims } from '../scenario/claims.ts';
import { incidents } from '../scenario/incidents.ts';
import { readLink } from '../scenario/link.ts';
import { contendersOf } from '../scenario/matrix.ts';
import { pageIds, type PageId } from '../scenario/pages.ts';
import { escapeXml } from '../scene/svgParts.ts';
import { brokers, COLUMNS, MARKS, SOURCES } from '../views/brokers/brokersModel.ts';
import { FORM, optionsOf } from '../views/checker/shape.ts';
import { shipped } from '../views/recordings/runs.ts';
import { documentOf, oembedOf, type Site } from './document.ts';
import { notFound } from './notFound.ts';
import { staticPages } from './registry.ts';
import { llmsOf, robotsOf, sitemapOf } from './site.ts';
import { documentTitle, pathOf, rootFrom, type StaticPage } from './staticPage.ts';

const URL_OF_SITE = 'https://example.org/halfway/';
const WITHOUT: Site = { url: null, hasPictures: false, baseStyle: ':root{--ink:#000}' };
/** The page's source with what the build adds to it. */
const TEMPLATE = readFileSync(join(import.meta.dirname, '../../index.html'), 'utf8')
  .replace(/<script type="module">[\s\S]*?<\/script>/, '')
  .replace(
    '</head>',
    '<script type="module" crossorigin src="./assets/index.js"></script><link rel="stylesheet" crossorigin href="./assets/style.css"></head>',
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

  it('[SP3] tell every run: its picture, each step in its order, how every order ends, and its neighbours', () => {
    for (const page of pages) {
      if (page.run === null) continue;
      const html = written(pathOf(page));
      const steps = sentencesOf(page.run).map((sentence) => `<li>${escapeXml(sentence)}</li>`);
      expect(html).toContain(`<ol>${steps.join('')}</ol>`);
      expect(html.match(/<figure tabindex="0"><svg [^>]*role="img"/g)).toHaveLength(1);
      for (const { number, verdictText } of ordersOf(page.run))
        expect(html).toMatch(new RegExp(`<tr><td>${number}</td>.*<td>${verdictText}</td></tr>`));
      if (page.kind !== 'protocol') expect(html).toMatch(/<nav [^>]*><ul><li><a href=/);
    }
  });

  it.each(LANGS.flatMap((lang) => pageIds.map((id) => [lang, id] as const)))(
    '[SP9] without scripts the page %s/%s says what it says with them',
    (lang, id) => {
      const html = written(`${lang}/${id}/`);
      const missing = wordsOf(lang, id).filter((words) => !html.includes(escapeXml(words)));
      expect(missing).toEqual([]);
      expect(wordsOf(lang, id).length).toBeGreaterThan(15);
    },
  );

  it('[SP9] a comparison has both its runs; a checker one that breaks it, incidents and recordings one each, and claims theirs in words', () => {
    const figures = (path: string): number => written(path).match(/<figure tabindex="0"><svg /g)?.length ?? 0;
    const paths = ['en/compare/', 'zh/checker/', 'en/incidents/', 'zh/recordings/'];
    expect(paths.map(figures)).toEqual([2, 1, 1, 1]);
    const decided = topicText('en', 'claims', 'claims-decided');
    const told = claims.filter(({ runs }) => runs.length > 0);
    expect(written('en/claims/').split(`<strong>${decided}</strong> 1. `)).toHaveLength(told.length + 1);
  });

  it('[SP9] the load lab has its first load as a picture: every protocol with its times, in the colours of the page', () => {
    const svg = /<figure tabindex="0"><svg [\s\S]*?<\/svg>/.exec(written('en/load/'))?.[0] ?? '';
    for (const id of presetOf(PRESET_IDS[0]).compared)
      expect(svg).toContain(`>${topicText('en', 'load', `name-${id}`)}</text>`);
    expect(svg.match(/>[\d.]+ m?s – [\d.]+ m?s<\/text>/g)).toHaveLength(8);
    expect(svg).toContain('fill="var(--accent)"');
    expect(svg).not.toMatch(/NaN|undefined|fill="#/);
  });

  it('[SP9] the table of brokers has its marks as a picture, each broker with as many as there are columns', () => {
    const svg = /<figure tabindex="0"><svg [\s\S]*?<\/svg>/.exec(written('en/brokers/'))?.[0] ?? '';
    const marks = brokers.flatMap((broker) => COLUMNS.map((column) => broker.marks[column]));
    expect(svg.match(/<circle /g)).toHaveLength(marks.length + MARKS.length);
    expect(svg.match(/a7 7 0 0 0 0 14z/g)).toHaveLength(marks.filter((mark) => mark === 'partly').length + 1);
    expect(svg).toContain('<desc>Apache RocketMQ: yes');
    expect(svg).not.toMatch(/NaN|undefined|fill="#/);
  });

  it('[SP3] call no two things by one id, however many pictures they hold', () => {
    for (const page of pages) {
      const ids = [...written(pathOf(page)).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect([pathOf(page), ...new Set(ids)]).toEqual([pathOf(page), ...ids]);
    }
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
      const own = addresses.filter((address) => !address.startsWith('https://'));
      // The icon, the explorer, the other language.
      expect(own.length).toBeGreaterThanOrEqual(3);
      expect(own.filter((address) => !address.startsWith('../'))).toEqual([]);
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

  it('[SP8] have their colours in the page and only name script and sheet, so that they are painted without', () => {
    const html = written('en/plain-mq/');
    expect(html).toMatch(/<style>:root\{--ink:#000\}\.static\{[\s\S]*<\/head>/);
    expect(html).toMatch(/<html [^>]* data-entry="assets\/index\.js" data-sheet="assets\/style\.css">/);
    expect(html).not.toMatch(/rel="stylesheet"|<script [^>]*src=/);
    expect(() => documentOf('<html lang="en">', pageAt('en/plain-mq/'), pages, WITHOUT)).toThrow('in the built page');
  });
});

/** What a page beside the explorer must not leave out: every thing that it lists. */
function wordsOf(lang: Lang, id: PageId): readonly string[] {
  const said = (key: string): string => protocolText(lang, 'half-message', key);
  switch (id) {
    case 'compare':
      return [
        ...FAULT_IDS.map((fault) => topicText(lang, 'compare', `fault-${fault}`)),
        ...contendersOf(protocols).map(({ protocol }) => protocolText(lang, protocol.id, 'name')),
      ];
    case 'claims':
      return claims.flatMap((claim) => [
        topicText(lang, 'claims', `${claim.id}-claim`),
        topicText(lang, 'claims', `${claim.id}-why`),
        topicText(lang, 'claims', `${claim.id}-say`),
        ...[...claim.sources, ...claim.evidence].map(({ url }) => url),
      ]);
    case 'checker':
      return FORM.filter((name) => name !== 'check-purge' && name !== 'check-group').flatMap((name) => [
        said(`setting-${name}`),
        ...optionsOf(halfMessage, name).map((value) => said(`value-${name}-${value}`)),
      ]);
    case 'load':
      return PRESET_IDS.flatMap((preset) => [
        topicText(lang, 'load', `preset-${preset}`),
        topicText(lang, 'load', `lesson-${preset}`),
      ]);
    case 'incidents':
      // What was searched is said in words: another text, which the proof refers to.
      return [
        topicText(lang, 'incidents', 'loss-0'),
        topicText(lang, 'incidents', 'loss-1'),
        ...incidents.flatMap((incident) => [
          `../../${lang}/incidents/${incident.id}/`,
          topicText(lang, 'incidents', `${incident.id}-title`),
          topicText(lang, 'incidents', `${incident.id}-what`),
          topicText(lang, 'incidents', `${incident.id}-mend`),
          ...incident.sources.map(({ url }) => url),
        ]),
      ];
    case 'recordings':
      return [
        ...shipped.map(({ run }) => topicText(lang, 'recordingsPage', `run-${run}-shows`)),
        ...DIFFERENCES.map((difference) => topicText(lang, 'rules', `difference-${difference.id}`)),
        ...RULE_IDS.map((rule) => topicText(lang, 'rules', `rule-${rule}`)),
      ];
    case 'brokers':
      return [
        ...brokers.flatMap((broker) => [
          topicText(lang, 'brokers', `broker-${broker.id}`),
          topicText(lang, 'brokers', `broker-${broker.id}-says`),
          topicText(lang, 'brokers', `broker-${broker.id}-use`),
          ...COLUMNS.map((column) => topicText(lang, 'brokers', `broker-${broker.id}-${column}`)),
        ]),
        ...Object.values(SOURCES),
      ];
  }
}
