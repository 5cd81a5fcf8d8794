/** What a site says about all of its pages at once. */
import { LANGS, ownName } from '../i18n/languages.ts';
import { escapeXml as escaped } from '../scene/svgParts.ts';
import { pathOf, type StaticPage } from './staticPage.ts';

/** Every page, with its other languages. */
export function sitemapOf(pages: readonly StaticPage[], url: string): string {
  const entries = pages.map((page) => {
    const alternates = LANGS.map(
      (lang) =>
        `<xhtml:link rel="alternate" hreflang="${lang}" href="${escaped(`${url}${pathOf({ ...page, lang })}`)}"/>`,
    );
    return `<url><loc>${escaped(`${url}${pathOf(page)}`)}</loc>${alternates.join('')}</url>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries,
    '</urlset>',
    '',
  ].join('\n');
}

export function robotsOf(url: string | null): string {
  return ['User-agent: *', 'Allow: /', ...(url === null ? [] : ['', `Sitemap: ${url}sitemap.xml`]), ''].join('\n');
}

/** `written` by hand, and then every page. */
export function llmsOf(written: string, pages: readonly StaticPage[]): string {
  const lists = LANGS.map((lang) =>
    [
      `## ${ownName(lang)}`,
      '',
      ...pages
        .filter((page) => page.lang === lang)
        .map((page) => `- [${page.title}](./${pathOf(page)}): ${page.description.replaceAll(/\s+/g, ' ')}`),
      '',
    ].join('\n'),
  );
  return [written.trimEnd(), '', ...lists].join('\n');
}
