import { describe, expect, it } from 'vitest';
import { assign, setup } from 'xstate';
import { createEngine } from '../engine/engine.ts';
import type { Choice, Message, Model } from '../engine/model.ts';
import type { Machine } from '../engine/xstateAdapter.ts';
import type { Forgetting } from '../protocols/protocol.ts';
import { explore } from './explore.ts';
import { NO_FAULTS } from './explore.testing.ts';
import { EVERYTHING, spaceOf } from './space.ts';
import { Walker } from './walker.ts';
import { budgetSlot } from './budget.ts';
import { searchLoop } from './loops.ts';
import { explorePlainly } from './plain.testing.ts';
import type { Property } from './properties.ts';

const delays = { tick: 1, tock: 1, leave: 1 };

/** One role alone, whose timers are the whole story. */
function modelOf(machine: Machine, choices: readonly Choice[] = []): Model {
  return {
    protocol: 'clock',
    settings: {},
    processes: [{ id: 'room', crashKinds: [] }],
    roles: [{ id: 'clock', process: 'room', machine, durable: () => null }],
    channels: [],
    choices: () => choices,
  };
}

/** An outcome that comes at some time where it stays possible, and one that need not. */
const LEAVE = { role: 'clock', message: { type: 'leave' }, afterMs: null, class: 'outcome' } as const;
const DUE: readonly Choice[] = [LEAVE];
const OPTIONAL: readonly Choice[] = [{ ...LEAVE, isOptional: true }];

const settles: Property = {
  id: 'settles',
  kind: 'settles',
  looksAt: 'world',
  survives: [],
  test: ({ roles }) => roles['clock']?.value === 'settled',
};

/** `laps` is forgotten where one asks for it: then states are equal that differ in nothing else. */
function answeredForgetting(model: Model, forgettings: readonly Forgetting[] = [forgetLaps]) {
  const search = explore({
    engine: createEngine(model),
    ledger: () => [],
    properties: [settles],
    faults: NO_FAULTS,
    orders: 1,
    reduction: 'exact',
    kept: { forgettings },
    statesMax: 100,
    stopsEarly: false,
  });
  while (search.advance(10));
  return search.report();
}

const forgetLaps: Forgetting = ({ roles }) => {
  const clock = roles['clock'];
  return clock === undefined || clock.context['laps'] === 0
    ? {}
    : { roles: { clock: { ...clock, context: { laps: 0 } } } };
};

function answered(machine: Machine, choices: readonly Choice[] = []) {
  const question = {
    engine: createEngine(modelOf(machine, choices)),
    ledger: () => [],
    properties: [settles],
    faults: NO_FAULTS,
    orders: 1,
  };
  const search = explore({ ...question, reduction: 'none', kept: EVERYTHING, statesMax: 100, stopsEarly: false });
  while (search.advance(10));
  const [finding] = search.report().findings;
  const [plain] = explorePlainly(question).findings;
  expect(plain?.verdict).toBe(finding?.verdict);
  const run = finding?.run?.map((step) => (step.kind === 'fire' ? step.delay : step.kind)) ?? null;
  return { verdict: finding?.verdict, run, loopsFrom: finding?.loopsFrom };
}

describe('a run that goes round for ever', () => {
  it('[V20] is reported with the place from which it repeats', () => {
    const machine = setup({ delays }).createMachine({
      id: 'clock',
      initial: 'before',
      states: {
        before: { after: { leave: { target: 'one' } } },
        one: { after: { tick: { target: 'two' } } },
        two: { after: { tock: { target: 'one' } } },
      },
    });
    expect(answered(machine)).toEqual({ verdict: 'violated', run: ['leave', 'tick', 'tock'], loopsFrom: 1 });
  });

  it('[V21] is not reported where a step that stays possible leads out of it', () => {
    const machine = setup({ delays }).createMachine({
      id: 'clock',
      initial: 'one',
      states: {
        one: { after: { tick: { target: 'two' }, leave: { target: 'settled' } } },
        two: { after: { tock: { target: 'one' }, leave: { target: 'settled' } } },
        settled: {},
      },
    });
    expect(answered(machine)).toEqual({ verdict: 'holds', run: null, loopsFrom: null });
  });

  it('[V22] is reported where the way out is not always open, and leads through where it is closed', () => {
    const machine = setup({ delays }).createMachine({
      id: 'clock',
      initial: 'one',
      states: {
        one: { after: { tick: { target: 'two' }, leave: { target: 'settled' } } },
        two: { after: { tick: { target: 'one' }, tock: { target: 'three' }, leave: { target: 'settled' } } },
        three: { after: { tock: { target: 'one' } } },
        settled: {},
      },
    });
    expect(answered(machine)).toEqual({ verdict: 'violated', run: ['tick', 'tock', 'tock'], loopsFrom: 0 });
  });

  it('[V45] is reported where only what nobody has to choose leads out of it, and is the end where nothing else is left', () => {
    const states = { one: { after: { tick: { target: 'two' } }, on: { leave: { target: 'settled' } } }, settled: {} };
    const round = setup({ delays }).createMachine({
      id: 'clock',
      initial: 'one',
      states: {
        ...states,
        two: { after: { tock: { target: 'one' } }, on: { leave: { target: 'settled' } } },
      },
    });
    expect(answered(round, OPTIONAL)).toEqual({ verdict: 'violated', run: ['tick', 'tock'], loopsFrom: 0 });
    expect(answered(round, DUE)).toEqual({ verdict: 'holds', run: null, loopsFrom: null });
    const stuck = setup({ delays }).createMachine({
      id: 'clock',
      initial: 'one',
      states: { ...states, two: { on: { leave: { target: 'settled' } } } },
    });
    expect(answered(stuck, OPTIONAL)).toEqual({ verdict: 'violated', run: ['tick'], loopsFrom: null });
    expect(answered(stuck, DUE)).toEqual({ verdict: 'holds', run: null, loopsFrom: null });
  });

  it('[V23] is the end of a run where every step of a state leads back to it', () => {
    const machine = setup({ delays }).createMachine({
      id: 'clock',
      initial: 'one',
      states: {
        one: { after: { tick: { target: 'stuck' } } },
        stuck: { after: { tock: { target: 'stuck', reenter: true } } },
      },
    });
    expect(answered(machine)).toEqual({ verdict: 'violated', run: ['tick'], loopsFrom: null });
  });

  it('[V24] is not one where a state only waits for a step that leads away', () => {
    const machine = setup({ delays }).createMachine({
      id: 'clock',
      initial: 'waiting',
      states: {
        waiting: { after: { tick: { target: 'waiting', reenter: true }, leave: { target: 'settled' } } },
        settled: {},
      },
    });
    expect(answered(machine)).toEqual({ verdict: 'holds', run: null, loopsFrom: null });
  });

  it('[V33] is found where every lap looks alike but for what is forgotten, and is a run of the whole machine', () => {
    const machine = setup({ delays }).createMachine({
      id: 'clock',
      context: { laps: 0 },
      initial: 'one',
      states: {
        one: { after: { tick: { target: 'two' } } },
        two: {
          after: { tock: { target: 'one', actions: assign({ laps: ({ context }) => Number(context['laps']) + 1 }) } },
        },
      },
    });
    const { states, findings } = answeredForgetting(modelOf(machine));
    const [finding] = findings;
    expect(states).toBe(2);
    expect(finding).toMatchObject({ verdict: 'violated', loopsFrom: 0 });
    expect(finding?.run?.map((step) => (step.kind === 'fire' ? step.delay : step.kind))).toEqual(['tick', 'tock']);
  });

  it('[V47] is found where a step that leads out of it has another name in every state, though what is forgotten gives it one', () => {
    // In each of two states one of two messages leads out, so neither stays possible. Without `laps` both states take the same one.
    const leave = { guard: 'isOfThisLap', target: 'settled' } as const;
    const guards = {
      isOfThisLap: ({ context, event }: { readonly context: object; readonly event: object }) =>
        'lap' in event && 'laps' in context && event.lap === context.laps,
    };
    const clock = setup({ delays, guards }).createMachine({
      id: 'clock',
      context: { laps: 0 },
      initial: 'one',
      states: {
        one: { after: { tick: { target: 'two', actions: assign({ laps: 1 }) } }, on: { leave } },
        two: { after: { tock: { target: 'one', actions: assign({ laps: 0 }) } }, on: { leave } },
        settled: {},
      },
    });
    const send = (_: unknown, _params: { readonly to: string; readonly message: Message }): void => {};
    const letter = (lap: number) => ({ to: 'clock', message: { type: 'leave', lap } });
    const post = setup({ actions: { send } }).createMachine({
      id: 'post',
      entry: [
        { type: 'send', params: letter(0) },
        { type: 'send', params: letter(1) },
      ],
    });
    const alone = modelOf(clock);
    const model: Model = {
      ...alone,
      roles: [...alone.roles, { id: 'post', process: 'room', machine: post, durable: () => null }],
      channels: [{ from: 'post', to: 'clock', kind: 'set' }],
    };
    for (const forgettings of [[], [forgetLaps]]) {
      const [finding] = answeredForgetting(model, forgettings).findings;
      expect(finding).toMatchObject({ verdict: 'violated', loopsFrom: 0 });
      expect(finding?.run?.map((step) => (step.kind === 'fire' ? step.delay : step.kind))).toEqual(['tick', 'tock']);
    }
  });
});

/** A ring of states that never settles, and a state before it that does. */
function ring(isSettled: boolean) {
  const before = setup({ delays }).createMachine({
    id: 'clock',
    initial: 'before',
    states: {
      before: { after: { leave: { target: isSettled ? 'settled' : 'one' } } },
      one: { after: { tick: { target: 'two' } } },
      two: { after: { tock: { target: 'one' } } },
      settled: {},
    },
  });
  const kept: Property = { ...settles, id: 'no-lost', kind: 'always', test: () => true };
  return explore({
    engine: createEngine(modelOf(before)),
    ledger: () => [],
    properties: [settles, kept],
    faults: NO_FAULTS,
    orders: 1,
    reduction: 'none',
    kept: EVERYTHING,
    statesMax: 100,
    stopsEarly: false,
  });
}

describe('the search for such runs', () => {
  it('[V48] comes in portions when all states are known, and says how far it is', () => {
    const search = ring(false);
    const seen: string[] = [];
    while (search.advance(1)) {
      const { complete, looked, findings } = search.report();
      seen.push(`${complete} ${looked ?? '-'} ${findings.map(({ verdict }) => verdict).join(' ')}`);
    }
    expect(seen.filter((said) => !said.includes('-'))).toEqual([
      'false 0 unknown holds',
      'false 1 unknown holds',
      'false 2 unknown holds',
      'false 2 unknown holds',
      'false 2 unknown holds',
    ]);
    const { complete, looked, stoppedBy, findings } = search.report();
    expect([complete, looked, stoppedBy, findings[0]?.verdict]).toEqual([true, undefined, null, 'violated']);
  });

  it('[V48] leaves open what it was about when it is stopped, and nothing else', () => {
    const search = ring(false);
    while (search.advance(1) && search.report().looked === undefined);
    search.stop();
    expect(search.advance(1)).toBe(false);
    const { complete, stoppedBy, findings } = search.report();
    expect([complete, stoppedBy, findings.map(({ verdict }) => verdict)]).toEqual([
      false,
      'memory',
      ['unknown', 'holds'],
    ]);
  });

  it('[V48] does not look at what has settled, and not at all where everything has', () => {
    const search = ring(true);
    const looked: unknown[] = [];
    while (search.advance(1)) looked.push(search.report().looked);
    expect([Math.max(...looked.map((count) => Number(count ?? 0))), search.report().findings[0]?.verdict]).toEqual([
      1,
      'holds',
    ]);
    const walker = new Walker(spaceOf(createEngine(modelOf(TICKING)), EVERYTHING), budgetSlot(NO_FAULTS, 1));
    walker.expand(0);
    expect(searchLoop(walker, () => true).next()).toEqual({ done: true, value: null });
  });
});

const TICKING = setup({ delays }).createMachine({
  id: 'clock',
  initial: 'one',
  states: { one: { after: { tick: { target: 'two' } } }, two: { after: { tock: { target: 'one' } } } },
});
