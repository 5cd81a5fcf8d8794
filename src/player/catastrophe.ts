/** What could have gone wrong in a run that went well, each played in the reader's own run from just before it. */
import { remembered } from '../engine/remembered.ts';
import type { ProcessId } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import { extend, stepsOf, truncate, type Frame, type Timeline } from '../engine/timeline.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { changedSettings } from '../scenario/settings.ts';
import { ledToEnd } from './leading.ts';
import { frameOf, isAtEnd, ledgerOf, protocolOf, timelineOf } from './selectors.ts';
import type { SessionState } from './session.ts';

/** `dies`: whoever decided an order, right after. `lost`: what it then said. `unacknowledged`: who added the points, then. */
export interface Catastrophe {
  readonly kind: 'dies' | 'lost' | 'unacknowledged';
  /** The position just before it. */
  readonly at: number;
  readonly step: Extract<Step, { readonly kind: 'crash' | 'drop' }>;
  /** The steps from just before it on, as far as the run leads. */
  readonly stepsIn: (state: SessionState) => readonly Step[];
}

type Struck = Omit<Catastrophe, 'stepsIn'>;

/** What to offer once a run in which nothing failed has ended well, the first to try first; empty at any other time. */
export function catastrophesOf(state: SessionState): readonly Catastrophe[] {
  if (!isAtEnd(state) || state.cursor === 0) return [];
  const isQuiet = changedSettings(protocolOf(state), state.settings).length === 0 && !state.steps.some(isFailure);
  const ledger = ledgerOf(state);
  const isFine = ledger.length > 0 && ledger.every((line) => line.verdict === 'consistent' && line.points > 0);
  if (!isQuiet || !isFine || frameOf(state).packets.length > 0) return [];
  return catastrophesIn(timelineOf(state), protocolOf(state)).filter(
    ({ at }) => !state.branches.some(({ steps }) => steps[at] !== undefined && isFailure(steps[at])),
  );
}

function stepsFrom(state: SessionState, { step, at }: Struck): readonly Step[] {
  const struck = extend(truncate(timelineOf(state), at), step);
  return struck.ok ? stepsOf(ledToEnd(struck.timeline, protocolOf(state))).slice(at) : [];
}

const catastrophesIn = remembered((timeline: Timeline, protocol: Protocol): readonly Catastrophe[] =>
  strikesIn(timeline, protocol).map((struck) => ({ ...struck, stepsIn: (state) => stepsFrom(state, struck) })),
);

function strikesIn(timeline: Timeline, protocol: Protocol): readonly Struck[] {
  const { engine, frames } = timeline;
  const ledgerAt = ({ world }: Frame) => protocol.ledger(world, engine.model.settings);
  const commit = frames.find((frame) => ledgerAt(frame).some(({ state }) => state === 'committed'));
  const added = frames.find((frame) => ledgerAt(frame).some(({ points }) => points > 0));
  const decider = processIn(timeline, commit);
  const adder = processIn(timeline, added);
  if (commit === undefined || decider === null) return [];
  return [
    { kind: 'dies', at: commit.index, step: crashOf(decider) },
    ...lossAfter(timeline, commit, decider),
    ...(added === undefined || adder === null || adder === decider
      ? []
      : [{ kind: 'unacknowledged' as const, at: added.index, step: crashOf(adder) }]),
  ];
}

/** The first message that a process sent after a frame, lost. */
function lossAfter({ engine, frames }: Timeline, commit: Frame, process: ProcessId): readonly Struck[] {
  const isIn = (role: string): boolean =>
    engine.model.roles.some(({ id, process: host }) => id === role && host === process);
  for (const { index, packets } of frames.slice(commit.index)) {
    const sent = packets.find(({ from, sentIn }) => sentIn >= commit.index && isIn(from));
    if (sent === undefined) continue;
    return [{ kind: 'lost', at: index, step: { kind: 'drop', from: sent.from, to: sent.to, message: sent.message } }];
  }
  return [];
}

function crashOf(process: ProcessId): Catastrophe['step'] {
  return { kind: 'crash', process, crash: 'process' };
}

/** Whose process took the step of a frame. */
function processIn({ engine: { model } }: Timeline, frame: Frame | undefined): ProcessId | null {
  const step = frame?.step ?? null;
  if (step === null) return null;
  const role = 'to' in step ? step.to : 'role' in step ? step.role : null;
  return model.roles.find(({ id }) => id === role)?.process ?? null;
}

function isFailure({ kind }: Step): boolean {
  return kind === 'crash' || kind === 'drop' || kind === 'duplicate' || kind === 'restart';
}
