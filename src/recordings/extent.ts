/** How much of a recording was judged, and how strictly. */
import type { Extent } from './answer.ts';
import { countsOfAside } from './aside.ts';
import { EARLY_FRACTION, LATE_FRACTION, orderMsOf } from './clock.ts';
import { OBSERVATION_KINDS, type Recorded, type Recording, type RecordingSettings } from './observation.ts';
import type { Told } from './sights.ts';

interface Seen {
  readonly matched: number;
  readonly hidden: number;
}

export function extentOf(recording: Recording, { aside }: Told, { matched, hidden }: Seen): Extent {
  const { observations, recorded, settings } = recording;
  const timers = TIMERS.filter((timer) => isOfVersion(timer, settings));
  return {
    matched,
    hidden,
    unreadable: observations.filter((one) => one.what === 'other' && one.mayMatter === true).length,
    setAside: countsOfAside(aside),
    followed: aside.followed,
    others: aside.others,
    kinds: recorded === undefined || isEverything(recorded) ? null : recorded.kinds,
    hasGaps: recorded?.gaps === true,
    orderMs: orderMsOf(recorded),
    earlyFraction: EARLY_FRACTION,
    lateFraction: LATE_FRACTION,
    timersKnown: timers.filter((timer) => settings[timer] !== undefined).length,
    timers: timers.length,
  };
}

function isEverything({ kinds, gaps }: Recorded): boolean {
  return gaps !== true && kinds.length === OBSERVATION_KINDS.length;
}

const TIMERS = ['transactionTimeOutMs', 'transactionCheckIntervalMs', 'transactionOpBatchIntervalMs'] as const;

/** 4.9 writes its ops at once. */
function isOfVersion(timer: (typeof TIMERS)[number], { version }: RecordingSettings): boolean {
  return version === '5.x' || timer !== 'transactionOpBatchIntervalMs';
}
