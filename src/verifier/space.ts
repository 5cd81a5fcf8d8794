/**
 * A model's worlds as lists of small integers. Each role (with its timers), each network channel and the list of crashed
 * processes is a slot; equal contents have equal numbers. What a step does is asked of the engine, once per combination
 * of contents that it reads, and remembered as numbers: there is no second semantics.
 */
import type { Changes } from '../engine/apply.ts';
import { keyOf } from '../engine/data.ts';
import { isExplored } from '../engine/choiceClass.ts';
import { choiceStep, processSteps, timerSteps, transferSteps } from '../engine/enabled.ts';
import type { Engine } from '../engine/engine.ts';
import type { Choice, ChoiceClass } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import { channelId, type World } from '../engine/world.ts';
import type { Forgetting, Future, OneOrMore } from '../protocols/protocol.ts';
import { FORESEEN, type Foreseen } from './budget.ts';
import { identities, numberIn, slotsOf, trackedWorlds, type Slots } from './contents.ts';
import { Decisions, readLog, SLOTS_MAX, type ReadLog } from './decisions.ts';
import { bytesOfTally } from './tally.ts';
import { carriers, effectsOf, IMPOSSIBLE, type Effects, type Numbering, type Numbers } from './effects.ts';

/** Who makes a step: the system itself, a person, or a fault of one kind. */
export type Mover = 'system' | 'crash' | 'drop' | 'duplicate' | ChoiceClass;

export interface StepInfo {
  /** The number of the question what it changes. */
  readonly id: number;
  readonly step: Step;
  readonly mover: Mover;
  /** Another one is left of what the step takes away: no step of its own, and in no run for ever. */
  readonly isKept: boolean;
  /** An outcome that need not come. */
  readonly isOptional: boolean;
}

export interface Space {
  readonly slotCount: number;
  /**
   * The state that is looked at, and one that a step leads to: the integer of each slot, then one that is the walker's. The
   * state ahead has more of them: 1 for each of the `FORESEEN` costs that its budget has left.
   */
  readonly view: Int32Array;
  readonly ahead: Int32Array;
  readonly initial: readonly number[];
  /** By the number of a question, such as a step or a cleaning, where in `effects` it stands what it changes in a view. */
  readonly changes: Decisions;
  readonly effects: Effects;
  /** The questions what may be taken out of the state ahead. */
  readonly cleanings: readonly number[];
  readonly info: (id: number) => StepInfo;
  /** Whether the model counts this step in the state in the view, so that no run makes it for ever, though the space does. */
  readonly isCounted: (id: number) => boolean;
  /** By id, whether a step comes by itself, as those of the system and outcomes do. Faults, people and what is optional may stay away. */
  readonly isOwn: readonly boolean[];
  /** The slot of the channel on which a step finds its message; null for a step that is about none. */
  readonly channelSlotOf: (step: Step) => number | null;
  /** Writes the ids of the steps that an exploration makes in the state in the view; returns how many they are. */
  readonly steps: (into: number[]) => number;
  /** The state in the view, as long as it stays there. */
  readonly world: () => World;
  /** What the slots are in a world that no step of the space has to lead to. */
  readonly numbersOf: (world: World) => readonly number[];
  /** What is kept beside states, in bytes: an estimate. */
  readonly bytes: () => number;
  /** Remembers a pure function of worlds, with answers from 0 up, by what it reads of the state in the view. */
  readonly ask: (compute: (world: World) => number) => () => number;
}

/** Which mishaps and repairs are explored where they are possible; orders and outcomes always are. */
export type Asks = (choiceClass: ChoiceClass) => boolean;

export interface Kept {
  readonly forgettings: readonly Forgetting[];
  /** Null where everything is counted. */
  readonly oneOrMore?: OneOrMore | null;
  /** So many decisions are remembered, where that is less than can be. */
  readonly placesMax?: number;
}

export const EVERYTHING: Kept = { forgettings: [] };

export function spaceOf(engine: Engine, kept: Kept, isAsked: Asks | null = null): Space {
  const { forgettings, oneOrMore = null } = kept;
  const slots = slotsOf(engine.model);
  const slotCount = countOf(slots);
  const view = new Int32Array(slotCount + 1);
  const ahead = new Int32Array(slotCount + 1 + FORESEEN.length);
  const log = readLog();
  const changes = new Decisions(log, kept.placesMax);
  const add = (compute: () => number): number => changes.add(compute);
  const seen = trackedWorlds(slots, view, log);
  const seenAhead = trackedWorlds(slots, ahead, log);
  const effectsIn = (world: World, step: Step, way: number): number => {
    const made = engine.isTaken(world, step) ? changesBy(engine, oneOrMore, world, step, way) : null;
    return made === null ? IMPOSSIBLE : effectsOf(numbering, view, made);
  };
  const { idOf, infoOf, isOwn } = stepIds((step, way) => add(() => effectsIn(seen(), step, way)));
  const idsOf = (step: Step): readonly number[] => {
    const ways = Array.from({ length: oneOrMore?.ways(step) ?? 0 }, (_, way) => way);
    return [TAKEN, ...ways].map((way) => idOf(step, { mover: moverOf(step), isOptional: false }, way));
  };
  const numbers = numbersOf(engine, slots, { idsOf, identity: identities(slots.tally) });
  const carry = carriers(numbers, (compute) => add(() => compute(seenAhead())));
  const numbering: Numbering = { slots, numbers, log, effects: [0, 0], carry };

  const lists: (readonly number[])[] = [];
  const addList = (compute: () => readonly number[]): number => add(() => lists.push(compute()) - 1);
  const choices = addList(() =>
    choicesIn(engine, seen(), isAsked).map((choice) =>
      idOf(choiceStep(choice), { mover: choice.class, isOptional: choice.isOptional === true }),
    ),
  );
  const listFixed = fixedSteps(slots, view);
  const counting: number[] = [];
  const isCountedIn = (id: number): number => (oneOrMore?.isCounted(seen(), infoOf(id).step) === true ? 1 : 0);
  const future = futureIn(ahead, slotCount + 1, log);
  const cleanings = forgettings.map((forget) =>
    add(() => {
      const { roles = {}, timers = {}, network = {} } = forget(seenAhead(), future);
      return effectsOf(numbering, ahead, { roles, timers, network, transfers: [], crashed: null });
    }),
  );

  return {
    slotCount,
    view,
    ahead,
    initial: numbersIn(engine.initial.world, slots, numbers),
    world: seen,
    numbersOf: (world) => numbersIn(world, slots, numbers),
    changes,
    effects: numbering.effects,
    cleanings,
    info: infoOf,
    isOwn,
    isCounted: (id) => {
      if (oneOrMore === null) return false;
      return changes.answer((counting[id] ??= add(() => isCountedIn(id))), view) === 1;
    },
    channelSlotOf: (step) => channelSlotOf(slots, step),
    steps: (into) => taken(into, listFixed(into), lists[changes.answer(choices, view)]),
    bytes: () => changes.bytes + numbering.effects.length * EFFECT_BYTES + bytesOfTally(slots.tally),
    ask: (compute) => {
      const question = add(() => compute(seen()));
      return () => changes.answer(question, view);
    },
  };
}

/** Writes the ids of the steps that the content of each slot permits by itself; returns how many they are. */
function fixedSteps({ channels, roles, crashed }: Slots, view: Int32Array): (into: number[]) => number {
  const inOrder = [...channels, ...roles, crashed];
  const slots = inOrder.map(({ slot }) => slot);
  const steps = inOrder.map((slot) => slot.steps);
  return (into) => {
    let count = 0;
    for (let index = 0; index < slots.length; index += 1) {
      count = taken(into, count, steps[index]?.[view[slots[index] ?? 0] ?? 0]);
    }
    return count;
  };
}

/** As many slots as a place in a decision tree can name. */
function countOf({ crashed }: Slots): number {
  const count = crashed.slot + 1;
  const most = SLOTS_MAX - 1 - FORESEEN.length;
  if (count > most) throw new Error(`Expected at most ${most} roles and channels; got ${count}.`);
  return count;
}

function channelSlotOf({ channels }: Slots, step: Step): number | null {
  if (step.kind !== 'deliver') return null;
  return channels.find(({ id }) => id === channelId(step.from, step.to))?.slot ?? null;
}

/** Of a number in an array. */
const EFFECT_BYTES = 8;

/** Writes these ids behind the first so many; returns how many there are then. */
function taken(into: number[], first: number, ids: readonly number[] | undefined): number {
  let count = first;
  if (ids === undefined) return count;
  // By index: this is in the innermost loop.
  for (let index = 0; index < ids.length; index += 1) {
    into[count] = ids[index] ?? 0;
    count += 1;
  }
  return count;
}

/** What a step changes, where another one is left in this way; null where there is no such way. */
function changesBy(engine: Engine, oneOrMore: OneOrMore | null, world: World, step: Step, way: number): Changes | null {
  const made = engine.changes(world, step);
  return way === TAKEN ? made : (oneOrMore?.kept(world, step, made, way) ?? null);
}

/** The orders and outcomes of an exploration, and the mishaps and repairs that it asks about, among all that the stage offers. */
function choicesIn(engine: Engine, world: World, isAsked: Asks | null): readonly Choice[] {
  const explored = engine.explored(world);
  // To find the others reads more of the world.
  if (isAsked === null) return explored;
  const others = engine.model.choices(world).filter((choice) => !isExplored(choice) && isAsked(choice.class));
  return [...explored, ...others];
}

/** What is left, read where it stands in the view. */
function futureIn(view: Int32Array, first: number, log: ReadLog): Future {
  const isLeft = (cost: Foreseen): boolean => {
    const slot = first + FORESEEN.indexOf(cost);
    log.note(slot);
    return view[slot] === 1;
  };
  return {
    get crash() {
      return isLeft('crash');
    },
    get drop() {
      return isLeft('drop');
    },
  };
}

/** In place of a way in which something is left: nothing is. */
const TAKEN = -1;

/** Steps by their ids, each made on first sight. */
function stepIds(ask: (step: Step, way: number) => number) {
  const infos: StepInfo[] = [];
  const isOwn: boolean[] = [];
  const ids = new Map<string, number>();
  const idOf: IdOf = (step, { mover, isOptional }, way = TAKEN) => {
    // The same choice may be honest in one world and a mishap in another.
    const made = step.kind === 'choose' ? `${mover} ${keyOf(step)}` : keyOf(step);
    const key = way === TAKEN ? made : `${way} ${made}`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = ask(step, way);
    infos[id] = { id, step, mover, isKept: way !== TAKEN, isOptional };
    isOwn[id] = mover === 'system' || (mover === 'outcome' && !isOptional);
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

type IdOf = (step: Step, made: Pick<StepInfo, 'mover' | 'isOptional'>, way?: number) => number;

interface Naming {
  readonly idsOf: (step: Step) => readonly number[];
  readonly identity: (value: object) => number;
}

function numbersOf({ model }: Engine, slots: Slots, { idsOf, identity }: Naming): Numbers {
  return {
    role: (slot, local, timers) =>
      numberIn(slot, `${identity(local)} ${timers.join(' ')}`, () => {
        return { local, timers, steps: timerSteps(slot.id, timers).flatMap(idsOf) };
      }),
    channel: (slot, messages) =>
      numberIn(slot, messages.map(identity).join(' '), () => {
        return { messages, steps: transferSteps(slot.channel, messages).flatMap(idsOf) };
      }),
    crashed: (crashed) =>
      numberIn(slots.crashed, crashed.join(' '), () => {
        return { crashed, steps: processSteps(model.processes, crashed).flatMap(idsOf) };
      }),
  };
}

function numbersIn(world: World, slots: Slots, numbers: Numbers): readonly number[] {
  const roles = slots.roles.map((slot) => {
    const local = world.roles[slot.id];
    if (local === undefined) throw new Error(`Expected a world with the role ${slot.id}.`);
    return numbers.role(slot, local, world.timers[slot.id] ?? []);
  });
  const channels = slots.channels.map((slot) => numbers.channel(slot, world.network[slot.id] ?? []));
  return [...roles, ...channels, numbers.crashed(world.crashed)];
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
