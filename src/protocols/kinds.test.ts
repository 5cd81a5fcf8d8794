/** Every choice of every protocol says what it is: the beginning of an order, an outcome, a named fault or a named repair. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../engine/choiceClass.ts';
import { createEngine } from '../engine/engine.ts';
import { coveringSettings, picksArbitrary, walk } from './exploration.testing.ts';
import type { Protocol } from './protocol.ts';
import { protocols } from './registry.ts';

const WALKS = 12;
const STEPS_MAX = 80;

describe.each(protocols)('the choices of $id', (protocol) => {
  const { kinds } = protocol;

  it('[MT35] are each an order, an outcome, or of a kind that the protocol names; every kind comes up', () => {
    const met = classesMet(protocol);
    const named = [...kinds.faults.map((kind) => `fault:${kind}`), ...kinds.repairs.map((kind) => `person:${kind}`)];
    expect([...met].sort()).toEqual(['order', 'outcome', ...named].sort());
  });

  it('[MT35] have one kind each for what goes wrong and what is repaired', () => {
    const all = [...kinds.faults, ...kinds.repairs];
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((kind) => !/^[a-z]+(-[a-z]+)*$/.test(kind))).toEqual([]);
  });
});

describe('the class of a choice', () => {
  it('[MT35] is taken apart into what it is and its kind', () => {
    expect(partsOf('outcome')).toEqual({ of: 'outcome' });
    expect(partsOf('fault:put-fails')).toEqual({ of: 'fault', kind: 'put-fails' });
    expect(partsOf('person:row-replayed')).toEqual({ of: 'person', kind: 'row-replayed' });
  });
});

/** The classes of all choices that random walks at many settings are offered. */
function classesMet(protocol: Protocol): ReadonlySet<string> {
  const met = new Set<string>();
  for (const settings of coveringSettings(protocol)) {
    const engine = createEngine(protocol.model(settings));
    for (const picks of fc.sample(picksArbitrary(STEPS_MAX), { numRuns: WALKS, seed: 20_261_129 })) {
      for (const { world } of walk(engine, picks))
        engine.model.choices(world).forEach((choice) => met.add(choice.class));
    }
  }
  return met;
}
