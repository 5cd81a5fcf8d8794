/**
 * The keys of every text that this protocol needs, so that a language without one of them does not compile. Variants of
 * a text, chosen by what is told: `<key>-<field>-<value>`; and by what else happened in the step: `<key>-when-<what>`.
 */
import type { KindText } from '../shared/kinds.ts';
import type { Readable } from './checkers.ts';
import type { OrderProcess, ProducerRole } from './instances.ts';
import type { OwnKinds } from './kinds.ts';
import type { DelayOf, PacketOf, SafeguardText, ScenarioId, SettingText, StageText } from '../neededTexts.ts';
import type { safeguards } from './safeguards.ts';
import type { scenarios } from './scenarios.ts';
import type { settingSpecs } from './settings.ts';
import type { stages } from './stages.ts';
import type { choiceWords, words } from './words.ts';

export type HalfMessageText = ThingText | StoryText | EventText;

/** What things are called, and what the boxes of the diagram show. */
export type ThingText =
  | 'name'
  | 'tagline'
  | 'zoom-internals'
  | `process-${Process}${'' | '-inline'}`
  | `role-${Role}${'' | '-inline'}`
  | `node-${Process | 'processor' | 'half-topic' | 'checker' | 'topic'}`
  | `message-${Packet}`
  | `message-${Packet | NoticedCall}-inline`
  | 'message-halfMessage-inline-attempt-2'
  | 'message-halfMessage-inline-attempt-3'
  | 'message-endTransaction-inline-fromCheck-true'
  | 'message-message-inline-queue-retry'
  | 'message-consumerOffset-inline-queue-retry'
  | `message-${Packet}-what`
  | 'message-endTransaction-what-fromCheck-true'
  | 'message-sendResult-what-status-SEND_OK'
  | 'message-sendResult-what-status-NO_PERMISSION'
  | 'message-message-what-queue-retry'
  | `packet-${Packet | BrokenCall}`
  | `section-${SectionTitle | `reads-${Readable}`}`
  | `column-${'order' | 'state' | 'points'}`
  | `row-${'none' | 'open' | 'committed' | 'aborted' | 'cancelled'}`
  | `cell-${CellHint}`
  | `note-${'invisible' | 'visible' | 'memory-only'}`
  | `status-${StatusText}`
  | KindText<OwnKinds>
  | `guard-${'callerIsFree' | 'canBeLong' | 'switches' | 'putWillSucceed' | 'wasDiscarded'}`;

/** The numbered steps and the named runs. */
export type StoryText =
  | StageText<typeof stages>
  | `scenario-${ScenarioId<typeof scenarios>}-title`
  /** Passes that went like the one before them. */
  | `again-${'copy-stored' | 'channel-is-null'}`;

/** What only menus and panels say: why a named run is worth a look, and the settings with their reasons. */
export type WhyText =
  | `scenario-${ScenarioId<typeof scenarios>}-why`
  | SettingText<typeof settingSpecs>
  | SafeguardText<typeof safeguards>;

/** What people do, what time brings, and what happens then. */
export type EventText =
  | `choice-${ChoiceWord}`
  | `chose-${ChoiceWord}`
  | 'chose-order-when-sent-halfMessage'
  | `chose-${'commit' | 'unknow' | 'throw-late' | 'commit-rollback'}-when-order-committed`
  | `chose-${'commit' | 'unknow' | 'throw-late'}-when-commit-refused`
  | `chose-${'rollback' | 'throw'}-when-order-rolled-back`
  | `chose-${'say-commit' | 'say-rollback' | 'say-unknow'}-when-sent-endTransaction`
  | `chose-${'send-commit' | 'send-rollback' | 'hand-commit' | 'hand-rollback'}-when-sent-endTransaction`
  | 'chose-say-null-when-check-unanswered'
  | 'chose-discard-now-when-discarded'
  | 'chose-resume-when-half-resumed'
  | 'chose-fail-when-consume-failed'
  | 'chose-fail-when-failed-after-ack'
  | 'chose-check-throws-when-sent-endTransaction'
  | 'chose-purge-when-record-purged'
  | `delay-${DelayOf<typeof words>}`
  | `fire-${DelayOf<typeof words>}`
  | `fired-${DelayOf<typeof words>}`
  | 'fired-sendMsgTimeout-when-sent-halfMessage'
  | 'fired-endTransactionDelay-when-sent-endTransaction'
  | 'fired-checkLocalTransaction-when-sent-endTransaction'
  | 'fired-heartbeatInterval-when-lost'
  | 'fired-reconnect-when-lost'
  | 'fired-pullAgain-when-sent-message'
  | 'fired-persistConsumerOffset-when-sent-consumerOffset'
  | 'delivered-halfMessage-when-sent-sendResult'
  | `noted-${Noted}`
  | 'noted-copy-stored-when-channel-is-null'
  | `noted-message-stored${'-times-1' | '-checkTimes-0' | '-checkTimes-0-times-1'}`
  | 'noted-points-added-times-1'
  | 'noted-marked-consumed-queue-retry'
  | `ignored-${Ignored}`
  | `crashed-${Exclude<Process, 'order-db'>}`
  | 'crashed-broker-machine'
  | `restarted-${Exclude<Process, 'order-db'>}`
  | `restarted-${OrderProcess | 'points'}-when-lost`;

type Process = OrderProcess | 'order-db' | 'broker' | 'points';
type Role = ProducerRole | 'order-database' | 'broker' | 'half-topic' | 'checker' | 'topic' | 'consumer';

type Packet = PacketOf<typeof words>;
/** Calls between processes: they are drawn only where they break at one that is down. */
type BrokenCall = 'sendBack' | 'subscribe' | 'heartbeat';

/** Calls whose loss a reader is told of. */
type NoticedCall = 'heartbeat' | 'subscribe' | 'sendBack';

type SectionTitle =
  | 'producer'
  | 'order-database'
  | 'points-database'
  | 'consumer'
  | 'half-messages'
  | 'half-topic'
  | 'op-topic'
  | 'op-buffer'
  | 'topic'
  | 'checker'
  | 'cursors'
  | 'channels'
  | 'other-channels'
  | 'trouble'
  | 'discard-topic'
  | 'schedule-topic'
  | 'retry-topic'
  | 'dead-letter-topic';

type CellHint =
  | 'half'
  | 'copy'
  | 'passed'
  | 'committed'
  | 'rolled-back'
  | 'op'
  | 'buffered'
  | 'visible'
  | 'consumed'
  | 'discarded'
  | 'scheduled'
  | 'retry'
  | 'dead';

type StatusText =
  | 'database-down'
  | 'gone'
  | 'idle'
  | 'awaiting-reply'
  | 'executing'
  | 'executing-long'
  | 'returning'
  | 'being-asked'
  | 'unregistered'
  | 'waiting-for-messages'
  | 'consuming'
  | 'asking'
  | 'cursors'
  | 'channels'
  | 'no-channel'
  | 'next-reply'
  | 'rejects'
  | 'put-fails'
  | 'op-fails'
  | 'discard-fails'
  | 'pass-breaks';

type ChoiceWord = (typeof choiceWords)[number];

type Noted =
  | 'half-stored'
  | 'half-resumed'
  | 'copy-stored'
  | 'silent-copy-stored'
  | 'channel-is-null'
  | 'discarded'
  | 'op-stored'
  | 'op-put-failed'
  | 'discard-put-failed'
  | 'pass-broke-off'
  | 'check-unanswered'
  | 'log-flushed'
  | 'message-stored'
  | 'message-dropped'
  | 'no-half-at-offset'
  | 'foreign-group'
  | 'illegal-operation'
  | 'put-failed'
  | 'transaction-begun'
  | 'begin-after-fence'
  | 'order-committed'
  | 'order-rolled-back'
  | 'order-fenced'
  | 'outcome-recorded'
  | 'record-purged'
  | 'look-up-failed'
  | 'commit-refused'
  | 'send-failed'
  | 'send-rejected'
  | 'local-transaction-skipped'
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
  | 'already-connected'
  | 'already-disconnected'
  | 'already-registered'
  | 'consumer-is-gone'
  | 'no-open-transaction'
  | 'nobody-waits-for-the-reply'
  | 'nothing-to-record'
  | 'nothing-to-roll-back'
  | 'offset-already-stored'
  | 'one-flush-for-both'
  | 'reply-to-another-attempt'
  | 'unknow-changes-nothing';
