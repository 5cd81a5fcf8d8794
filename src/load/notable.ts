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
}

export interface LoggedOrder {
  /** From 1 on. */
  readonly order: number;
  readonly arrivedMs: number;
  /** After its arrival; null if nobody was told. */
  readonly buyerMs: number | null;
  readonly pointsMs: number | null;
  readonly end: End;
}

export const NOTABLE_KINDS = ['usual', 'slowest', 'refused', 'lost', 'asked'] as const;
export type NotableKind = (typeof NOTABLE_KINDS)[number];

export interface Notable extends LoggedOrder {
  readonly kind: NotableKind;
}

export function logOf(run: Run): OrderLog {
  const { orders, arrivedMs, outcomeMs, pointsMs } = run;
  return {
    arrivedMs: arrivedMs.slice(0, orders),
    outcomeMs: outcomeMs.slice(0, orders),
    pointsMs: pointsMs.slice(0, orders),
    end: Uint8Array.from({ length: orders }, (_, order) => ENDS.indexOf(endOf(run, order))),
  };
}

/** Null beyond the last of them. */
export function orderIn({ arrivedMs, outcomeMs, pointsMs, end }: OrderLog, order: number): LoggedOrder | null {
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
    ...pick('lost', first('lost')),
    ...pick('asked', first('late')),
  ];
}

/** Where the broker checks back, points that came after its first check have come by it: late. */
function endOf(run: Run, order: number): (typeof ENDS)[number] {
  const fate = run.fate[order];
  if (fate === FATE.points) return isAsked(run, order) ? 'late' : 'consistent';
  if (fate === FATE.lost) return 'lost';
  if (fate === FATE.parked) return 'parked';
  if (fate === FATE.phantom) return 'phantom';
  return fate === FATE.none && run.outcome[order] === OUTCOME.failed ? 'refused' : 'pending';
}

function isAsked({ checks, numbers, arrivedMs, pointsMs }: Run, order: number): boolean {
  return checks.count > 0 && (pointsMs[order] ?? NaN) - (arrivedMs[order] ?? 0) >= numbers['check-age'];
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
