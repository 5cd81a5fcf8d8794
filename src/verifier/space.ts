/**
 * A model's worlds as lists of small integers. Each role (with its timers), each network channel and the list of crashed
 * processes is a slot; equal contents have equal numbers. What a step does is asked of the engine, once per combination
 * of contents that it reads, and remembered as numbers: there is no second semantics.
 */
import { keyOf } from '../engine/data.ts';
import { choiceStep, processSteps, timerSteps, transferSteps } from '../engine/enabled.ts';
import type { Engine } from '../engine/engine.ts';
import type { Step } from '../engine/step.ts';
import type { World } from '../engine/world.ts';
import type { Forgetting, Future } from '../protocols/protocol.ts';
import { FORESEEN, type Cost } from './budget.ts';
import { identities, numberIn, slotsOf, trackedWorlds, type Slots } from './contents.ts';
import { Decisions, readLog, type ReadLog } from './decisions.ts';
import { carriers, effectsOf, IMPOSSIBLE, type Effects, type Numbering, type Numbers } from './effects.ts';

/** Who makes a step: the system itself, a person, or a fault of one kind. */
export type Mover = 'system' | 'order' | 'outcome' | 'crash' | 'drop' | 'duplicate';

export interface StepInfo {
  /** The number of the question what it changes. */
  readonly id: number;
  readonly step: Step;
  readonly mover: Mover;
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
  /** By id, whether a step comes by itself, as those of the system and outcomes do. Faults and people may stay away. */
  readonly isOwn: readonly boolean[];
  /** Writes the ids of the steps that an exploration makes in the state in the view; returns how many they are. */
  readonly steps: (into: number[]) => number;
  /** The state in the view, as long as it stays there. */
  readonly world: () => World;
  /** What the slots are in a world that no step of the space has to lead to. */
  readonly numbersOf: (world: World) => readonly number[];
  /** Remembers a pure function of worlds, with answers from 0 up, by what it reads of the state in the view. */
  readonly ask: (compute: (world: World) => number) => () => number;
}

export function spaceOf(engine: Engine, forgettings: readonly Forgetting[]): Space {
  const slots = slotsOf(engine.model);
  const slotCount = slots.crashed.slot + 1;
  const view = new Int32Array(slotCount + 1);
  const ahead = new Int32Array(slotCount + 1 + FORESEEN.length);
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

/** What is left, read where it stands in the view. */
function futureIn(view: Int32Array, first: number, log: ReadLog): Future {
  const isLeft = (cost: Cost): boolean => {
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
