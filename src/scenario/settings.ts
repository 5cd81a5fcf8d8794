import type { Settings } from '../engine/model.ts';
import type { Protocol, SettingSpec } from '../protocols/protocol.ts';
import { defaultOf } from '../protocols/shared/settings.ts';

export function defaultSettings(protocol: Protocol): Settings {
  return Object.fromEntries(protocol.settings.map((spec) => [spec.name, defaultOf(spec)]));
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

/** All settings, with the given ones where they are valid and the defaults elsewhere. */
export function completeSettings(protocol: Protocol, given: Settings): Settings {
  return Object.fromEntries(
    protocol.settings.map((spec) => {
      const text = Object.hasOwn(given, spec.name) ? given[spec.name] : undefined;
      return [spec.name, (text === undefined ? null : acceptValue(spec, text)) ?? defaultOf(spec)];
    }),
  );
}

/** The settings that differ from their defaults, in the protocol's order. */
export function changedSettings(
  protocol: Protocol,
  settings: Settings,
): readonly { readonly name: string; readonly value: string }[] {
  return protocol.settings.flatMap((spec) => {
    const value = settings[spec.name];
    return value === undefined || value === defaultOf(spec) ? [] : [{ name: spec.name, value }];
  });
}

/** How a setting's value is written in a link. */
export function linkValue(value: string): string {
  return value.toLowerCase().replaceAll('.', '-');
}
