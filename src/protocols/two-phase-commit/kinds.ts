/** What can go wrong here beside crashes and lost or doubled messages, and what an operator can repair. */
export const kinds = {
  faults: ['heuristic-outcome'],
  repairs: [],
} as const;

export type OwnKinds = typeof kinds;
