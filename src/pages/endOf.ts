/** A run as it ends, ready to be drawn and told. */
import { replay } from '../engine/timeline.ts';
import type { ExportedRun } from '../exports/exported.ts';
import type { Lang } from '../i18n/languages.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { protocols } from '../protocols/registry.ts';
import { engineFor } from '../scenario/engines.ts';
import { readLink } from '../scenario/link.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { NEWEST_VERSION } from '../scenario/versions.ts';

type Steps = Pick<Scenario, 'settings' | 'steps'>;

export function endOf(lang: Lang, protocol: Protocol, { settings, steps }: Steps): ExportedRun {
  const { timeline } = replay(engineFor(protocol, settings), steps);
  return { protocol, timeline, at: timeline.frames.length - 1, lang, zoom: 'concept' };
}

/** Of a link without its version. */
export function endOfLink(lang: Lang, link: string): ExportedRun {
  const { scenario } = readLink(protocols, `v${NEWEST_VERSION}/${link}`);
  return endOf(lang, protocols.find((known) => known.id === scenario.protocol) ?? protocols[0], scenario);
}
