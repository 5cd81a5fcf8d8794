/** Which spaces there are for a question, and what each leaves of worlds. */
import type { Settings } from '../engine/model.ts';
import { inquiryOf } from '../protocols/inquiries.ts';
import type { Argued, OneOrMore, Premise, Protocol, UncountedSpace } from '../protocols/protocol.ts';
import { completeSettings } from '../protocols/shared/settings.ts';
import type { PromiseReduction, Reduction } from './question.ts';
import type { Kept } from './space.ts';

/** What a forgetting presumes, and what a reduction leaves of worlds with it. */
interface ArguedSpace {
  readonly forgettings: readonly Argued[];
  readonly oneOrMore?: OneOrMore;
}

/**
 * What a reduction leaves of worlds where a run may have mishaps and repairs of these kinds; null where it is not argued for
 * these settings, or not with one of these kinds. Of the exact ones only those stay away whose premise a kind breaks.
 */
export function keptBy(
  protocol: Protocol,
  given: Settings,
  reduction: Reduction,
  kinds: readonly string[] = [],
): Kept | null {
  const space = arguedFor(protocol, completeSettings(protocol.settings, given), reduction);
  if (space === null) return null;
  const left = space.forgettings.filter(({ premise }) => withstands(premise, kinds));
  if (reduction !== 'exact' && left.length < space.forgettings.length) return null;
  return { ...space, forgettings: left.map(({ forget }) => forget) };
}

function withstands({ withstands: harmless }: Premise, kinds: readonly string[]): boolean {
  return harmless === 'every-kind' || kinds.every((kind) => harmless.includes(kind));
}

function arguedFor(protocol: Protocol, settings: Settings, reduction: Reduction): ArguedSpace | null {
  const { forgettings, promiseForgettings } = inquiryOf(protocol.id);
  switch (reduction) {
    case 'none':
      return { forgettings: [] };
    case 'exact':
      return { forgettings: forgettings(settings) };
    case 'promises':
      return promiseForgettings === null ? null : { forgettings: promiseForgettings(settings) };
    case 'uncounted':
    case 'trusting':
      return uncountedFor(protocol, settings, reduction);
  }
}

function uncountedFor({ id }: Protocol, settings: Settings, reduction: PromiseReduction): UncountedSpace | null {
  return inquiryOf(id).uncounted(settings, reduction === 'trusting');
}

/** A space, and after how many states it gives way to the next one. */
export interface Turn {
  readonly reduction: Reduction;
  readonly statesMax: number;
}

/** Spaces that end at all end before so many states, mostly. They take a few seconds. */
const FEW = 80_000;

/** The spaces in which to ask about promises, one after the other, until all is decided. */
export function promiseTurns(protocol: Protocol, given: Settings): readonly [Turn, ...Turn[]] {
  const settings = completeSettings(protocol.settings, given);
  const space = uncountedFor(protocol, settings, 'uncounted');
  const counted: Turn = { reduction: 'promises', statesMax: Infinity };
  if (space === null) return [counted];
  const first: Turn = { reduction: 'uncounted', statesMax: FEW };
  const second: Turn = { reduction: 'trusting', statesMax: Infinity };
  // Few counts are few states, and no run that is found there can be none of the model.
  return space.countsLittle ? [{ ...counted, statesMax: FEW }, first, second, counted] : [first, second, counted];
}
