import type { StoryText } from '../../protocols/plain-mq/texts.ts';

/** The numbered steps and the named runs of plain messaging, in English. */
export const texts = {
  'stage-concept-1-title': 'Create the order, commit',
  'stage-concept-1-text': 'The order service creates the order in its own database, in one local transaction.',
  'stage-concept-2-title': 'Publish a message',
  'stage-concept-2-text':
    'Then it sends the message to the broker. Between these two steps, only its memory holds the fact that a message is still to be sent.',
  'stage-concept-3-title': 'Add the points',
  'stage-concept-3-text':
    'The broker delivers at least once, until the points service acknowledges. This step is the same in all the other designs.',

  'stage-internals-1-title': 'Begin the local transaction',
  'stage-internals-1-text':
    'The row is inserted but not committed, and no other transaction sees it. A design that publishes first does so now.',
  'stage-internals-2-title': 'Commit or roll back',
  'stage-internals-2-text': 'The database keeps its own rows consistent; it knows nothing of the message.',
  'stage-internals-3-title': 'Publish',
  'stage-internals-3-text':
    'One network request, with a timeout of 3 s: after the commit, or before it when publishing first.',
  'stage-internals-4-title': 'Store and confirm',
  'stage-internals-4-text':
    'The broker stores the message and confirms it. It does not deduplicate: what is published twice is stored twice.',
  'stage-internals-5-title': 'Process the message',
  'stage-internals-5-text':
    'Points and marker go into one local transaction; a duplicate is recognised by the marker and skipped.',
  'stage-internals-6-title': 'Acknowledge',
  'stage-internals-6-text':
    'The points service acknowledges after its commit; if it crashes before that, the message is redelivered.',
  'stage-internals-7-title': 'Failures and retries',
  'stage-internals-7-text':
    'An error means not sent; a timeout means unknown. What cannot be consumed is redelivered later and finally goes to the dead-letter queue.',

  'scenario-clean-title': 'All goes well',
  'scenario-rollback-title': 'Local rollback',
  'scenario-crash-between-title': 'Crash right after the commit',
  'scenario-broker-refuses-title': 'Publish fails, no retry',
  'scenario-retry-helps-title': 'A retry helps',
  'scenario-retry-dies-title': 'Crash while retrying',
  'scenario-confirmed-not-kept-title': 'Confirmed but not kept',
  'scenario-returned-title': 'Unroutable, so returned',
  'scenario-broker-dedup-title': 'Sent again, broker knows it',
  'scenario-publish-first-returned-title': 'Returned, cleanly rolled back',
  'scenario-power-loss-title': 'Power loss after the confirm',
  'scenario-confirm-lost-title': 'Confirm lost, given up',
  'scenario-confirm-never-comes-title': 'Confirm never comes, transaction stays open',
  'scenario-confirm-never-comes-restart-title': 'Confirm never comes, service restarted',
  'scenario-confirm-lost-retried-title': 'Confirm lost, sent again',
  'scenario-confirm-lost-retried-dedup-title': 'Sent again, deduplicated',
  'scenario-new-order-after-crash-title': 'The customer orders again',
  'scenario-publish-first-title': 'Publish, then commit',
  'scenario-points-before-order-title': 'Points before the order',
  'scenario-publish-first-crash-title': 'Crash after publishing',
  'scenario-publish-first-rollback-title': 'Rollback after publishing',
  'scenario-publish-first-timeout-title': 'No confirm, so rolled back',
  'scenario-publish-first-refused-title': 'Not sent, cleanly rolled back',
  'scenario-consumer-crash-title': 'Consumer crash after commit',
  'scenario-consumer-crash-no-dedup-title': 'Same crash, no deduplication',
  'scenario-auto-ack-title': 'Acknowledge, then add points',
  'scenario-points-database-down-title': 'Points database down for a while',
  'scenario-poison-title': 'Consumer never succeeds',
} as const satisfies { readonly [key in StoryText]: string };
