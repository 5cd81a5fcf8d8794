/** What became of the single orders of a run, and which of them are worth a look: each opens as a run of its protocol. */
import type { Verdict } from '../protocols/protocol.ts';
import { FATE, OUTCOME, type Run } from './state.ts';

/** How an order stood when the run ended; refused ones have no line in any ledger. */
export type End = Verdict | 'refused';

const ENDS = [
  'consistent',
  'late',
  'lost',
  'parked',
  'phantom',
  'pending',
  'refused',
] as const satisfies readonly End[];

/** One entry per order, in the order of arrival; NaN for what has not happened. */
export interface OrderLog {
  readonly arrivedMs: Float64Array;
  readonly outcomeMs: Float64Array;
  readonly pointsMs: Float64Array;
  /** Places in `ENDS`. */
  readonly end: Uint8Array;
  /** Places in `deadlines`, plus one; 0 where none has passed. */
  readonly missed: Uint8Array;
  /** Deadlines of the protocol, by its own names. */
  readonly deadlines: readonly string[];
}

export interface LoggedOrder {
  /** From 1 on. */
  readonly order: number;
  readonly arrivedMs: number;
  /** After its arrival; null if nobody was told. */
  readonly buyerMs: number | null;
  readonly pointsMs: number | null;
  readonly end: End;
  /** The deadline that has passed, by the protocol's name for it. */
  readonly missed: string | null;
}

export const NOTABLE_KINDS = ['usual', 'slowest', 'refused', 'missed', 'lost', 'late'] as const;
export type NotableKind = (typeof NOTABLE_KINDS)[number];

export interface Notable extends LoggedOrder {
  readonly kind: NotableKind;
}

/** It takes over what the run has counted: no copies of a million orders. */
export function logOf(run: Run): OrderLog {
  const { orders, arrivedMs, outcomeMs, pointsMs, passed, plan } = run;
  const end = new Uint8Array(orders);
  for (let order = 0; order < orders; order += 1) end[order] = ENDS.indexOf(endOf(run, order));
  return {
    arrivedMs: arrivedMs.subarray(0, orders),
    outcomeMs: outcomeMs.subarray(0, orders),
    pointsMs: pointsMs.subarray(0, orders),
    end,
    missed: passed.subarray(0, orders),
    deadlines: plan.dogs.map(({ delay }) => delay),
  };
}

/** What goes to another thread without being copied. */
export function buffersOf({ arrivedMs, outcomeMs, pointsMs, end, missed }: OrderLog): readonly ArrayBufferLike[] {
  return [arrivedMs, outcomeMs, pointsMs, end, missed].map(({ buffer }) => buffer);
}

/** Null beyond the last of them. */
export function orderIn(log: OrderLog, order: number): LoggedOrder | null {
  const { arrivedMs, outcomeMs, pointsMs, end, missed, deadlines } = log;
  const arrived = arrivedMs[order - 1];
  const ended = ENDS[end[order - 1] ?? ENDS.length];
  if (arrived === undefined || ended === undefined) return null;
  const since = (at: number | undefined): number | null => (at === undefined || Number.isNaN(at) ? null : at - arrived);
  return {
    order,
    arrivedMs: arrived,
    buyerMs: since(outcomeMs[order - 1]),
    pointsMs: since(pointsMs[order - 1]),
    end: ended,
    missed: deadlines[(missed[order - 1] ?? 0) - 1] ?? null,
  };
}

export function notableOf(log: OrderLog): readonly Notable[] {
  const pick = (kind: NotableKind, order: number): readonly Notable[] => {
    const found = orderIn(log, order);
    return found === null ? [] : [{ kind, ...found }];
  };
  const first = (end: (typeof ENDS)[number]): number => log.end.indexOf(ENDS.indexOf(end)) + 1;
  return [
    ...pick('usual', Math.floor(log.end.length / 2) + 1),
    ...pick('slowest', slowest(log)),
    ...pick('refused', first('refused')),
    ...pick('missed', log.missed.findIndex((kind) => kind > 0) + 1),
    ...pick('lost', first('lost')),
    ...pick('late', first('late')),
  ];
}

function endOf(run: Run, order: number): (typeof ENDS)[number] {
  const fate = run.fate[order];
  if (fate === FATE.points) return run.isLate[order] === 1 ? 'late' : 'consistent';
  if (fate === FATE.lost) return 'lost';
  if (fate === FATE.parked) return 'parked';
  if (fate === FATE.phantom) return 'phantom';
  return fate === FATE.none && run.outcome[order] === OUTCOME.failed ? 'refused' : 'pending';
}

/** From 1 on; 0 where no order has its points. */
function slowest({ arrivedMs, pointsMs }: OrderLog): number {
  let found = 0;
  let most = -1;
  for (let order = 0; order < arrivedMs.length; order += 1) {
    const ms = (pointsMs[order] ?? NaN) - (arrivedMs[order] ?? 0);
    if (ms > most) [found, most] = [order + 1, ms];
  }
  return found;
}
