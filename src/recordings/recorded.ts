/** What of a run a log would have shown: the field `recorded` of the format. */
import type { Sight } from './answer.ts';
import { PRODUCERS } from '../protocols/half-message/instances.ts';
import type { ObservationKind, Recording } from './observation.ts';

/**
 * `now`: together with the rest of its step. `later`: told when the step is over, a little while after. `maybe`: not every
 * recording tells of it. `never`: the log would not have shown it.
 */
export type Coming = 'now' | 'later' | 'maybe' | 'never';

const COMING: { readonly [what in ObservationKind]?: Coming } = {
  sendReturned: 'later',
  endAnswered: 'later',
  lost: 'maybe',
  databaseEnded: 'maybe',
  // whatever arrives unasked is somebody's choice, whether or not the harness says so
  endSent: 'maybe',
};

/** How a sight of the model comes in this recording, whose producer instances are named in the model's order. */
export function comingIn({ recorded }: Recording, producers: readonly string[]): (sight: Sight) => Coming {
  if (recorded === undefined) return ({ what }) => COMING[what] ?? 'now';
  const kinds = new Set(recorded.kinds);
  const unseen: readonly unknown[] = PRODUCERS.filter((_, index) => {
    const name = producers[index];
    return recorded.places !== undefined && (name === undefined || !recorded.places.includes(name));
  });
  return ({ what, fields }) => {
    if (!kinds.has(what)) return 'never';
    if (CALLBACKS.has(what) && unseen.includes(fields['producer'])) return 'never';
    return recorded.gaps === true ? 'maybe' : (COMING[what] ?? 'now');
  };
}

const CALLBACKS: ReadonlySet<ObservationKind> = new Set(['executeBegun', 'executeEnded', 'checkBegun', 'checkEnded']);

/** Whether a kind would have been shown without a gap: what is not there did not happen. */
export function isWhole({ recorded }: Recording, what: ObservationKind): boolean {
  return recorded === undefined || (recorded.gaps !== true && recorded.kinds.includes(what));
}
