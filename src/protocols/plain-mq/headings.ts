import type { RunsByHeading } from '../shared/headings.ts';

/** Which named run stands under which heading of the menu. */
export const headings: RunsByHeading = {
  plain: ['clean', 'rollback', 'publish-first'],
  order: ['crash-between', 'retry-dies', 'new-order-after-crash', 'publish-first-crash', 'publish-first-rollback'],
  network: [
    'broker-refuses',
    'retry-helps',
    'confirm-lost',
    'confirm-lost-retried',
    'confirm-lost-retried-dedup',
    'broker-dedup',
    'publish-first-timeout',
    'confirm-never-comes',
    'confirm-never-comes-restart',
    'publish-first-refused',
  ],
  broker: ['confirmed-not-kept', 'returned', 'power-loss', 'publish-first-returned'],
  points: ['consumer-crash', 'consumer-crash-no-dedup', 'auto-ack', 'poison', 'points-database-down'],
  sequence: ['points-before-order'],
};
