/** The safeguards and versions a reader can switch. Defaults first (HM-59). */
import type { Settings } from '../../engine/model.ts';
import type { SettingSpec } from '../protocol.ts';
import { choiceSetting, numberSetting } from '../shared/settings.ts';
import { checkerSpecs } from './checkers.ts';

/** 5.x: 5.1.1 to 5.3. */
const VERSIONS = ['5.x', '4.9', '5.4'] as const;
const PRODUCERS = ['1', '2', '3'] as const;
const GROUPS = ['one', 'two'] as const;
const DEDUPS = ['same-tx', 'none', 'marker-first', 'marker-after'] as const;
const ACKS = ['after-commit', 'before-commit'] as const;
const FLUSHES = ['sync', 'async', 'async-busy', 'sync-unwaited'] as const;
/** At which a power loss takes more than a kill (HM-C11): all but the first. */
export const LOSSY_FLUSHES = FLUSHES.slice(1);
const SWITCH = ['off', 'on'] as const;
const IMMUNITIES = ['off', 'long'] as const;
/** Whether a step is part of the protocol; a run without it shows what it is for. */
const STEP = ['on', 'off'] as const;

export type Version = (typeof VERSIONS)[number];

export const settingSpecs = [
  { name: 'version', kind: 'choice', values: VERSIONS },
  { name: 'producers', kind: 'choice', values: PRODUCERS },
  { name: 'groups', kind: 'choice', values: GROUPS },
  ...checkerSpecs,
  { name: 'check-max', kind: 'number', initial: 15, min: 1, max: 30, explored: 1 },
  { name: 'dedup', kind: 'choice', values: DEDUPS },
  { name: 'ack', kind: 'choice', values: ACKS },
  { name: 'flush', kind: 'choice', values: FLUSHES },
  { name: 'send-retry', kind: 'choice', values: SWITCH },
  { name: 'immunity', kind: 'choice', values: IMMUNITIES },
  { name: 'reconsume-max', kind: 'number', initial: 16, min: 0, max: 16, explored: 1 },
  { name: 'report', kind: 'choice', values: STEP },
  { name: 'check-back', kind: 'choice', values: STEP },
] as const satisfies readonly SettingSpec[];

export const versionOf = (settings: Settings): Version => choiceSetting(settings, 'version', VERSIONS);
/** Before 5.4 the stamp of a batch of ops is later than its start, so that a round may find it too early (rocketmq#10199). */
export const mayOpSlip = (settings: Settings): boolean => versionOf(settings) === '5.x';
export const producersOf = (settings: Settings): number => Number(choiceSetting(settings, 'producers', PRODUCERS));
/** One instance is one group. */
export const hasTwoGroups = (settings: Settings): boolean =>
  choiceSetting(settings, 'groups', GROUPS) === 'two' && producersOf(settings) > 1;
export const checkMaxOf = (settings: Settings): number => numberSetting(settings, 'check-max');
export const dedupOf = (settings: Settings): string => choiceSetting(settings, 'dedup', DEDUPS);
export type Flush = (typeof FLUSHES)[number];
export const flushOf = (settings: Settings): Flush => choiceSetting(settings, 'flush', FLUSHES);
export const retriesSend = (settings: Settings): boolean => choiceSetting(settings, 'send-retry', SWITCH) === 'on';
export const reportsOutcome = (settings: Settings): boolean => choiceSetting(settings, 'report', STEP) === 'on';
export const checksBack = (settings: Settings): boolean => choiceSetting(settings, 'check-back', STEP) === 'on';
export const hasLongImmunity = (settings: Settings): boolean =>
  choiceSetting(settings, 'immunity', IMMUNITIES) === 'long';
