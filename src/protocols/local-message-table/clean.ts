import type { NamedScenario } from '../protocol.ts';

/** The undisturbed run, which every visit needs; the others are in `scenarios.ts`. */
export const clean = {
  id: 'clean-run',
  settings: {},
  run: 'order.commit.wake.send.pub.msg.ok.mark.consume.offset.ack',
  verdict: 'consistent',
} as const satisfies NamedScenario;
