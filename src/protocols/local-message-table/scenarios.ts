/** The library: each run in link words, and the verdict that it ends in. */
import type { NamedScenario } from '../protocol.ts';

export const cleanRun = 'order.commit.wake.send.pub.msg.ok.mark.consume.offset.ack';

export const scenarios: readonly NamedScenario[] = [
  { id: 'clean-run', settings: {}, run: cleanRun, verdict: 'consistent' },
];
