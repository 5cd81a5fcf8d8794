/**
 * The keys of every text that this protocol needs, so that a language without one of them does not compile. Variants of
 * a text, chosen by what is told: `<key>-<field>-<value>`; and by what else happened in the step: `<key>-when-<what>`.
 */
import type { choiceWords } from './words.ts';

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
  | `section-${SectionTitle}`
  | `column-${'order' | 'state' | 'points'}`
  | `row-${'none' | 'open' | 'committed' | 'aborted' | 'cancelled'}`
  | `cell-${CellHint}`
  | `note-${'invisible' | 'visible' | 'memory-only'}`
  | `status-${StatusText}`
  | `setting-${Setting}${'' | '-why'}`
  | `value-${SettingValue}`
  | `safeguard-${'half' | 'stored-first'}${'' | '-why'}`
  | `guard-${'callerIsFree' | 'canBeLong' | 'switches' | 'putWillSucceed' | 'wasDiscarded'}`;

/** The numbered steps and the named runs. */
export type StoryText =
  | `stage-concept-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}-${'title' | 'text'}`
  | `stage-internals-${1 | 2 | 3 | 4 | 5 | 6 | 7}-${'title' | 'text'}`
  | `scenario-${ScenarioId}-title`;

/** Why a named run is worth a look; said only in the menu. */
export type WhyText = `scenario-${ScenarioId}-why`;

/** What people do, what time brings, and what happens then. */
export type EventText =
  | `choice-${ChoiceWord}`
  | `chose-${ChoiceWord}`
  | 'chose-order-when-sent-halfMessage'
  | `chose-${'commit' | 'unknow' | 'throw-late'}-when-order-committed`
  | `chose-${'commit' | 'unknow' | 'throw-late'}-when-commit-refused`
  | `chose-${'rollback' | 'throw'}-when-order-rolled-back`
  | `chose-${'say-commit' | 'say-rollback' | 'say-unknow'}-when-sent-endTransaction`
  | `chose-${'send-commit' | 'send-rollback'}-when-sent-endTransaction`
  | 'chose-discard-now-when-discarded'
  | 'chose-resume-when-half-resumed'
  | 'chose-fail-when-consume-failed'
  | 'chose-fail-when-failed-after-ack'
  | `delay-${Delay}`
  | `fire-${Delay}`
  | `fired-${Delay}`
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
  | `restarted-${'order' | 'order-b' | 'points'}-when-lost`;

type Process = 'order' | 'order-b' | 'order-db' | 'broker' | 'points';
type Role = 'producer' | 'producer-b' | 'order-database' | 'broker' | 'half-topic' | 'checker' | 'topic' | 'consumer';

/** Messages that travel. */
type Packet = 'halfMessage' | 'sendResult' | 'endTransaction' | 'checkTransactionState' | 'message' | 'consumerOffset';
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
  | 'put-fails';

type Setting =
  | 'version'
  | 'producers'
  | 'checker'
  | 'check-max'
  | 'dedup'
  | 'ack'
  | 'flush'
  | 'send-retry'
  | 'immunity'
  | 'reconsume-max'
  | 'report'
  | 'check-back';

type SettingValue =
  | `version-${'5.x' | '4.9'}`
  | `producers-${1 | 2}`
  | `checker-${'unknown-while-running' | 'rollback-if-missing' | 'commit-if-missing' | 'fenced'}`
  | `dedup-${'same-tx' | 'none' | 'marker-first' | 'marker-after'}`
  | `ack-${'after-commit' | 'before-commit'}`
  | `flush-${'sync' | 'async'}`
  | `send-retry-${'off' | 'on'}`
  | `immunity-${'off' | 'long'}`
  | `${'report' | 'check-back'}-${'on' | 'off'}`;

type ChoiceWord = (typeof choiceWords)[number];

type Delay =
  | 'sendMsgTimeout'
  | 'endTransactionDelay'
  | 'checkLocalTransaction'
  | 'heartbeatInterval'
  | 'opWrite'
  | 'transactionTimeOut'
  | 'transactionCheckInterval'
  | 'passEnd'
  | 'persistOffset'
  | 'flushCommitLog'
  | 'pullAgain'
  | 'retryDelay'
  | 'consumeMessage'
  | 'secondTransaction'
  | 'persistConsumerOffset'
  | 'consumeAgain'
  | 'reconnect';

type Noted =
  | 'half-stored'
  | 'half-resumed'
  | 'copy-stored'
  | 'silent-copy-stored'
  | 'channel-is-null'
  | 'discarded'
  | 'op-stored'
  | 'log-flushed'
  | 'message-stored'
  | 'message-dropped'
  | 'no-half-at-offset'
  | 'illegal-operation'
  | 'put-failed'
  | 'transaction-begun'
  | 'begin-after-fence'
  | 'order-committed'
  | 'order-rolled-back'
  | 'order-fenced'
  | 'commit-refused'
  | 'send-failed'
  | 'send-rejected'
  | 'local-transaction-skipped'
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
  | 'already-connected'
  | 'already-disconnected'
  | 'already-registered'
  | 'consumer-is-gone'
  | 'no-open-transaction'
  | 'nobody-waits-for-the-reply'
  | 'nothing-to-roll-back'
  | 'offset-already-stored'
  | 'one-flush-for-both'
  | 'reply-to-another-attempt'
  | 'unknow-changes-nothing';

type ScenarioId =
  | 'clean-commit'
  | 'rollback'
  | 'unknow-then-commit'
  | 'crash-before-half'
  | 'crash-after-half'
  | 'crash-after-local-commit'
  | 'end-transaction-lost'
  | 'group-down-until-discard'
  | 'resumed-by-hand'
  | 'check-while-running-unknow'
  | 'check-while-running-rollback'
  | 'check-while-running-commit'
  | 'check-while-running-fenced'
  | 'late-commit-after-check'
  | 'commit-replayed'
  | 'commit-replayed-dedup'
  | 'exception-rolled-back'
  | 'exception-after-commit'
  | 'broker-restart'
  | 'op-lost-in-batch'
  | 'orphan-half-after-retry'
  | 'consumer-crash-before-commit'
  | 'consumer-crash-after-commit'
  | 'consumer-crash-no-dedup'
  | 'marker-first-crash'
  | 'ack-before-commit'
  | 'consumer-never-succeeds'
  | 'immunity-discards-unasked'
  | 'flush-timeout'
  | 'put-fails'
  | 'power-loss';
