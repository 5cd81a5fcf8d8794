/** What a reader can switch. Defaults first (PM-20). */
import type { Settings } from '../../engine/model.ts';
import type { SettingSpec } from '../protocol.ts';
import { choiceSetting } from '../shared/settings.ts';

const ORDERS = ['commit-then-publish', 'publish-then-commit'] as const;
const SWITCH = ['off', 'on'] as const;
const DEDUPS = ['same-tx', 'none', 'marker-first', 'marker-after'] as const;
const ACKS = ['after-commit', 'before-commit'] as const;
const BROKERS = ['durable', 'lossy'] as const;
const CONFIRM_WAITS = ['limited', 'unlimited'] as const;
const BROKER_DEDUPS = ['none', 'window'] as const;

export const settingSpecs = [
  { name: 'order', kind: 'choice', values: ORDERS },
  { name: 'retry', kind: 'choice', values: SWITCH },
  { name: 'dedup', kind: 'choice', values: DEDUPS },
  { name: 'ack', kind: 'choice', values: ACKS },
  { name: 'broker', kind: 'choice', values: BROKERS },
  { name: 'mandatory', kind: 'choice', values: SWITCH },
  { name: 'broker-dedup', kind: 'choice', values: BROKER_DEDUPS },
  { name: 'confirm-wait', kind: 'choice', values: CONFIRM_WAITS },
  { name: 'reconsume-max', kind: 'number', initial: 16, min: 0, max: 16, explored: 1 },
] as const satisfies readonly SettingSpec[];

export const publishesFirst = (settings: Settings): boolean =>
  choiceSetting(settings, 'order', ORDERS) === 'publish-then-commit';
export const retries = (settings: Settings): boolean => choiceSetting(settings, 'retry', SWITCH) === 'on';
/** Waits for the broker's confirm, however long it takes (PM-18). */
export const waitsForever = (settings: Settings): boolean =>
  choiceSetting(settings, 'confirm-wait', CONFIRM_WAITS) === 'unlimited';
export const isLossy = (settings: Settings): boolean => choiceSetting(settings, 'broker', BROKERS) === 'lossy';
