import type { NamedScenario } from '../protocol.ts';

/** The undisturbed run, which every visit needs; the others are in `scenarios.ts`. */
export const clean = {
  id: 'clean-commit',
  settings: {},
  run: 'order.half.ok.commit.return.end.msg.consume.op.offset.ack',
  verdict: 'consistent',
} as const satisfies NamedScenario;
