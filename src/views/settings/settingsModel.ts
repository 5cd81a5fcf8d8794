import type { Settings } from '../../engine/model.ts';
import { protocolText } from '../../i18n/text.ts';
import type { Lang } from '../../i18n/languages.ts';
import type { Protocol, SettingSpec } from '../../protocols/protocol.ts';
import { defaultOf } from '../../protocols/shared/settings.ts';

export type SettingControl =
  | { readonly kind: 'choice'; readonly options: readonly { readonly value: string; readonly label: string }[] }
  | { readonly kind: 'number'; readonly min: number; readonly max: number };

export interface SettingView {
  readonly name: string;
  readonly label: string;
  /** Why one would change it. */
  readonly why: string;
  readonly value: string;
  readonly initial: string;
  readonly isChanged: boolean;
  readonly control: SettingControl;
}

export function settingViews(protocol: Protocol, settings: Settings, lang: Lang): readonly SettingView[] {
  const text = (key: string): string => protocolText(lang, protocol.id, key);
  return protocol.settings.map((spec) => {
    const initial = defaultOf(spec);
    const value = settings[spec.name] ?? initial;
    const [label, why] = [text(`setting-${spec.name}`), text(`setting-${spec.name}-why`)];
    return {
      name: spec.name,
      label,
      why,
      value,
      initial,
      isChanged: value !== initial,
      control: controlOf(spec, text),
    };
  });
}

function controlOf(spec: SettingSpec, text: (key: string) => string): SettingControl {
  switch (spec.kind) {
    case 'choice':
      return {
        kind: 'choice',
        options: spec.values.map((value) => ({ value, label: text(`value-${spec.name}-${value}`) })),
      };
    case 'number':
      return { kind: 'number', min: spec.min, max: spec.max };
  }
}
