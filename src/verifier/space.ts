/**
 * A model's worlds as lists of small integers. Each role (with its timers), each network channel and the list of crashed
 * processes is a slot; equal contents have equal numbers. What a step does is asked of the engine, once per combination
 * of contents that it reads, and remembered as numbers: there is no second semantics.
 */
import { transferred, type Changes, type Transfer } from '../engine/apply.ts';
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
import { Decisions, readLog, type ReadLog } from './decisions.ts';

/** Who makes a step: the system itself, a person, or a fault of one kind. */
export type Mover = 'system' | 'order' | 'outcome' | 'crash' | 'drop' | 'duplicate';

export interface StepInfo {
  /** The number of the question what it changes. */
  readonly id: number;
  readonly step: Step;
  readonly mover: Mover;
}

/** What may be taken out of the state ahead. */
export interface Cleaning {
  /** A bit for each role after whose change it is asked for. */
  readonly roles: number;
  /** The number of the question what it changes. */
  readonly id: number;
  /** The same where no more crashes may come. */
  readonly lastId: number;
}

export interface Space {
  readonly slotCount: number;
  /** The state that is looked at, and one that a step leads to: the integer of each slot. The last slot is the walker's. */
  readonly view: Int32Array;
  readonly ahead: Int32Array;
  readonly initial: readonly number[];
  /** By the id of a step or a cleaning, where in `effects` it stands what it changes in a view. */
  readonly changes: Decisions;
  readonly effects: Effects;
  readonly cleanings: readonly Cleaning[];
  readonly info: (id: number) => StepInfo;
  /** By id, whether a step comes by itself, as those of the system and outcomes do. Faults and people may stay away. */
  readonly isOwn: readonly boolean[];
  /** Writes the ids of the steps that an exploration makes in the state in the view; returns how many they are. */
  readonly steps: (into: number[]) => number;
  /** Remembers a pure function of worlds, with answers from 0 up, by what it reads of the state in the view. */
  readonly ask: (compute: (world: World) => number) => () => number;
}

/**
 * What steps change, one after the other: a bit for each role that changes, the number of changes, and two numbers for each:
 * a slot and its new value, or the complement of a question, whose answer is the new value, and its slot.
 */
type Effects = readonly number[];

/** Where it stands that nothing changes. */
export const NOTHING = 0;
/** Stands for what a step changes where its role has no use for it. */
export const IMPOSSIBLE = 1;

/** What it takes to turn changes of worlds into effects on a view. */
interface Numbering {
  readonly slots: Slots;
  readonly numbers: Numbers;
  readonly log: ReadLog;
  readonly effects: number[];
  /** The question what a transfer makes of its channel: of that alone, whatever else the step depends on. */
  readonly carry: (slot: ChannelSlot, transfer: Transfer) => number;
}

export function spaceOf(engine: Engine, forgettings: readonly Forgetting[]): Space {
  const slots = slotsOf(engine.model);
  const slotCount = slots.crashed.slot + 1;
  const view = new Int32Array(slotCount + 1);
  const ahead = new Int32Array(slotCount + 1);
  const log = readLog();
  const changes = new Decisions(log);
  const add = (compute: () => number): number => changes.add(compute);
  const seen = trackedWorlds(slots, view, log);
  const seenAhead = trackedWorlds(slots, ahead, log);
  const effectsIn = (world: World, step: Step): number =>
    engine.isTaken(world, step) ? effectsOf(numbering, view, engine.changes(world, step)) : IMPOSSIBLE;
  const { idOf, infoOf, isOwn } = stepIds((step) => add(() => effectsIn(seen(), step)));
  const numbers = numbersOf(engine, slots, idOf);
  const carry = carriers(numbers, (compute) => add(() => compute(seenAhead())));
  const numbering: Numbering = { slots, numbers, log, effects: [0, 0], carry };

  const lists: (readonly number[])[] = [];
  const addList = (compute: () => readonly number[]): number => add(() => lists.push(compute()) - 1);
  const choices = addList(() =>
    engine
      .explored(seen())
      .flatMap((choice) => (choice.explored === undefined ? [] : [idOf(choiceStep(choice), choice.explored)])),
  );
  const fixed = [...slots.channels, ...slots.roles, slots.crashed];

  const cleanings = forgettings.map(({ roles, forget }): Cleaning => {
    const forgotten = (mayCrash: boolean): number =>
      add(() => {
        const { roles: locals = {}, timers = {} } = forget(seenAhead(), mayCrash);
        return effectsOf(numbering, ahead, { roles: locals, timers, transfers: [], crashed: null });
      });
    return { roles: rolesMask(slots, roles), id: forgotten(true), lastId: forgotten(false) };
  });

  return {
    slotCount,
    view,
    ahead,
    initial: initialOf(engine, slots, numbers),
    changes,
    effects: numbering.effects,
    cleanings,
    info: infoOf,
    isOwn,
    steps: (into) => {
      let count = 0;
      const take = (ids: readonly number[] | undefined): void => {
        if (ids === undefined) return;
        for (const id of ids) {
          into[count] = id;
          count += 1;
        }
      };
      for (const { slot, steps } of fixed) take(steps[view[slot] ?? 0]);
      take(lists[changes.answer(choices, view)]);
      return count;
    },
    ask: (compute) => {
      const question = add(() => compute(seen()));
      return () => changes.answer(question, view);
    },
  };
}

/** Steps by their ids, each made on first sight. */
function stepIds(ask: (step: Step) => number) {
  const infos: StepInfo[] = [];
  const isOwn: boolean[] = [];
  const ids = new Map<string, number>();
  const idOf: IdOf = (step, mover) => {
    const key = keyOf(step);
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = ask(step);
    infos[id] = { id, step, mover };
    isOwn[id] = mover === 'system' || mover === 'outcome';
    ids.set(key, id);
    return id;
  };
  const infoOf = (id: number): StepInfo => {
    const info = infos[id];
    if (info === undefined) throw new Error(`Expected the number of a step; got ${id}.`);
    return info;
  };
  return { idOf, infoOf, isOwn };
}

type IdOf = (step: Step, mover: Mover) => number;

/** Roles are the first slots; a bit for each of those named. */
function rolesMask({ roles }: Slots, named: readonly RoleId[]): number {
  return roles.reduce((mask, { id, slot }) => (named.includes(id) ? mask | (1 << slot) : mask), 0);
}

/** The numbers of contents, made on first sight together with the steps that they permit. */
interface Numbers {
  readonly role: (slot: RoleSlot, local: LocalState, timers: readonly string[]) => number;
  readonly channel: (slot: ChannelSlot, messages: readonly Message[]) => number;
  readonly crashed: (crashed: readonly ProcessId[]) => number;
}

function numbersOf({ model }: Engine, slots: Slots, idOf: IdOf): Numbers {
  const identity = identities();
  const ofItself = (step: Step): number => idOf(step, moverOf(step));
  return {
    role: (slot, local, timers) =>
      numberIn(slot, `${identity(local)} ${timers.join(' ')}`, () => {
        return { local, timers, steps: timerSteps(slot.id, timers).map(ofItself) };
      }),
    channel: (slot, messages) =>
      numberIn(slot, messages.map(identity).join(' '), () => {
        return { messages, steps: transferSteps(slot.channel, messages).map(ofItself) };
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

/**
 * Changes of the world in a view as effects: where they stand. What is set has been read before, so that the effects are the
 * same wherever they are remembered.
 */
function effectsOf(numbering: Numbering, view: Int32Array, changes: Changes): number {
  const { log, slots, effects } = numbering;
  const values = valuesOf(numbering, view, changes).filter(([slot, value]) => view[slot] !== value);
  const transfers = transfersOf(numbering, changes);
  if (values.length === 0 && transfers.length === 0) return NOTHING;
  const unread = values.find(([slot]) => !log.read().includes(slot));
  if (unread !== undefined) throw new Error(`Expected slot ${unread[0]} to be read before it is changed.`);
  const roles = values.reduce((mask, [slot]) => (slot < slots.roles.length ? mask | (1 << slot) : mask), 0);
  const at = effects.length;
  effects.push(roles, values.length + transfers.length, ...values.flat(), ...transfers.flat());
  return at;
}

type Effect = readonly [slot: number, value: number] | readonly [question: number, slot: number];

function valuesOf({ slots, numbers, log }: Numbering, view: Int32Array, changes: Changes): readonly Effect[] {
  const { roles, timers, crashed } = changes;
  const roleValues = slots.roles.flatMap((slot): readonly Effect[] => {
    const local = roles[slot.id];
    const armed = timers[slot.id];
    if (local === undefined && armed === undefined) return [];
    log.note(slot.slot);
    const before = contentOf(slot, view);
    return [[slot.slot, numbers.role(slot, local ?? before.local, armed ?? before.timers)]];
  });
  return crashed === null ? roleValues : [...roleValues, [slots.crashed.slot, numbers.crashed(crashed)]];
}

function transfersOf({ slots, carry }: Numbering, { transfers }: Changes): readonly Effect[] {
  return transfers.flatMap((transfer): readonly Effect[] => {
    const { kind, channel } = transfer;
    // From a set nothing is ever taken.
    const slot = slots.channels.find(
      (other) => other.channel === channel && (kind !== 'take' || channel.kind !== 'set'),
    );
    return slot === undefined ? [] : [[~carry(slot, transfer), slot.slot]];
  });
}

type Ask = (compute: (world: World) => number) => number;

/** The questions about transfers, each made on first sight. */
function carriers(numbers: Numbers, ask: Ask): Numbering['carry'] {
  const questions = new Map<string, number>();
  return (slot, transfer) => {
    const key = `${transfer.kind} ${slot.slot} ${keyOf(transfer.message)}`;
    const known = questions.get(key);
    if (known !== undefined) return known;
    const question = ask(({ network }) => numbers.channel(slot, transferred(network[slot.id] ?? [], transfer)));
    questions.set(key, question);
    return question;
  };
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
