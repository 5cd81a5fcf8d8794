/**
 * The safeguards a reader can switch. Defaults first (LT-M1): those of the usual flow first, then those that only some rows
 * of the fault table need.
 */
import type { Settings } from '../../engine/model.ts';
import type { SettingSpec } from '../protocol.ts';
import { choiceSetting, numberSetting } from '../shared/settings.ts';

const CONFIRMS = ['broker-ack', 'consumer-ack'] as const;
const PUBLISHES = ['then-mark', 'after-mark'] as const;
const RELAY_KINDS = ['polling', 'log-tailing'] as const;
const POSITIONS = ['per-row', 'per-transaction'] as const;
const RELAYS = ['1', '2'] as const;
const CONFIRM_WAITS = ['limited', 'unlimited'] as const;
const ATTEMPTS = ['limited', 'unlimited'] as const;
const CLAIMS = ['lock', 'lease', 'none'] as const;
const POLLS = ['by-status', 'by-cursor', 'by-fenced-cursor'] as const;
const DEDUPS = ['same-tx', 'none', 'marker-first', 'marker-after'] as const;
const ACKS = ['after-commit', 'before-commit'] as const;
const BROKERS = ['durable', 'lossy'] as const;
const MANDATORIES = ['off', 'on'] as const;
const BROKER_DEDUPS = ['none', 'window'] as const;
const CAPTURES = ['same-tx', 'order-first', 'row-first'] as const;
const AGES = ['from-commit', 'from-insert'] as const;
const DATABASES = ['durable', 'async-replica'] as const;
const TOMBSTONES = ['on', 'off'] as const;

export type Claim = (typeof CLAIMS)[number];
export type Capture = (typeof CAPTURES)[number];

export const settingSpecs = [
  { name: 'confirm', kind: 'choice', values: CONFIRMS },
  { name: 'publish', kind: 'choice', values: PUBLISHES },
  { name: 'relay', kind: 'choice', values: RELAY_KINDS },
  { name: 'position', kind: 'choice', values: POSITIONS },
  { name: 'relays', kind: 'choice', values: RELAYS },
  { name: 'claim', kind: 'choice', values: CLAIMS },
  { name: 'poll', kind: 'choice', values: POLLS },
  { name: 'dedup', kind: 'choice', values: DEDUPS },
  { name: 'ack', kind: 'choice', values: ACKS },
  { name: 'broker', kind: 'choice', values: BROKERS },
  { name: 'mandatory', kind: 'choice', values: MANDATORIES },
  { name: 'broker-dedup', kind: 'choice', values: BROKER_DEDUPS },
  { name: 'confirm-wait', kind: 'choice', values: CONFIRM_WAITS },
  { name: 'attempts', kind: 'choice', values: ATTEMPTS },
  { name: 'attempts-max', kind: 'number', initial: 5, min: 1, max: 9, explored: 1 },
  { name: 'row', kind: 'choice', values: CAPTURES },
  { name: 'min-age', kind: 'choice', values: AGES },
  { name: 'database', kind: 'choice', values: DATABASES },
  { name: 'tombstone', kind: 'choice', values: TOMBSTONES },
  { name: 'reconsume-max', kind: 'number', initial: 16, min: 0, max: 16, explored: 1 },
] as const satisfies readonly SettingSpec[];

export const awaitsConsumer = (settings: Settings): boolean =>
  choiceSetting(settings, 'confirm', CONFIRMS) === 'consumer-ack';
export const marksFirst = (settings: Settings): boolean =>
  choiceSetting(settings, 'publish', PUBLISHES) === 'after-mark';
/** Reads the database's log instead of querying the table (LT-33). */
export const tailsLog = (settings: Settings): boolean =>
  choiceSetting(settings, 'relay', RELAY_KINDS) === 'log-tailing';
/** The position in the log counts transactions, and a transaction may have several rows (LT-37). */
export const countsTransactions = (settings: Settings): boolean =>
  choiceSetting(settings, 'position', POSITIONS) === 'per-transaction';
/** Waits for the broker's confirm, however long it takes (LT-36). */
export const waitsForever = (settings: Settings): boolean =>
  choiceSetting(settings, 'confirm-wait', CONFIRM_WAITS) === 'unlimited';
/** Publishes a row again however often it has failed (LT-38). */
export const triesForEver = (settings: Settings): boolean =>
  choiceSetting(settings, 'attempts', ATTEMPTS) === 'unlimited';
export const relaysOf = (settings: Settings): number => Number(choiceSetting(settings, 'relays', RELAYS));
export const claimOf = (settings: Settings): Claim => choiceSetting(settings, 'claim', CLAIMS);
export const pollsByCursor = (settings: Settings): boolean => choiceSetting(settings, 'poll', POLLS) !== 'by-status';
/** Reads only what lies below the oldest transaction that is still running (LT-32). */
export const fencesCursor = (settings: Settings): boolean =>
  choiceSetting(settings, 'poll', POLLS) === 'by-fenced-cursor';
export const isLossy = (settings: Settings): boolean => choiceSetting(settings, 'broker', BROKERS) === 'lossy';
export const attemptsMaxOf = (settings: Settings): number => numberSetting(settings, 'attempts-max');
export const captureOf = (settings: Settings): Capture => choiceSetting(settings, 'row', CAPTURES);
export const agesFromInsert = (settings: Settings): boolean =>
  choiceSetting(settings, 'min-age', AGES) === 'from-insert';
export const hasLaggingReplica = (settings: Settings): boolean =>
  choiceSetting(settings, 'database', DATABASES) === 'async-replica';
