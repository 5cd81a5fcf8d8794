/** Half messages under load: what each operation of the run costs, and what is held meanwhile. */
import type { ProgramNotes } from '../shared/program.ts';

export const program: ProgramNotes = {
  costs: {
    placeOrder: [],
    halfMessage: ['network', 'append', 'flush'],
    sendResult: ['network'],
    finish: ['round-trip', 'order-work', 'round-trip', 'flush'],
    endTransactionDelay: [],
    // The real message, and this order's share of a batch of the op topic.
    endTransaction: ['network', 'append-two', 'flush'],
    message: ['network'],
    consumeMessage: ['round-trip', 'points-work', 'round-trip', 'flush'],
    // The broker asks back: its pass over the half topic is an actor of its own.
    transactionCheckInterval: [],
    checkTransactionState: ['network'],
    checkLocalTransaction: ['look-up'],
    // The caller gets an exception.
    sendMsgTimeout: [],
  },
  background: ['opWrite', 'persistConsumerOffset', 'consumerOffset', 'persistOffset', 'transactionTimeOut'],
  committed: 'finish',
  answered: 'endTransactionDelay',
  holds: [
    { what: 'order-thread', from: 'placeOrder', to: 'endTransactionDelay' },
    { what: 'order-connection', from: 'sendResult', to: 'finish' },
    { what: 'order-row', from: 'sendResult', to: 'finish' },
    { what: 'consumer', from: 'message', to: 'consumeMessage' },
    { what: 'points-connection', from: 'message', to: 'consumeMessage' },
  ],
  caught: { from: 'halfMessage', to: 'endTransaction', fate: 'asked' },
  whenLost: { halfMessage: 'refused', endTransaction: 'check-back' },
};
