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
import { channelId, type LocalState, type World } from '../engine/world.ts';
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
  /** The whole world that `view` points to. */
  readonly world: () => World;
}

interface RoleContent {
  readonly local: LocalState;
  readonly timers: readonly string[];
  readonly fires: readonly StepInfo[];
}
interface ChannelContent {
  readonly messages: readonly Message[];
  readonly transfers: readonly StepInfo[];
}
interface CrashedContent {
  readonly crashed: readonly ProcessId[];
  readonly steps: readonly StepInfo[];
}

/** Contents by number, and numbers by content. */
interface Interned<Content> {
  readonly contents: Content[];
  readonly numbers: Map<string, number>;
}

export function spaceOf(engine: Engine): Space {
  const { model } = engine;
  const view: StateView = { slots: new Uint16Array(), base: 0 };
  const log = readLog();
  const infos = new Map<string, StepInfo>();
  const networks = model.channels.filter(({ kind }) => kind !== 'call');
  const roles = model.roles.map(({ id }, slot) => ({ id, slot, interned: empty<RoleContent>() }));
  const channels = networks.map((channel, index) => {
    return {
      channel,
      id: channelId(channel.from, channel.to),
      slot: roles.length + index,
      interned: empty<ChannelContent>(),
    };
  });
  const crashedSlot = roles.length + channels.length;
  const crashedInterned = empty<CrashedContent>();
  const roleSlots = new Map(roles.map((role) => [role.id, role]));
  const channelSlots = new Map(channels.map((channel) => [String(channel.id), channel]));

  const numbered = <Content>(interned: Interned<Content>, slot: number): Content => {
    const content = interned.contents[view.slots[view.base + slot] ?? 0];
    if (content === undefined) throw new Error(`Slot ${slot} has no such content.`);
    return content;
  };
  const contentAt = <Content>(slot: number, interned: Interned<Content>): Content => {
    log.note(slot);
    return numbered(interned, slot);
  };

  // A world that reports what is read of it. A new object each time, for those who remember things per world.
  const rolesRead: { [role: string]: LocalState } = {};
  const timersRead: { [role: string]: readonly string[] } = {};
  for (const { id, slot, interned } of roles) {
    lazily(rolesRead, id, () => contentAt(slot, interned).local);
    lazily(timersRead, id, () => contentAt(slot, interned).timers);
  }
  const networkRead: { [channel: string]: readonly Message[] } = {};
  for (const { id, slot, interned } of channels) lazily(networkRead, id, () => contentAt(slot, interned).messages);
  const trackedWorld = (): World => ({
    roles: rolesRead,
    timers: timersRead,
    network: networkRead,
    get crashed() {
      return contentAt(crashedSlot, crashedInterned).crashed;
    },
  });

  const infoOf = (step: Step, mover: Mover): StepInfo => {
    const key = keyOf(step);
    const known = infos.get(key);
    if (known !== undefined) return known;
    const effects = remembered(view, log, () => effectsOf(step));
    const info: StepInfo = { id: infos.size, step, mover, effects };
    infos.set(key, info);
    return info;
  };

  const effectsOf = (step: Step): readonly number[] => {
    const changes = engine.changes(trackedWorld(), step);
    const effects: number[] = [];
    for (const { id, slot, interned } of roles) {
      const local = changes.roles[id];
      const timers = changes.timers[id];
      if (local === undefined && timers === undefined) continue;
      const before = contentAt(slot, interned);
      effects.push(slot, numberOfRole(id, local ?? before.local, timers ?? before.timers));
    }
    for (const [id, messages] of Object.entries(changes.network)) {
      const channel = channelSlots.get(id);
      if (channel !== undefined) effects.push(channel.slot, numberOfChannel(id, messages));
    }
    if (changes.crashed !== null) effects.push(crashedSlot, numberOfCrashed(changes.crashed));
    return effects;
  };

  const numberOfRole = (id: string, local: LocalState, timers: readonly string[]): number => {
    const role = roleSlots.get(id);
    if (role === undefined) throw new Error(`Expected a role of ${model.protocol}; got ${id}.`);
    return number(role.interned, `${keyOf(local)} ${timers.join(' ')}`, () => {
      return { local, timers, fires: timerSteps(id, timers).map((step) => infoOf(step, 'system')) };
    });
  };

  const numberOfChannel = (id: string, messages: readonly Message[]): number => {
    const channel = channelSlots.get(id);
    if (channel === undefined) throw new Error(`Expected a network of ${model.protocol}; got ${id}.`);
    return number(channel.interned, messages.map(keyOf).join(' '), () => {
      const steps = channel.channel.kind === 'set' ? [] : transferSteps(channel.channel, messages);
      return { messages, transfers: steps.map((step) => infoOf(step, moverOf(step))) };
    });
  };

  const numberOfCrashed = (crashed: readonly ProcessId[]): number => {
    return number(crashedInterned, crashed.join(' '), () => {
      return { crashed, steps: processSteps(model.processes, crashed).map((step) => infoOf(step, moverOf(step))) };
    });
  };

  // What can be read from a set of messages depends on the receiver too.
  const setReads = channels
    .filter(({ channel }) => channel.kind === 'set')
    .map(({ channel }) =>
      remembered(view, log, () => engine.transfers(trackedWorld(), channel).map((step) => infoOf(step, 'system'))),
    );

  const choices = remembered(view, log, () =>
    engine
      .choices(trackedWorld())
      .flatMap((choice) => (choice.explored === undefined ? [] : [infoOf(choiceStep(choice), choice.explored)])),
  );

  const { world: first } = engine.initial;
  const initial = [
    ...roles.map(({ id }) => {
      const local = first.roles[id];
      if (local === undefined) throw new Error(`Role ${id} has no first state.`);
      return numberOfRole(id, local, first.timers[id] ?? []);
    }),
    ...channels.map(({ id }) => numberOfChannel(id, first.network[id] ?? [])),
    numberOfCrashed(first.crashed),
  ];

  return {
    slotCount: crashedSlot + 1,
    view,
    initial,
    steps: (visit) => {
      for (const { slot, interned } of channels) {
        for (const info of numbered(interned, slot).transfers) visit(info);
      }
      for (const reads of setReads) for (const info of reads()) visit(info);
      for (const { slot, interned } of roles) for (const info of numbered(interned, slot).fires) visit(info);
      for (const info of choices()) visit(info);
      for (const info of numbered(crashedInterned, crashedSlot).steps) visit(info);
    },
    ask: (compute) => remembered(view, log, () => compute(trackedWorld())),
    world: () => ({
      roles: { ...rolesRead },
      timers: withoutEmpty(timersRead),
      network: withoutEmpty(networkRead),
      crashed: contentAt(crashedSlot, crashedInterned).crashed,
    }),
  };
}

function empty<Content>(): Interned<Content> {
  return { contents: [], numbers: new Map() };
}

function number<Content>({ contents, numbers }: Interned<Content>, key: string, make: () => Content): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, contents.length);
  const place = contents.length;
  contents.push(make());
  return place;
}

function lazily<Value>(target: { [name: string]: Value }, name: string, read: () => Value): void {
  Object.defineProperty(target, name, { get: read, enumerable: true });
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

function withoutEmpty<Item>(lists: { readonly [name: string]: readonly Item[] }): {
  readonly [name: string]: readonly Item[];
} {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}
