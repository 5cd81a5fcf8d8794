/** What is read on a static page before the explorer has come, or without it: a picture and the numbered text of the run. */
import { sequenceSvg } from '../exports/svg.ts';
import { ordersOf, sentencesOf } from '../exports/told.ts';
import type { ExportedRun } from '../exports/exported.ts';
import { LANGS, ownName } from '../i18n/languages.ts';
import { explorerText, topicText } from '../i18n/text.ts';
import { escapeXml as escaped } from '../scene/svgParts.ts';
import type { ToldPart } from './beside.ts';
import { pathOf, rootFrom, type StaticPage } from './staticPage.ts';

/** `all` are the pages that it may lead to. */
export function bodyOf(page: StaticPage, all: readonly StaticPage[]): string {
  const { lang, title, description, run, verdict, intro, parts } = page;
  const text =
    verdict === null
      ? ''
      : told({ lead: explorerText(lang, `verdict-${verdict}`), text: explorerText(lang, `verdict-${verdict}-text`) });
  return [
    `<main class="static" lang="${lang}">`,
    headOf(page),
    `<h1>${escaped(title)}</h1>`,
    `<p>${escaped(description)}</p>`,
    ...(intro === null ? [] : [`<p>${escaped(intro)}</p>`]),
    ...parts.map(partOf),
    ...(run === null
      ? []
      : [
          `<figure tabindex="0">${sequenceSvg(run, 'auto')}</figure>`,
          text,
          `<ol>${sentencesOf(run)
            .map((sentence) => `<li>${escaped(sentence)}</li>`)
            .join('')}</ol>`,
          ledgerOf(run),
        ]),
    othersOf(page, all),
    '</main>',
  ].join('\n');
}

function partOf({ title, lines }: ToldPart): string {
  return `<h2>${escaped(title)}</h2>${lines.map(told).join('')}`;
}

function told({ lead, text }: ToldPart['lines'][number]): string {
  return `<p><strong>${escaped(lead)}</strong><br />${escaped(text)}</p>`;
}

function headOf(page: StaticPage): string {
  const root = rootFrom(page);
  const languages = LANGS.filter((lang) => lang !== page.lang).map(
    (lang) =>
      `<a hreflang="${lang}" lang="${lang}" href="${root}${pathOf({ ...page, lang })}">${escaped(ownName(lang))}</a>`,
  );
  const protocol = page.protocol === null ? '' : `<span>${escaped(page.protocol)}</span>`;
  return `<p class="static-head"><a href="${root}${page.lang}/">Halfway</a>${protocol}${languages.join('')}</p>`;
}

function ledgerOf(run: ExportedRun): string {
  const { lang } = run;
  const head = (['order', 'database', 'points', 'verdict'] as const)
    .map((column) => `<th scope="col">${escaped(topicText(lang, 'exports', `export-column-${column}`))}</th>`)
    .join('');
  const rows = ordersOf(run)
    .map(({ number, stateText, points, verdictText }) => [number, stateText, String(points), verdictText])
    .map((cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
    .join('');
  return `<table><caption>${escaped(explorerText(lang, 'ledger-title'))}</caption><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
}

/** The ways on: from a run to its neighbours, from the first page to everything. */
function othersOf(page: StaticPage, all: readonly StaticPage[]): string {
  const root = rootFrom(page);
  const folder = page.path.replace(/[^/]*\/$/, '');
  const others = all.filter((other) => {
    if (other.lang !== page.lang || other.path === page.path) return false;
    if (page.kind === 'home') return true;
    return other.path.startsWith(page.kind === 'run' || page.kind === 'incident' ? folder : page.path);
  });
  if (others.length === 0) return '';
  const items = others
    .map((other) => `<li><a href="${root}${pathOf(other)}">${escaped(other.title)}</a></li>`)
    .join('');
  return `<nav aria-label="${escaped(topicText(page.lang, 'exports', 'static-more'))}"><ul>${items}</ul></nav>`;
}
