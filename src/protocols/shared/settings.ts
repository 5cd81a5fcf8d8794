import type { Settings } from '../../engine/model.ts';
import type { SettingSpec } from '../protocol.ts';

/** All settings of a protocol: the given ones where they are valid, the defaults elsewhere. */
export function completeSettings(specs: readonly SettingSpec[], given: Settings): Settings {
  return Object.fromEntries(specs.map((spec) => [spec.name, valueOf(spec, given[spec.name])]));
}

/** The default of a setting, as text. */
export function defaultOf(spec: SettingSpec): string {
  return spec.kind === 'choice' ? spec.values[0] : String(spec.initial);
}

/** Whether a text is a value of this setting. */
function isValue(spec: SettingSpec, text: string): boolean {
  if (spec.kind === 'choice') return spec.values.includes(text);
  return /^(0|[1-9]\d{0,5})$/.test(text) && Number(text) >= spec.min && Number(text) <= spec.max;
}

function valueOf(spec: SettingSpec, given: string | undefined): string {
  return given !== undefined && isValue(spec, given) ? given : defaultOf(spec);
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
