import type { DataObject } from '../../engine/data.ts';
import type { CrashKind, DelayName, Model, ProcessId, RoleId } from '../../engine/model.ts';
import { remembered } from '../../engine/remembered.ts';
import { contextAtStart } from '../../engine/statechart.ts';
import { isCrashed, type LocalState } from '../../engine/world.ts';
import { frameOf, previousFrameOf, timelineOf } from '../../player/selectors.ts';
import type { SessionState } from '../../player/session.ts';
import { filledFields, isSame } from './fieldsModel.ts';

export interface RoleView {
  readonly role: RoleId;
  readonly machine: string;
  /** What it knows; while its process is down, what it will know again. */
  readonly context: DataObject;
  /** The same before this step. */
  readonly before: DataObject;
  readonly timers: readonly { readonly delay: DelayName; readonly inMs: number }[];
  /** Null while its process is up. */
  readonly loss: Loss | null;
}

/** What a crash did to a role: names of fields of its context. */
export interface Loss {
  readonly kind: CrashKind;
  readonly survived: readonly string[];
  readonly gone: readonly string[];
}

export interface ProcessView {
  readonly process: ProcessId;
  readonly isCrashed: boolean;
  readonly roles: readonly RoleView[];
}

/** Every role as it is, by process. */
export function processViews(state: SessionState): readonly ProcessView[] {
  const { engine } = timelineOf(state);
  const { world, timers, timeMs } = frameOf(state);
  return engine.model.processes.map(({ id }) => ({
    process: id,
    isCrashed: isCrashed(world, id),
    roles: engine.model.roles
      .filter(({ process }) => process === id)
      .map(({ id: role, machine }) => ({
        role,
        machine: machine.id,
        ...contextsOf(state, role),
        timers: timers
          .filter((timer) => timer.role === role)
          .map(({ delay, dueMs }) => ({ delay, inMs: Math.max(0, dueMs - timeMs) })),
      })),
  }));
}

function contextsOf(state: SessionState, role: RoleId): Pick<RoleView, 'context' | 'before' | 'loss'> {
  const { model } = timelineOf(state).engine;
  const { world } = frameOf(state);
  const own = contextIn(model, role, world.roles[role]);
  const previous = previousFrameOf(state);
  const before = previous === null ? own : contextIn(model, role, previous.world.roles[role]);
  return { context: own, before, loss: lossOf(state, role) };
}

const NOTHING: DataObject = {};

/** What a role knows, or will know again. */
function contextIn(model: Model, role: RoleId, local: LocalState | undefined): DataObject {
  if (local === undefined) return NOTHING;
  return local.value === 'crashed' ? contextAgain(model, role, local) : local.context;
}

const contextAgain = remembered((model: Model, role: RoleId, local: LocalState): DataObject => {
  const { again, first } = startsOf(model, role, local);
  return pick(again, survivors(again, first));
});

/** How a role whose process is down would start again, and how it started. */
function startsOf(model: Model, role: RoleId, { context }: LocalState) {
  const again = contextAtStart(model, role, context['survived'] ?? null);
  return { again, first: contextAtStart(model, role, null) };
}

function lossOf(state: SessionState, role: RoleId): Loss | null {
  const { frames, engine } = timelineOf(state);
  const { world, index } = frameOf(state);
  const local = world.roles[role];
  if (local?.value !== 'crashed') return null;
  const alive = frames
    .slice(0, index)
    .map((frame) => frame.world.roles[role])
    .findLast((known) => known !== undefined && known.value !== 'crashed');
  return lossIn(engine.model, role, local, alive?.context ?? NOTHING);
}

const lossIn = remembered((model: Model, role: RoleId, local: LocalState, known: DataObject): Loss => {
  const { again, first } = startsOf(model, role, local);
  return {
    kind: local.context['crash'] === 'machine' ? 'machine' : 'process',
    survived: survivors(again, first),
    gone: filledFields(known).filter((name) => !isSame(known[name], again[name]) && !isSame(known[name], first[name])),
  };
});

/** What a role knows from before its crash: what it would not know when it starts for the first time. */
function survivors(again: DataObject, first: DataObject): readonly string[] {
  return filledFields(again).filter((name) => !isSame(again[name], first[name]));
}

function pick(context: DataObject, fields: readonly string[]): DataObject {
  return Object.fromEntries(fields.map((name) => [name, context[name] ?? null]));
}
