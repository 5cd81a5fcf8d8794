/** What can be copied: addresses and code, from where the page is, the run, and how it is to be shown. */
import type { Lang } from '../../i18n/languages.ts';
import { topicText } from '../../i18n/text.ts';
import { protocolOf } from '../../player/selectors.ts';
import type { SessionState, Theme } from '../../player/session.ts';
import type { Zoom } from '../../protocols/protocol.ts';
import { writeComparison } from '../../scenario/compareLink.ts';

/** Where the site is. */
export interface Site {
  /** Without query and hash; ends like the address of the explorer itself. */
  readonly base: string;
  /** Opened from a disk: nobody else can load it. */
  readonly isFile: boolean;
}

/** How a run is to be shown; what is null is left to the reader. */
export interface Showing {
  readonly lang: Lang | null;
  readonly theme: Theme;
  readonly zoom: Zoom;
  /** The panel beside the stage; embeds have none. */
  readonly view: string | null;
  /** The author's words above an embed, at most `TITLE_MAX` characters; empty for the name of the run. */
  readonly title: string;
  /** Of an embed, in CSS pixels. */
  readonly height: number;
}

export const TITLE_MAX = 60;
export const HEIGHTS = [480, 620, 760] as const;

/** Longer links still work, but chats fold them. */
export const LONG = 2_000;
/** Beyond this a code for phones is too dense to be read from a screen. */
export const QR_MAX = 600;

/** `root` is the way from this page to the explorer: static pages lie deeper. */
export function siteOf(href: string, root = './'): Site {
  const here = new URL(href);
  const isFile = here.protocol === 'file:';
  const { origin, pathname } = new URL(isFile ? here.pathname : root, here);
  return { base: isFile ? `file://${here.pathname}` : `${origin}${pathname}`, isFile };
}

/** The address of the explorer that shows the run like this. */
export function pageAddress({ base }: Site, link: string, { lang, theme, zoom, view }: Showing): string {
  const query = queryOf({ lang, theme: nonDefault(theme, 'auto'), zoom: nonDefault(zoom, 'concept'), view });
  return `${base}${query}#${link}`;
}

/** The address of the run for a frame. */
export function embedAddress({ base }: Site, link: string, { lang, theme, zoom, title }: Showing): string {
  const query = queryOf({
    embed: '1',
    lang,
    theme: nonDefault(theme, 'auto'),
    zoom: nonDefault(zoom, 'concept'),
    title: nonDefault(title.trim().slice(0, TITLE_MAX), ''),
  });
  return `${base}${query}#${link}`;
}

/** Valid in HTML and in MDX, and without a style that a strict host would refuse. */
export function iframeCode(src: string, title: string, height: number): string {
  const attributes = [
    `src="${escapeAttribute(src)}"`,
    `title="${escapeAttribute(title)}"`,
    'width="100%"',
    `height="${height}"`,
    'loading="lazy"',
    'allow="clipboard-write; fullscreen"',
  ];
  return `<iframe ${attributes.join(' ')}></iframe>`;
}

export interface ElementParts {
  readonly site: Site;
  /** From `v2/` on. */
  readonly link: string;
  readonly showing: Showing;
  readonly title: string;
  /** The address of a picture that the site has of this run; null where it has none. */
  readonly picture: {
    readonly src: string;
    readonly alt: string;
    readonly width: number;
    readonly height: number;
  } | null;
}

/** The element with a real link inside, which stays where its script is not loaded. */
export function elementCode({ site, link, showing, title, picture }: ElementParts): string {
  const { lang, theme, zoom } = showing;
  const own = showing.title.trim().slice(0, TITLE_MAX);
  const attributes = [
    ['run', link],
    ['lang', lang],
    ['theme', nonDefault(theme, 'auto')],
    ['zoom', nonDefault(zoom, 'concept')],
    ['label', nonDefault(own, '')],
    ['height', String(showing.height)],
  ].flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [`${name ?? ''}="${escapeAttribute(value)}"`],
  );
  const inside =
    picture === null
      ? escapeAttribute(own === '' ? title : own)
      : `<img src="${escapeAttribute(picture.src)}" alt="${escapeAttribute(picture.alt)}" width="${picture.width}" height="${picture.height}" loading="lazy" />`;
  return [
    `<script type="module" src="${escapeAttribute(`${folderOf(site.base)}halfway-explorer.js`)}"></script>`,
    `<halfway-explorer ${attributes.join(' ')}>`,
    `  <a href="${escapeAttribute(pageAddress(site, link, { ...showing, view: null }))}">${inside}</a>`,
    '</halfway-explorer>',
  ].join('\n');
}

/** Where the static page of a named run lies, with its picture; below the site. */
export function staticPage(
  { base }: Site,
  { lang, protocol, id }: { readonly lang: Lang; readonly protocol: string; readonly id: string },
): string {
  return `${folderOf(base)}${lang}/${protocol}/${id}/`;
}

/** The address of this run beside the undisturbed one at the same settings. */
export function compareLinkOf(state: SessionState): string {
  const own = { protocol: protocolOf(state), settings: state.settings };
  const steps = state.steps.length === 0 ? null : state.steps;
  return writeComparison({ a: { ...own, steps }, b: { ...own, steps: null }, fault: 'none', at: 0 });
}

export function frameTitle(lang: Lang, title: string): string {
  return topicText(lang, 'share', 'share-frame-title', { title });
}

function folderOf(base: string): string {
  return base.replace(/[^/]*$/, '');
}

function queryOf(given: { readonly [name: string]: string | null }): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) if (value !== null) query.set(name, value);
  const text = query.toString().replaceAll('+', '%20');
  return text === '' ? '' : `?${text}`;
}

function nonDefault(value: string, byDefault: string): string | null {
  return value === byDefault ? null : value;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('{', '&#123;');
}
