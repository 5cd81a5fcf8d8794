import type { Timeout } from '../protocol.ts';

export const timeouts: readonly Timeout[] = [{ delay: 'voteTimeout', waitsFor: ['prepare', 'vote'], isOwn: true }];
