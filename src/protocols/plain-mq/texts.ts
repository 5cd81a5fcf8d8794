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

export type PlainMqText = ThingText | StoryText | EventText;

type Process = 'order' | 'broker' | 'points';
type Role = 'order-service' | 'broker' | 'topic' | 'consumer';
type Packet = PacketOf<typeof words>;
/** Calls between processes: they are drawn only where they break at one that is down. */
type BrokenCall = 'sendBack' | 'subscribe';
type ChoiceWord = (typeof choiceWords)[number];
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
  | `guard-${'isFree' | 'mayLose'}`;

type SectionTitle =
  | 'window'
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
  | 'known'
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
export type StoryText = StageText<typeof stages> | `scenario-${ScenarioId<typeof scenarios>}-title`;

/** What only menus and panels say: why a named run is worth a look, and the settings with their reasons. */
export type WhyText = `scenario-${ScenarioId<typeof scenarios>}-why` | SettingText<typeof settingSpecs>;

/** What people do, what time brings, and what happens then. */
export type EventText =
  | 'status-database-down'
  | `choice-${ChoiceWord}`
  | KindText<OwnKinds>
  | `chose-${ChoiceWord}`
  | 'chose-order-when-transaction-begun'
  | 'chose-commit-when-order-committed'
  | 'chose-rollback-when-order-rolled-back'
  | `chose-fail-when-${'consume-failed' | 'failed-after-ack'}`
  | `delay-${DelayOf<typeof words>}`
  | `fire-${DelayOf<typeof words>}`
  | `fired-${DelayOf<typeof words>}`
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
  | 'message-returned'
  | 'duplicate-dropped'
  | 'window-over'
  | 'publish-returned'
  | 'publish-returned-for-good'
  | 'log-flushed'
  | 'points-added'
  | 'marker-written'
  | 'duplicate-recognised'
  | 'points-database-down'
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
