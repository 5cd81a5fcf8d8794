/** Instructions as numbers. */
import type { Instruction } from './instruction.ts';

export type OpName = Instruction['do'];

export const OPS = {
  wait: 0,
  tick: 1,
  take: 2,
  give: 3,
  serve: 4,
  mark: 5,
  fork: 6,
  join: 7,
  jump: 8,
  branch: 9,
  hand: 10,
  retry: 11,
  end: 12,
  gather: 13,
  release: 14,
  rest: 15,
  ask: 16,
  settle: 17,
  zone: 18,
  'let-go': 19,
  watch: 20,
  met: 21,
  return: 22,
  again: 23,
} as const satisfies { readonly [name in OpName]: number };

/** Strands and events that there is room for at first; doubled when it is not enough. */
export const INITIAL_CAPACITY = 1_024;
