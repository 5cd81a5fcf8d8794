/** The named scenarios of all protocols, as scenario, link and verdict. */
import { replay } from '../engine/timeline.ts';
import type { NamedScenario, Protocol, Verdict } from '../protocols/protocol.ts';
import { engineFor } from './engines.ts';
import { writeLink } from './link.ts';
import { replayWords } from './run.ts';
import { emptyScenario, type Scenario } from './scenario.ts';
import { completeSettings } from './settings.ts';

export interface LibraryEntry {
  readonly protocol: string;
  readonly id: string;
  readonly scenario: Scenario;
  /** Canonical, from `v1/` on. */
  readonly link: string;
  readonly verdict: Verdict;
}

export function libraryOf(protocols: readonly Protocol[]): readonly LibraryEntry[] {
  return protocols.flatMap((protocol) => protocol.scenarios.map((named) => entryOf(protocol, named)));
}

export function namedScenario(protocol: Protocol, id: string): LibraryEntry | null {
  const named = protocol.scenarios.find((scenario) => scenario.id === id);
  return named === undefined ? null : entryOf(protocol, named);
}

const entries = new WeakMap<NamedScenario, LibraryEntry>();

function entryOf(protocol: Protocol, named: NamedScenario): LibraryEntry {
  const known = entries.get(named);
  if (known !== undefined) return known;
  const { scenario, link } = scenarioOfWords(protocol, named.settings, named.run, `scenario ${named.id}`);
  const entry: LibraryEntry = { protocol: protocol.id, id: named.id, scenario, link, verdict: named.verdict };
  entries.set(named, entry);
  return entry;
}

/** The undisturbed run of a protocol. */
export function cleanScenario(protocol: Protocol): Scenario {
  return scenarioOfWords(protocol, {}, protocol.cleanRun, 'clean run').scenario;
}

/** The words are the protocol's own, so a word that does not replay is a programmer's error. */
function scenarioOfWords(protocol: Protocol, given: Scenario['settings'], words: string, what: string) {
  const settings = completeSettings(protocol, given);
  const run = replayWords(protocol, settings, words === '' ? [] : words.split('.'));
  if (run.problem !== null) {
    throw new Error(`Expected the ${what} of ${protocol.id} to replay; got ${JSON.stringify(run.problem)}.`);
  }
  const scenario: Scenario = { ...emptyScenario(protocol, settings), steps: run.steps };
  const { timeline } = replay(engineFor(protocol, settings), scenario.steps);
  return { scenario, link: writeLink(protocol, timeline, scenario.steps.length).link };
}
