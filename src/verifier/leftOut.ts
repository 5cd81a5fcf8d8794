import type { Protocol } from '../protocols/protocol.ts';
import { NO_MISHAPS } from './budget.ts';
import type { MishapBudget } from './question.ts';

/** The kinds for which a question has no budget. */
export function leftOutBy(
  { kinds: { faults, repairs } }: Protocol,
  mishaps: MishapBudget = NO_MISHAPS,
): readonly string[] {
  const { kinds, others, persons } = mishaps;
  return [
    ...faults.filter((kind) => (kinds[kind] ?? others) === 0),
    ...repairs.filter((kind) => (kinds[kind] ?? persons) === 0),
  ];
}
