import type { NamedScenario } from '../protocol.ts';

/** The undisturbed run, which every visit needs; the others are in `scenarios.ts`. */
export const clean = {
  id: 'clean',
  settings: {},
  run: 'order.commit.send.pub.ok.msg.consume.offset.ack',
  verdict: 'consistent',
} as const satisfies NamedScenario;
