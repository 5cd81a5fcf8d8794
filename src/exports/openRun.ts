/** A link as a run to export. Whoever calls has loaded all texts and named runs. */
import { replay } from '../engine/timeline.ts';
import type { Lang } from '../i18n/languages.ts';
import { problemText } from '../i18n/problem.ts';
import type { Protocol, Zoom } from '../protocols/protocol.ts';
import { engineFor } from '../scenario/engines.ts';
import { cleanScenario } from '../scenario/library.ts';
import { readLink } from '../scenario/link.ts';
import type { ExportedRun } from './exported.ts';

type Protocols = readonly [Protocol, ...Protocol[]];

interface Shown {
  readonly lang: Lang;
  readonly zoom: Zoom;
}

/** The run at the link's position, or what is wrong in one sentence. A link without steps means the undisturbed run, at its end. */
export function openRun(protocols: Protocols, link: string, { lang, zoom }: Shown): ExportedRun | string {
  const { scenario, at, asked, problem } = readLink(protocols, link);
  if (problem !== null) return problemText(lang, scenario.protocol, problem);
  const protocol = protocols.find(({ id }) => id === scenario.protocol) ?? protocols[0];
  const { steps } = asked === 0 ? cleanScenario(protocol, scenario.settings) : scenario;
  const { timeline } = replay(engineFor(protocol, scenario.settings), steps);
  return { protocol, timeline, at: asked === 0 ? steps.length : at, lang, zoom };
}
