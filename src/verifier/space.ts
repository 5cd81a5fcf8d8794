/**
 * A model's worlds as lists of small integers. Each role (with its timers), each network channel and the list of crashed
 * processes is a slot; equal contents have equal numbers. What a step does is asked of the engine, once per combination
 * of contents that it reads, and remembered as numbers: there is no second semantics.
 */
import type { Changes } from '../engine/apply.ts';
import { keyOf } from '../engine/data.ts';
import { choiceStep, processSteps, timerSteps, transferSteps } from '../engine/enabled.ts';
import type { Engine } from '../engine/engine.ts';
import type { Message, ProcessId, RoleId } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import type { LocalState, World } from '../engine/world.ts';
import type { Forgetting } from '../protocols/protocol.ts';
import {
  contentOf,
  identities,
  numberIn,
  slotsOf,
  trackedWorlds,
  type ChannelSlot,
  type RoleSlot,
  type Slots,
} from './contents.ts';
import { readLog, remembered, type ReadLog, type StateView } from './decisions.ts';
import { slotHashes, type SlotHashes } from './hashes.ts';

/** Who makes a step: the system itself, a person, or a fault of one kind. */
export type Mover = 'system' | 'order' | 'outcome' | 'crash' | 'drop' | 'duplicate';

export interface StepInfo {
  readonly id: number;
  readonly step: Step;
  readonly mover: Mover;
  /** What the step changes in the state in the view. */
  readonly effects: () => Effects;
}

export interface Effects {
  /** Slot, new value, slot, new value … */
  readonly values: Int32Array;
  /** What they change in the hash of the state. */
  readonly hash: number;
  /** A bit for each role that they change. */
  readonly roles: number;
}

/** What may be taken out of the state in the second view. */
export interface Cleaning {
  /** A bit for each role after whose change it is asked for. */
  readonly roles: number;
  readonly effects: () => Effects;
  /** The same where no more crashes may come. */
  readonly lastEffects: () => Effects;
}

export interface Space {
  readonly slotCount: number;
  /** The state that is looked at, and one that a step leads to. The last slot is the walker's. */
  readonly view: StateView;
  readonly ahead: StateView;
  readonly hashes: SlotHashes;
  readonly initial: readonly number[];
  readonly cleanings: readonly Cleaning[];
  /** Calls back with every list of steps that an exploration makes in the state in the view. */
  readonly steps: (visit: (infos: readonly StepInfo[]) => void) => void;
  /** Remembers a pure function of worlds by what it reads of them. */
  readonly ask: <Answer>(compute: (world: World) => Answer) => () => Answer;
}

/** What it takes to turn changes of worlds into effects on a view. */
interface Numbering {
  readonly slots: Slots;
  readonly numbers: Numbers;
  readonly log: ReadLog;
  readonly hashes: SlotHashes;
}

export function spaceOf(engine: Engine, forgettings: readonly Forgetting[]): Space {
  const slots = slotsOf(engine.model);
  const slotCount = slots.crashed.slot + 1;
  const view: StateView = { values: new Int32Array(slotCount + 1) };
  const ahead: StateView = { values: new Int32Array(slotCount + 1) };
  const log = readLog();
  const askOf = (seen: StateView) => {
    const world = trackedWorlds(slots, seen, log);
    return <Answer>(compute: (world: World) => Answer): (() => Answer) => remembered(seen, log, () => compute(world()));
  };
  const [ask, askAhead] = [askOf(view), askOf(ahead)];
  const infos = new Map<string, StepInfo>();
  const infoOf: InfoOf = (step, mover) => {
    const key = keyOf(step);
    const known = infos.get(key);
    if (known !== undefined) return known;
    const effects = ask((seen) => effectsOf(numbering, view, engine.changes(seen, step)));
    const info: StepInfo = { id: infos.size, step, mover, effects };
    infos.set(key, info);
    return info;
  };
  const numbers = numbersOf(engine, slots, infoOf);
  const numbering: Numbering = { slots, numbers, log, hashes: slotHashes(slotCount + 1) };
  const choices = ask((seen) =>
    engine
      .explored(seen)
      .flatMap((choice) => (choice.explored === undefined ? [] : [infoOf(choiceStep(choice), choice.explored)])),
  );
  // What can be read from a set of messages depends on the receiver too.
  const reads = slots.channels
    .filter(({ channel }) => channel.kind === 'set')
    .map(({ channel }) => ask((seen) => engine.transfers(seen, channel).map((step) => infoOf(step, 'system'))));
  const cleanings = forgettings.map(({ roles, forget }): Cleaning => {
    const forgotten = (mayCrash: boolean) =>
      askAhead((seen) => {
        const { roles: locals = {}, timers = {} } = forget(seen, mayCrash);
        return effectsOf(numbering, ahead, { roles: locals, timers, network: {}, crashed: null });
      });
    return { roles: rolesMask(slots, roles), effects: forgotten(true), lastEffects: forgotten(false) };
  });
  const fixed = [...slots.channels, ...slots.roles, slots.crashed].map(({ slot, steps }) => ({ slot, steps }));
  return {
    slotCount,
    view,
    ahead,
    hashes: numbering.hashes,
    initial: initialOf(engine, slots, numbers),
    cleanings,
    ask,
    steps: (visit) => {
      for (const { slot, steps } of fixed) {
        const permitted = steps[view.values[slot] ?? 0];
        if (permitted !== undefined && permitted.length > 0) visit(permitted);
      }
      for (const read of reads) visit(read());
      visit(choices());
    },
  };
}

/** Roles are the first slots; a bit for each of those named. */
function rolesMask({ roles }: Slots, named: readonly RoleId[]): number {
  return roles.reduce((mask, { id, slot }) => (named.includes(id) ? mask | (1 << slot) : mask), 0);
}

type InfoOf = (step: Step, mover: Mover) => StepInfo;

/** The numbers of contents, made on first sight together with the steps that they permit. */
interface Numbers {
  readonly role: (slot: RoleSlot, local: LocalState, timers: readonly string[]) => number;
  readonly channel: (slot: ChannelSlot, messages: readonly Message[]) => number;
  readonly crashed: (crashed: readonly ProcessId[]) => number;
}

function numbersOf({ model }: Engine, slots: Slots, infoOf: InfoOf): Numbers {
  const identity = identities();
  const ofItself = (step: Step): StepInfo => infoOf(step, moverOf(step));
  return {
    role: (slot, local, timers) =>
      numberIn(slot, `${identity(local)} ${timers.join(' ')}`, () => {
        return { local, timers, steps: timerSteps(slot.id, timers).map(ofItself) };
      }),
    channel: (slot, messages) =>
      numberIn(slot, messages.map(identity).join(' '), () => {
        const steps = slot.channel.kind === 'set' ? [] : transferSteps(slot.channel, messages);
        return { messages, steps: steps.map(ofItself) };
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

type WorldChanges = Pick<Changes, 'roles' | 'timers' | 'network' | 'crashed'>;

/** Changes of the world in a view as effects. Whatever changes has been read before, so the effects are always the same. */
function effectsOf(numbering: Numbering, view: StateView, changes: WorldChanges): Effects {
  const { log, hashes, slots } = numbering;
  const pairs = numbered(numbering, view, changes).filter(([slot, value]) => view.values[slot] !== value);
  const known = log.read();
  const hash = pairs.reduce((sum, [slot, value]) => {
    if (!known.includes(slot)) throw new Error(`Expected slot ${slot} to be read before it is changed.`);
    return sum ^ hashes.at(slot, view.values[slot] ?? 0) ^ hashes.at(slot, value);
  }, 0);
  const roles = pairs.reduce((mask, [slot]) => (slot < slots.roles.length ? mask | (1 << slot) : mask), 0);
  return { values: Int32Array.from(pairs.flat()), hash, roles };
}

type SlotValue = readonly [slot: number, value: number];

function numbered({ slots, numbers, log }: Numbering, view: StateView, changes: WorldChanges): readonly SlotValue[] {
  const { roles, timers, network, crashed } = changes;
  const roleValues = slots.roles.flatMap((slot): readonly SlotValue[] => {
    const local = roles[slot.id];
    const armed = timers[slot.id];
    if (local === undefined && armed === undefined) return [];
    log.note(slot.slot);
    const before = contentOf(slot, view);
    return [[slot.slot, numbers.role(slot, local ?? before.local, armed ?? before.timers)]];
  });
  const channelValues = slots.channels.flatMap((slot): readonly SlotValue[] => {
    const messages = network[slot.id];
    return messages === undefined ? [] : [[slot.slot, numbers.channel(slot, messages)]];
  });
  const crashedValues: readonly SlotValue[] = crashed === null ? [] : [[slots.crashed.slot, numbers.crashed(crashed)]];
  return [...roleValues, ...channelValues, ...crashedValues];
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
