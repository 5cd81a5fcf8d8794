import type { WhyText } from '../../protocols/plain-mq/texts.ts';
import { texts as consumer } from './consumerSettings.ts';

/** Why each named run is worth a look, and the settings with theirs, in English. */
export const texts = {
  ...consumer,
  'scenario-clean-why': 'Three steps and both sides agree: when nothing goes wrong, plain messaging is enough.',
  'scenario-rollback-why': 'The good side of committing first: no order, no message.',
  'scenario-crash-between-why':
    'The fact that a message is still to be sent is only in memory and is lost with the process: an order that never gets its points.',
  'scenario-broker-refuses-why':
    'The order is committed and cannot be undone; the message was not sent and never will be.',
  'scenario-retry-helps-why': 'The connection broke for a moment; the second attempt gets through, only later.',
  'scenario-retry-dies-why':
    'Retries live in memory too: they survive a failure of the broker, not of their own process.',
  'scenario-confirmed-not-kept-why':
    'No queue takes the message and the broker confirms it nevertheless; the sender assumes success.',
  'scenario-returned-why':
    'With mandatory the broker returns it first: the order service knows that it is not stored and retries.',
  'scenario-broker-dedup-why':
    'The consumer does not deduplicate, but within its window the broker knows the id and stores no second copy.',
  'scenario-publish-first-returned-why':
    'Publishing first, a return is as clean as a failed publish: nothing has happened, and the order is rolled back.',
  'scenario-power-loss-why': 'A broker that confirms before it flushes loses confirmed messages when the power fails.',
  'scenario-confirm-lost-why':
    'The message was stored after all, so giving up was right, but the sender cannot know that.',
  'scenario-confirm-never-comes-why':
    'Published first and waited for without limit: the transaction stays open with its locks, the points are already there, and nothing reports an error.',
  'scenario-confirm-never-comes-restart-why':
    'Committed first and waited for without limit: the order itself is fine, but the order service takes no other until it is restarted.',
  'scenario-confirm-lost-retried-why':
    'It cannot know, so it publishes again; without deduplication the points are added twice.',
  'scenario-confirm-lost-retried-dedup-why': 'The same resend; the marker identifies the second copy.',
  'scenario-new-order-after-crash-why':
    'After the crash the customer tries again under a new number: the old order has no points, the new one is fine.',
  'scenario-publish-first-why':
    'The same result when nothing goes wrong, but for a while the message is out and the order does not exist.',
  'scenario-points-before-order-why':
    'Nothing failed, and yet points were added for an order that did not exist at that moment.',
  'scenario-publish-first-crash-why':
    'The message cannot be recalled and the uncommitted order is rolled back: phantom points.',
  'scenario-publish-first-rollback-why':
    'A commit that fails is an everyday event; publishing first turns it into an incident.',
  'scenario-publish-first-timeout-why':
    'The message was stored after all, but the order service treats it as not sent and rolls back.',
  'scenario-publish-first-refused-why':
    'The good side of publishing first: when publishing clearly fails, nothing has happened.',
  'scenario-consumer-crash-why':
    'The points are added but not acknowledged, so the message is redelivered; the marker identifies it as a duplicate.',
  'scenario-consumer-crash-no-dedup-why': 'At least once without deduplication means points added twice.',
  'scenario-auto-ack-why':
    'Acknowledged on arrival: after a crash before it is processed, the message is not redelivered.',
  'scenario-points-database-down-why':
    'The points service gives up once and sends the message back; the database restarts before the retry, so the points are only late.',
  'scenario-poison-why':
    'When its retries are used up, the message goes to the dead-letter queue; the order is not rolled back, and manual action is needed.',

  'setting-order': 'Which comes first',
  'setting-order-why':
    'Commit first and a message may be lost; publish first and phantom points may appear. Changing the order only changes the mistake.',
  'value-order-commit-then-publish': 'commit, then publish',
  'value-order-publish-then-commit': 'publish, then commit',
  'setting-retry': 'Retry a failed publish',
  'setting-retry-why':
    'A retry survives a short failure of the broker but not a crash of its own process, and it duplicates what was stored but not confirmed.',
  'value-retry-off': 'off',
  'value-retry-on': 'on',
  'setting-dedup-why': 'It keeps duplicates out; it neither restores what is lost nor removes phantom points.',
  'setting-ack-why': 'A message acknowledged before its points are added is not redelivered after a crash.',
  'setting-broker': 'Broker',
  'setting-broker-why': 'A durable broker keeps what it confirmed; a lossy one confirms before flushing to disk.',
  'value-broker-durable': 'durable',
  'value-broker-lossy': 'lossy',
  'setting-mandatory': 'If no queue takes it',
  'setting-mandatory-why':
    'A broker confirms even a message that no queue takes, durable or not; RabbitMQ’s mandatory flag makes it return the message first.',
  'value-mandatory-off': 'confirmed nevertheless',
  'value-mandatory-on': 'returned (mandatory)',
  'setting-confirm-wait': 'How long to wait for the confirm',
  'setting-confirm-wait-why':
    'A confirm can be lost. With a limit the order service continues; without one it waits for ever, with its transaction open if it publishes first.',
  'value-confirm-wait-limited': '3 s',
  'value-confirm-wait-unlimited': 'without limit',
  'setting-broker-dedup': 'Broker drops duplicates',
  'setting-broker-dedup-why':
    'Some brokers know message ids for a while and store each once. They cannot help after the window, nor with a redelivery.',
  'value-broker-dedup-none': 'no',
  'value-broker-dedup-window': 'within a window',
} as const satisfies { readonly [key in WhyText]: string };
