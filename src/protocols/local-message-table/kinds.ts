/** What can go wrong here beside crashes and lost or doubled messages, and what an operator can repair. */
export const kinds = {
  faults: [
    'order-cancelled',
    'failover',
    'position-lost',
    'row-always-fails',
    'unroutable',
    'consumer-fails',
    'points-database-down',
    'consumer-refuses',
    'marker-purged',
  ],
  repairs: ['row-replayed', 'row-mended', 'points-database-repaired'],
} as const;

export type OwnKinds = typeof kinds;
