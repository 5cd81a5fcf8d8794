/** Single orders of a run that are worth a look: each opens on the stage as a run of its protocol. */
import { FATE, OUTCOME, type Run } from './state.ts';

export const NOTABLE_KINDS = ['usual', 'slowest', 'refused', 'lost', 'asked'] as const;
export type NotableKind = (typeof NOTABLE_KINDS)[number];

export interface Notable {
  readonly kind: NotableKind;
  /** From 1 on, in the order of arrival. */
  readonly order: number;
  readonly arrivedMs: number;
  readonly buyerMs: number | null;
  readonly pointsMs: number | null;
}

export function notableOf(run: Run): readonly Notable[] {
  const pick = (kind: NotableKind, order: number): readonly Notable[] => (order < 0 ? [] : [noted(run, kind, order)]);
  const { orders, outcome, fate } = run;
  return [
    ...pick('usual', orders === 0 ? -1 : Math.floor(orders / 2)),
    ...pick('slowest', slowest(run)),
    ...pick('refused', outcome.subarray(0, orders).indexOf(OUTCOME.failed)),
    ...pick('lost', fate.subarray(0, orders).indexOf(FATE.lost)),
    ...pick('asked', askedFirst(run)),
  ];
}

function noted({ arrivedMs, outcomeMs, pointsMs }: Run, kind: NotableKind, order: number): Notable {
  const arrived = arrivedMs[order] ?? 0;
  const since = (at: number | undefined): number | null => (at === undefined || Number.isNaN(at) ? null : at - arrived);
  return {
    kind,
    order: order + 1,
    arrivedMs: arrived,
    buyerMs: since(outcomeMs[order]),
    pointsMs: since(pointsMs[order]),
  };
}

function slowest({ orders, arrivedMs, pointsMs }: Run): number {
  let found = -1;
  let most = -1;
  for (let order = 0; order < orders; order += 1) {
    const ms = (pointsMs[order] ?? NaN) - (arrivedMs[order] ?? 0);
    if (ms > most) [found, most] = [order, ms];
  }
  return found;
}

/** The first order whose points came only after the broker had asked. */
function askedFirst({ checks, orders, numbers, arrivedMs, pointsMs }: Run): number {
  if (checks.count === 0) return -1;
  for (let order = 0; order < orders; order += 1) {
    if ((pointsMs[order] ?? NaN) - (arrivedMs[order] ?? 0) >= numbers['check-age']) return order;
  }
  return -1;
}
