import type { Settings } from '../../engine/model.ts';
import type { SettingSpec } from '../protocol.ts';

/** All settings of a protocol: the given ones where they are valid, the defaults elsewhere. */
export function completeSettings(specs: readonly SettingSpec[], given: Settings): Settings {
  return Object.fromEntries(
    specs.map((spec) => {
      const text = Object.hasOwn(given, spec.name) ? given[spec.name] : undefined;
      return [spec.name, (text === undefined ? null : acceptValue(spec, text)) ?? defaultOf(spec)];
    }),
  );
}

/** The default of a setting, as text. */
export function defaultOf(spec: SettingSpec): string {
  return spec.kind === 'choice' ? spec.values[0] : String(spec.initial);
}

/**
 * The setting's value that a text means, or null when it means none. In links a dot inside a value may be written as
 * a hyphen, because dots separate settings there.
 * @example acceptValue({ name: 'version', kind: 'choice', values: ['5.x', '4.9'] }, '4-9') === '4.9'
 */
export function acceptValue(spec: SettingSpec, text: string): string | null {
  switch (spec.kind) {
    case 'choice':
      return spec.values.find((value) => linkValue(value) === linkValue(text)) ?? null;
    case 'number': {
      const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
      return number >= spec.min && number <= spec.max ? String(number) : null;
    }
  }
}

/** How a setting's value is written in a link. */
export function linkValue(value: string): string {
  return value.toLowerCase().replaceAll('.', '-');
}

/** A number setting of completed settings. */
export function numberSetting(settings: Settings, name: string): number {
  const value = Number(settings[name]);
  if (!Number.isInteger(value))
    throw new Error(`Expected the setting ${name} to be a whole number; got ${settings[name]}.`);
  return value;
}

/** A choice setting of completed settings, as one of its literal values. */
export function choiceSetting<Value extends string>(settings: Settings, name: string, values: readonly Value[]): Value {
  const value = values.find((candidate) => candidate === settings[name]);
  if (value === undefined)
    throw new Error(`Expected the setting ${name} to be one of ${values.join(', ')}; got ${settings[name]}.`);
  return value;
}

// What the shared roles read. A protocol without such a setting says nothing, and its roles do what is usual there.

/** Whether the log is flushed some time after an append: the broker may confirm what a power loss then takes (HM-58). */
export const flushesAsync = (settings: Settings): boolean =>
  settings['flush'] === 'async' || settings['flush'] === 'async-busy' || settings['broker'] === 'lossy';
/** The log is flushed with every append that somebody waits for, and there are others (HM-C11). */
export const leavesUnwaited = (settings: Settings): boolean => settings['flush'] === 'sync-unwaited';
/** Whether a power loss takes more than a kill. */
export const losesAppends = (settings: Settings): boolean => flushesAsync(settings) || leavesUnwaited(settings);

/** A message that no queue takes comes back to its publisher before the confirm (RabbitMQ's `mandatory`). */
export const returnsUnroutable = (settings: Settings): boolean => settings['mandatory'] === 'on';
/** For a while the broker stores a message with the same id once only. */
export const dropsDuplicates = (settings: Settings): boolean => settings['broker-dedup'] === 'window';

/** maxReconsumeTimes of a concurrent listener. */
const RECONSUME_MAX = 16;
export const reconsumeMaxOf = (settings: Settings): number => Number(settings['reconsume-max'] ?? RECONSUME_MAX);

export const dedupOf = (settings: Settings): string => settings['dedup'] ?? 'none';
/** Acknowledges a message before it is processed. */
export const acksFirst = (settings: Settings): boolean => settings['ack'] === 'before-commit';
/** A plain broker is told of each message; RocketMQ's client, which has versions, tells its offsets every few seconds. */
export const acksAtOnce = (settings: Settings): boolean => settings['version'] === undefined;
/** Tells the sender when an order is dealt with. */
export const confirms = (settings: Settings): boolean => settings['confirm'] === 'consumer-ack';
/** A cancellation that comes before its order keeps the order from being applied later. */
export const leavesTombstones = (settings: Settings): boolean => settings['tombstone'] === 'on';
