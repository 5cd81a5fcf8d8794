/** What is read on a static page before the explorer has come, or without it: a picture and the numbered text of the run. */
import { sequenceSvg } from '../exports/svg.ts';
import { ordersOf, sentencesOf } from '../exports/told.ts';
import { verdictAt, type ExportedRun } from '../exports/exported.ts';
import { LANGS, ownName } from '../i18n/languages.ts';
import { explorerText, topicText } from '../i18n/text.ts';
import { escapeXml as escaped } from '../scene/svgParts.ts';
import type { Block, Line, Section } from './section.ts';
import { pathOf, rootFrom, type StaticPage } from './staticPage.ts';

/** `all` are the pages that it may lead to. */
export function bodyOf(page: StaticPage, all: readonly StaticPage[]): string {
  const { lang, title, description, run, intro, sections } = page;
  return [
    `<main class="static" lang="${lang}">`,
    headOf(page),
    `<h1>${escaped(title)}</h1>`,
    `<p>${escaped(description)}</p>`,
    ...(intro === null ? [] : [`<p>${escaped(intro)}</p>`]),
    ...sections.map((section) => sectionOf(section, page)),
    ...(run === null ? [] : [runOf(run)]),
    othersOf(page, all),
    '</main>',
  ].join('\n');
}

function sectionOf({ title, blocks }: Section, page: StaticPage): string {
  return [`<h2>${escaped(title)}</h2>`, ...blocks.map((block) => blockOf(block, title, page))].join('\n');
}

function blockOf(block: Block, heading: string, page: StaticPage): string {
  switch (block.kind) {
    case 'text':
      return `<p>${escaped(block.text)}</p>`;
    case 'told': {
      const own = block.page === null ? null : `${rootFrom(page)}${pathOf({ lang: page.lang, path: block.page })}`;
      const title = escaped(block.title);
      const lines = block.lines.map((one) => `<p>${lineOf(one)}</p>`);
      return `<h3>${own === null ? title : `<a href="${own}">${title}</a>`}</h3>${lines.join('')}`;
    }
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${lineOf(item)}</li>`).join('')}</ul>`;
    case 'table': {
      const head = block.head.map((cell) => (cell === '' ? '<td></td>' : `<th scope="col">${escaped(cell)}</th>`));
      const rows = block.rows.map(([first, ...others]) => {
        const named = first === undefined ? '' : `<th scope="row">${lineOf(first)}</th>`;
        return `<tr>${named}${others.map((cell) => `<td>${lineOf(cell)}</td>`).join('')}</tr>`;
      });
      return `<figure tabindex="0"><table aria-label="${escaped(heading)}"><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></figure>`;
    }
    case 'picture':
      return `<figure tabindex="0">${block.svg}</figure>`;
    case 'run':
      return `<h3>${escaped(block.title)}</h3>${runOf(block.run)}`;
  }
}

function lineOf({ lead, text, sources }: Line): string {
  const links = sources.map(({ name, url }) => `<a rel="noreferrer" href="${escaped(url)}">${escaped(name)}</a>`);
  return [lead === '' ? '' : `<strong>${escaped(lead)}</strong>`, escaped(text), links.join(' · ')]
    .filter((part) => part !== '')
    .join(' ');
}

/** Its picture, how it ends, its numbered sentences and its ledger. */
function runOf(run: ExportedRun): string {
  const { lang } = run;
  const verdict = verdictAt(run);
  const steps = sentencesOf(run).map((sentence) => `<li>${escaped(sentence)}</li>`);
  return [
    `<figure tabindex="0">${sequenceSvg(run, 'page')}</figure>`,
    ...(verdict === null
      ? []
      : [
          `<p><strong>${escaped(explorerText(lang, `verdict-${verdict}`))}</strong><br />${escaped(explorerText(lang, `verdict-${verdict}-text`))}</p>`,
        ]),
    `<ol>${steps.join('')}</ol>`,
    ledgerOf(run),
  ].join('\n');
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
