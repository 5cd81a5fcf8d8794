/** The local message table under load: what each operation of the run costs, and what is held meanwhile. */
import type { ProgramNotes } from '../shared/program.ts';

export const program: ProgramNotes = {
  costs: {
    placeOrder: [],
    finish: ['round-trip', 'order-work-and-insert', 'round-trip', 'flush'],
    // The relay is a process of its own.
    afterCommitSend: ['hint'],
    publishDelay: ['read-rows'],
    publish: ['network', 'append', 'flush'],
    confirm: ['network'],
    markDelay: ['mark-rows'],
    // The rows are marked as tried.
    confirmTimeout: ['mark-rows'],
    message: ['network'],
    consumeMessage: ['round-trip', 'points-work', 'round-trip', 'flush'],
  },
  background: ['persistConsumerOffset', 'consumerOffset', 'pollInterval', 'backoff', 'minimumAge'],
  committed: 'finish',
  answered: 'finish',
  holds: [
    { what: 'order-thread', from: 'placeOrder', to: 'finish' },
    { what: 'order-connection', from: 'placeOrder', to: 'finish' },
    { what: 'order-row', from: 'placeOrder', to: 'finish' },
    { what: 'consumer', from: 'message', to: 'consumeMessage' },
    { what: 'points-connection', from: 'message', to: 'consumeMessage' },
  ],
  caught: null,
  whenLost: { publish: 'again' },
  batch: { first: 'publishDelay', last: 'markDelay' },
};
