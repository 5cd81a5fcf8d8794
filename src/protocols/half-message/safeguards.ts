/** For each of the nine steps what one would leave out to see what it is for. */
import type { Safeguard } from '../protocol.ts';
import { ack, dedup } from '../shared/safeguards.ts';

export const safeguards = [
  // No half message: what is published is visible before anybody knows whether the order will exist.
  { id: 'half', stages: [1, 5], kind: 'protocol', protocol: 'plain-mq', settings: { order: 'publish-then-commit' } },
  // The order is committed before anything is stored at the broker.
  { id: 'stored-first', stages: [2, 3], kind: 'protocol', protocol: 'plain-mq', settings: {} },
  { id: 'flush', stages: [2], kind: 'setting', setting: 'flush', on: 'sync', off: ['async'] },
  { id: 'report', stages: [4], kind: 'setting', setting: 'report', on: 'on', off: ['off'] },
  dedup(6),
  ack(7, 9),
  { id: 'check-back', stages: [8], kind: 'setting', setting: 'check-back', on: 'on', off: ['off'] },
  {
    id: 'checker',
    stages: [8],
    kind: 'setting',
    setting: 'checker',
    on: 'unknown-while-running',
    off: ['rollback-if-missing', 'commit-if-missing', 'purged-log', 'late-status', 'memory-map', 'coordinator'],
  },
] as const satisfies readonly Safeguard[];
