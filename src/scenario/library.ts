/** The named scenarios of all protocols, as scenario, link and verdict. */
import { playToRest } from '../engine/autoplay.ts';
import { replay, stepsOf } from '../engine/timeline.ts';
import type { NamedScenario, Protocol, Verdict } from '../protocols/protocol.ts';
import { engineFor } from './engines.ts';
import { parseWords } from './grammar.ts';
import { writeScenario } from './link.ts';
import { STEPS_MAX } from './problem.ts';
import { replayWords } from './run.ts';
import type { Scenario } from './scenario.ts';
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
  const scenario = scenarioOf(protocol, named);
  const link = writeScenario(protocol, scenario);
  const entry: LibraryEntry = { protocol: protocol.id, id: named.id, scenario, link, verdict: named.verdict };
  entries.set(named, entry);
  return entry;
}

/**
 * The undisturbed run of a protocol: its own words where they fit the settings, else what happens by itself until
 * everything has come to rest.
 */
export function cleanScenario(protocol: Protocol, given: Scenario['settings'] = {}): Scenario {
  const settings = completeSettings(protocol, given);
  const run = replayWords(protocol, settings, parseWords(protocol.cleanRun));
  const { timeline } = replay(engineFor(protocol, settings), []);
  const steps = run.problem === null ? run.steps : stepsOf(playToRest(timeline, STEPS_MAX));
  return { protocol: protocol.id, settings, steps };
}

/** The words are the protocol's own, so a word that does not replay is a programmer's error. */
function scenarioOf(protocol: Protocol, { id, settings: given, run: words }: NamedScenario): Scenario {
  const settings = completeSettings(protocol, given);
  const run = replayWords(protocol, settings, parseWords(words));
  if (run.problem !== null) {
    throw new Error(`Expected the scenario ${id} of ${protocol.id} to replay; got ${JSON.stringify(run.problem)}.`);
  }
  return { protocol: protocol.id, settings, steps: run.steps };
}
