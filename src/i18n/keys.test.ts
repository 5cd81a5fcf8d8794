/** A text that anything needs and any language lacks does not compile: these tests are judged by `tsc`. */
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { NamedScenario, Safeguard, SettingSpec, StageSpec, Words } from '../protocols/protocol.ts';
import type { DelayOf, PacketOf, SafeguardText, ScenarioId, SettingText, StageText } from '../protocols/neededTexts.ts';
import type { PropertyId } from '../protocols/shared/propertyIds.ts';
import { numbered } from '../protocols/shared/stages.ts';
import type { Book, Shelf, TextKey, Texts } from './book.ts';
import { texts as panels } from './en/panels.ts';

const settings = [
  { name: 'speed', kind: 'choice', values: ['slow', 'fast'] },
  { name: 'rounds', kind: 'number', initial: 1, min: 0, max: 2 },
] as const satisfies readonly SettingSpec[];
const stages = { concept: numbered([1, 2], () => false), internals: numbered([1], () => true) } satisfies {
  readonly [zoom: string]: readonly StageSpec[];
};
const safeguards = [
  { id: 'half', stages: [1], kind: 'protocol', protocol: 'plain-mq', settings: {} },
  { id: 'flush', stages: [1], kind: 'setting', setting: 'flush', on: 'sync', off: ['async'] },
] as const satisfies readonly Safeguard[];
const scenarios = [
  { id: 'clean', settings: {}, run: 'order', verdict: 'consistent' },
] as const satisfies readonly NamedScenario[];
const words = { messages: { publish: 'pub' }, delays: { retry: 'again' }, choice: () => null } as const satisfies Words;

/** Keys that are patterns, such as `choice-${string}`: any record fits them, so that a text may be missing. */
type OpenKeys<All> = keyof {
  readonly [key in keyof All as { readonly none?: never } extends Record<key, 1> ? key : never]: 1;
};

describe('keys of texts', () => {
  it('[I1] follow from what they name', () => {
    expectTypeOf<SettingText<typeof settings>>().toEqualTypeOf<
      | 'setting-speed'
      | 'setting-speed-why'
      | 'value-speed-slow'
      | 'value-speed-fast'
      | 'setting-rounds'
      | 'setting-rounds-why'
    >();
    expectTypeOf<
      StageText<typeof stages>
    >().toEqualTypeOf<`stage-${'concept-1' | 'concept-2' | 'internals-1'}-${'title' | 'text'}`>();
    expectTypeOf<SafeguardText<typeof safeguards>>().toEqualTypeOf<'safeguard-half' | 'safeguard-half-why'>();
    expectTypeOf<ScenarioId<typeof scenarios>>().toEqualTypeOf<'clean'>();
    expectTypeOf<PacketOf<typeof words>>().toEqualTypeOf<'publish'>();
    expectTypeOf<DelayOf<typeof words>>().toEqualTypeOf<'retry'>();
  });

  it('[I1] are closed on every shelf, so that none may be missing', () => {
    expectTypeOf<OpenKeys<Texts<Shelf>>>().toEqualTypeOf<never>();
    expectTypeOf<OpenKeys<{ readonly [key: `choice-${string}`]: string }>>().not.toEqualTypeOf<never>();
    expectTypeOf<`property-${PropertyId}`>().toEqualTypeOf<TextKey<'properties'>>();
  });

  it('[I1] that a language lacks do not compile, nor a shelf that it lacks, nor a view that asks for another', () => {
    const { 'state-up': up, ...lacking } = panels;
    // @ts-expect-error: a text is missing.
    const wrong: Texts<'panels'> = lacking;
    // @ts-expect-error: every shelf but this one is missing.
    const shelves: Book['shelves'] = { panels: async () => ({ texts: panels }) };
    // @ts-expect-error: no such key.
    const key: TextKey<'panels'> = 'state-sideways';
    expect([up, wrong, shelves, key]).toHaveLength(4);
  });
});
