import type { NamedScenario } from '../protocol.ts';

/** The undisturbed run, which every visit needs; the others are in `scenarios.ts`. */
export const clean = {
  id: 'clean-commit',
  settings: {},
  run: 'order.prepare~order-db.prepare.work~order-db.work.vote~order-db.vote.decide.announce.commit~order-db.commit.ack~order-db.ack',
  verdict: 'consistent',
} as const satisfies NamedScenario;
