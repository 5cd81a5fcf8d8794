/** A static page as HTML: the built page with another head, and something to read until the explorer has come. */
import { LANGS } from '../i18n/languages.ts';
import { escapeXml as escaped } from '../scene/svgParts.ts';
import { bodyOf } from './body.ts';
import { documentTitle, pathOf, rootFrom, type StaticPage } from './staticPage.ts';

export interface Site {
  /** Where the site will be, with a slash at the end; null leaves out what needs to know it. */
  readonly url: string | null;
  /** Whether each page has its `social.png`. */
  readonly hasPictures: boolean;
  /** Colours, letters and the reset of the site: all that a static page needs to be painted. */
  readonly baseStyle: string;
}

/** As high as the window, so that nothing shifts when the explorer takes its place. */
const STYLE =
  '.static{box-sizing:border-box;height:100dvh;overflow:auto;padding:16px max(16px,calc(50vw - 520px));line-height:1.6}' +
  '.static-head{display:flex;gap:16px;color:var(--muted)}.static h1{margin:8px 0;font-size:1.75rem}' +
  '.static figure{margin:16px 0;overflow:auto}.static figure svg{display:block;max-width:none}' +
  '.static ol{list-style:decimal;padding-inline-start:2.5em}.static ul{list-style:disc;padding-inline-start:1.5em}' +
  '.static h2{margin:32px 0 4px;font-size:1.25rem}.static h3{margin:16px 0 4px;font-size:1rem}.static p,.static li{max-width:80ch}' +
  '.static li,.static td,.static th{padding:2px 8px;text-align:start;vertical-align:top}.static figure :is(td,th){min-width:7em}' +
  '.static table{border-collapse:collapse}.static figure tr{border-top:1px solid var(--line)}.static tbody th strong{display:block}.static tbody th{font-weight:400}.static caption{text-align:start;font-weight:600}' +
  '@media print{.static{height:auto}}';

const SHEET = /<link rel="stylesheet"[^>]* href="\.\/([^"]+)"[^>]*>/;
const ENTRY = /<script type="module"[^>]* src="\.\/([^"]+)"><\/script>/;

/**
 * `template` is the built `index.html`. Its script and its sheet are only named: `scripts/preload.ts` brings them once what
 * can be read is painted.
 */
export function documentOf(template: string, page: StaticPage, all: readonly StaticPage[], site: Site): string {
  const root = rootFrom(page);
  const attributes = [
    `lang="${page.lang}"`,
    `data-root="${root}"`,
    ...(page.opens === '' ? [] : [`data-opens="${escaped(page.opens)}"`]),
    `data-entry="${addressIn(template, ENTRY)}"`,
    `data-sheet="${addressIn(template, SHEET)}"`,
  ];
  return replacedOnce(template, [
    [SHEET, ''],
    [ENTRY, ''],
    [/<html lang="[a-z]+">/, `<html ${attributes.join(' ')}>`],
    [/<title>[^<]*<\/title>/, `<title>${escaped(documentTitle(page))}</title>`],
    [/<meta\s+name="description"\s+content="[^"]*"\s*\/?>/, headOf(page, site)],
    [/<noscript>[\s\S]*<\/noscript>/, ''],
    [/<div id="root"><\/div>/, `<div id="root">${bodyOf(page, all)}</div>`],
  ]).replaceAll(/ (href|src)="\.\//g, ` $1="${root}`);
}

function addressIn(template: string, pattern: RegExp): string {
  const address = pattern.exec(template)?.[1];
  if (address === undefined) throw new Error(`Expected ${pattern.source} in the built page.`);
  return address;
}

function replacedOnce(text: string, changes: readonly (readonly [RegExp, string])[]): string {
  return changes.reduce((now, [pattern, by]) => {
    if (!pattern.test(now)) throw new Error(`Expected ${pattern.source} in the built page.`);
    return now.replace(pattern, () => by);
  }, text);
}

function headOf(page: StaticPage, { url, hasPictures, baseStyle }: Site): string {
  const { lang, description } = page;
  const own = url === null ? null : `${url}${pathOf(page)}`;
  const named = (property: string, content: string): string =>
    `<meta property="${property}" content="${escaped(content)}" />`;
  return [
    `<meta name="description" content="${escaped(description)}" />`,
    named('og:title', documentTitle(page)),
    named('og:description', description),
    named('og:type', 'article'),
    named('og:site_name', 'Halfway'),
    named('og:locale', lang),
    ...(own === null || url === null
      ? []
      : [
          named('og:url', own),
          `<link rel="canonical" href="${escaped(own)}" />`,
          ...LANGS.map(
            (other) =>
              `<link rel="alternate" hreflang="${other}" href="${escaped(`${url}${pathOf({ ...page, lang: other })}`)}" />`,
          ),
          ...(page.run === null ? [] : ['<link rel="alternate" type="application/json+oembed" href="oembed.json" />']),
          ...(hasPictures
            ? [
                named('og:image', `${own}social.png`),
                named('og:image:width', '1200'),
                named('og:image:height', '630'),
                '<meta name="twitter:card" content="summary_large_image" />',
              ]
            : []),
        ]),
    `<style>${baseStyle}${STYLE}</style>`,
  ].join('\n    ');
}

/** What an oEmbed consumer is told: the run in a frame. */
export function oembedOf(page: StaticPage, url: string): string {
  const src = `${url}?embed=1&lang=${page.lang}#${page.opens}`;
  return JSON.stringify({
    version: '1.0',
    type: 'rich',
    provider_name: 'Halfway',
    provider_url: url,
    title: documentTitle(page),
    width: 800,
    height: 620,
    html: `<iframe src="${escaped(src)}" title="${escaped(documentTitle(page))}" width="800" height="620" loading="lazy" allow="clipboard-write; fullscreen"></iframe>`,
  });
}
