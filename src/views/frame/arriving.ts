/** What has to be there before a run can be opened: its protocol, and that protocol's texts. */
import { loadTexts } from '../../i18n/load.ts';
import type { Lang } from '../../i18n/text.ts';
import type { SessionStart, SessionStore } from '../../player/session.ts';
import { loadProtocol, protocolIds, type ProtocolId } from '../../protocols/loaders.ts';
import { parseLink } from '../../scenario/grammar.ts';
import { pageIn } from '../../scenario/pages.ts';

/** Loads what a link needs. A link that names no protocol of ours needs all of them, to say which ones there are. */
export function loadForLink(lang: Lang, link: string): Promise<SessionStart['protocols']> {
  return load(lang, protocolsOf(link));
}

const loading = new Map<Lang, Promise<SessionStart['protocols']>>();

/** Loads every protocol; the same promise for the same language, so that a component may wait for it. */
export function loadEveryProtocol(lang: Lang): Promise<SessionStart['protocols']> {
  const promise = loading.get(lang) ?? load(lang, protocolIds);
  loading.set(lang, promise);
  return promise;
}

async function load(
  lang: Lang,
  [first, ...others]: readonly [ProtocolId, ...ProtocolId[]],
): Promise<SessionStart['protocols']> {
  const [protocol, ...more] = await Promise.all([
    loadProtocol(first),
    ...others.map(loadProtocol),
    loadTexts(lang, [first, ...others]),
  ]);
  return [protocol, ...more.filter((loaded) => loaded !== undefined)];
}

function protocolsOf(link: string): readonly [ProtocolId, ...ProtocolId[]] {
  const asked = parseLink(link)?.protocol;
  if (asked === undefined || pageIn(link) !== null) return [protocolIds[0]];
  const known = protocolIds.find((id) => id === asked);
  return known === undefined ? protocolIds : [known];
}

/** Makes a running session know what a link needs. */
export async function makeReady(store: SessionStore, link: string): Promise<void> {
  const loaded = await loadForLink(store.getState().lang, link);
  store.getState().addProtocols(loaded);
}
