/** What one would leave out of two-phase commit to see what it is for. */
import type { Safeguard } from '../protocol.ts';

export const safeguards = [
  {
    id: 'coordinator-log',
    stages: [3, 6],
    kind: 'setting',
    setting: 'coordinator-log',
    on: 'forced',
    off: ['none'],
  },
] as const satisfies readonly Safeguard[];
