/** An undisturbed run with one fault in it, played until it comes to rest. */
import { nextStep } from '../engine/autoplay.ts';
import { remembered } from '../engine/remembered.ts';
import { keyOf } from '../engine/data.ts';
import type { Engine } from '../engine/engine.ts';
import type { Settings } from '../engine/model.ts';
import { beginTimeline, extend, lastFrame, stepsOf, type Timeline } from '../engine/timeline.ts';
import type { LedgerLine, Protocol, Verdict } from '../protocols/protocol.ts';
import { faultSchedules } from '../protocols/faultSchedules.ts';
import type { FaultId } from '../protocols/shared/faults.ts';
import { engineFor } from './engines.ts';
import type { Scenario } from './scenario.ts';

export interface FaultRun extends Outcome {
  readonly scenario: Scenario;
  readonly timeline: Timeline;
  /** Whether the fault changed anything. Some have no place in a protocol: without a broker, none can die. */
  readonly strikes: boolean;
}

/** What a run has come to. */
export interface Outcome {
  /** The worst verdict in the ledger at its end. */
  readonly verdict: Verdict;
  /** Virtual time from the start until the ledger last changed, in milliseconds. */
  readonly settledAtMs: number;
}

/** Longer runs are not at rest; the verdict then says how things stand. */
const STEPS_MAX = 250;

/** The run of a protocol at these settings under a fault; played once, then remembered. */
export function faultRun(protocol: Protocol, settings: Settings, fault: FaultId): FaultRun {
  return play(engineFor(protocol, settings), fault, protocol);
}

const play = remembered((engine: Engine, fault: FaultId, protocol: Protocol): FaultRun => {
  const schedule = faultSchedules.get(protocol.id)?.faults[fault] ?? (() => null);
  let timeline = beginTimeline(engine);
  let done = 0;
  for (let count = 0; count < STEPS_MAX; count += 1) {
    const frame = lastFrame(timeline);
    const wanted = schedule(frame, done);
    const step = wanted ?? nextStep(timeline);
    if (step === null) break;
    const extended = extend(timeline, step);
    if (!extended.ok)
      throw new Error(
        `Expected the fault ${fault} of ${protocol.id} to be possible: ${JSON.stringify(extended.refusal)}.`,
      );
    if (wanted !== null) done += 1;
    timeline = extended.timeline;
  }
  const scenario = { protocol: protocol.id, settings: engine.model.settings, steps: stepsOf(timeline) };
  return { scenario, timeline, strikes: done > 0, ...outcomeOf(protocol, timeline) };
});

export function outcomeOf(protocol: Protocol, timeline: Timeline): Outcome {
  return {
    verdict: worstVerdict(
      protocol.ledger(lastFrame(timeline).world, timeline.engine.model.settings).map(({ verdict }) => verdict),
    ),
    settledAtMs: ledgerHistory(protocol, timeline).at(-1)?.timeMs ?? 0,
  };
}

/** The ledger as it stood from one frame on. */
export interface LedgerEntry {
  readonly frame: number;
  /** Virtual milliseconds since the start. */
  readonly timeMs: number;
  readonly lines: readonly LedgerLine[];
}

/** Every change of the ledger, the first entry at the start. */
export function ledgerHistory(protocol: Protocol, timeline: Timeline): readonly LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  for (const { index, timeMs, world } of timeline.frames) {
    const lines = protocol.ledger(world, timeline.engine.model.settings);
    const last = entries.at(-1);
    if (last === undefined || keyOf(last.lines) !== keyOf(lines)) entries.push({ frame: index, timeMs, lines });
  }
  return entries;
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
