/**
 * The safeguards a reader can switch. Defaults first (LT-M1): those of the usual flow first, then those that only some rows
 * of the fault table need.
 */
import type { Settings } from '../../engine/model.ts';
import type { SettingSpec } from '../protocol.ts';
import { choiceSetting, numberSetting } from '../shared/settings.ts';

const CONFIRMS = ['broker-ack', 'consumer-ack'] as const;
const PUBLISHES = ['then-mark', 'after-mark'] as const;
const RELAYS = ['1', '2'] as const;
const CLAIMS = ['lock', 'lease', 'none'] as const;
const POLLS = ['by-status', 'by-cursor'] as const;
const DEDUPS = ['same-tx', 'none', 'marker-first', 'marker-after'] as const;
const ACKS = ['after-commit', 'before-commit'] as const;
const BROKERS = ['durable', 'lossy'] as const;
const CAPTURES = ['same-tx', 'order-first', 'row-first'] as const;
const AGES = ['from-commit', 'from-insert'] as const;
const DATABASES = ['durable', 'async-replica'] as const;
const TOMBSTONES = ['on', 'off'] as const;

export type Claim = (typeof CLAIMS)[number];
export type Capture = (typeof CAPTURES)[number];

export const settingSpecs: readonly SettingSpec[] = [
  { name: 'confirm', kind: 'choice', values: CONFIRMS },
  { name: 'publish', kind: 'choice', values: PUBLISHES },
  { name: 'relays', kind: 'choice', values: RELAYS },
  { name: 'claim', kind: 'choice', values: CLAIMS },
  { name: 'poll', kind: 'choice', values: POLLS },
  { name: 'dedup', kind: 'choice', values: DEDUPS },
  { name: 'ack', kind: 'choice', values: ACKS },
  { name: 'broker', kind: 'choice', values: BROKERS },
  { name: 'attempts-max', kind: 'number', initial: 5, min: 1, max: 9, explored: 1 },
  { name: 'row', kind: 'choice', values: CAPTURES },
  { name: 'min-age', kind: 'choice', values: AGES },
  { name: 'database', kind: 'choice', values: DATABASES },
  { name: 'tombstone', kind: 'choice', values: TOMBSTONES },
  { name: 'reconsume-max', kind: 'number', initial: 16, min: 0, max: 16, explored: 1 },
];

export const awaitsConsumer = (settings: Settings): boolean =>
  choiceSetting(settings, 'confirm', CONFIRMS) === 'consumer-ack';
export const marksFirst = (settings: Settings): boolean =>
  choiceSetting(settings, 'publish', PUBLISHES) === 'after-mark';
export const relaysOf = (settings: Settings): number => Number(choiceSetting(settings, 'relays', RELAYS));
export const claimOf = (settings: Settings): Claim => choiceSetting(settings, 'claim', CLAIMS);
export const pollsByCursor = (settings: Settings): boolean => choiceSetting(settings, 'poll', POLLS) === 'by-cursor';
export const isLossy = (settings: Settings): boolean => choiceSetting(settings, 'broker', BROKERS) === 'lossy';
export const attemptsMaxOf = (settings: Settings): number => numberSetting(settings, 'attempts-max');
export const captureOf = (settings: Settings): Capture => choiceSetting(settings, 'row', CAPTURES);
export const agesFromInsert = (settings: Settings): boolean =>
  choiceSetting(settings, 'min-age', AGES) === 'from-insert';
export const hasLaggingReplica = (settings: Settings): boolean =>
  choiceSetting(settings, 'database', DATABASES) === 'async-replica';
