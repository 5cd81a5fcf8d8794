/** The page of an address that there is not, in every language: which one its reader speaks, nobody knows. */
import { LANGS } from '../i18n/languages.ts';
import { pageText, topicText } from '../i18n/text.ts';
import { escapeXml as escaped } from '../scene/svgParts.ts';

/** It may be shown at any depth, so it needs to know where the site is; without, it takes it to be the whole host. */
export function notFound(url: string | null): string {
  const parts = LANGS.map(
    (lang) =>
      `<section lang="${lang}"><h1>${escaped(topicText(lang, 'exports', 'static-not-found'))}</h1>` +
      `<p><a href="${escaped(`${url ?? '/'}${lang}/`)}">${escaped(pageText(lang, 'page-title'))}</a></p></section>`,
  );
  return `<!doctype html>
<html lang="${LANGS[0]}">
<head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" />
<title>404 · Halfway</title><meta name="robots" content="noindex" /><meta name="color-scheme" content="light dark" />
<style>body{max-width:40rem;margin:15vh auto;padding:0 16px;font:18px/1.6 system-ui,sans-serif}</style></head>
<body><main>${parts.join('')}</main></body></html>
`;
}
