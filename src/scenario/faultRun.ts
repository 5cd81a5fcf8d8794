/** An undisturbed run with one mishap in it, played until it comes to rest. */
import { nextStep } from '../engine/autoplay.ts';
import type { Settings } from '../engine/model.ts';
import { beginTimeline, extend, lastFrame, stepsOf, type Timeline } from '../engine/timeline.ts';
import type { Protocol, Verdict } from '../protocols/protocol.ts';
import type { FaultId } from '../protocols/shared/faults.ts';
import { engineFor } from './engines.ts';
import type { Scenario } from './scenario.ts';

export interface FaultRun {
  readonly scenario: Scenario;
  readonly timeline: Timeline;
  /** The worst verdict in the ledger at its end. */
  readonly verdict: Verdict;
  /** Virtual time from the start until the ledger last changed, in milliseconds. */
  readonly settledAtMs: number;
}

/** Longer runs are not at rest; the verdict then says how things stand. */
const STEPS_MAX = 250;

export function faultRun(protocol: Protocol, settings: Settings, fault: FaultId): FaultRun {
  const mishap = protocol.faults?.[fault] ?? (() => null);
  let timeline = beginTimeline(engineFor(protocol, settings));
  let done = 0;
  for (let count = 0; count < STEPS_MAX; count += 1) {
    const frame = lastFrame(timeline);
    const wanted = mishap(frame, done);
    const step = wanted ?? nextStep(timeline);
    if (step === null) break;
    const extended = extend(timeline, step);
    if (!extended.ok)
      throw new Error(
        `Expected the mishap ${fault} of ${protocol.id} to be possible: ${JSON.stringify(extended.refusal)}.`,
      );
    if (wanted !== null) done += 1;
    timeline = extended.timeline;
  }
  const { world } = lastFrame(timeline);
  const scenario = { protocol: protocol.id, settings: timeline.engine.model.settings, steps: stepsOf(timeline) };
  return {
    scenario,
    timeline,
    verdict: worstVerdict(protocol.ledger(world).map(({ verdict }) => verdict)),
    settledAtMs: settledAt(protocol, timeline),
  };
}

/** From harmless to harmful. */
const BY_HARM: readonly Verdict[] = [
  'consistent',
  'late',
  'pending',
  'blocked',
  'parked',
  'duplicated',
  'lost',
  'phantom',
];

/** That of the order that fared worst. */
export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  return BY_HARM.findLast((verdict) => verdicts.includes(verdict)) ?? 'consistent';
}

function settledAt(protocol: Protocol, { frames }: Timeline): number {
  const ledgers = frames.map(({ world }) => JSON.stringify(protocol.ledger(world)));
  const last = ledgers.findLastIndex((ledger, index) => index > 0 && ledger !== ledgers[index - 1]);
  return frames[Math.max(0, last)]?.timeMs ?? 0;
}
