/** A role's machine as a statechart, and the transitions of it that a step takes or that are possible now. */
import { applyStep } from './apply.ts';
import { keyOf, type Data, type DataObject } from './data.ts';
import type { DelayName, Message, Model, RoleId } from './model.ts';
import { remembered } from './remembered.ts';
import { plainReactions, type Reactions } from './reactions.ts';
import type { Step } from './step.ts';
import { wiringOf } from './wiring.ts';
import type { LocalState, World } from './world.ts';
import { AFTER, candidates, firing, scope, snapshotOf, type Bound, type Machine } from './xstateAdapter.ts';

/** What makes a transition: an input of this type, the end of a delay (`after <name>`), or nothing but a condition (`always`). */
export type Trigger = string;

export interface Transition {
  /** Ids of states, from the machine's on: `producer.sender.idle`. */
  readonly source: string;
  readonly trigger: Trigger;
  /** Null where the state stays as it is. */
  readonly target: string | null;
}

/** What a transition waits for, by the name that the machine gives it, and what it is told to look at. */
export interface Guard {
  readonly name: string;
  readonly params: { readonly [name: string]: string };
}

/** A transition with the guard that lets it through; null for one without. */
export interface GuardedTransition extends Transition {
  readonly guard: Guard | null;
}

/** A way out of the states that a role is in. */
export interface WayOut extends GuardedTransition {
  /** Others with the same trigger are tried before it. */
  readonly isOtherwise: boolean;
}

export interface ChartState {
  readonly id: string;
  /** Its own name, without those of the states around it. */
  readonly name: string;
  readonly isParallel: boolean;
  /** The id of the state in which it begins. */
  readonly initial: string | null;
  readonly states: readonly ChartState[];
  /** Those that do something, each once, in the order in which they are tried. */
  readonly transitions: readonly Transition[];
}

/** A machine as it is written. */
export function statechartOf({ root }: Machine): ChartState {
  return stateOf(root);
}

/** Equal for transitions that look the same: which guard let one through makes no difference. */
export function transitionKey({ source, trigger, target }: Transition): string {
  return `${source} ${trigger} ${target ?? ''}`;
}

/** Which transitions each role takes in a step that is possible in this world; roles that take none are absent. */
export function transitionsOfStep(
  model: Model,
  world: World,
  step: Step,
): ReadonlyMap<RoleId, readonly GuardedTransition[]> {
  const wiring = wiringIn(model);
  const roleOf = new Map([...wiring.roles.values()].map(({ id, bound }) => [bound, id]));
  const taken = new Map<RoleId, readonly GuardedTransition[]>();
  const note = (bound: Bound, transitions: readonly GuardedTransition[]): void => {
    const role = roleOf.get(bound) ?? '';
    taken.set(role, [...(taken.get(role) ?? []), ...transitions]);
  };
  const watching: Reactions = {
    ...plainReactions,
    react: (bound, local, message) => {
      note(bound, taking(bound, local, message));
      return plainReactions.react(bound, local, message);
    },
    fire: (bound, local, delay) => {
      note(bound, taking(bound, local, firing(bound, local, delay)));
      return plainReactions.fire(bound, local, delay);
    },
  };
  applyStep(wiring, watching, world, step);
  return taken;
}

/** What a role would do with an input in this world, inputs of its own process that follow left aside. */
export function transitionsAt(
  model: Model,
  world: World,
  role: RoleId,
  input: Message | DelayName,
): readonly GuardedTransition[] {
  const bound = wiringIn(model).roles.get(role)?.bound;
  const local = world.roles[role];
  if (bound === undefined || local === undefined) return [];
  return taking(bound, local, typeof input === 'string' ? firing(bound, local, input) : input);
}

/** Every way out of the states in which a role is, whether or not it is open now, in the order in which they are tried. */
export function waysOut(model: Model, world: World, role: RoleId): readonly WayOut[] {
  const bound = wiringIn(model).roles.get(role)?.bound;
  const local = world.roles[role];
  return bound === undefined || local === undefined ? [] : waysOutOf(bound, local);
}

const waysOutOf = remembered((bound: Bound, local: LocalState): readonly WayOut[] => {
  const tried: Definition[] = [];
  return candidates(bound, local).flatMap((definition): readonly WayOut[] => {
    const earlier = tried.filter((other) => isTriedBefore(other, definition));
    tried.push(definition);
    if (!doesSomething(definition) || earlier.some(({ guard }) => guard === undefined)) return [];
    return [{ ...guardedOf(definition), isOtherwise: earlier.length > 0 }];
  });
});

/** For the same input: regions of a parallel state do not stand in each other's way, nor in that of what they share. */
function isTriedBefore(earlier: Definition, { source, eventType }: Definition): boolean {
  if (earlier.eventType !== eventType) return false;
  return earlier.source === source || (source.type !== 'parallel' && earlier.source.id.startsWith(`${source.id}.`));
}

/** The context with which a role whose process is down would start again; without `survived`, that of its very first start. */
export function contextAtStart(model: Model, role: RoleId, survived: Data): DataObject {
  const bound = wiringIn(model).roles.get(role)?.bound;
  return bound === undefined ? {} : plainReactions.start(bound, { role, recovered: survived }).local.context;
}

const wiringIn = remembered(wiringOf);

type Node = Machine['root'];
type Definition = ReturnType<typeof candidates>[number];

function stateOf(node: Node): ChartState {
  return {
    id: node.id,
    name: node.key,
    isParallel: node.type === 'parallel',
    initial: node.type === 'compound' ? (node.initial.target?.[0]?.id ?? null) : null,
    states: Object.values(node.states).map(stateOf),
    transitions: distinct([...node.transitions.values(), node.always ?? []].flat().filter(doesSomething)),
  };
}

function doesSomething({ target, actions }: Definition): boolean {
  return target !== undefined || actions.length > 0;
}

function distinct(definitions: readonly Definition[]): readonly Transition[] {
  return [...new Map(definitions.map(transitionOf).map((one) => [transitionKey(one), one])).values()];
}

function transitionOf({ source, eventType, target }: Definition): Transition {
  return { source: source.id, trigger: triggerOf(eventType), target: target?.[0]?.id ?? null };
}

function guardedOf(definition: Definition): GuardedTransition {
  return { ...transitionOf(definition), guard: guardOf(definition) };
}

/** As a machine writes it: a name, or a name with what it is told; [MT18] finds any other. */
function guardOf({ guard }: Definition): Guard | null {
  if (typeof guard === 'string') return { name: guard, params: {} };
  if (typeof guard !== 'object' || !('type' in guard)) return null;
  const params = 'params' in guard && typeof guard.params === 'object' ? { ...guard.params } : {};
  const told = Object.entries(params).map(([name, value]) => [name, String(value)] as const);
  return { name: guard.type, params: Object.fromEntries(told) };
}

function triggerOf(eventType: string): Trigger {
  if (eventType === '') return 'always';
  if (!eventType.startsWith(AFTER)) return eventType;
  const rest = eventType.slice(AFTER.length);
  return `after ${rest.slice(0, rest.indexOf('.'))}`;
}

/** XState tells whoever inspects a machine which transitions it has selected, those that need no input included. */
interface Microstep {
  readonly type: string;
  readonly _transitions?: readonly Definition[];
}

function taking(bound: Bound, local: LocalState, message: Message): readonly GuardedTransition[] {
  const known = takenFrom(bound, local);
  const key = keyOf(message);
  const answer = known.get(key) ?? selected(bound, local, message);
  known.set(key, answer);
  return answer;
}

/** By message. Equal local states are one object, so that a step asks only the roles that it has moved. */
const takenFrom = remembered((_bound: Bound, _local: LocalState) => new Map<string, readonly GuardedTransition[]>());

function selected(bound: Bound, local: LocalState, message: Message): readonly GuardedTransition[] {
  const before = snapshotOf(bound, local);
  if (!before.can(message)) return [];
  const taken: Definition[] = [];
  const system = Object.assign({}, scope.system, {
    _sendInspectionEvent: ({ _transitions = [] }: Microstep): void => void taken.push(..._transitions),
  });
  bound.machine.transition(before, message, { ...scope, system, actionExecutor: () => undefined });
  const told = taken.filter(doesSomething).map(guardedOf);
  return [...new Map(told.map((one) => [transitionKey(one), one])).values()];
}
