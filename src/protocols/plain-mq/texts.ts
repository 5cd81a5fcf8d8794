/**
 * The keys of every text that this protocol needs, so that a language without one of them does not compile. Variants of
 * a text, chosen by what is told: `<key>-<field>-<value>`; and by what else happened in the step: `<key>-when-<what>`.
 */
import type { choiceWords } from './words.ts';

export type PlainMqText = ThingText | StoryText | EventText;

type Process = 'order' | 'broker' | 'points';
type Role = 'order-service' | 'broker' | 'topic' | 'consumer';
type Packet = 'publish' | 'confirm' | 'message' | 'consumerOffset';
/** Calls between processes: they are drawn only where they break at one that is down. */
type BrokenCall = 'sendBack' | 'subscribe';
type ChoiceWord = (typeof choiceWords)[number];
type Setting = 'order' | 'retry' | 'dedup' | 'ack' | 'broker' | 'reconsume-max';
type SettingValue =
  | `order-${'commit-then-publish' | 'publish-then-commit'}`
  | `retry-${'off' | 'on'}`
  | `dedup-${'same-tx' | 'none' | 'marker-first' | 'marker-after'}`
  | `ack-${'after-commit' | 'before-commit'}`
  | `broker-${'durable' | 'lossy'}`;
type Delay =
  | 'publishDelay'
  | 'publishTimeout'
  | 'retryPause'
  | 'flushLog'
  | 'pullAgain'
  | 'retryDelay'
  | 'consumeMessage'
  | 'secondTransaction'
  | 'persistConsumerOffset'
  | 'consumeAgain'
  | 'reconnect';
type ScenarioId =
  | 'clean'
  | 'rollback'
  | 'crash-between'
  | 'broker-refuses'
  | 'retry-helps'
  | 'retry-dies'
  | 'confirmed-not-kept'
  | 'power-loss'
  | 'confirm-lost'
  | 'confirm-lost-retried'
  | 'confirm-lost-retried-dedup'
  | 'new-order-after-crash'
  | 'publish-first'
  | 'points-before-order'
  | 'publish-first-crash'
  | 'publish-first-rollback'
  | 'publish-first-timeout'
  | 'publish-first-refused'
  | 'consumer-crash'
  | 'consumer-crash-no-dedup'
  | 'auto-ack'
  | 'poison';

/** What things are called, and what the boxes of the diagram show. */
export type ThingText =
  | 'name'
  | 'tagline'
  | 'zoom-internals'
  | `process-${Process}${'' | '-inline'}`
  | `role-${Role}${'' | '-inline'}`
  | `node-${Process | 'exchange' | 'topic'}`
  | `message-${Packet}${'' | '-inline' | '-what'}`
  | `message-${'subscribe' | 'sendBack'}-inline`
  | 'message-publish-inline-isLate-true'
  | 'message-message-inline-queue-retry'
  | 'message-message-what-queue-retry'
  | 'message-consumerOffset-inline-queue-retry'
  | `packet-${Packet | BrokenCall}`
  | `section-${SectionTitle}`
  | `column-${'order' | 'state' | 'points'}`
  | `row-${'open' | 'committed' | 'aborted'}`
  | `cell-${'visible' | 'consumed' | 'scheduled' | 'retry' | 'dead'}`
  | `status-${StatusText}`
  | `setting-${Setting}${'' | '-why'}`
  | `value-${SettingValue}`
  | `guard-${'isFree' | 'mayLose'}`;

type SectionTitle =
  | 'order-service'
  | 'orders'
  | 'memory'
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
  | 'working'
  | 'about-to-publish'
  | 'awaiting-confirm'
  | 'pausing'
  | 'nothing-to-publish'
  | 'to-publish'
  | 'durable'
  | 'lossy'
  | 'loses-next'
  | 'waiting-for-messages'
  | 'consuming';

/** The numbered steps and the named runs. */
export type StoryText =
  | `stage-concept-${1 | 2 | 3}-${'title' | 'text'}`
  | `stage-internals-${1 | 2 | 3 | 4 | 5 | 6 | 7}-${'title' | 'text'}`
  | `scenario-${ScenarioId}-title`;

/** Why a named run is worth a look; said only in the menu. */
export type WhyText = `scenario-${ScenarioId}-why`;

/** What people do, what time brings, and what happens then. */
export type EventText =
  | `choice-${ChoiceWord}`
  | `chose-${ChoiceWord}`
  | 'chose-order-when-transaction-begun'
  | 'chose-commit-when-order-committed'
  | 'chose-rollback-when-order-rolled-back'
  | `chose-fail-when-${'consume-failed' | 'failed-after-ack'}`
  | `delay-${Delay}`
  | `fire-${Delay}`
  | `fired-${Delay}`
  | 'fired-publishDelay-when-sent-publish'
  | 'fired-pullAgain-when-sent-message'
  | 'fired-persistConsumerOffset-when-sent-consumerOffset'
  | 'fired-reconnect-when-lost'
  | `noted-${Noted}`
  | 'noted-message-stored-times-1'
  | 'noted-points-added-times-1'
  | 'noted-marked-consumed-queue-retry'
  | `ignored-${Ignored}`
  | `crashed-${Process}`
  | 'crashed-broker-machine'
  | `restarted-${Process}`
  | 'restarted-points-when-lost';

type Noted =
  | 'transaction-begun'
  | 'order-committed'
  | 'order-rolled-back'
  | 'publish-confirmed'
  | 'publish-failed'
  | 'publish-failed-for-good'
  | 'publish-timed-out'
  | 'publish-given-up'
  | 'message-stored'
  | 'confirmed-not-kept'
  | 'log-flushed'
  | 'points-added'
  | 'marker-written'
  | 'duplicate-recognised'
  | 'consume-failed'
  | 'failed-after-ack'
  | 'marked-consumed'
  | 'retry-scheduled'
  | 'retry-stored'
  | 'dead-lettered';

type Ignored =
  | 'nobody-waits-for-the-confirm'
  | 'confirm-of-another-attempt'
  | 'one-flush-for-both'
  | 'already-connected'
  | 'already-disconnected'
  | 'consumer-is-gone'
  | 'offset-already-stored';
