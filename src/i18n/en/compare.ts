import type { CompareTexts } from '../zh/compare.ts';

/** Two runs side by side and the outcome table, in English. */
export const enCompare: CompareTexts = {
  'compare-intro': 'Choose two ways, let the same thing go wrong in both, and watch them step by step on one clock.',
  'compare-fault': 'What goes wrong',
  'compare-side-a': 'A',
  'compare-side-b': 'B',
  'compare-side': 'Side {side}',
  'compare-protocol': 'Protocol of side {side}',
  'compare-run': 'Run of side {side}',
  'compare-run-fault': 'With the fault above',
  'compare-run-own': 'A run of your own, {steps} steps',
  'compare-settings': 'Settings',
  'compare-settings-of': 'Settings of side {side}',
  'compare-setting': '{setting}: {value}',
  'compare-defaults': 'Defaults',
  'compare-swap': 'Swap A and B',
  'compare-own-note': 'Side {side} takes steps of its own; the fault above is not for it.',
  'compare-no-effect-note': 'This fault changes nothing on side {side}.',

  // What goes wrong
  'fault-none': 'Nothing',
  'fault-order-dies-after-commit': 'The order service dies right after its commit',
  'fault-message-lost': 'The message is lost',
  'fault-ack-lost': 'The acknowledgement is lost',
  'fault-consumer-dies-after-commit': 'The consumer dies after its commit',
  'fault-broker-dies': 'The broker dies',
  'fault-local-transaction-slow': 'The local transaction is slow',
  'fault-sender-stays-down': 'The relay or the producer group stays down',
  'fault-none-what': 'Everything goes as it should.',
  'fault-order-dies-after-commit-what':
    'The order service dies as soon as its local transaction has committed, and is back at once; in two-phase commit it is the coordinator, right after its decision.',
  'fault-message-lost-what':
    'What is lost is the message that makes the points appear: the end request of a half message, the publish of a message table or of plain MQ, the commit to the points database in two-phase commit.',
  'fault-ack-lost-what':
    'The consumer’s acknowledgement is lost; where a message table waits for the points service, its confirmation; in two-phase commit an answer of a participant.',
  'fault-consumer-dies-after-commit-what':
    'The points service dies when the points are added but not yet acknowledged, and is back at once.',
  'fault-broker-dies-what':
    'The broker dies when it has stored the message, and is back at once; two-phase commit has no broker.',
  'fault-local-transaction-slow-what':
    'The local transaction begins and does not end for a long time; the coordinator of two-phase commit gives up waiting, and in plain MQ nobody waits.',
  'fault-sender-stays-down-what':
    'Whoever has to send goes down for good: the producer group, the relay, the order service between its two steps, the coordinator after its decision.',

  // The stages
  'compare-stages': 'Both sides in step',
  'compare-picture': 'Side {side}: {protocol}',
  'compare-since': 'unchanged since {time}',
  'compare-resting': 'at rest since {time}',
  'compare-ledger-empty': 'No order yet',
  'compare-shown': 'Which side to see',
  'compare-next-a': 'A takes a step, at {time}',
  'compare-next-b': 'B takes a step, at {time}',
  'compare-next-both': 'A and B take a step, at {time}',
  'compare-rest-text': 'Both sides have come to their end',
  'compare-position': 'Time',
  'compare-moment': 'Moment {position} of {length}, {time}',
  'compare-here': 'The difference begins here',

  // The first difference
  'compare-difference': 'First difference',
  'compare-difference-show': 'Show this moment',
  'compare-difference-ledger': 'At {time} the ledgers part over order #{order}. A: {a}. B: {b}.',
  'compare-difference-line': '{state}, {points}, {verdict}',
  'compare-difference-no-line': 'no order yet',
  'compare-difference-pace': 'Both ledgers go the same way, one of them sooner: A is settled after {a}, B after {b}.',
  'compare-difference-step': 'The ledgers never differ; from {time} on the steps do. A: {a} B: {b}',
  'compare-difference-no-step': 'Nothing more.',
  'compare-difference-none': 'No difference: the same steps, and the same in both ledgers.',
  'compare-difference-none-ledger': 'Both ledgers say the same things at the same times.',

  // The outcome table
  'outcomes-title': 'Outcomes',
  'outcomes-intro':
    'Every way under every fault, each of them really played. A result opens its run; the name of a fault, and “as A” and “as B” above a column, put it into the comparison.',
  'outcomes-computing': 'Playing: {done} of {total}',
  'outcomes-fault': 'Fault',
  'outcomes-compare': 'Compare under this fault: {fault}',
  'outcomes-put-short': 'as {side}',
  'outcomes-put': '{column}, as {side}',
  'outcomes-after': 'after {time}',
  'outcomes-no-effect': 'no effect',
  'outcomes-to-stages': 'Watch both sides',
};
