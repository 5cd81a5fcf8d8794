import type { Timeout } from '../protocol.ts';

export const timeouts: readonly Timeout[] = [
  { delay: 'sendMsgTimeout', waitsFor: ['halfMessage', 'sendResult'], isOwn: true },
];
