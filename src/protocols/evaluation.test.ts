import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transition } from 'xstate';
import { createEngine } from '../engine/engine.ts';
import type { Message } from '../engine/model.ts';
import type { LocalState } from '../engine/world.ts';
import { react, type Machine } from '../engine/xstateAdapter.ts';
import { picksArbitrary, walk } from './exploration.testing.ts';
import { protocols } from './registry.ts';

const SEED = 20_261_126;
const ASKED_MIN = 50;

describe.each(protocols)('the machines of $id', ({ model }) => {
  it('[P40] answer the engine what they answer XState’s own transition', () => {
    const engine = createEngine(model({}));
    const roleOf = (id: string) => engine.model.roles.find((role) => role.id === id);
    const samples = fc.sample(picksArbitrary(40), { seed: SEED, numRuns: 20 });
    const asked = samples.flatMap((picks) => {
      const frames = walk(engine, picks);
      return frames.slice(1).flatMap(({ step }, index) => {
        if (step?.kind !== 'deliver' && step?.kind !== 'choose') return [];
        const { message, ...at } = step;
        const role = 'to' in at ? at.to : at.role;
        const [machine, local] = [roleOf(role)?.machine, frames[index]?.world.roles[role]];
        return machine === undefined || local === undefined || local.value === 'crashed'
          ? []
          : [{ machine, local, message }];
      });
    });
    expect(asked.length).toBeGreaterThan(ASKED_MIN);
    for (const one of asked) expect(byEngine(one)).toEqual(byXState(one));
  });
});

interface Asked {
  readonly machine: Machine;
  readonly local: LocalState;
  readonly message: Message;
}

function byEngine({ machine, local, message }: Asked) {
  const { local: after, effects } = react(machine, local, message);
  const sent = effects.flatMap((effect) => (effect.kind === 'send' ? [effect.message] : []));
  return { ...after, sent };
}

function byXState({ machine, local, message }: Asked) {
  const before = machine.resolveState({ value: local.value as never, context: local.context });
  const [after, actions] = transition(machine, before, message);
  const sent = (actions as readonly { readonly type: string; readonly params?: unknown }[]).flatMap(sentBy);
  return { value: after.value, context: after.context, sent };
}

function sentBy({ type, params }: { readonly type: string; readonly params?: unknown }): readonly Message[] {
  if (type === 'send') return [(params as { readonly message: Message }).message];
  if (type !== 'sendAll') return [];
  return (params as { readonly envelopes: readonly { readonly message: Message }[] }).envelopes.map(
    (one) => one.message,
  );
}
