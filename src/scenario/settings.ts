import type { Settings } from '../engine/model.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { completeSettings as complete, defaultOf } from '../protocols/shared/settings.ts';

export function defaultSettings(protocol: Protocol): Settings {
  return completeSettings(protocol, {});
}

/** All settings of a protocol, with the given ones where they are valid and the defaults elsewhere. */
export function completeSettings({ settings }: Protocol, given: Settings): Settings {
  return complete(settings, given);
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
