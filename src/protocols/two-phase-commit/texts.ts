/** The keys of every text that this protocol needs, so that a language without one of them does not compile. */
import type { KindText } from '../shared/kinds.ts';
import type { OwnKinds } from './kinds.ts';
import type { DelayOf, PacketOf, ScenarioId, SettingText, StageText } from '../neededTexts.ts';
import type { scenarios } from './scenarios.ts';
import type { settingSpecs } from './settings.ts';
import type { stages } from './stages.ts';
import type { ChoiceWord, words } from './words.ts';

export type TwoPhaseCommitText = ThingText | StoryText | EventText;

type Database = 'order-db' | 'points-db' | 'stock-db' | 'coupon-db' | 'wallet-db' | 'freight-db' | 'invoice-db';
type Packet = PacketOf<typeof words>;
/** Calls between processes: they are drawn only where they break at one that is down. */
type BrokenCall = 'recover';
/** What things are called, and what the boxes of the diagram show. */
export type ThingText =
  | 'name'
  | 'tagline'
  | 'zoom-internals'
  | `process-${'order' | Database}${'' | '-inline'}`
  | `role-${'coordinator' | Database}${'' | '-inline'}`
  | `node-${'coordinator' | Database}`
  | `message-${Packet}${'' | '-inline' | '-what'}`
  | 'message-vote-inline-answer-no'
  | 'message-vote-what-answer-no'
  | 'message-commit-inline-isRepeated-true'
  | 'message-abort-inline-isRepeated-true'
  | 'message-recover-inline'
  | `packet-${Packet | BrokenCall | 'vote-no'}`
  | `section-${'decision' | 'votes' | 'log' | 'awaited' | 'branch' | 'rows' | 'branches'}`
  | `column-${'order' | 'state' | 'branch' | 'locks' | 'participant' | 'vote'}`
  | `row-${'working' | 'prepared' | 'committed' | 'aborted'}`
  | `row-${'committed' | 'aborted'}-by-hand`
  | `lock-${'held' | 'free'}`
  | `vote-${'yes' | 'missing'}`
  | `cell-${'commit' | 'end'}`
  | `note-${'forced' | 'memory-only' | 'forgotten'}`
  | `status-${'gone' | 'gone-in-doubt' | 'idle' | 'collecting' | 'deciding' | 'announcing'}`
  | `status-${'decided-commit' | 'decided-abort' | 'free' | 'working' | 'in-doubt'}`
  | 'guard-isFree';

/** The numbered steps and the named runs. */
export type StoryText = StageText<typeof stages> | `scenario-${ScenarioId<typeof scenarios>}-title`;

/** What only menus and panels say: why a named run is worth a look, and the settings with their reasons. */
export type WhyText = `scenario-${ScenarioId<typeof scenarios>}-why` | SettingText<typeof settingSpecs>;

/** What people do, what time brings, and what happens then. */
export type EventText =
  | `choice-${ChoiceWord}`
  | KindText<OwnKinds>
  | `choose-${Exclude<ChoiceWord, 'order'>}`
  | `chose-${ChoiceWord}`
  | 'chose-order-when-sent-prepare'
  | 'chose-refuse-when-refused'
  | 'chose-force-commit-when-committed-by-hand'
  | 'chose-force-rollback-when-aborted-by-hand'
  | `delay-${DelayOf<typeof words>}`
  | `fire-${DelayOf<typeof words>}`
  | `fired-${DelayOf<typeof words>}`
  | `fired-recoveryPeriod-when-${'sent-commit' | 'sent-abort' | 'transaction-ended'}`
  | `noted-${Noted}`
  | 'noted-vote-counted-missing-0'
  | 'noted-vote-counted-missing-1'
  | `noted-decided-abort-why-${'silence' | 'patience'}`
  | `ignored-${Ignored}`
  | `crashed-${'order' | Database}`
  | `restarted-${'order' | Database}`
  | `restarted-order-when-${'sent-commit' | 'sent-abort'}`;

type Noted =
  | 'branch-begun'
  | 'prepared'
  | 'promised'
  | 'refused'
  | 'locked-out'
  | 'gave-up'
  | 'vote-counted'
  | 'decided-abort'
  | 'decided-commit'
  | 'commit-logged'
  | 'commit-remembered'
  | 'branch-committed'
  | 'branch-aborted'
  | 'transaction-ended'
  | 'committed-by-hand'
  | 'aborted-by-hand'
  | 'heuristic-agrees'
  | 'heuristic-damage'
  | 'contradicted';

type Ignored =
  | 'vote-after-decision'
  | 'vote-already-counted'
  | 'acknowledged-before'
  | 'branch-finished'
  | 'already-working'
  | 'no-such-branch'
  | 'nothing-to-abort'
  | 'already-committed'
  | 'already-aborted';
