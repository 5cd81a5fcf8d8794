import type { StoryText } from '../../protocols/plain-mq/texts.ts';

/** The numbered steps and the named runs of plain messaging, in English. */
export const enPlainMqStory = {
  'stage-concept-1-title': 'Create the order, commit',
  'stage-concept-1-text': 'The order service creates the order in its own database, in one local transaction.',
  'stage-concept-2-title': 'Publish a message',
  'stage-concept-2-text':
    'Then it sends the message to the broker. Between these two steps only its memory knows that a message is still to be sent.',
  'stage-concept-3-title': 'Add the points',
  'stage-concept-3-text':
    'The broker delivers at least once, until the points service acknowledges. This step is the same in all the other designs.',

  'stage-internals-1-title': 'Begin the local transaction',
  'stage-internals-1-text':
    'The row is inserted, but not committed, and nobody else sees it. A team that publishes first does so now.',
  'stage-internals-2-title': 'Commit or roll back',
  'stage-internals-2-text': 'The database holds its own rows together; of the message it knows nothing.',
  'stage-internals-3-title': 'Publish',
  'stage-internals-3-text':
    'One request over the network, waited for 3 s at most: after the commit, or, publishing first, before it.',
  'stage-internals-4-title': 'Store and confirm',
  'stage-internals-4-text':
    'The broker stores the message and confirms it. It knows no duplicates: what is published twice is stored twice.',
  'stage-internals-5-title': 'Process the message',
  'stage-internals-5-text':
    'Points and marker go into one local transaction; a duplicate is recognised by the marker and skipped.',
  'stage-internals-6-title': 'Acknowledge',
  'stage-internals-6-text':
    'The points service acknowledges after its commit; if it crashes before that, the message comes again.',
  'stage-internals-7-title': 'Failures and retries',
  'stage-internals-7-text':
    'An error means not sent; a timeout means nobody knows. What cannot be consumed is delivered again later and ends in the dead-letter queue.',

  'scenario-clean-title': 'All goes well',
  'scenario-clean-why': 'Three steps and both sides agree: while nothing goes wrong, plain messaging is enough.',
  'scenario-rollback-title': 'Local rollback',
  'scenario-rollback-why': 'The good side of committing first: no order, no message.',
  'scenario-crash-between-title': 'Crash right after the commit',
  'scenario-crash-between-why':
    'That a message was to be sent is only in memory and dies with the process: an order that never gets its points.',
  'scenario-broker-refuses-title': 'Publish fails, no retry',
  'scenario-broker-refuses-why':
    'The order is committed and cannot be undone; the message is not sent, and nobody sends it again.',
  'scenario-retry-helps-title': 'A retry helps',
  'scenario-retry-helps-why': 'The connection broke for a moment; the second attempt gets through, only later.',
  'scenario-retry-dies-title': 'Crash while retrying',
  'scenario-retry-dies-why': 'Retries live in memory too: they outlive a failure of the broker, not their own.',
  'scenario-confirmed-not-kept-title': 'Confirmed and not kept',
  'scenario-confirmed-not-kept-why':
    'No queue takes the message and the broker confirms it all the same; the sender believes all is well.',
  'scenario-power-loss-title': 'Power loss after the confirm',
  'scenario-power-loss-why':
    'A broker that confirms before it flushes loses what it has confirmed when the power goes.',
  'scenario-confirm-lost-title': 'Confirm lost, given up',
  'scenario-confirm-lost-why':
    'The message is stored after all, so giving up was right, but the sender cannot know that.',
  'scenario-confirm-lost-retried-title': 'Confirm lost, sent again',
  'scenario-confirm-lost-retried-why':
    'Not knowing, it publishes again; without deduplication the points are added twice.',
  'scenario-confirm-lost-retried-dedup-title': 'Sent again, deduplicated',
  'scenario-confirm-lost-retried-dedup-why': 'The same second copy, recognised by its marker.',
  'scenario-new-order-after-crash-title': 'The customer orders again',
  'scenario-new-order-after-crash-why':
    'After the crash the customer tries again under a new number: the old order has no points, the new one is fine.',
  'scenario-publish-first-title': 'Publish, then commit',
  'scenario-publish-first-why':
    'The same end when nothing goes wrong, but for a while the message is out and the order does not exist.',
  'scenario-points-before-order-title': 'Points before the order',
  'scenario-points-before-order-why':
    'Nothing failed, and yet points were added for an order that did not exist at that moment.',
  'scenario-publish-first-crash-title': 'Crash after publishing',
  'scenario-publish-first-crash-why':
    'The message cannot be called back and the uncommitted order is gone: points out of nothing.',
  'scenario-publish-first-rollback-title': 'Rollback after publishing',
  'scenario-publish-first-rollback-why':
    'A commit that fails is an everyday event; publishing first turns it into an incident.',
  'scenario-publish-first-timeout-title': 'No confirm, so roll back',
  'scenario-publish-first-timeout-why':
    'The message is stored after all, but the order service takes it for not sent and rolls back.',
  'scenario-publish-first-refused-title': 'Not sent, cleanly undone',
  'scenario-publish-first-refused-why': 'The good side of publishing first: if it surely failed, nothing has happened.',
  'scenario-consumer-crash-title': 'Consumer crash after commit',
  'scenario-consumer-crash-why':
    'The points are there but not acknowledged, so the message must come again; the marker recognises it.',
  'scenario-consumer-crash-no-dedup-title': 'Same crash, no deduplication',
  'scenario-consumer-crash-no-dedup-why': 'At least once without deduplication means points added twice.',
  'scenario-auto-ack-title': 'Acknowledge, then add points',
  'scenario-auto-ack-why':
    'Acknowledged on arrival: after a crash before the work is done, the message does not come again.',
  'scenario-poison-title': 'Consumer never succeeds',
  'scenario-poison-why':
    'Out of retries, the message goes to the dead-letter queue; the order is not undone, and a person has to act.',
} as const satisfies { readonly [key in StoryText]: string };
