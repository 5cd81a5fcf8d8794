/** What the reader did can be undone: the runs before each act, and those that were undone. */
import type { SessionState } from './session.ts';

/** A run as it stood before an act. */
export interface Snapshot extends Pick<SessionState, 'protocol' | 'settings' | 'steps' | 'cursor' | 'branches'> {
  /** The act was only to go on at the end of the run: going on further belongs to it. */
  readonly isGoingOn: boolean;
}

/** Undoing goes back no further than the run that a link opened: `visit` counts such runs. */
export interface Acts {
  readonly visit: number;
  readonly undoable: readonly Snapshot[];
  readonly redoable: readonly Snapshot[];
}

/** More acts than this are not remembered. */
const ACTS_MAX = 200;

export const NO_ACTS: Acts = { visit: 0, undoable: [], redoable: [] };

/** The acts after one more. */
export function actsAfter(state: SessionState, isGoingOn: boolean): Acts {
  const { undoable, redoable, visit } = state.acts;
  if (isGoingOn && redoable.length === 0 && undoable.at(-1)?.isGoingOn === true) return state.acts;
  return { visit, undoable: [...undoable, snapshotOf(state, isGoingOn)].slice(-ACTS_MAX), redoable: [] };
}

/** A new beginning, from which nothing is undone. */
export function newVisit({ acts }: SessionState): Acts {
  return { ...NO_ACTS, visit: acts.visit + 1 };
}

export function undone(state: SessionState): Partial<SessionState> | null {
  const last = state.acts.undoable.at(-1);
  if (last === undefined) return null;
  const { visit, undoable, redoable } = state.acts;
  const acts = { visit, undoable: undoable.slice(0, -1), redoable: [...redoable, snapshotOf(state, last.isGoingOn)] };
  return { ...restored(last), acts };
}

export function redone(state: SessionState): Partial<SessionState> | null {
  const next = state.acts.redoable.at(-1);
  if (next === undefined) return null;
  const { visit, undoable, redoable } = state.acts;
  const acts = { visit, undoable: [...undoable, snapshotOf(state, next.isGoingOn)], redoable: redoable.slice(0, -1) };
  return { ...restored(next), acts };
}

function snapshotOf({ protocol, settings, steps, cursor, branches }: SessionState, isGoingOn: boolean): Snapshot {
  return { protocol, settings, steps, cursor, branches, isGoingOn };
}

function restored({ protocol, settings, steps, cursor, branches }: Snapshot): Partial<SessionState> {
  return { protocol, settings, steps, cursor, branches, problem: null, isPlaying: false, selection: null };
}
