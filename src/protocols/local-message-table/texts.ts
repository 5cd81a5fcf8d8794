/**
 * The keys of every text that this protocol needs, so that a language without one of them does not compile. Variants of
 * a text, chosen by what is told: `<key>-<field>-<value>`; and by what else happened in the step: `<key>-when-<what>`.
 */
import type { choiceWords } from './words.ts';

export type LocalMessageTableText = ThingText | StoryText | EventText;

/** What things are called, and what the boxes of the diagram show. */
export type ThingText =
  | 'name'
  | 'zoom-internals'
  | 'tagline'
  | `process-${Process}${'' | '-inline'}`
  | `role-${Role}${'' | '-inline'}`
  | `node-${Process | 'exchange' | 'topic'}`
  | `message-${Packet}${'' | '-inline' | '-what'}`
  | `message-${'wake' | 'subscribe' | 'sendBack'}-inline`
  | `message-${'publish' | 'confirm' | 'message' | 'pointsConfirmed'}-inline-event-cancel`
  | `message-${'publish' | 'message' | 'pointsConfirmed'}-what-event-cancel`
  | 'message-publish-inline-isLate-true'
  | 'message-publish-inline-event-cancel-isLate-true'
  | 'message-message-inline-queue-retry'
  | 'message-message-what-queue-retry'
  | 'message-consumerOffset-inline-queue-retry'
  | `packet-${Packet | BrokenCall | 'cancel'}`
  | `section-${SectionTitle}`
  | `column-${'order' | 'state' | 'message' | 'status' | 'id' | 'attempts' | 'next' | 'owner' | 'points' | 'event'}`
  | `row-${'open' | 'committed' | 'aborted' | 'cancelled' | 'compensated'}`
  | `wait-${'young' | 'backoff' | 'unconfirmed' | 'person' | 'due' | 'none'}`
  | `owner-${'none' | 'relay' | 'relay-b'}`
  | `cell-${'cancel' | 'visible' | 'consumed' | 'scheduled' | 'retry' | 'dead'}`
  | `status-${StatusText}`
  | `setting-${Setting}${'' | '-why'}`
  | `value-${SettingValue}`
  | `guard-${'isShort' | 'isOpen' | 'isBehind' | 'mayLose'}`;

/** The numbered steps and the named runs. */
export type StoryText =
  | `stage-concept-${1 | 2 | 3 | 4 | 5 | 6 | 7}-${'title' | 'text'}`
  | `stage-internals-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}-${'title' | 'text'}`
  | `scenario-${ScenarioId}-title`;

/** Why a named run is worth a look; said only in the menu. */
export type WhyText = `scenario-${ScenarioId}-why`;

/** What people do, what time brings, and what happens then. */
export type EventText =
  | `choice-${ChoiceWord}`
  | `chose-${ChoiceWord}`
  | 'chose-order-when-transaction-begun'
  | `chose-commit-when-${'order-and-row-committed' | 'order-committed' | 'row-written'}`
  | 'chose-rollback-when-order-rolled-back'
  | 'chose-cancel-when-order-cancelled'
  | 'chose-replay-when-row-replayed'
  | 'chose-failover-when-failed-over'
  | `chose-fail-when-${'consume-failed' | 'failed-after-ack'}`
  | 'chose-refuse-when-order-refused'
  | 'chose-purge-when-marker-purged'
  | `delay-${Delay}`
  | `fire-${Delay}`
  | `fired-${Delay}`
  | 'fired-afterCommitSend-when-lost'
  | 'fired-publishDelay-when-sent-publish'
  | 'fired-pullAgain-when-sent-message'
  | 'fired-reply-when-sent-pointsConfirmed'
  | 'fired-reply-when-sent-reverse'
  | 'fired-persistConsumerOffset-when-sent-consumerOffset'
  | 'fired-reconnect-when-lost'
  | `noted-${Noted}`
  | `noted-row-read-why-${'poll' | 'again'}`
  | 'noted-row-sent-status-SENT'
  | 'noted-message-stored-times-1'
  | 'noted-message-stored-event-cancel'
  | 'noted-points-added-times-1'
  | 'noted-marked-consumed-queue-retry'
  | `ignored-${Ignored}`
  | `crashed-${Exclude<Process, 'order-db'>}`
  | 'crashed-broker-machine'
  | `restarted-${Exclude<Process, 'order-db'>}`
  | 'restarted-points-when-lost';

type Process = 'order' | 'order-db' | 'relay' | 'relay-b' | 'broker' | 'points';
type Role = 'order-service' | 'order-database' | 'relay' | 'relay-b' | 'broker' | 'topic' | 'consumer';

/** Messages that travel. */
type Packet = 'publish' | 'confirm' | 'message' | 'consumerOffset' | 'pointsConfirmed' | 'reverse';
/** Calls between processes: they are drawn only where they break at one that is down. */
type BrokenCall = 'sendBack' | 'subscribe' | 'wake';

type SectionTitle =
  | 'order-service'
  | 'orders'
  | 'message-table'
  | 'cursor'
  | 'replica'
  | 'relay'
  | 'exchange'
  | 'topic'
  | 'schedule-topic'
  | 'retry-topic'
  | 'dead-letter-topic'
  | 'consumer'
  | 'points-database'
  | 'dedup-table';

type StatusText =
  | 'gone'
  | 'idle'
  | 'transaction-open'
  | 'half-written'
  | 'about-to-tell'
  | 'about-to-publish'
  | 'awaiting-confirm'
  | 'confirmed'
  | 'about-to-mark'
  | 'marked-first'
  | 'cursor'
  | 'replica-behind'
  | 'durable'
  | 'lossy'
  | 'loses-next'
  | 'waiting-for-messages'
  | 'consuming';

type Setting =
  | 'confirm'
  | 'publish'
  | 'relays'
  | 'claim'
  | 'poll'
  | 'dedup'
  | 'ack'
  | 'broker'
  | 'attempts-max'
  | 'row'
  | 'min-age'
  | 'database'
  | 'tombstone'
  | 'reconsume-max';

type SettingValue =
  | `confirm-${'broker-ack' | 'consumer-ack'}`
  | `publish-${'then-mark' | 'after-mark'}`
  | `relays-${1 | 2}`
  | `claim-${'lock' | 'lease' | 'none'}`
  | `poll-${'by-status' | 'by-cursor'}`
  | `dedup-${'same-tx' | 'none' | 'marker-first' | 'marker-after'}`
  | `ack-${'after-commit' | 'before-commit'}`
  | `broker-${'durable' | 'lossy'}`
  | `row-${'same-tx' | 'order-first' | 'row-first'}`
  | `min-age-${'from-commit' | 'from-insert'}`
  | `database-${'durable' | 'async-replica'}`
  | `tombstone-${'on' | 'off'}`;

type ChoiceWord = (typeof choiceWords)[number];

type Delay =
  | 'secondWrite'
  | 'afterCommitSend'
  | 'pollInterval'
  | 'publishDelay'
  | 'confirmTimeout'
  | 'markDelay'
  | 'minimumAge'
  | 'backoff'
  | 'confirmationOverdue'
  | 'leaseTime'
  | 'replicationLag'
  | 'flushLog'
  | 'pullAgain'
  | 'retryDelay'
  | 'consumeMessage'
  | 'secondTransaction'
  | 'reply'
  | 'persistConsumerOffset'
  | 'consumeAgain'
  | 'reconnect';

type Noted =
  | 'transaction-begun'
  | 'order-and-row-committed'
  | 'order-committed'
  | 'row-written'
  | 'order-rolled-back'
  | 'order-cancelled'
  | 'order-compensated'
  | 'row-read'
  | 'row-sent'
  | 'row-is-settled'
  | 'row-is-gone'
  | 'attempt-failed'
  | 'row-dead'
  | 'gave-up-waiting'
  | 'confirmation-missing'
  | 'row-done'
  | 'row-replayed'
  | 'failed-over'
  | 'lock-free'
  | 'lease-over'
  | 'publish-failed'
  | 'confirm-timed-out'
  | 'message-stored'
  | 'confirmed-not-kept'
  | 'log-flushed'
  | 'points-added'
  | 'points-withdrawn'
  | 'tombstone-written'
  | 'nothing-to-withdraw'
  | 'marker-written'
  | 'duplicate-recognised'
  | 'order-refused'
  | 'marker-purged'
  | 'consume-failed'
  | 'failed-after-ack'
  | 'marked-consumed'
  | 'retry-scheduled'
  | 'retry-stored'
  | 'dead-lettered';

type Ignored =
  | 'transaction-is-gone'
  | 'nothing-to-cancel'
  | 'nothing-to-compensate'
  | 'already-done'
  | 'nobody-waits-for-the-confirm'
  | 'one-flush-for-both'
  | 'already-connected'
  | 'already-disconnected'
  | 'consumer-is-gone'
  | 'offset-already-stored';

type ScenarioId =
  | 'clean-run'
  | 'confirmed-by-consumer'
  | 'rollback'
  | 'client-resubmits'
  | 'order-crash-after-commit'
  | 'relay-crash-before-publish'
  | 'publish-fails'
  | 'relay-crash-before-mark'
  | 'relay-crash-before-mark-dedup'
  | 'confirm-lost'
  | 'unroutable'
  | 'unroutable-confirmed-by-consumer'
  | 'power-loss'
  | 'marked-first'
  | 'two-relays-no-claim'
  | 'two-relays-lock'
  | 'lock-and-crash'
  | 'lease-expires'
  | 'consumer-crash-before-commit'
  | 'consumer-crash-after-commit'
  | 'consumer-crash-dedup'
  | 'ack-before-commit'
  | 'marker-first'
  | 'marker-after'
  | 'marker-purged'
  | 'reply-lost'
  | 'early-resend'
  | 'attempts-used-up'
  | 'dead-but-delivered'
  | 'replayed-by-hand'
  | 'poison'
  | 'refused'
  | 'refusal-lost'
  | 'cancel-overtakes'
  | 'cancel-overtakes-tombstone'
  | 'two-relays-reorder'
  | 'by-cursor'
  | 'by-status'
  | 'long-transaction'
  | 'order-before-row'
  | 'row-before-order'
  | 'failover';
