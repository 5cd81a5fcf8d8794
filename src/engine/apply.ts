/** What a step does: the machines answer, their effects become records, messages, timers and calls. */
import type { Data } from './data.ts';
import type { ChannelSpec, CrashKind, DelayName, Message, ProcessId, RoleId } from './model.ts';
import { has, put, take } from './network.ts';
import type { Reactions } from './reactions.ts';
import type { RunRecord } from './record.ts';
import type { Step } from './step.ts';
import { channelOf, roleOf, type BoundRole, type Wiring } from './wiring.ts';
import { channelId, inFlight, type LocalState, type World } from './world.ts';
import type { Effect, Reaction } from './xstateAdapter.ts';

export interface Applied {
  readonly world: World;
  readonly records: readonly RunRecord[];
}

/** More calls than this inside one step mean that two roles call each other for ever. */
const CALLS_MAX = 1_000;

/** A message that goes on its way, or is no longer on it. `merge`: it goes unless an equal one is on its way already. */
export interface Transfer {
  readonly kind: 'put' | 'merge' | 'take';
  readonly channel: ChannelSpec;
  readonly message: Message;
}

/** What a step changes: only what differs from the world before. Empty lists stand for timers that are gone. */
export interface Changes {
  readonly roles: { readonly [role: RoleId]: LocalState };
  readonly crashed: readonly ProcessId[] | null;
  /** In their order, whatever else is in flight. */
  readonly transfers: readonly Transfer[];
  readonly timers: { readonly [role: RoleId]: readonly DelayName[] };
}

/** Changes under construction. It reads of the base world only what the step depends on; the verifier counts on that. */
interface Draft {
  readonly wiring: Wiring;
  readonly reactions: Reactions;
  readonly base: World;
  readonly roles: { [role: RoleId]: LocalState };
  crashed: readonly ProcessId[] | null;
  readonly transfers: Transfer[];
  readonly timers: { [role: RoleId]: readonly DelayName[] };
  /** Null where nobody wants to know: telling a story reads more of the world than the step depends on. */
  readonly records: RunRecord[] | null;
  /** Calls that wait for their turn: inside one step they are answered first come, first served. */
  readonly calls: { readonly from: RoleId; readonly to: RoleId; readonly message: Message }[];
}

/** The first world. */
export function startAll(wiring: Wiring, reactions: Reactions): Applied {
  const empty: World = { roles: {}, crashed: [], network: {}, timers: {} };
  const records: RunRecord[] = [];
  const draft = draftOf(wiring, reactions, empty, records);
  for (const role of wiring.roles.values()) settle(draft, role, startRole(draft, role, null));
  runCalls(draft);
  return { world: merge(empty, draft), records };
}

function startRole({ reactions }: Draft, { id, bound }: BoundRole, recovered: Data): Reaction {
  return reactions.start(bound, { role: id, recovered });
}

/** The world after a step that is enabled in `world`. */
export function applyStep(wiring: Wiring, reactions: Reactions, world: World, step: Step): Applied {
  const records: RunRecord[] = [];
  return { world: merge(world, performed(draftOf(wiring, reactions, world, records), step)), records };
}

/** What a step that is enabled in `world` changes. */
export function changesOf(wiring: Wiring, reactions: Reactions, world: World, step: Step): Changes {
  return performed(draftOf(wiring, reactions, world, null), step);
}

function performed(draft: Draft, step: Step): Changes {
  perform(draft, step);
  runCalls(draft);
  return draft;
}

function draftOf(wiring: Wiring, reactions: Reactions, base: World, records: RunRecord[] | null): Draft {
  return { wiring, reactions, base, roles: {}, crashed: null, transfers: [], timers: {}, records, calls: [] };
}

function merge(base: World, { roles, crashed, transfers, timers }: Changes): World {
  const network = { ...base.network };
  for (const transfer of transfers) {
    const id = channelId(transfer.channel.from, transfer.channel.to);
    network[id] = transferred(network[id] ?? [], transfer);
  }
  return {
    roles: { ...base.roles, ...roles },
    crashed: crashed ?? base.crashed,
    network: withoutEmpty(network),
    timers: withoutEmpty({ ...base.timers, ...timers }),
  };
}

/** What a transfer makes of the messages in flight on its channel. */
export function transferred(messages: readonly Message[], { kind, channel, message }: Transfer): readonly Message[] {
  if (kind === 'take') return take(messages, message, channel.kind);
  return kind === 'merge' && has(messages, message) ? messages : put(messages, message, channel.kind);
}

type Lists<Item> = { readonly [name: string]: readonly Item[] };

function withoutEmpty<Item>(lists: Lists<Item>): Lists<Item> {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

function crashedOf({ crashed, base }: Draft): readonly ProcessId[] {
  return crashed ?? base.crashed;
}

/** Whether an equal message is on its way already. */
function isInFlight({ transfers, base }: Draft, channel: ChannelSpec, message: Message): boolean {
  const before = inFlight(base, channel.from, channel.to);
  return has(transfers.filter((transfer) => transfer.channel === channel).reduce(transferred, before), message);
}

function timersOf({ timers, base }: Draft, role: RoleId): readonly DelayName[] {
  return timers[role] ?? base.timers[role] ?? [];
}

function perform(draft: Draft, step: Step): void {
  switch (step.kind) {
    case 'deliver':
      carry(draft, 'take', step);
      return arrive(draft, step.from, step.to, step.message, 'delivered');
    case 'drop':
      carry(draft, 'take', step);
      draft.records?.push({ kind: 'dropped', from: step.from, to: step.to, message: step.message });
      return noticeLoss(draft, step.from, step.to, step.message);
    case 'duplicate':
      carry(draft, 'put', step);
      draft.records?.push({ kind: 'duplicated', from: step.from, to: step.to, message: step.message });
      return;
    case 'fire':
      return fireTimer(draft, roleOf(draft.wiring, step.role), step.delay);
    case 'choose':
      draft.records?.push({ kind: 'chosen', role: step.role, message: step.message });
      return input(draft, step.role, step.message);
    case 'crash':
      return crash(draft, step.process, step.crash);
    case 'restart':
      return restart(draft, step.process);
  }
}

function arrive(draft: Draft, from: RoleId, to: RoleId, message: Message, kind: 'delivered' | 'called'): void {
  if (crashedOf(draft).includes(roleOf(draft.wiring, to).process)) {
    draft.records?.push({ kind: 'lost', from, to, message });
    if (kind === 'delivered') noticeLoss(draft, from, to, message);
    return;
  }
  draft.records?.push({ kind, from, to, message });
  input(draft, to, message);
}

function noticeLoss(draft: Draft, from: RoleId, to: RoleId, message: Message): void {
  const { lossNoticed } = channelOf(draft.wiring.model, from, to);
  const isUp = !crashedOf(draft).includes(roleOf(draft.wiring, from).process);
  if (lossNoticed === true && isUp) input(draft, from, { type: 'undelivered', message });
}

function fireTimer(draft: Draft, role: BoundRole, delay: DelayName): void {
  const local = localOf(draft, role.id);
  disarm(draft, role.id, delay);
  draft.records?.push({ kind: 'fired', role: role.id, delay });
  const reaction = draft.reactions.fire(role.bound, local, delay);
  settle(draft, role, reaction, local, { type: delay });
}

function input(draft: Draft, roleId: RoleId, message: Message): void {
  const role = roleOf(draft.wiring, roleId);
  const local = localOf(draft, roleId);
  settle(draft, role, draft.reactions.react(role.bound, local, message), local, message);
}

/** Takes over what a role answered: its new state, then its effects in order. */
function settle(draft: Draft, role: BoundRole, reaction: Reaction, before?: LocalState, message?: Message): void {
  draft.roles[role.id] = reaction.local;
  if (draft.records !== null && before !== undefined && !sameValue(before, reaction.local)) {
    draft.records.push({ kind: 'moved', role: role.id, before: before.value, after: reaction.local.value });
  }
  if (message !== undefined && reaction.outcome !== 'taken') {
    draft.records?.push({ kind: 'ignored', role: role.id, message, reason: reaction.outcome });
  }
  for (const effect of reaction.effects) applyEffect(draft, role.id, effect, message);
}

function sameValue(before: LocalState, after: LocalState): boolean {
  if (before === after) return true;
  return JSON.stringify(before.value) === JSON.stringify(after.value);
}

function applyEffect(draft: Draft, role: RoleId, effect: Effect, message: Message | undefined): void {
  switch (effect.kind) {
    case 'send':
      return send(draft, role, effect.to, effect.message);
    case 'arm':
      draft.timers[role] = [...timersOf(draft, role).filter((name) => name !== effect.delay), effect.delay].sort();
      draft.records?.push({ kind: 'armed', role, delay: effect.delay, delayMs: effect.delayMs });
      return;
    case 'disarm':
      if (!timersOf(draft, role).includes(effect.delay)) return;
      disarm(draft, role, effect.delay);
      draft.records?.push({ kind: 'disarmed', role, delay: effect.delay });
      return;
    case 'note':
      draft.records?.push({ kind: 'noted', role, what: effect.what, fields: effect.fields });
      return;
    case 'ignore':
      if (message !== undefined) draft.records?.push({ kind: 'ignored', role, message, reason: effect.reason });
      return;
  }
}

function disarm(draft: Draft, role: RoleId, delay: DelayName): void {
  draft.timers[role] = timersOf(draft, role).filter((name) => name !== delay);
}

function send(draft: Draft, from: RoleId, to: RoleId, message: Message): void {
  const channel = channelOf(draft.wiring.model, from, to);
  if (channel.kind === 'call' || channel.calls?.includes(message.type) === true) {
    draft.calls.push({ from, to, message });
    return;
  }
  const merges = channel.coalesces === true || channel.kind === 'set';
  draft.records?.push({ kind: 'sent', from, to, message, merged: merges && isInFlight(draft, channel, message) });
  draft.transfers.push({ kind: merges ? 'merge' : 'put', channel, message });
}

function runCalls(draft: Draft): void {
  for (let count = 0; draft.calls.length > 0; count += 1) {
    if (count >= CALLS_MAX)
      throw new Error(`Expected at most ${CALLS_MAX} calls in one step; the roles call each other for ever.`);
    const call = draft.calls.shift();
    if (call !== undefined) arrive(draft, call.from, call.to, call.message, 'called');
  }
}

type OnChannel = Extract<Step, { readonly from: RoleId }>;

function carry(draft: Draft, kind: Transfer['kind'], { from, to, message }: OnChannel): void {
  draft.transfers.push({ kind, channel: channelOf(draft.wiring.model, from, to), message });
}

function crash(draft: Draft, process: ProcessId, kind: CrashKind): void {
  draft.crashed = [...crashedOf(draft), process].sort();
  draft.records?.push({ kind: 'crashed', process, crash: kind });
  for (const role of draft.wiring.roles.values()) {
    if (role.process !== process) continue;
    draft.roles[role.id] = draft.reactions.crash(role.bound, localOf(draft, role.id), kind);
    draft.timers[role.id] = [];
  }
  for (const role of draft.wiring.roles.values()) {
    const isUp = !crashedOf(draft).includes(role.process);
    if (isUp && role.watches?.includes(process) === true) input(draft, role.id, { type: 'connectionLost', process });
  }
}

function restart(draft: Draft, process: ProcessId): void {
  draft.crashed = crashedOf(draft).filter((other) => other !== process);
  draft.records?.push({ kind: 'restarted', process });
  for (const role of draft.wiring.roles.values()) {
    if (role.process !== process) continue;
    const { survived } = localOf(draft, role.id).context;
    settle(draft, role, startRole(draft, role, survived ?? null));
  }
}

function localOf(draft: Draft, role: RoleId): LocalState {
  const local = draft.roles[role] ?? draft.base.roles[role];
  if (local === undefined) throw new Error(`Role ${role} has no state.`);
  return local;
}
