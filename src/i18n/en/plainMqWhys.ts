import type { WhyText } from '../../protocols/plain-mq/texts.ts';

/** Why each named run is worth a look, in English. */
export const enPlainMqWhys = {
  'scenario-clean-why': 'Three steps and both sides agree: while nothing goes wrong, plain messaging is enough.',
  'scenario-rollback-why': 'The good side of committing first: no order, no message.',
  'scenario-crash-between-why':
    'That a message was to be sent is only in memory and dies with the process: an order that never gets its points.',
  'scenario-broker-refuses-why':
    'The order is committed and cannot be undone; the message is not sent, and nobody sends it again.',
  'scenario-retry-helps-why': 'The connection broke for a moment; the second attempt gets through, only later.',
  'scenario-retry-dies-why': 'Retries live in memory too: they outlive a failure of the broker, not their own.',
  'scenario-confirmed-not-kept-why':
    'No queue takes the message and the broker confirms it all the same; the sender believes all is well.',
  'scenario-power-loss-why':
    'A broker that confirms before it flushes loses what it has confirmed when the power goes.',
  'scenario-confirm-lost-why':
    'The message is stored after all, so giving up was right, but the sender cannot know that.',
  'scenario-confirm-lost-retried-why':
    'Not knowing, it publishes again; without deduplication the points are added twice.',
  'scenario-confirm-lost-retried-dedup-why': 'The same second copy, recognised by its marker.',
  'scenario-new-order-after-crash-why':
    'After the crash the customer tries again under a new number: the old order has no points, the new one is fine.',
  'scenario-publish-first-why':
    'The same end when nothing goes wrong, but for a while the message is out and the order does not exist.',
  'scenario-points-before-order-why':
    'Nothing failed, and yet points were added for an order that did not exist at that moment.',
  'scenario-publish-first-crash-why':
    'The message cannot be called back and the uncommitted order is gone: points out of nothing.',
  'scenario-publish-first-rollback-why':
    'A commit that fails is an everyday event; publishing first turns it into an incident.',
  'scenario-publish-first-timeout-why':
    'The message is stored after all, but the order service takes it for not sent and rolls back.',
  'scenario-publish-first-refused-why': 'The good side of publishing first: if it surely failed, nothing has happened.',
  'scenario-consumer-crash-why':
    'The points are there but not acknowledged, so the message must come again; the marker recognises it.',
  'scenario-consumer-crash-no-dedup-why': 'At least once without deduplication means points added twice.',
  'scenario-auto-ack-why':
    'Acknowledged on arrival: after a crash before the work is done, the message does not come again.',
  'scenario-poison-why':
    'Out of retries, the message goes to the dead-letter queue; the order is not undone, and a person has to act.',
} as const satisfies { readonly [key in WhyText]: string };
