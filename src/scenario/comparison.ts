/** Two runs beside each other: which they are, how they share one clock, and where they first part. */
import { remembered } from '../engine/remembered.ts';
import { keyOf } from '../engine/data.ts';
import type { Settings } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import { replay, type Timeline } from '../engine/timeline.ts';
import type { LedgerLine, Protocol } from '../protocols/protocol.ts';
import type { FaultId } from '../protocols/shared/faults.ts';
import { engineFor } from './engines.ts';
import { faultRun, ledgerHistory, outcomeOf, type LedgerEntry, type Outcome } from './faultRun.ts';

export const SIDES = ['a', 'b'] as const;
export type SideId = (typeof SIDES)[number];

/** What one side plays: an undisturbed run with the fault that both share, or steps of its own. */
export interface Side {
  readonly protocol: Protocol;
  /** Every setting of the protocol. */
  readonly settings: Settings;
  /** Null where the fault decides. */
  readonly steps: readonly Step[] | null;
}

export interface Sides {
  readonly a: Side;
  readonly b: Side;
  readonly fault: FaultId;
}

export interface Comparison extends Sides {
  /** How many moments have passed: the position that is shown. */
  readonly at: number;
}

export interface SideRun extends Outcome {
  readonly timeline: Timeline;
  /** Whether the fault changed anything in this run. */
  readonly strikes: boolean;
}

/** The run of a side; played once, then remembered. */
export function sideRun({ protocol, settings, steps }: Side, fault: FaultId): SideRun {
  return steps === null ? faultRun(protocol, settings, fault) : ownRun(steps, settings, protocol);
}

const ownRun = remembered((steps: readonly Step[], settings: Settings, protocol: Protocol): SideRun => {
  const { timeline } = replay(engineFor(protocol, settings), steps);
  return { timeline, strikes: false, ...outcomeOf(protocol, timeline) };
});

/** One moment of the common clock, and how many steps each side has taken when it is over. */
export interface Moment {
  /** Virtual milliseconds since the start. */
  readonly timeMs: number;
  readonly a: number;
  readonly b: number;
}

/**
 * Both runs on one virtual clock. At every moment whichever side is due first takes one step; where both are due at the
 * same time, both take one.
 */
export function momentsOf(a: Timeline, b: Timeline): readonly [Moment, ...Moment[]] {
  const moments: [Moment, ...Moment[]] = [{ timeMs: 0, a: 0, b: 0 }];
  const total = a.frames.length + b.frames.length - 2;
  let [left, right] = [0, 0];
  while (left + right < total) {
    const dueA = a.frames[left + 1]?.timeMs ?? Number.POSITIVE_INFINITY;
    const dueB = b.frames[right + 1]?.timeMs ?? Number.POSITIVE_INFINITY;
    if (dueA <= dueB) left += 1;
    if (dueB <= dueA) right += 1;
    moments.push({ timeMs: Math.min(dueA, dueB), a: left, b: right });
  }
  return moments;
}

/** Where two runs first part. `moment` is a position on their common clock. */
export type Difference =
  /** The ledgers say different things of an order; null where one does not know it yet. */
  | {
      readonly kind: 'ledger';
      readonly moment: number;
      readonly order: string;
      readonly a: LedgerLine | null;
      readonly b: LedgerLine | null;
    }
  /** They say the same, but one of them later. */
  | {
      readonly kind: 'pace';
      readonly moment: number;
      readonly first: SideId;
      readonly aMs: number;
      readonly bMs: number;
    }
  /**
   * Two runs of one protocol whose ledgers say the same at the same time: their steps differ from here on. The frames that
   * these steps lead to; null for a run that has none left.
   */
  | { readonly kind: 'step'; readonly moment: number; readonly a: number | null; readonly b: number | null };

export interface PlayedComparison {
  readonly runs: Readonly<Record<SideId, SideRun>>;
  readonly moments: readonly [Moment, ...Moment[]];
  /** Null where nothing that is compared differs. */
  readonly difference: Difference | null;
}

/** Both runs on their common clock, and the first difference between them. */
export function playComparison({ a, b, fault }: Sides): PlayedComparison {
  const runs = { a: sideRun(a, fault), b: sideRun(b, fault) };
  const moments = momentsOf(runs.a.timeline, runs.b.timeline);
  const histories = {
    a: tellingOf(ledgerHistory(a.protocol, runs.a.timeline)),
    b: tellingOf(ledgerHistory(b.protocol, runs.b.timeline)),
  };
  const difference =
    ledgerDifference({ a, b, fault }, histories, moments) ??
    paceDifference(histories, moments) ??
    (a.protocol === b.protocol ? stepDifference(runs, moments) : null);
  return { runs, moments, difference };
}

type Histories = Readonly<Record<SideId, readonly LedgerEntry[]>>;

/** Only what differs to a reader: a transaction in progress is no order yet. */
function tellingOf(history: readonly LedgerEntry[]): readonly LedgerEntry[] {
  return history.filter((entry, index) => {
    const before = history[index - 1];
    return before === undefined || keyOf(before.lines.map(telling)) !== keyOf(entry.lines.map(telling));
  });
}

function telling(line: LedgerLine): LedgerLine {
  return { ...line, state: line.state === 'open' ? 'none' : line.state };
}

/** The ledgers are compared change by change: a side that is only slower is no other. */
function ledgerDifference(sides: Sides, { a, b }: Histories, moments: readonly Moment[]): Difference | null {
  for (let change = 0; change < Math.max(a.length, b.length); change += 1) {
    const [left, right] = [a[change], b[change]];
    const order = differingOrder(left?.lines ?? [], right?.lines ?? []);
    if (order === null) continue;
    const moment = Math.min(momentOf(moments, 'a', left?.frame), momentOf(moments, 'b', right?.frame));
    const lineThen = (side: SideId): LedgerLine | null =>
      ledgerAt(sides, side, moments[moment]).find((line) => line.order === order) ?? null;
    return { kind: 'ledger', moment, order, a: lineThen('a'), b: lineThen('b') };
  }
  return null;
}

function differingOrder(a: readonly LedgerLine[], b: readonly LedgerLine[]): string | null {
  const lineOf = (lines: readonly LedgerLine[], order: string): string =>
    keyOf(lines.filter((line) => line.order === order).map(telling));
  const orders = [...a, ...b].map(({ order }) => order);
  return orders.find((order) => lineOf(a, order) !== lineOf(b, order)) ?? null;
}

/** The ledger of a side when a moment is over. */
function ledgerAt(sides: Sides, side: SideId, moment: Moment | undefined): readonly LedgerLine[] {
  const { frames, engine } = sideRun(sides[side], sides.fault).timeline;
  const frame = frames[moment?.[side] ?? 0] ?? frames[0];
  return sides[side].protocol.ledger(frame.world, engine.model.settings);
}

/** The moment after which a side has taken so many steps; infinitely late for what never comes. */
function momentOf(moments: readonly Moment[], side: SideId, steps: number | undefined): number {
  const found = steps === undefined ? -1 : moments.findIndex((moment) => moment[side] >= steps);
  return found === -1 ? Number.POSITIVE_INFINITY : found;
}

function paceDifference({ a, b }: Histories, moments: readonly Moment[]): Difference | null {
  const [left, right] = [a.at(-1), b.at(-1)];
  const [aMs, bMs] = [left?.timeMs ?? 0, right?.timeMs ?? 0];
  if (aMs === bMs) return null;
  const first = aMs < bMs ? 'a' : 'b';
  return { kind: 'pace', moment: momentOf(moments, first, { a: left, b: right }[first]?.frame), first, aMs, bMs };
}

function stepDifference({ a, b }: Readonly<Record<SideId, SideRun>>, moments: readonly Moment[]): Difference | null {
  const [left, right] = [a.timeline.frames, b.timeline.frames];
  for (let index = 1; index < Math.max(left.length, right.length); index += 1) {
    const [one, other] = [left[index], right[index]];
    if (keyOf([one?.step ?? null]) === keyOf([other?.step ?? null])) continue;
    const moment = Math.min(momentOf(moments, 'a', one?.index), momentOf(moments, 'b', other?.index));
    return { kind: 'step', moment, a: one?.index ?? null, b: other?.index ?? null };
  }
  return null;
}
