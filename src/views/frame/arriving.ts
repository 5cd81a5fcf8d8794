/** What has to be there before a run can be opened: its protocol, and that protocol's texts. */
import { loadShelf, restOf } from '../../i18n/shelves.ts';
import type { Lang } from '../../i18n/languages.ts';
import type { Page } from '../../player/page.ts';
import type { SessionStart, SessionStore } from '../../player/session.ts';
import { loadProtocol, protocolIds, type ProtocolId } from '../../protocols/loaders.ts';
import type { Protocol, Zoom } from '../../protocols/protocol.ts';
import { parseLink, type RawLink } from '../../scenario/grammar.ts';
import { pageIn } from '../../scenario/pages.ts';
import { perKey } from '../part/perKey.ts';

/**
 * Loads what a link needs. A link that names no protocol of ours needs all of them, to say which ones there are; so does a
 * comparison. The undisturbed run, in the textbook's picture, does without the rest of its protocol.
 */
export function loadForLink(lang: Lang, link: string, zoom: Zoom = 'concept'): Promise<SessionStart['protocols']> {
  const raw = parseLink(link);
  const isPlain = zoom === 'concept' && pageIn(link) === null && (raw === null || isUndisturbed(raw));
  return load(lang, protocolsOf(link), isPlain ? 'start' : 'everything');
}

function isUndisturbed({ words, settings }: RawLink): boolean {
  return words.length === 0 && settings.length === 0;
}

/** Loads every protocol. */
export const loadEveryProtocol = perKey((lang: Lang) => load(lang, protocolIds, 'everything'));

async function load(
  lang: Lang,
  [first, ...others]: readonly [ProtocolId, ...ProtocolId[]],
  extent: 'start' | 'everything',
): Promise<SessionStart['protocols']> {
  const bring = (id: ProtocolId): Promise<Protocol> => loadOne(lang, id, extent);
  const [protocol, ...more] = await Promise.all([bring(first), ...others.map(bring), loadShelf(lang, 'page')]);
  return [protocol, ...more.filter((loaded) => loaded !== undefined)];
}

async function loadOne(lang: Lang, id: ProtocolId, extent: 'start' | 'everything'): Promise<Protocol> {
  const rest = extent === 'everything' ? restOf(id) : [];
  const [protocol] = await Promise.all([loadProtocol(id), ...[id, ...rest].map((shelf) => loadShelf(lang, shelf))]);
  if (extent === 'everything') await protocol.library.load();
  return protocol;
}

function protocolsOf(link: string): readonly [ProtocolId, ...ProtocolId[]] {
  const asked = parseLink(link)?.protocol;
  const page = pageIn(link);
  if (page === 'compare') return protocolIds;
  if (asked === undefined || page !== null) return [protocolIds[0]];
  const known = protocolIds.find((id) => id === asked);
  return known === undefined ? protocolIds : [known];
}

/** Makes a running session know what an address needs; gives the page that it names, or null for a run. */
export async function makeReady(store: SessionStore, link: string): Promise<Page | null> {
  const loaded = await load(store.getState().lang, protocolsOf(link), 'everything');
  store.getState().addProtocols(loaded);
  return pageOf(loaded, link);
}

/** The page that an address names, or null for a run, as most addresses do. */
export async function pageOf(protocols: SessionStart['protocols'], link: string): Promise<Page | null> {
  if (pageIn(link) === null) return null;
  const { readPage } = await import('../../player/pageAddress.ts');
  return readPage(protocols, link);
}
