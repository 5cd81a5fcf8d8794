import type { Timeout } from '../protocol.ts';

const PUBLISHING = ['publish', 'confirm', 'returned'];

export const timeouts: readonly Timeout[] = [
  { delay: 'confirmTimeout', waitsFor: PUBLISHING, isOwn: true },
  // Who holds a lease publishes and marks.
  { delay: 'leaseTime', waitsFor: PUBLISHING, isOwn: false },
  // From the relay to the consumer, and its answer to the order service.
  { delay: 'confirmationOverdue', waitsFor: [...PUBLISHING, 'message', 'pointsConfirmed'], isOwn: false },
];
