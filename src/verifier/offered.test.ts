/** Whatever the stage offers in a run, whichever it is, is a step of what the verifier explores. */
import { describe, expect, it } from 'vitest';
import { keyOf } from '../engine/data.ts';
import { createEngine } from '../engine/engine.ts';
import type { Settings } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import { protocols } from '../protocols/registry.ts';
import { completeSettings } from '../scenario/settings.ts';
import { chanceOf } from '../scenario/mutations.testing.ts';
import { budgetSlot } from './budget.ts';
import { EVERYTHING, spaceOf } from './space.ts';
import { Walker } from './walker.ts';

/** Settings at which a stage offers more than at its default ones. */
const MORE: { readonly [protocol: string]: readonly Settings[] } = {
  'half-message': [
    { producers: '2' },
    { checker: 'coordinator', version: '4.9' },
    { checker: 'purged-log', version: '5.4', flush: 'async' },
  ],
  'local-message-table': [
    { database: 'async-replica', broker: 'lossy' },
    { poll: 'log-tail', 'attempts-max': '1' },
  ],
  'plain-mq': [{ broker: 'lossy', retry: 'on' }],
  'two-phase-commit': [],
};

const asked = protocols.flatMap((protocol) =>
  [{}, ...(MORE[protocol.id] ?? [])].map((set) => ({
    name: [protocol.id, ...Object.entries(set).map((pair) => pair.join('~'))].join(' '),
    protocol,
    settings: completeSettings(protocol, set),
  })),
);

const WALKS = 12;
const STEPS = 30;
const PLENTY = 99;

describe('whatever the stage offers', () => {
  it.each(asked)('[V46] is explored, within its budget: every step that random walks meet: $name', (place) => {
    const engine = createEngine(place.protocol.model(place.settings));
    const budgets = budgetSlot({ crash: PLENTY, drop: PLENTY, duplicate: PLENTY }, PLENTY, {
      kinds: {},
      others: PLENTY,
      persons: PLENTY,
    });
    const walker = new Walker(spaceOf(engine, EVERYTHING, budgets.isAsked), budgets);
    const chance = chanceOf(7);
    const missing = new Set<string>();
    let met = 0;
    for (let walk = 0; walk < WALKS; walk += 1) {
      let { world } = engine.initial;
      for (let count = 0; count < STEPS; count += 1) {
        const made = new Map(
          walker.edges(walker.enter(world, 0)).map(({ info, next }) => [keyOf(info.step), { info, next }]),
        );
        const steps = engine.enabled(world).filter((step) => !isPace(step));
        met += steps.length;
        for (const step of steps) if (!made.has(keyOf(step))) missing.add(keyOf(step));
        const step = chance.pick(steps);
        const outcome = step === undefined ? null : engine.apply(world, step);
        if (step === undefined || outcome?.ok !== true) break;
        const edge = made.get(keyOf(step));
        const after = edge === undefined ? null : walker.enter(outcome.world, budgets.spend(0, edge.info.mover));
        if (edge !== undefined && after !== edge.next) missing.add(`${keyOf(step)} leads elsewhere`);
        world = outcome.world;
      }
    }
    expect([...missing]).toEqual([]);
    expect(met).toBeGreaterThan(WALKS * STEPS);
  });
});

/** How long something takes is no step of its own where any timer may end at any moment. */
function isPace(step: Step): boolean {
  return step.kind === 'choose' && step.message.type === 'keepRunning';
}
