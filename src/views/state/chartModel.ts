/** What of a role's statechart is marked at a frame: where it is, what it has just done, what it could do now and why. */
import type { Data } from '../../engine/data.ts';
import type { Model, RoleId } from '../../engine/model.ts';
import {
  transitionKey,
  transitionsAt,
  transitionsOfStep,
  waysOut,
  type GuardedTransition,
  type Transition,
  type WayOut,
} from '../../engine/statechart.ts';
import { remembered } from '../../engine/remembered.ts';
import type { Step } from '../../engine/step.ts';
import type { World } from '../../engine/world.ts';
import { frameOf, previousFrameOf, timelineOf } from '../../player/selectors.ts';
import type { SessionState } from '../../player/session.ts';

export interface ChartMarks {
  /** Ids of the states in which the role is, with those around them. */
  readonly lit: ReadonlySet<string>;
  /** Keys of transitions. */
  readonly taken: ReadonlySet<string>;
  readonly possible: ReadonlySet<string>;
}

/** What a mark says of one transition. */
export type Look = 'taken' | 'possible' | 'plain';

/** How the transitions between two states look, in the order of their triggers, as one text: equal where nothing changed. */
export function looksOf(
  { taken, possible }: ChartMarks,
  between: Pick<Transition, 'source' | 'target'>,
  triggers: readonly string[],
): string {
  const lookOf = (trigger: string): Look => {
    const key = transitionKey({ ...between, trigger });
    if (taken.has(key)) return 'taken';
    return possible.has(key) ? 'possible' : 'plain';
  };
  return triggers.map(lookOf).join(' ');
}

/** The looks that such a text holds. */
export function looksIn(looks: string): readonly Look[] {
  return looks.split(' ').map((look) => (look === 'taken' || look === 'possible' ? look : 'plain'));
}

export interface RoleMoves {
  readonly marks: ChartMarks;
  /** The innermost states. */
  readonly states: readonly string[];
  readonly taken: readonly GuardedTransition[];
  /** What is in flight to it, armed or on offer, and where that would lead. */
  readonly possible: readonly Cause[];
  /** Every way out of its states, in the order in which they are tried. */
  readonly ways: readonly Way[];
}

export interface Cause {
  readonly step: Step;
  readonly moves: readonly GuardedTransition[];
}

export interface Way extends WayOut {
  /** Something that is in flight, armed or on offer would take it now. */
  readonly isPossible: boolean;
}

/** The moves of a role; while its process is down it is in no state. */
export function roleMoves(state: SessionState, role: RoleId): RoleMoves {
  const { engine } = timelineOf(state);
  const { world, step } = frameOf(state);
  const previous = previousFrameOf(state);
  const local = world.roles[role];
  const machine = engine.model.roles.find(({ id }) => id === role)?.machine.id ?? '';
  const isDown = local === undefined || local.value === 'crashed';
  const lit = isDown ? [] : activeIds(machine, local.value);
  const taken = previous === null || step === null ? [] : (takenIn(engine.model, previous.world, step).get(role) ?? []);
  const possible = isDown ? [] : causesOf(engine.model, world, role, engine.enabled(world));
  return {
    marks: {
      lit: new Set(lit),
      taken: new Set(taken.map(transitionKey)),
      possible: new Set(possible.flatMap(({ moves }) => moves.map(transitionKey))),
    },
    states: lit.filter((id) => !lit.some((other) => other.startsWith(`${id}.`))),
    taken,
    possible,
    ways: isDown ? [] : waysIn(engine.model, world, role, possible),
  };
}

function waysIn(model: Model, world: World, role: RoleId, possible: readonly Cause[]): readonly Way[] {
  const open = new Set(possible.flatMap(({ moves }) => moves.map(wayKey)));
  return waysOut(model, world, role).map((way) => ({ ...way, isPossible: open.has(wayKey(way)) }));
}

/** Equal for transitions that are one and the same: also let through by the same guard. */
export function wayKey({ guard, ...transition }: GuardedTransition): string {
  return `${transitionKey(transition)} ${guard?.name ?? ''}`;
}

/** @example activeIds('p', { sender: 'idle', pool: {} }) // ['p', 'p.sender', 'p.sender.idle', 'p.pool'] */
export function activeIds(id: string, value: Data): readonly string[] {
  if (typeof value === 'string') return [id, `${id}.${value}`];
  if (value === null || typeof value !== 'object') return [id];
  return [id, ...Object.entries(value).flatMap(([name, inner]) => activeIds(`${id}.${name}`, inner ?? null))];
}

const takenIn = remembered(transitionsOfStep);

function causesOf(model: Model, world: World, role: RoleId, enabled: readonly Step[]): readonly Cause[] {
  return enabled.flatMap((step) => {
    const input = inputFor(role, step);
    const moves = input === null ? [] : transitionsAt(model, world, role, input);
    return moves.length === 0 ? [] : [{ step, moves }];
  });
}

/** What a step gives to a role; null for one that gives it nothing. */
function inputFor(role: RoleId, step: Step): Parameters<typeof transitionsAt>[3] | null {
  switch (step.kind) {
    case 'deliver':
      return step.to === role ? step.message : null;
    case 'fire':
      return step.role === role ? step.delay : null;
    case 'choose':
      return step.role === role ? step.message : null;
    case 'drop':
    case 'duplicate':
    case 'crash':
    case 'restart':
      return null;
  }
}
