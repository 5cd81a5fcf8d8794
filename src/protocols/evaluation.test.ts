import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transition } from 'xstate';
import { createEngine } from '../engine/engine.ts';
import type { Message } from '../engine/model.ts';
import type { LocalState } from '../engine/world.ts';
import { bind, react, type Bound } from '../engine/xstateAdapter.ts';
import { picksArbitrary, walk } from './exploration.testing.ts';
import { protocols } from './registry.ts';

const SEED = 20_261_126;
const ASKED_MIN = 50;

describe.each(protocols)('the machines of $id', ({ model }) => {
  it('[MT40] answer the engine what they answer XState’s own transition', () => {
    const engine = createEngine(model({}));
    const boundTo = new Map(engine.model.roles.map((role) => [role.id, bind(role, engine.model.settings)]));
    const samples = fc.sample(picksArbitrary(40), { seed: SEED, numRuns: 20 });
    const asked = samples.flatMap((picks) => {
      const frames = walk(engine, picks);
      return frames.slice(1).flatMap(({ step }, index) => {
        if (step?.kind !== 'deliver' && step?.kind !== 'choose') return [];
        const { message, ...at } = step;
        const role = 'to' in at ? at.to : at.role;
        const [bound, local] = [boundTo.get(role), frames[index]?.world.roles[role]];
        return bound === undefined || local === undefined || local.value === 'crashed'
          ? []
          : [{ bound, local, message }];
      });
    });
    expect(asked.length).toBeGreaterThan(ASKED_MIN);
    for (const one of asked) expect(byEngine(one)).toEqual(byXState(one));
  });
});

interface Asked {
  readonly bound: Bound;
  readonly local: LocalState;
  readonly message: Message;
}

function byEngine({ bound, local, message }: Asked) {
  const { local: after, effects } = react(bound, local, message);
  const sent = effects.flatMap((effect) => (effect.kind === 'send' ? [effect.message] : []));
  return { ...after, sent };
}

function byXState({ bound: { machine, settings }, local, message }: Asked) {
  const context = { ...local.context, settings };
  const before = machine.resolveState({ value: local.value as never, context });
  const [after, actions] = transition(machine, before, message);
  const sent = (actions as readonly { readonly type: string; readonly params?: unknown }[]).flatMap(sentBy);
  const { settings: _, ...stored } = after.context;
  return { value: after.value, context: stored, sent };
}

function sentBy({ type, params }: { readonly type: string; readonly params?: unknown }): readonly Message[] {
  if (type === 'send') return [(params as { readonly message: Message }).message];
  if (type !== 'sendAll') return [];
  return (params as { readonly envelopes: readonly { readonly message: Message }[] }).envelopes.map(
    (one) => one.message,
  );
}
