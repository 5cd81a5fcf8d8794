/** What one would leave out of the local message table to see what it is for. */
import type { Safeguard } from '../protocol.ts';
import { ack, dedup } from '../shared/safeguards.ts';

export const safeguards = [
  { id: 'row', stages: [1], kind: 'setting', setting: 'row', on: 'same-tx', off: ['order-first', 'row-first'] },
  { id: 'database', stages: [1], kind: 'setting', setting: 'database', on: 'durable', off: ['async-replica'] },
  { id: 'relay', stages: [2], kind: 'setting', setting: 'relay', on: 'polling', off: ['log-tailing'] },
  { id: 'claim', stages: [2], kind: 'setting', setting: 'claim', on: 'lock', off: ['lease', 'none'] },
  { id: 'poll', stages: [2, 7], kind: 'setting', setting: 'poll', on: 'by-status', off: ['by-cursor'] },
  { id: 'publish', stages: [3], kind: 'setting', setting: 'publish', on: 'then-mark', off: ['after-mark'] },
  { id: 'mandatory', stages: [3], kind: 'setting', setting: 'mandatory', on: 'on', off: ['off'] },
  { id: 'broker-dedup', stages: [3], kind: 'setting', setting: 'broker-dedup', on: 'window', off: ['none'] },
  { id: 'broker', stages: [3], kind: 'setting', setting: 'broker', on: 'durable', off: ['lossy'] },
  ack(4),
  dedup(5),
  { id: 'tombstone', stages: [5], kind: 'setting', setting: 'tombstone', on: 'on', off: ['off'] },
  { id: 'confirm', stages: [6], kind: 'setting', setting: 'confirm', on: 'consumer-ack', off: ['broker-ack'] },
] as const satisfies readonly Safeguard[];
