/** Which situation is looked at next. */
import type { Recorded } from './observation.ts';
import type { Situation } from './question.ts';

export interface Frontier {
  /** The likeliest first. */
  readonly push: (situations: readonly Situation[]) => void;
  readonly pop: () => Situation | undefined;
}

/** Where everything was recorded, the next line says where to go; where much is hidden, the simplest run is looked for. */
export function frontierFor(recorded: Recorded | undefined): Frontier {
  return isPartial(recorded) ? simplestFirst() : depthFirst();
}

/** Whether so much is hidden that a run has to be guessed. */
export function isPartial(recorded: Recorded | undefined): boolean {
  if (recorded === undefined) return false;
  return recorded.gaps === true || NEEDED.some((kind) => !recorded.kinds.includes(kind));
}

/** The kinds that lead through a run. */
const NEEDED = ['sendBegun', 'executeEnded', 'endReceived', 'appended', 'checkEnded', 'delivered'] as const;

function depthFirst(): Frontier {
  const stack: Situation[] = [];
  return { push: (situations) => stack.push(...situations.toReversed()), pop: () => stack.pop() };
}

/** By few steps and many explained observations. */
function simplestFirst(): Frontier {
  const buckets = new Map<number, Situation[]>();
  return {
    push: (situations) => {
      for (const one of situations) {
        const rank = one.steps - STEPS_PER_OBSERVATION * explained(one);
        const bucket = buckets.get(rank) ?? [];
        buckets.set(rank, bucket);
        bucket.push(one);
      }
    },
    pop: () => {
      const ranks = [...buckets].flatMap(([rank, bucket]) => (bucket.length > 0 ? [rank] : []));
      return ranks.length === 0 ? undefined : buckets.get(Math.min(...ranks))?.shift();
    },
  };
}

/** About as many steps as lie between two observations that few steps show. */
const STEPS_PER_OBSERVATION = 8;

function explained({ done }: Situation): number {
  return done.split('1').length - 1;
}
