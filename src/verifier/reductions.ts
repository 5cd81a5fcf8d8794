/** Which spaces there are for a question, and what each leaves of worlds. */
import type { Settings } from '../engine/model.ts';
import { inquiryOf } from '../protocols/inquiries.ts';
import type { Protocol, UncountedSpace } from '../protocols/protocol.ts';
import { completeSettings } from '../protocols/shared/settings.ts';
import type { PromiseReduction, Reduction } from './question.ts';
import { EVERYTHING, type Kept } from './space.ts';

/** What a reduction leaves of worlds; null where it is not argued for these settings. */
export function keptBy(protocol: Protocol, given: Settings, reduction: Reduction): Kept | null {
  const { forgettings, promiseForgettings } = inquiryOf(protocol.id);
  const settings = completeSettings(protocol.settings, given);
  switch (reduction) {
    case 'none':
      return EVERYTHING;
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
