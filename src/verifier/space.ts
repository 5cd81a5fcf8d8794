/**
 * A model's worlds as lists of small integers. Each role (with its timers), each network channel and the list of crashed
 * processes is a slot; equal contents have equal numbers. What a step does is asked of the engine, once per combination
 * of contents that it reads, and remembered as numbers: there is no second semantics.
 */
import { keyOf } from '../engine/data.ts';
import { choiceStep, processSteps, timerSteps, transferSteps } from '../engine/enabled.ts';
import type { Engine } from '../engine/engine.ts';
import type { Message, ProcessId } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import type { LocalState, World } from '../engine/world.ts';
import {
  contentOf,
  numberIn,
  slotsOf,
  trackedWorlds,
  type ChannelSlot,
  type RoleSlot,
  type Slots,
} from './contents.ts';
import { readLog, remembered, type StateView } from './decisions.ts';

/** Who makes a step: the system itself, a person, or a fault of one kind. */
export type Mover = 'system' | 'order' | 'outcome' | 'crash' | 'drop' | 'duplicate';

export interface StepInfo {
  readonly id: number;
  readonly step: Step;
  readonly mover: Mover;
  /** Slot, new value, slot, new value … of what the step changes in the state that `view` points to. */
  readonly effects: () => readonly number[];
}

export interface Space {
  readonly slotCount: number;
  readonly view: StateView;
  readonly initial: readonly number[];
  /** The steps that an exploration makes in the state that `view` points to. */
  readonly steps: (visit: (info: StepInfo) => void) => void;
  /** Remembers a pure function of worlds by what it reads of them. */
  readonly ask: <Answer>(compute: (world: World) => Answer) => () => Answer;
}

export function spaceOf(engine: Engine): Space {
  const slots = slotsOf(engine.model);
  const view: StateView = { slots: new Uint16Array(), base: 0 };
  const log = readLog();
  const world = trackedWorlds(slots, view, log);
  const ask = <Answer>(compute: (seen: World) => Answer): (() => Answer) =>
    remembered(view, log, () => compute(world()));
  const infos = new Map<string, StepInfo>();
  const infoOf: InfoOf = (step, mover) => {
    const key = keyOf(step);
    const known = infos.get(key);
    if (known !== undefined) return known;
    const effects = ask((seen) => effectsOf(engine, slots, numbers, view, seen, step));
    const info: StepInfo = { id: infos.size, step, mover, effects };
    infos.set(key, info);
    return info;
  };
  const numbers = numbersOf(engine, slots, infoOf);
  const choices = ask((seen) =>
    engine
      .explored(seen)
      .flatMap((choice) => (choice.explored === undefined ? [] : [infoOf(choiceStep(choice), choice.explored)])),
  );
  // What can be read from a set of messages depends on the receiver too.
  const reads = slots.channels
    .filter(({ channel }) => channel.kind === 'set')
    .map(({ channel }) => ask((seen) => engine.transfers(seen, channel).map((step) => infoOf(step, 'system'))));
  return {
    slotCount: slots.crashed.slot + 1,
    view,
    initial: initialOf(engine, slots, numbers),
    ask,
    steps: (visit) => {
      for (const slot of slots.channels) for (const info of contentOf(slot, view).transfers) visit(info);
      for (const read of reads) for (const info of read()) visit(info);
      for (const slot of slots.roles) for (const info of contentOf(slot, view).fires) visit(info);
      for (const info of choices()) visit(info);
      for (const info of contentOf(slots.crashed, view).steps) visit(info);
    },
  };
}

type InfoOf = (step: Step, mover: Mover) => StepInfo;

/** The numbers of contents, made on first sight together with the steps that they permit. */
interface Numbers {
  readonly role: (slot: RoleSlot, local: LocalState, timers: readonly string[]) => number;
  readonly channel: (slot: ChannelSlot, messages: readonly Message[]) => number;
  readonly crashed: (crashed: readonly ProcessId[]) => number;
}

function numbersOf({ model }: Engine, slots: Slots, infoOf: InfoOf): Numbers {
  const ofItself = (step: Step): StepInfo => infoOf(step, moverOf(step));
  return {
    role: (slot, local, timers) =>
      numberIn(slot, `${keyOf(local)} ${timers.join(' ')}`, () => {
        return { local, timers, fires: timerSteps(slot.id, timers).map(ofItself) };
      }),
    channel: (slot, messages) =>
      numberIn(slot, messages.map(keyOf).join(' '), () => {
        const steps = slot.channel.kind === 'set' ? [] : transferSteps(slot.channel, messages);
        return { messages, transfers: steps.map(ofItself) };
      }),
    crashed: (crashed) =>
      numberIn(slots.crashed, crashed.join(' '), () => {
        return { crashed, steps: processSteps(model.processes, crashed).map(ofItself) };
      }),
  };
}

function initialOf({ initial: { world }, model }: Engine, slots: Slots, numbers: Numbers): readonly number[] {
  const roles = slots.roles.map((slot) => {
    const local = world.roles[slot.id];
    if (local === undefined) throw new Error(`Role ${slot.id} of ${model.protocol} has no first state.`);
    return numbers.role(slot, local, world.timers[slot.id] ?? []);
  });
  const channels = slots.channels.map((slot) => numbers.channel(slot, world.network[slot.id] ?? []));
  return [...roles, ...channels, numbers.crashed(world.crashed)];
}

/** What a step changes, as slots and numbers. It reads the world only through `seen`, so that the reads are noted. */
function effectsOf(
  engine: Engine,
  slots: Slots,
  numbers: Numbers,
  view: StateView,
  seen: World,
  step: Step,
): readonly number[] {
  const { roles, timers, network, crashed } = engine.changes(seen, step);
  const roleEffects = slots.roles.flatMap((slot) => {
    const local = roles[slot.id];
    const armed = timers[slot.id];
    if (local === undefined && armed === undefined) return [];
    // The engine has read this role: it changed it.
    const before = contentOf(slot, view);
    return [slot.slot, numbers.role(slot, local ?? before.local, armed ?? before.timers)];
  });
  const channelEffects = slots.channels.flatMap((slot) => {
    const messages = network[slot.id];
    return messages === undefined ? [] : [slot.slot, numbers.channel(slot, messages)];
  });
  const crashedEffects = crashed === null ? [] : [slots.crashed.slot, numbers.crashed(crashed)];
  return [...roleEffects, ...channelEffects, ...crashedEffects];
}

function moverOf(step: Step): Mover {
  switch (step.kind) {
    case 'drop':
    case 'duplicate':
    case 'crash':
      return step.kind;
    case 'deliver':
    case 'fire':
    case 'choose':
    case 'restart':
      return 'system';
  }
}
