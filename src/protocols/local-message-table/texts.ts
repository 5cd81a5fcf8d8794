/**
 * The keys of every text that this protocol needs, so that a language without one of them does not compile. Variants of
 * a text, chosen by what is told: `<key>-<field>-<value>`; and by what else happened in the step: `<key>-when-<what>`.
 */
import type { KindText } from '../shared/kinds.ts';
import type { OwnKinds } from './kinds.ts';
import type { DelayOf, PacketOf, ScenarioId, SettingText, StageText } from '../neededTexts.ts';
import type { scenarios } from './scenarios.ts';
import type { settingSpecs } from './settings.ts';
import type { stages } from './stages.ts';
import type { choiceWords, words } from './words.ts';

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
  | `cell-${'cancel' | 'fails' | 'visible' | 'consumed' | 'scheduled' | 'retry' | 'dead'}`
  | `status-${StatusText}`
  | `guard-${'isShort' | 'isOpen' | 'isBehind' | 'isBehindLog' | 'mayLose'}`;

/** The numbered steps and the named runs. */
export type StoryText = StageText<typeof stages> | `scenario-${ScenarioId<typeof scenarios>}-title`;

/** What only menus and panels say: why a named run is worth a look, and the settings with their reasons. */
export type WhyText = `scenario-${ScenarioId<typeof scenarios>}-why` | SettingText<typeof settingSpecs>;

/** What people do, what time brings, and what happens then. */
export type EventText =
  | 'status-database-down'
  | `choice-${ChoiceWord}`
  | KindText<OwnKinds>
  | `chose-${ChoiceWord}`
  | `chose-${'order' | 'join'}-when-transaction-begun`
  | `chose-commit-when-${'order-and-row-committed' | 'order-committed' | 'row-written'}`
  | 'chose-rollback-when-order-rolled-back'
  | 'chose-cancel-when-order-cancelled'
  | 'chose-replay-when-row-replayed'
  | 'chose-spoil-when-row-spoilt'
  | 'chose-mend-when-row-mended'
  | 'chose-failover-when-failed-over'
  | 'chose-lose-position-when-position-lost'
  | `chose-fail-when-${'consume-failed' | 'failed-after-ack'}`
  | 'chose-refuse-when-order-refused'
  | 'chose-purge-when-marker-purged'
  | `delay-${DelayOf<typeof words>}`
  | `fire-${DelayOf<typeof words>}`
  | `fired-${DelayOf<typeof words>}`
  | 'fired-afterCommitSend-when-lost'
  | `fired-publishDelay-when-${'sent-publish' | 'publish-refused'}`
  | 'fired-pullAgain-when-sent-message'
  | 'fired-reply-when-sent-pointsConfirmed'
  | 'fired-reply-when-sent-reverse'
  | 'fired-persistConsumerOffset-when-sent-consumerOffset'
  | 'fired-reconnect-when-lost'
  | `noted-${Noted}`
  | `noted-row-read-why-${'poll' | 'again' | 'tail'}`
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

type Packet = PacketOf<typeof words>;
/** Calls between processes: they are drawn only where they break at one that is down. */
type BrokenCall = 'sendBack' | 'subscribe' | 'wake';

type SectionTitle =
  | 'position'
  | 'window'
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
  | 'position'
  | 'position-transactions'
  | 'known'
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

type ChoiceWord = (typeof choiceWords)[number];

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
  | 'row-spoilt'
  | 'row-mended'
  | 'row-skipped'
  | 'publish-refused'
  | 'failed-over'
  | 'position-lost'
  | 'lock-free'
  | 'lease-over'
  | 'publish-failed'
  | 'confirm-timed-out'
  | 'message-stored'
  | 'confirmed-not-kept'
  | 'message-returned'
  | 'duplicate-dropped'
  | 'window-over'
  | 'publish-returned'
  | 'log-flushed'
  | 'points-added'
  | 'points-withdrawn'
  | 'tombstone-written'
  | 'nothing-to-withdraw'
  | 'marker-written'
  | 'duplicate-recognised'
  | 'order-refused'
  | 'marker-purged'
  | 'points-database-down'
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
  | 'relay-reads-the-log'
  | 'nobody-waits-for-the-confirm'
  | 'one-flush-for-both'
  | 'already-connected'
  | 'already-disconnected'
  | 'consumer-is-gone'
  | 'offset-already-stored';
