import type { Lang } from '../../i18n/text.ts';
import { topicText } from '../../i18n/topics.ts';
import { protocolOf } from '../../player/selectors.ts';
import type { SessionState } from '../../player/session.ts';
import { writeComparison } from '../../scenario/compareLink.ts';

/** Where the page is, without query and hash. */
export interface Address {
  readonly origin: string;
  readonly pathname: string;
}

export interface Share {
  readonly url: string;
  readonly characters: number;
  /** Longer links still work, but chats fold them and codes for phones get too dense. */
  readonly isLong: boolean;
  readonly markdown: string;
  readonly embed: string;
}

const LONG = 2_000;

/** What can be copied. The run is in the hash; how it is shown is in the query. */
export function shareOf(address: Address, link: string, title: string, lang: Lang): Share {
  const base = address.origin === 'null' ? `file://${address.pathname}` : `${address.origin}${address.pathname}`;
  const url = `${base}#${link}`;
  return {
    url,
    characters: url.length,
    isLong: url.length > LONG,
    markdown: `[${escapeMarkdown(title)}](${url})`,
    embed: embedCode(`${base}?embed=1&lang=${lang}#${link}`, topicText(lang, 'share', 'share-frame-title', { title })),
  };
}

/** The address of this run beside the undisturbed one at the same settings. */
export function compareLinkOf(state: SessionState): string {
  const own = { protocol: protocolOf(state), settings: state.settings };
  const steps = state.steps.length === 0 ? null : state.steps;
  return writeComparison({ a: { ...own, steps }, b: { ...own, steps: null }, fault: 'none', at: 0 });
}

function embedCode(url: string, title: string): string {
  const attributes = [
    `src="${escapeAttribute(url)}"`,
    `title="${escapeAttribute(title)}"`,
    'loading="lazy"',
    'style="width:100%;height:620px;border:0"',
    'allow="clipboard-write; fullscreen"',
    'referrerpolicy="strict-origin-when-cross-origin"',
  ];
  return `<iframe ${attributes.join(' ')}></iframe>`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

function escapeMarkdown(text: string): string {
  return text.replaceAll(/[[\]\\]/g, String.raw`\$&`);
}
