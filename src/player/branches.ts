import { keyOf } from '../engine/data.ts';
import type { Step } from '../engine/step.ts';

/** A kept future: a whole run that shares its first `at` steps with the present one. */
export interface Branch {
  readonly id: string;
  readonly at: number;
  readonly steps: readonly Step[];
}

/** More kept futures than this would help nobody: the oldest is let go. */
const BRANCHES_MAX = 8;

/** The branches after the run changed from `left` to `present`: what was left is kept unless `present` contains it. */
export function keepBranch(
  branches: readonly Branch[],
  left: readonly Step[],
  present: readonly Step[],
): readonly Branch[] {
  const kept = [...branches, { id: freshId(branches), at: 0, steps: left }];
  return kept
    .map((branch) => ({ ...branch, at: sharedLength(branch.steps, present) }))
    .filter(
      ({ at, steps }, index, all) =>
        at < steps.length && !all.slice(0, index).some((other) => contains(other.steps, steps)),
    )
    .slice(-BRANCHES_MAX);
}

function contains(whole: readonly Step[], part: readonly Step[]): boolean {
  return sharedLength(whole, part) === part.length;
}

/** How many first steps two runs share. */
function sharedLength(left: readonly Step[], right: readonly Step[]): number {
  const differs = left.findIndex((step, index) => {
    const other = right[index];
    return other === undefined || (other !== step && keyOf(other) !== keyOf(step));
  });
  return differs < 0 ? left.length : differs;
}

function freshId(branches: readonly Branch[]): string {
  const numbers = branches.map(({ id }) => Number(id.slice(1)));
  return `b${Math.max(0, ...numbers) + 1}`;
}
