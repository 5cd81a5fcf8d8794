/** What was recorded against what the model shows. */
import type { World } from '../engine/world.ts';
import { read } from '../protocols/half-message/read.ts';
import type { Sight } from './answer.ts';
import { has, withIndex, type Done } from './lanes.ts';
import type { Question } from './question.ts';
import type { Shown } from './shown.ts';

/** What a step's sights explain. */
export interface Matched {
  readonly done: Done;
  readonly matches: readonly { readonly observation: number; readonly shown: Shown }[];
  readonly missing: readonly Sight[];
}

/** Every sight takes the first observation that says the same and is not taken yet. */
export function matched({ sights, lanes, recorded }: Question, before: Done, shown: readonly Shown[]): Matched {
  let done = before;
  const matches: { observation: number; shown: Shown }[] = [];
  const missing: Sight[] = [];
  for (const one of shown) {
    const observation = sights.findIndex(
      (sight, index) =>
        !has(done, index) &&
        says(sight, one.sight) &&
        // where lines may be missing, what cannot have been seen yet is another one that is missing
        (recorded?.gaps !== true || lanes.mayBe(withIndex(done, index), [index])),
    );
    if (observation >= 0) {
      done = withIndex(done, observation);
      matches.push({ observation, shown: one });
    } else if (one.comes === 'now') {
      missing.push(one.sight);
    }
  }
  return { done, matches, missing };
}

/** Whether what was recorded is what the model shows; a field that was not recorded says nothing. */
export function says(recorded: Sight | undefined, shown: Sight): boolean {
  if (recorded?.what !== shown.what) return false;
  return Object.entries(recorded.fields).every(([field, value]) => isSame(value, shown.fields[field]));
}

/** Whether an observation is of this kind, with these values where they were recorded. */
export function isSuch({ what, fields }: Sight, wanted: Sight['what'], values: Sight['fields']): boolean {
  return (
    what === wanted &&
    Object.entries(values).every(([field, value]) => fields[field] === undefined || isSame(value, fields[field]))
  );
}

/** The model may permit several values where one was recorded. */
function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(other) && !Array.isArray(one)) return other.includes(one);
  return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
}

/** Whether a look at the state is right, or a mark that needs nothing. */
export function holds(sight: Sight, world: World): boolean {
  if (sight.what === 'ended' || sight.what === 'other') return true;
  if (sight.what !== 'cursors' || world.crashed.includes('broker')) return false;
  const { checker, halfTopic } = read(world);
  const shown = {
    half: [checker.cursors.half, halfTopic.half.length],
    op: [checker.cursors.op, halfTopic.op.length],
    discarded: checker.discarded.length,
  };
  return JSON.stringify(sight.fields) === JSON.stringify(shown);
}
