/** `replay <link>`: the run step by step, the ledger and the checksum at its end; `replay --library`: the named runs. */
import { replay, type Timeline } from '../engine/timeline.ts';
import { cliText } from './cliText.ts';
import { problemText } from '../i18n/problem.ts';
import { FALLBACK_LANG, LANGS, type Lang } from '../i18n/languages.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { protocols } from '../protocols/registry.ts';
import { engineFor } from '../scenario/engines.ts';
import { cleanScenario } from '../scenario/library.ts';
import { readLink, type Opened } from '../scenario/link.ts';
import type { LinkProblem } from '../scenario/problem.ts';
import { badInput, fine, type Command, type Printed } from './command.ts';
import { libraryJson } from './libraryJson.ts';
import { readOptions, type OptionSpec } from './options.ts';
import { replayJson } from './replayJson.ts';
import { replayText } from './replayText.ts';

const OPTIONS: readonly OptionSpec[] = [
  { name: 'json', kind: 'switch' },
  { name: 'library', kind: 'switch' },
  { name: 'lang', kind: 'value', values: LANGS },
  { name: 'help', kind: 'switch' },
];

export const replayCommand: Command = { name: 'replay', run };

function run(args: readonly string[]): Printed {
  const options = readOptions('replay', OPTIONS, args);
  if (!options.ok) return badInput(options.complaint);
  const { given, positionals } = options;
  const lang = LANGS.find((known) => known === given.get('lang')) ?? FALLBACK_LANG;
  if (given.has('help')) return fine(cliText(lang, 'cli-replay-usage'));
  const [link, ...others] = positionals;
  if (given.has('library')) {
    return link === undefined ? fine(libraryJson(protocols)) : badInput(cliText(lang, 'cli-replay-link-and-library'));
  }
  if (link === undefined) return badInput(cliText(lang, 'cli-replay-no-link'));
  if (others.length > 0) return badInput(cliText(lang, 'cli-replay-many-links', { count: positionals.length }));
  return replayLink(link, { lang, isJson: given.has('json') });
}

/** A link replayed as far as possible. */
export interface ReplayedLink {
  readonly protocol: Protocol;
  readonly timeline: Timeline;
  readonly at: number;
  /** How many steps the link asked for. */
  readonly steps: number;
  readonly problem: LinkProblem | null;
}

function replayLink(link: string, { lang, isJson }: { readonly lang: Lang; readonly isJson: boolean }): Printed {
  const opened = readLink(protocols, link);
  const { problem } = opened;
  const complaint = problem === null ? null : problemText(lang, opened.scenario.protocol, problem);
  if (problem !== null && complaint !== null && opensNothing(problem)) return badInput(complaint);
  const replayed = replayedLink(opened);
  const out = isJson ? replayJson(replayed, complaint) : replayText(lang, replayed);
  return complaint === null ? fine(out) : badInput(complaint, out);
}

/** Whether the link does not even say which protocol it is about, so that there is nothing to show. */
function opensNothing({ kind }: LinkProblem): boolean {
  return kind === 'not-a-link' || kind === 'newer-version' || kind === 'unknown-protocol';
}

/** A link without steps means the protocol's undisturbed run. */
function replayedLink({ scenario, at, asked, problem }: Opened): ReplayedLink {
  const protocol = protocols.find(({ id }) => id === scenario.protocol) ?? protocols[0];
  const { steps } = asked === 0 ? cleanScenario(protocol, scenario.settings) : scenario;
  const { timeline } = replay(engineFor(protocol, scenario.settings), steps);
  if (asked === 0) return { protocol, timeline, at: steps.length, steps: steps.length, problem };
  return { protocol, timeline, at, steps: asked, problem };
}
