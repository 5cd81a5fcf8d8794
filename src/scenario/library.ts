/** The named scenarios of all protocols, as scenario, link and verdict. */
import { remembered } from '../engine/remembered.ts';
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
  /** Canonical, from `v2/` on. */
  readonly link: string;
  readonly verdict: Verdict;
}

export function libraryOf(protocols: readonly Protocol[]): readonly LibraryEntry[] {
  return protocols.flatMap((protocol) => protocol.library.scenarios.map((named) => entryOf(named, protocol)));
}

export function namedScenario(protocol: Protocol, id: string): LibraryEntry | null {
  const named = specOf(protocol, id);
  return named === undefined ? null : entryOf(named, protocol);
}

/** Only the scenario of a name, for who needs no link. */
export function scenarioNamed(protocol: Protocol, id: string): Scenario | null {
  const named = specOf(protocol, id);
  return named === undefined ? null : scenarioOf(named, protocol);
}

function specOf({ library }: Protocol, id: string): NamedScenario | undefined {
  return library.scenarios.find((scenario) => scenario.id === id);
}

const entryOf = remembered((named: NamedScenario, protocol: Protocol): LibraryEntry => {
  const scenario = scenarioOf(named, protocol);
  const link = writeScenario(protocol, scenario);
  return { protocol: protocol.id, id: named.id, scenario, link, verdict: named.verdict };
});

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
export const scenarioOf = remembered((named: NamedScenario, protocol: Protocol): Scenario => {
  const { id, settings: given, run: words } = named;
  const settings = completeSettings(protocol, given);
  const run = replayWords(protocol, settings, parseWords(words));
  if (run.problem !== null) {
    throw new Error(`Expected the scenario ${id} of ${protocol.id} to replay; got ${JSON.stringify(run.problem)}.`);
  }
  return { protocol: protocol.id, settings, steps: run.steps };
});
