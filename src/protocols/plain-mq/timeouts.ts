import type { Timeout } from '../protocol.ts';

export const timeouts: readonly Timeout[] = [
  { delay: 'publishTimeout', waitsFor: ['publish', 'confirm', 'returned'], isOwn: true },
];
