/** Plain messaging under load: what each operation of the run costs, and what is held meanwhile. */
import type { ProgramNotes } from '../shared/program.ts';

export const program: ProgramNotes = {
  costs: {
    placeOrder: [],
    finish: ['round-trip', 'order-work', 'round-trip', 'flush'],
    publishDelay: [],
    publish: ['network', 'append', 'flush'],
    confirm: ['network'],
    publishTimeout: [],
    message: ['network'],
    consumeMessage: ['round-trip', 'points-work', 'round-trip', 'flush'],
  },
  background: ['persistConsumerOffset', 'consumerOffset'],
  committed: 'finish',
  answered: 'confirm',
  holds: [
    { what: 'order-thread', from: 'placeOrder', to: 'confirm' },
    { what: 'order-connection', from: 'placeOrder', to: 'finish' },
    { what: 'order-row', from: 'placeOrder', to: 'finish' },
    { what: 'consumer', from: 'message', to: 'consumeMessage' },
    { what: 'points-connection', from: 'message', to: 'consumeMessage' },
  ],
  caught: { from: 'finish', to: 'publish', fate: 'lost' },
  whenLost: { publish: 'lost' },
};
