import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stable } from '../engine/data.ts';
import { createEngine } from '../engine/engine.ts';
import { lastFrame, replay } from '../engine/timeline.ts';
import type { Protocol, Verdict } from '../protocols/protocol.ts';
import { protocols } from '../protocols/registry.ts';
import { engineFor } from './engines.ts';
import { isName, isQualifier } from './grammar.ts';
import { cleanScenario, libraryOf, namedScenario } from './library.ts';
import { readLink, writeScenario } from './link.ts';
import { replayWords } from './run.ts';
import type { Scenario } from './scenario.ts';
import { corrected, ledgerAtEnd, shippedAddresses } from './shipped.testing.ts';
import { headOf, VERBS } from './words.ts';

const library = libraryOf(protocols);

/** From best to worst: the verdict of a scenario is that of its worst order. */
const VERDICTS: readonly Verdict[] = [
  'consistent',
  'late',
  'pending',
  'parked',
  'blocked',
  'duplicated',
  'phantom',
  'lost',
];

describe('the library', () => {
  it('[L50] has at least 20 named scenarios per protocol, each once', () => {
    expect(library.length).toBeGreaterThanOrEqual(20);
    expect(new Set(library.map(({ protocol, id }) => `${protocol} ${id}`)).size).toBe(library.length);
    expect(library.filter(({ id }) => !isName(id))).toEqual([]);
  });

  it.each(library)(
    '[L51] ends $id in its verdict, with a link of at most 200 characters',
    ({ protocol, scenario, link, verdict }) => {
      const owner = protocols.find(({ id }) => id === protocol);
      const opened = readLink(protocols, link);
      expect(opened).toEqual({ scenario, at: scenario.steps.length, asked: scenario.steps.length, problem: null });
      expect(link.length).toBeLessThanOrEqual(200);
      const { moments } = replayWords(owner ?? protocols[0], scenario.settings, wordsIn(link));
      const verdicts = owner?.ledger((moments.at(-1) ?? moments[0]).world, scenario.settings);
      const ranks = (verdicts ?? []).map((line) => VERDICTS.indexOf(line.verdict));
      expect(VERDICTS[Math.max(...ranks)] ?? 'consistent').toBe(verdict);
    },
  );

  it.each(protocols)('[L57] has a run in which each fault and each repair of $id happens', (protocol) => {
    const { faults, repairs } = protocol.kinds;
    const named = [...faults.map((kind) => `fault:${kind}`), ...repairs.map((kind) => `person:${kind}`)];
    const met = classesChosen(protocol);
    expect(named.filter((kind) => !met.has(kind))).toEqual([]);
  });

  it('[L52] finds scenarios by their id, and the clean run of every protocol', () => {
    for (const protocol of protocols) {
      expect(namedScenario(protocol, protocol.library.scenarios[0]?.id ?? '')?.protocol).toBe(protocol.id);
      expect(namedScenario(protocol, 'no-such-scenario')).toBeNull();
    }
  });

  it.each(protocols)(
    '[L56] ends the undisturbed run of $id consistently at every value of every setting',
    (protocol) => {
      const values = protocol.settings.flatMap((spec) =>
        (spec.kind === 'choice' ? spec.values : [spec.min, spec.max]).map((value) => ({ [spec.name]: String(value) })),
      );
      for (const given of [{}, ...values]) {
        const scenario = cleanScenario(protocol, given);
        const { timeline } = replay(engineFor(protocol, scenario.settings), scenario.steps);
        const verdicts = protocol.ledger(lastFrame(timeline).world, scenario.settings).map(({ verdict }) => verdict);
        // Where the producer does not report, only a check finds the message.
        const expected = 'report' in given && given.report === 'off' ? 'late' : 'consistent';
        expect({ given, verdicts }).toEqual({ given, verdicts: [expected] });
      }
    },
  );
});

function wordsIn(link: string): readonly string[] {
  return (new URLSearchParams(link.split('?')[1] ?? '').get('do') ?? '').split('.').filter((word) => word !== '');
}

describe('the words of every protocol', () => {
  it.each(protocols)('[L53] tell messages, delays, choices and verbs of $id apart', (protocol) => {
    const messages = Object.values(protocol.words.messages);
    const delays = Object.values(protocol.words.delays);
    const choices = [...choiceWordsSeen(protocol.id)];
    const all = [...messages, ...delays, ...choices, ...VERBS];
    expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
    expect(all.filter((word) => !isName(word) || !isQualifier(word))).toEqual([]);
  });

  it.each(protocols)('[L54] name every message, delay and choice that a run of $id can meet', (protocol) => {
    const { messages, delays } = protocol.words;
    const unnamed = library
      .filter((entry) => entry.protocol === protocol.id)
      .flatMap(({ scenario }) => scenario.steps)
      .filter((step) => {
        switch (step.kind) {
          case 'deliver':
          case 'drop':
          case 'duplicate':
            return !Object.hasOwn(messages, step.message.type);
          case 'fire':
            return !Object.hasOwn(delays, step.delay);
          case 'choose':
            return protocol.words.choice(step.message) === null;
          case 'crash':
          case 'restart':
            return false;
        }
      });
    expect(unnamed).toEqual([]);
  });

  it.each(protocols)('[L55] has ids of $id that can stand in a link', (protocol) => {
    const { processes } = createEngine(protocol.model(cleanScenario(protocol).settings)).model;
    const ids = [protocol.id, ...processes.map(({ id }) => id), ...protocol.settings.map(({ name }) => name)];
    expect(ids.filter((id) => !isName(id) || !isQualifier(id))).toEqual([]);
    const values = protocol.settings.flatMap((spec) => (spec.kind === 'choice' ? spec.values : []));
    expect(values.filter((value) => !/^[a-z0-9.-]{1,31}$/.test(value))).toEqual([]);
  });
});

/** The classes of all choices that the named runs make. */
function classesChosen(protocol: Protocol): ReadonlySet<string> {
  const runs = library.filter((entry) => entry.protocol === protocol.id);
  return new Set(
    runs.flatMap(({ scenario }) => {
      const { engine, frames } = replay(engineFor(protocol, scenario.settings), scenario.steps).timeline;
      return frames.flatMap(({ step }, index) => {
        if (step?.kind !== 'choose') return [];
        const { world } = frames[index - 1] ?? frames[0];
        const made = [step.role, stable(step.message)].join();
        const offered = engine.model
          .choices(world)
          .map(({ role, message, class: of }) => ({ named: [role, stable(message)].join(), of }));
        return offered.filter(({ named }) => named === made).map(({ of }) => of);
      });
    }),
  );
}

/** Every choice offered in any world of the protocol's library. */
function choiceWordsSeen(protocolId: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { protocol: id, scenario, link } of library) {
    const protocol = protocols.find((other) => other.id === id);
    if (id !== protocolId || protocol === undefined) continue;
    const { engine, moments } = replayWords(protocol, scenario.settings, wordsIn(link));
    for (const { world } of moments) {
      for (const { role, message } of engine.choices(world))
        words.add(headOf(protocol.words, { kind: 'choose', role, message }));
    }
  }
  return words;
}

describe('links that were shipped', () => {
  const older = shippedAddresses('v1');
  const newest = shippedAddresses('v2');

  it('[L60] are kept for every scenario of the library', () => {
    const missing = library
      .filter(({ link }) => !newest.some(({ address }) => address === link))
      .map(({ link }) => link);
    expect(missing).toEqual([]);
  });

  it.each(newest)('[L61] still open with the same checksum: $address', ({ address }) => {
    const { scenario, at, problem } = readLink(protocols, address);
    expect(problem).toBeNull();
    expect(writeScenario(protocolOf(scenario), scenario, at)).toBe(address);
  });

  it.each([...older, ...newest])('[L62] still end in the same ledger: $address', ({ address, ends }) => {
    const { scenario, problem } = readLink(protocols, address);
    expect(problem).toBeNull();
    const protocol = protocolOf(scenario);
    const { timeline } = replay(engineFor(protocol, scenario.settings), scenario.steps);
    expect([ledgerAtEnd(protocol, timeline)]).toEqual(ends);
  });

  it('[L63] of version 1 are written in version 2, and are golden there', () => {
    const written = older.map(({ address }) => {
      const { scenario, at } = readLink(protocols, address);
      return writeScenario(protocolOf(scenario), scenario, at);
    });
    expect(older.length).toBe(148);
    expect(written.filter((link) => !newest.some(({ address }) => address === link))).toEqual([]);
  });
});

describe('links that end otherwise than they did, because the model was wrong', () => {
  it.each(corrected)('[L64] $link ends as $rule says', ({ link, before, after }) => {
    const { scenario, problem } = readLink(protocols, link);
    expect(problem).toBeNull();
    const protocol = protocolOf(scenario);
    const { timeline } = replay(engineFor(protocol, scenario.settings), scenario.steps);
    expect(ledgerAtEnd(protocol, timeline)).toBe(after);
    expect(after).not.toBe(before);
  });

  it('[L64] are few, each with a rule of the specification, and none of them was shipped by us', () => {
    const golden = [...shippedAddresses('v1'), ...shippedAddresses('v2')].map(({ address }) => address);
    for (const { link, rule } of corrected) {
      const { scenario } = readLink(protocols, link);
      const spec = readFileSync(new URL(`../protocols/${scenario.protocol}/SPEC.md`, import.meta.url), 'utf8');
      expect(spec).toContain(`**${rule}**`);
      expect(golden).not.toContain(link);
    }
  });
});

function protocolOf(scenario: Scenario): Protocol {
  return protocols.find(({ id }) => id === scenario.protocol) ?? protocols[0];
}
