/** The keys of texts, derived from what they name: a setting, word, stage or run without its texts does not compile. */
import type { NamedScenario, Safeguard, SettingSpec, StageSpec, Words, Zoom } from './protocol.ts';

/** Every setting with its reason, and every value that can be chosen. */
export type SettingText<Specs extends readonly SettingSpec[]> =
  | `setting-${Specs[number]['name']}${'' | '-why'}`
  | ValueText<Specs[number]>;

type ValueText<Spec extends SettingSpec> = Spec extends { readonly kind: 'choice' }
  ? `value-${Spec['name']}-${Spec['values'][number]}`
  : never;

/** A safeguard that is a setting is worded by the setting. */
export type SafeguardText<All extends readonly Safeguard[]> = `safeguard-${Extract<
  All[number],
  { readonly kind: 'protocol' }
>['id']}${'' | '-why'}`;

export type StageText<Stages extends { readonly [zoom in Zoom]: readonly StageSpec[] }> = {
  readonly [zoom in Zoom]: `stage-${zoom}-${Stages[zoom][number]['number']}-${'title' | 'text'}`;
}[Zoom];

export type ScenarioId<All extends readonly NamedScenario[]> = All[number]['id'];

/** Messages that travel. */
export type PacketOf<Own extends Words> = keyof Own['messages'] & string;

export type DelayOf<Own extends Words> = keyof Own['delays'] & string;
