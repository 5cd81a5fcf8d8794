import type { Texts } from '../book.ts';

/** Two runs side by side and the outcome table, in English. */
export const texts: Texts<'compare'> = {
  'compare-intro': 'Choose two designs, apply the same fault to both, and watch them step by step on one clock.',
  'compare-fault': 'Fault',
  'compare-side-a': 'A',
  'compare-side-b': 'B',
  'compare-side': 'Side {side}',
  'compare-protocol': 'Protocol of side {side}',
  'compare-run': 'Run of side {side}',
  'compare-run-fault': 'With the fault above',
  'compare-run-own': 'Your own run, {steps} {steps|step|steps}',
  'compare-settings': 'Settings',
  'compare-settings-of': 'Settings of side {side}',
  'compare-setting': '{setting}: {value}',
  'compare-defaults': 'Defaults',
  'compare-swap': 'Swap A and B',
  'compare-own-note': 'Side {side} follows its own steps; the fault above does not apply to it.',
  'compare-no-effect-note': 'This fault changes nothing on side {side}.',

  // What goes wrong
  'fault-none': 'No fault',
  'fault-order-dies-after-commit': 'The order service crashes right after its commit',
  'fault-message-lost': 'The message is lost',
  'fault-message-unroutable': 'No queue takes the message',
  'fault-confirm-lost': 'The broker’s confirm is lost',
  'fault-ack-lost': 'The consumer’s acknowledgement is lost',
  'fault-consumer-dies-after-commit': 'The consumer crashes after its commit',
  'fault-broker-dies': 'The broker crashes',
  'fault-local-transaction-slow': 'The local transaction is slow',
  'fault-local-transaction-fails': 'The local transaction fails',
  'fault-sender-stays-down': 'The relay or the producer group stays down',
  'fault-points-database-down': 'The points database is down for a while',
  'fault-none-what': 'Everything goes as it should.',
  'fault-order-dies-after-commit-what':
    'The order service crashes as soon as its local transaction has committed, and restarts at once; in two-phase commit it is the coordinator, right after its decision.',
  'fault-message-lost-what':
    'What is lost is the message that leads to the points: the COMMIT of a half message, the publish of a message table or of plain MQ, the commit to the points database in two-phase commit.',
  'fault-message-unroutable-what':
    'The broker confirms the message although no queue takes it, a queue that was never bound for example. The message table and plain MQ publish to such a broker; a half message lies in its topic, and two-phase commit has no broker.',
  'fault-confirm-lost-what':
    'The broker has stored the message, and its sender never hears of it: SEND_OK for a half message, the publisher confirm for a message table or plain MQ; two-phase commit has no broker.',
  'fault-ack-lost-what':
    'The consumer’s acknowledgement is lost; where a message table waits for the points service, its confirmation; in two-phase commit, the acknowledgement of a participant.',
  'fault-consumer-dies-after-commit-what':
    'The points service crashes after adding the points and before acknowledging, and restarts at once.',
  'fault-broker-dies-what':
    'The broker crashes once it has stored the message, and restarts at once; two-phase commit has no broker.',
  'fault-local-transaction-slow-what':
    'The local transaction begins and runs for a long time; the coordinator of two-phase commit stops waiting, and in plain MQ nothing waits for it.',
  'fault-local-transaction-fails-what':
    'The local transaction fails at its commit and rolls back: a half message is stored by then, and plain MQ that publishes first has published; in two-phase commit the order database votes no.',
  'fault-sender-stays-down-what':
    'The sender goes down for good: the producer group, the relay, the order service between its two steps, or the coordinator after its decision.',
  'fault-points-database-down-what':
    'The points database is down when the message comes: the points service gives up once, and the database restarts before the next delivery; in two-phase commit its branch is lost, and it votes no.',

  // The stages
  'compare-stages': 'Both sides in step',
  'compare-picture': 'Side {side}: {protocol}',
  'compare-since': 'unchanged since {time}',
  'compare-resting': 'finished at {time}',
  'compare-ledger-empty': 'No order yet',
  'compare-shown': 'Side shown',
  'compare-next-a': 'A takes a step, at {time}',
  'compare-next-b': 'B takes a step, at {time}',
  'compare-next-both': 'A and B take a step, at {time}',
  'compare-rest-text': 'Both sides have finished',
  'compare-position': 'Time',
  'compare-moment': 'Moment {position} of {length}, {time}',
  'compare-here': 'First difference here',

  // The first difference
  'compare-difference': 'First difference',
  'compare-difference-show': 'Show this moment',
  'compare-difference-ledger': 'At {time} the ledgers first differ, for order #{order}. A: {a}. B: {b}.',
  'compare-difference-line': '{state}, {points}, {verdict}',
  'compare-difference-no-line': 'no order yet',
  'compare-difference-pace': 'Both ledgers go through the same states, one sooner: A settles at {a}, B at {b}.',
  'compare-difference-step': 'The ledgers never differ; from {time} on the steps do. A: {a} B: {b}',
  'compare-difference-no-step': 'No further step.',
  'compare-difference-none': 'No difference: the same steps and the same ledgers.',
  'compare-difference-none-ledger': 'Both ledgers agree at every moment.',

  // The outcome table
  'outcomes-title': 'Outcomes',
  'outcomes-intro':
    'Every design under every fault, each one actually run. Click a result to open its run; click a fault, or “as A” and “as B” above a column, to compare it above.',
  'outcomes-computing': 'Running: {done} of {total}',
  'outcomes-fault': 'Fault',
  'outcomes-compare': 'Compare under this fault: {fault}',
  'outcomes-put-short': 'as {side}',
  'outcomes-put': '{column}, as {side}',
  'outcomes-after': 'after {time}',
  'outcomes-no-effect': 'no effect',
  'outcomes-to-stages': 'Watch both sides',

  // What one chooses by
  'choosing-title': 'What to choose by',
  'choosing-intro': 'The same questions, answered by all four designs.',
  'choosing-question': 'Question',
  'choosing-broker': 'What the MQ must offer',
  'choosing-broker-half-message': 'Half messages and a check: RocketMQ and its kin.',
  'choosing-broker-local-message-table': 'Any MQ will do.',
  'choosing-broker-plain-mq': 'Any MQ, better one with publisher confirms.',
  'choosing-broker-two-phase-commit': 'No MQ; databases that support XA.',
  'choosing-answers': 'Who must answer whom',
  'choosing-answers-half-message': 'The producer answers checks, from a record in its database.',
  'choosing-answers-local-message-table': 'No checks; if its confirmation counts, the points service confirms.',
  'choosing-answers-plain-mq': 'No role answers anything.',
  'choosing-answers-two-phase-commit': 'Every participant votes, and asks the coordinator after a recovery.',
  'choosing-polled': 'What is polled',
  'choosing-polled-half-message': 'The broker scans the half topic.',
  'choosing-polled-local-message-table': 'The relay polls the message table or reads the database log.',
  'choosing-polled-plain-mq': 'Nothing is polled.',
  'choosing-polled-two-phase-commit': 'The coordinator resends its decision, participants ask for it.',
  'choosing-order': 'What order is kept',
  'choosing-order-half-message': 'None: what commits late or after a check comes later.',
  'choosing-order-local-message-table': 'One relay follows the ids until a retry breaks it; a log is in commit order.',
  'choosing-order-plain-mq': 'That of publishing, until a retry breaks it.',
  'choosing-order-two-phase-commit': 'Points and order commit together; there is no before and after.',
  'choosing-late': 'How late at worst',
  'choosing-late-half-message':
    'Until a check: by default 6 s of age and a round of 30 s, longer while it answers UNKNOW.',
  'choosing-late-local-message-table':
    'Until the next poll and the end of a back-off: from 10 s, twice as long each time.',
  'choosing-late-plain-mq': 'Never late: soon or never.',
  'choosing-late-two-phase-commit': 'Until the coordinator recovers, with locks held meanwhile.',
  'choosing-repair': 'What needs manual action',
  'choosing-repair-half-message': 'Half messages parked at the limit, dead letters.',
  'choosing-repair-local-message-table': 'DEAD rows, rows without confirmation, dead letters.',
  'choosing-repair-plain-mq': 'Reconciliation finds what is missing and what is too much.',
  'choosing-repair-two-phase-commit': 'Branches in doubt and heuristic decisions.',
  'choosing-if': 'Choose it if',
  'choosing-if-half-message': 'you run RocketMQ and can answer a check from a table.',
  'choosing-if-local-message-table': 'you want what works with any MQ and can be inspected and repaired with SQL.',
  'choosing-if-plain-mq': 'one message lost or too many does no harm, or reconciliation runs anyway.',
  'choosing-if-two-phase-commit':
    'both sides are databases with XA, load is low, and no state in between is acceptable.',

  // A run that is played on another page
  'run-picture': 'Diagram of {protocol}',
  'run-position': 'Step',
  'run-step': 'Step {position} of {length}',
  'run-defaults': 'Default settings',
  'run-open': 'Open in the explorer',
  'run-open-of': 'Open in the explorer: {what}',
};
