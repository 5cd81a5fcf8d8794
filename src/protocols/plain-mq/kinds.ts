/** What can go wrong here beside crashes and lost or doubled messages, and what an operator can repair. */
export const kinds = {
  faults: ['unroutable', 'consumer-fails', 'points-database-down'],
  repairs: ['points-database-repaired'],
} as const;

export type OwnKinds = typeof kinds;
