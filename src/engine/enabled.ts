/** Which steps are possible in a world, and why the others are not. */
import { isExplored, type ExploredChoice } from './choiceClass.ts';
import { keyOf, type Data } from './data.ts';
import type { ChannelSpec, Choice, CrashKind, DelayName, Message, ProcessId, ProcessSpec, RoleId } from './model.ts';
import { deliverable, distinct, has } from './network.ts';
import type { Reactions } from './reactions.ts';
import type { Step } from './step.ts';
import { channelOf, findChannel, roleOf, type Wiring } from './wiring.ts';
import { inFlight, isCrashed, type World } from './world.ts';
import { refusingGuards } from './xstateAdapter.ts';

/** Why a step is not possible in a world. A value, not an exception: a reader or a link may always ask. */
export type Refusal =
  | { readonly code: 'unknown-role'; readonly role: RoleId }
  | { readonly code: 'unknown-process'; readonly process: ProcessId }
  | { readonly code: 'no-such-channel'; readonly from: RoleId; readonly to: RoleId }
  | { readonly code: 'not-in-flight'; readonly message: Message }
  | { readonly code: 'not-its-turn'; readonly message: Message }
  /** Messages of this channel are for ever on their way: they can be delivered again, never dropped or doubled. */
  | { readonly code: 'never-leaves'; readonly message: Message }
  | { readonly code: 'not-armed'; readonly role: RoleId; readonly delay: DelayName }
  | { readonly code: 'process-crashed'; readonly process: ProcessId }
  | { readonly code: 'process-running'; readonly process: ProcessId }
  | { readonly code: 'never-crashes-so'; readonly process: ProcessId; readonly crash: CrashKind }
  /** It crashes so at another setting. */
  | {
      readonly code: 'crash-needs-setting';
      readonly process: ProcessId;
      readonly setting: string;
      readonly values: readonly string[];
    }
  /** The role's present state has no use for this choice. */
  | { readonly code: 'not-expected'; readonly role: RoleId; readonly value: Data }
  /** A guard says no, with the values that it looked at. */
  | {
      readonly code: 'guard';
      readonly role: RoleId;
      readonly guard: string;
      readonly context: { readonly [key: string]: Data | undefined };
    };

/** Where a question about a step is asked. */
export interface Asking {
  readonly wiring: Wiring;
  readonly reactions: Reactions;
  readonly world: World;
}

/** Every step that is possible in a world: transfers, timers, choices, then crashes and restarts. */
export function enabledSteps(asking: Asking): readonly Step[] {
  const { wiring, world } = asking;
  return [
    ...wiring.networks.flatMap((channel) => possibleTransfers(asking, channel)),
    ...wiring.model.roles.flatMap(({ id }) => timerSteps(id, world.timers[id] ?? [])),
    ...possibleChoices(asking).map(choiceStep),
    ...processSteps(wiring.model.processes, world.crashed),
  ];
}

/** The transfers of one network that are possible now. */
export function possibleTransfers(asking: Asking, channel: ChannelSpec): readonly Step[] {
  const { world } = asking;
  const steps = transferSteps(channel, inFlight(world, channel.from, channel.to));
  if (channel.kind !== 'set') return steps;
  return steps.filter((step) => 'to' in step && whyUnread(asking, step) === null);
}

/** What the messages in a channel permit. On a `set` the receiver has a say too: see `whyNot`. */
export function transferSteps({ from, to, kind }: ChannelSpec, messages: readonly Message[]): readonly Step[] {
  const deliveries = deliverable(messages, kind).map((message): Step => ({ kind: 'deliver', from, to, message }));
  if (kind === 'set') return deliveries;
  const faults = distinct(messages).flatMap((message): readonly Step[] => [
    { kind: 'drop', from, to, message },
    { kind: 'duplicate', from, to, message },
  ]);
  return [...deliveries, ...faults];
}

export function timerSteps(role: RoleId, delays: readonly DelayName[]): readonly Step[] {
  return delays.map((delay): Step => ({ kind: 'fire', role, delay }));
}

export function choiceStep({ role, message }: Choice): Step {
  return { kind: 'choose', role, message };
}

export function processSteps(processes: readonly ProcessSpec[], crashed: readonly ProcessId[]): readonly Step[] {
  return processes.flatMap(({ id, crashKinds }): readonly Step[] => {
    if (crashed.includes(id)) return [{ kind: 'restart', process: id }];
    return crashKinds.map((crash) => ({ kind: 'crash', process: id, crash }));
  });
}

export function possibleChoices(asking: Asking): readonly Choice[] {
  const { wiring, world } = asking;
  return wiring.model.choices(world).filter((choice) => isTakenNow(asking, choice));
}

/** The choices that an exhaustive exploration makes where they are taken. */
export function exploredChoices({ model: { explorable, choices } }: Wiring, world: World): readonly ExploredChoice[] {
  return (explorable ?? choices)(world).filter(isExplored);
}

type Asked = Pick<Choice, 'role' | 'message'>;

function isTakenNow(asking: Asking, { role: id, message }: Asked): boolean {
  const { wiring, reactions, world } = asking;
  const role = roleOf(wiring, id);
  const local = world.roles[id];
  return local !== undefined && !isCrashed(world, role.process) && reactions.takes(role.bound, local, message);
}

/**
 * Whether a step that the messages in flight or the offered choices permit is possible as far as its role is concerned.
 * Reads of the world no more than that role and the crashed processes.
 */
export function isTaken(asking: Asking, step: Step): boolean {
  const { wiring } = asking;
  if (step.kind === 'choose') return isTakenNow(asking, step);
  if (step.kind !== 'deliver' || channelOf(wiring.model, step.from, step.to).kind !== 'set') return true;
  return whyUnread(asking, step) === null;
}

export function whyNot(asking: Asking, step: Step): Refusal | null {
  const { wiring, world } = asking;
  switch (step.kind) {
    case 'deliver':
    case 'drop':
    case 'duplicate':
      return whyNotTransfer(asking, step);
    case 'fire':
      if (!wiring.roles.has(step.role)) return { code: 'unknown-role', role: step.role };
      if (world.timers[step.role]?.includes(step.delay) === true) return null;
      return crashedRefusal(asking, step.role) ?? { code: 'not-armed', role: step.role, delay: step.delay };
    case 'choose':
      return whyNotChoice(asking, step.role, step.message);
    case 'crash':
      return whyNotCrash(asking, step.process, step.crash);
    case 'restart':
      if (!wiring.model.processes.some(({ id }) => id === step.process))
        return { code: 'unknown-process', process: step.process };
      return isCrashed(world, step.process) ? null : { code: 'process-running', process: step.process };
  }
}

type Transfer = Extract<Step, { readonly from: RoleId }>;

function whyNotTransfer(asking: Asking, step: Transfer): Refusal | null {
  const { wiring, world } = asking;
  const channel = findChannel(wiring.model, step.from, step.to);
  if (channel === undefined || channel.kind === 'call')
    return { code: 'no-such-channel', from: step.from, to: step.to };
  const messages = inFlight(world, step.from, step.to);
  if (!has(messages, step.message)) return { code: 'not-in-flight', message: step.message };
  if (step.kind === 'deliver' && !has(deliverable(messages, channel.kind), step.message)) {
    return { code: 'not-its-turn', message: step.message };
  }
  if (channel.kind !== 'set') return null;
  return step.kind === 'deliver' ? whyUnread(asking, step) : { code: 'never-leaves', message: step.message };
}

/**
 * A message that is for ever on its way does not come by itself: its receiver reads it, when its state has a use for it
 * (Gray and Lamport: receiving is a step of the receiver). At a process that is down it is lost like any other.
 */
function whyUnread(asking: Asking, { to, message }: Transfer): Refusal | null {
  const { wiring, world } = asking;
  const { process } = roleOf(wiring, to);
  return isCrashed(world, process) ? null : whyNotTaken(asking, to, message);
}

function whyNotChoice(asking: Asking, roleId: RoleId, message: Message): Refusal | null {
  const { wiring, world } = asking;
  const role = wiring.roles.get(roleId);
  const local = world.roles[roleId];
  if (role === undefined || local === undefined) return { code: 'unknown-role', role: roleId };
  const crashed = crashedRefusal(asking, roleId);
  if (crashed !== null) return crashed;
  const refusal = whyNotTaken(asking, roleId, message);
  if (refusal !== null || isOffered(asking, roleId, message)) return refusal;
  return { code: 'not-expected', role: roleId, value: local.value };
}

/** Why a running role's present state has no use for a message. */
function whyNotTaken(asking: Asking, roleId: RoleId, message: Message): Refusal | null {
  const { wiring, reactions, world } = asking;
  const role = roleOf(wiring, roleId);
  const local = world.roles[roleId];
  if (local === undefined || reactions.takes(role.bound, local, message)) return null;
  const [refusing] = refusingGuards(role.bound, local, message);
  if (refusing === undefined) return { code: 'not-expected', role: roleId, value: local.value };
  return { code: 'guard', role: roleId, guard: refusing.guard, context: refusing.context };
}

/** A role takes many inputs, but a person may only choose what the model offers. */
function isOffered({ wiring, world }: Asking, role: RoleId, message: Message): boolean {
  return wiring.model.choices(world).some((choice) => choice.role === role && keyOf(choice.message) === keyOf(message));
}

function whyNotCrash({ wiring, world }: Asking, processId: ProcessId, kind: CrashKind): Refusal | null {
  const process = wiring.model.processes.find(({ id }) => id === processId);
  if (process === undefined) return { code: 'unknown-process', process: processId };
  if (!process.crashKinds.includes(kind)) {
    return process.crashNeeds === undefined
      ? { code: 'never-crashes-so', process: processId, crash: kind }
      : { code: 'crash-needs-setting', process: processId, ...process.crashNeeds };
  }
  return isCrashed(world, processId) ? { code: 'process-crashed', process: processId } : null;
}

function crashedRefusal({ wiring, world }: Asking, roleId: RoleId): Refusal | null {
  const { process } = roleOf(wiring, roleId);
  return isCrashed(world, process) ? { code: 'process-crashed', process } : null;
}
