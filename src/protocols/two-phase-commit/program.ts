/** Two-phase commit under load: what each operation of the run costs, and what is held meanwhile. */
import type { ProgramNotes } from '../shared/program.ts';

export const program: ProgramNotes = {
  costs: {
    placeOrder: [],
    'order-db.prepare': [],
    'order-db.work': ['round-trip', 'order-work'],
    // A call to the other service first.
    'points-db.prepare': ['round-trip'],
    'points-db.work': ['round-trip', 'points-work'],
    // Told to prepare, each forces its log; so does the coordinator when it decides, and each again when it commits.
    'order-db.vote': ['round-trip', 'flush'],
    'points-db.vote': ['round-trip', 'flush'],
    // Silence is a no; whoever has promised rolls back.
    voteTimeout: [],
    'order-db.abort': ['network'],
    'points-db.abort': ['network'],
    decide: ['flush'],
    announce: [],
    'order-db.commit': ['round-trip', 'flush'],
    'points-db.commit': ['round-trip', 'flush'],
    'order-db.ack': [],
    'points-db.ack': [],
    // Who has not acknowledged is told again, by a clock that all orders share.
    recoveryPeriod: [],
  },
  background: [],
  committed: 'decide',
  answered: 'points-db.ack',
  holds: [
    { what: 'order-thread', from: 'placeOrder', to: 'points-db.ack' },
    { what: 'order-connection', from: 'order-db.prepare', to: 'order-db.commit' },
    { what: 'order-row', from: 'order-db.prepare', to: 'order-db.commit' },
    { what: 'points-connection', from: 'points-db.prepare', to: 'points-db.commit' },
  ],
  caught: { from: 'points-db.vote', to: 'points-db.commit', fate: 'in-doubt' },
  whenLost: { 'order-db.commit': 'recovery', 'points-db.commit': 'recovery' },
  // One thread of the service works at one database and then at the other; prepared is when all work is done.
  inSequence: [
    ['order-db.work', 'points-db.prepare'],
    ['points-db.work', 'order-db.vote'],
  ],
};
