import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../engine/engine.ts';
import { picksArbitrary, randomRun } from '../engine/runs.testing.ts';
import type { Protocol, SettingSpec } from '../protocols/protocol.ts';
import { protocols } from '../protocols/registry.ts';
import { fuzzLinks } from './fuzz.testing.ts';
import { readLink, writeScenario } from './link.ts';
import { pingPongProtocol } from './pingPongProtocol.testing.ts';
import type { Scenario } from './scenario.ts';

const known = [pingPongProtocol, ...protocols] as const;

function valueArbitrary(spec: SettingSpec): fc.Arbitrary<string> {
  switch (spec.kind) {
    case 'choice':
      return fc.constantFrom(...spec.values);
    case 'number':
      return fc.integer({ min: spec.min, max: spec.max }).map(String);
  }
}

function settingsArbitrary(protocol: Protocol): fc.Arbitrary<{ readonly [name: string]: string }> {
  return fc.record(Object.fromEntries(protocol.settings.map((spec) => [spec.name, valueArbitrary(spec)])));
}

/** What apps do to links on their way. */
const MANGLINGS: readonly ((link: string) => string)[] = [
  (link) => link,
  (link) => `https://example.org/halfway/?lang=zh#${link}`,
  (link) => `${link}&appinstall=0`,
  (link) => encodeURIComponent(link),
  (link) => encodeURIComponent(encodeURIComponent(`#${link}`)),
  (link) => `${link}\u200b`,
  (link) => link.toUpperCase(),
  (link) => `${link}&__proto__=x&constructor=y`,
];

describe.each(known)('links of random runs of $id', (protocol) => {
  it('[L40] open the scenario that was written, also after what apps do to them', () => {
    fc.assert(
      fc.property(
        settingsArbitrary(protocol),
        picksArbitrary(40),
        fc.nat(40),
        fc.constantFrom(...MANGLINGS),
        (settings, picks, position, mangle) => {
          const { steps } = randomRun(createEngine(protocol.model(settings)), picks);
          const scenario: Scenario = { protocol: protocol.id, settings, steps };
          const at = Math.min(position, steps.length);
          const link = writeScenario(protocol, scenario, at);
          expect(link).toMatch(/^[a-z0-9\-._~=&?/]+$/);
          expect(link).toMatch(/[a-z0-9]$/);
          expect(readLink(known, mangle(link))).toEqual({ scenario, at, asked: steps.length, problem: null });
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);
});

/** `npm run fuzz` tries 100,000. */
const LINKS = 20_000;

describe('mutated links', () => {
  it('[L41] never throw; whatever is kept of them is a link that opens without a problem', () => {
    const { links, accepted, broken } = fuzzLinks(protocols, { count: LINKS, seed: 20_261_122 });
    expect(broken.slice(0, 5)).toEqual([]);
    expect(links).toBe(LINKS);
    expect(accepted).toBeGreaterThan(1_000);
  }, 240_000);

  it('[L42] never throw, whatever the text is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom('', 'v2/', '#v2/ping-pong?do='),
        (text, head) => {
          expect(readLink(known, head + text).scenario.settings).toBeDefined();
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
