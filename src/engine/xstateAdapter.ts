/**
 * The only place where XState is asked anything: machines are evaluated as `initialTransition` and `transition` do it,
 * never started. Casts live here, because a machine's own types end where the engine's plain data begins.
 */
import {
  getNextTransitions,
  initialTransition,
  type AnyActorLogic,
  type AnyActorScope,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from 'xstate';
import { keyOf, sorted, type Data, type DataObject } from './data.ts';
import type { CrashKind, DelayName, Message, RoleId, RoleSpec, Settings } from './model.ts';
import type { NoteFields } from './record.ts';
import { observed } from './settingsRead.ts';
import type { LocalState } from './world.ts';

export type Machine = AnyStateMachine;

/** What a role wants done, in order. */
export type Effect =
  | { readonly kind: 'send'; readonly to: RoleId; readonly message: Message }
  | { readonly kind: 'arm'; readonly delay: DelayName; readonly delayMs: number }
  | { readonly kind: 'disarm'; readonly delay: DelayName }
  | { readonly kind: 'note'; readonly what: string; readonly fields: NoteFields }
  | { readonly kind: 'ignore'; readonly reason: string };

export interface Reaction {
  readonly local: LocalState;
  readonly effects: readonly Effect[];
  /** `unhandled`: no active state lists the input, a hole in the specification. `refused`: every guard said no. */
  readonly outcome: 'taken' | 'refused' | 'unhandled';
}

/** A guard that says no, with the context that it looked at. */
export interface GuardRefusal {
  readonly guard: string;
  readonly context: DataObject;
}

/**
 * A role's machine bound to a protocol's settings. The machine finds them as `context.settings`, like any other part of its
 * context; here they are added on the way in and taken out on the way out, so that no local state holds them.
 */
export interface Bound {
  readonly machine: Machine;
  readonly durable: RoleSpec['durable'];
  readonly settings: Settings;
  /** The same, as the machine sees them: what it reads is observed. */
  readonly seen: Settings;
}

export function bind({ machine, durable }: Pick<RoleSpec, 'machine' | 'durable'>, settings: Settings): Bound {
  return { machine, durable, settings, seen: observed(settings) };
}

/** Which role starts, and with what it kept; null at the very first start. */
export interface FirstInput {
  readonly role: RoleId;
  readonly recovered: Data;
}

/** The first state of a role, at the start or after a crash. */
export function start({ machine, seen }: Bound, first: FirstInput): Reaction {
  const [snapshot, actions] = initialTransition(machine, { settings: seen, ...first });
  return { local: localState(snapshot), effects: actions.flatMap(effectsOf), outcome: 'taken' };
}

/** What a role does with a message. */
export function react(bound: Bound, local: LocalState, message: Message): Reaction {
  const before = snapshotOf(bound, local);
  if (!before.can(message)) {
    const isListed = getNextTransitions(before).some((candidate) => candidate.eventType === message.type);
    return { local, effects: [], outcome: isListed ? 'refused' : 'unhandled' };
  }
  const [after, actions] = evaluated(bound.machine, before, message);
  return { local: localState(after), effects: actions.flatMap(effectsOf), outcome: 'taken' };
}

/** What a role does when one of its armed delays is over. */
export function fire(bound: Bound, local: LocalState, delay: DelayName): Reaction {
  return react(bound, local, firing(bound, local, delay));
}

/** The event by which XState knows that a delay is over. */
export function firing(bound: Bound, local: LocalState, delay: DelayName): Message {
  const prefix = `${AFTER}${delay}.`;
  const candidate = candidates(bound, local).find((next) => next.eventType.startsWith(prefix));
  if (candidate === undefined) throw new Error(`No active state of ${bound.machine.id} has the delay ${delay}.`);
  return { type: candidate.eventType };
}

/** Whether a message would be taken now. */
export function takes(bound: Bound, local: LocalState, message: Message): boolean {
  return snapshotOf(bound, local).can(message);
}

/** The guards that keep a message from being taken now; empty when no active state lists it at all. */
export function refusingGuards(bound: Bound, local: LocalState, message: Message): readonly GuardRefusal[] {
  return candidates(bound, local)
    .filter((candidate) => candidate.eventType === message.type && candidate.guard !== undefined)
    .map((candidate) => ({ guard: guardName(candidate.guard), context: local.context }));
}

/** The types of input that the active states list. */
export function listedInputs(bound: Bound, local: LocalState): readonly string[] {
  return candidates(bound, local).map((candidate) => candidate.eventType);
}

/** Every transition out of the active states, in the order in which they are tried, whatever their guards say. */
export function candidates(bound: Bound, local: LocalState): ReturnType<typeof getNextTransitions> {
  return getNextTransitions(snapshotOf(bound, local));
}

/** What is left of a role while its process is down: what its declaration lets survive of a context that its own machine made. */
export function crash({ durable, seen }: Bound, { context }: LocalState, kind: CrashKind): LocalState {
  const survived = durable({ ...context, settings: seen } as never, kind);
  return { value: 'crashed', context: { survived, crash: kind } };
}

/**
 * What XState's `transition` gives for a machine, but for one thing: that makes an actor for every call, only to say in
 * whose name the machine is asked, and it costs more than the call. Here all are asked in the name of one.
 */
function evaluated(
  machine: Machine,
  before: AnyMachineSnapshot,
  event: Message,
): readonly [AnyMachineSnapshot, readonly MachineAction[]] {
  const actions: MachineAction[] = [];
  const actionExecutor = (action: MachineAction): number => actions.push(action);
  return [machine.transition(before, event, { ...scope, actionExecutor }), actions];
}

/** The scope in which XState itself evaluates without running anything. */
export const scope = inertScope();

function inertScope(): AnyActorScope {
  const scopes: AnyActorScope[] = [];
  const nothing = { status: 'active', output: undefined, error: undefined } as const;
  const listener: AnyActorLogic = {
    getInitialSnapshot: (own) => {
      scopes.push(own);
      return nothing;
    },
    transition: () => nothing,
    getPersistedSnapshot: () => nothing,
  };
  initialTransition(listener);
  const [found] = scopes;
  if (found === undefined) throw new Error('Expected XState to evaluate in a scope.');
  return found;
}

export const AFTER = 'xstate.after.';
const snapshots = new WeakMap<LocalState, { readonly of: Bound; readonly snapshot: AnyMachineSnapshot }>();
const interned = new Map<string, LocalState>();
/** Then all are forgotten: equal states made before and after are two objects, which costs asking once more. */
const INTERNED_MAX = 500_000;

/** XState's own view of a local state. */
export function snapshotOf(bound: Bound, local: LocalState): AnyMachineSnapshot {
  const known = snapshots.get(local);
  if (known?.of === bound) return known.snapshot;
  const context = { ...local.context, settings: bound.seen };
  const snapshot: AnyMachineSnapshot = bound.machine.resolveState({ value: local.value as never, context });
  snapshots.set(local, { of: bound, snapshot });
  return snapshot;
}

/**
 * Equal local states are one object, so that reactions can be remembered by identity; which of them was made first makes
 * no difference, because what is inside the fields of a context is kept in one order.
 */
function localState(snapshot: AnyMachineSnapshot): LocalState {
  const { settings: _, ...context } = snapshot.context as DataObject;
  const made: LocalState = { value: snapshot.value as Data, context };
  const key = keyOf(made);
  const known = interned.get(key);
  if (known !== undefined) return known;
  if (interned.size >= INTERNED_MAX) interned.clear();
  const fields = Object.entries(context).map(([name, field]) => [name, field === undefined ? field : sorted(field)]);
  const local: LocalState = { value: made.value, context: Object.fromEntries(fields) };
  interned.set(key, local);
  return local;
}

interface MachineAction {
  readonly type: string;
  readonly params: unknown;
}

function effectsOf(action: MachineAction): readonly Effect[] {
  switch (action.type) {
    case 'xstate.raise': {
      const { id, delay } = action.params as { id?: string; delay?: number };
      return id?.startsWith(AFTER) && delay !== undefined
        ? [{ kind: 'arm', delay: delayName(id), delayMs: delay }]
        : [];
    }
    case 'xstate.cancel': {
      const { sendId } = action.params as { sendId: string };
      return [{ kind: 'disarm', delay: delayName(sendId) }];
    }
    case 'send': {
      const { to, message } = action.params as { to: RoleId; message: Message };
      return [{ kind: 'send', to, message }];
    }
    case 'sendAll': {
      const { envelopes } = action.params as { envelopes: readonly { to: RoleId; message: Message }[] };
      return envelopes.map(({ to, message }) => ({ kind: 'send', to, message }));
    }
    case 'note': {
      const { what, ...fields } = action.params as NoteFields & { what: string };
      return [{ kind: 'note', what, fields }];
    }
    case 'noteAll': {
      const { notes } = action.params as { notes: readonly (NoteFields & { what: string })[] };
      return notes.map(({ what, ...fields }) => ({ kind: 'note', what, fields }));
    }
    case 'ignore':
      return [{ kind: 'ignore', reason: (action.params as { reason: string }).reason }];
    default:
      throw new Error(
        `Expected one of the actions send, sendAll, note, noteAll, ignore; a machine gave ${action.type}.`,
      );
  }
}

function delayName(timerId: string): DelayName {
  const rest = timerId.slice(AFTER.length);
  return rest.slice(0, rest.indexOf('.'));
}

function guardName(guard: unknown): string {
  return typeof guard === 'string' ? guard : ((guard as { type?: string }).type ?? 'guard');
}
