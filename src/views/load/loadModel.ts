/** What the load page shows of results: pure. */
import { isMessaging } from '../../load/fluid.ts';
import { rateAt } from '../../load/capacity.ts';
import { lastFrame } from '../../engine/timeline.ts';
import { POOLS, type PoolId } from '../../load/instruction.ts';
import type { Measures } from '../../load/measures.ts';
import type { LoadResult } from '../../load/messages.ts';
import type { End, LoggedOrder } from '../../load/notable.ts';
import type { Series } from '../../load/series.ts';
import { secondsOf, type LabFault, type LoadScenario, type Numbers } from '../../load/settings.ts';
import { tooLate } from '../../load/watchdogs.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import { FAULT_IDS, type FaultId } from '../../protocols/shared/faults.ts';
import { faultRun, outcomeOf, type FaultRun } from '../../scenario/faultRun.ts';
import { defaultSettings } from '../../scenario/settings.ts';
import { niceMax } from './plotModel.ts';

/** What all columns share: one clock, and one scale per row of plots. */
export interface Shared {
  readonly horizonMs: number;
  readonly perS: number;
  readonly waiting: number;
  readonly ms: number;
}

export function sharedOf(results: readonly LoadResult[], scenario: LoadScenario): Shared {
  const all = results.map(({ series }) => series);
  const most = (of: (series: Series) => readonly (number | null)[]): number =>
    all.reduce((max, series) => of(series).reduce<number>((high, value) => Math.max(high, value ?? 0), max), 0);
  const lengthMs = Math.max(0, ...all.map(({ stepMs, backlog }) => stepMs * (backlog.length - 1)));
  const per = Math.max(
    most(({ offeredPerS }) => offeredPerS),
    most(({ pointsPerS }) => pointsPerS),
  );
  return {
    horizonMs: Math.max(secondsOf(scenario.curve) * 1_000, lengthMs),
    perS: niceMax(per),
    waiting: niceMax(
      Math.max(
        most(({ backlog }) => backlog),
        10,
      ),
    ),
    ms: niceMax(
      Math.max(
        most(({ buyerMs }) => buyerMs.p99),
        most(({ pointsMs }) => pointsMs.p99),
      ),
    ),
  };
}

/** One box of a card's stage. */
export interface Box {
  readonly id: 'orders' | 'topic' | 'table' | 'door' | 'points';
  /** What is in it now. */
  readonly count: number;
  /** Of how many; null where there is no end to it. */
  readonly all: number | null;
  /** 0 to 1: how full it is drawn. */
  readonly level: number;
  readonly isBottleneck: boolean;
  /** More than a moment ago, per second: positive while it fills. */
  readonly changePerS: number;
}

export interface StageNow {
  readonly boxes: readonly Box[];
  /** Into the first box, between them, and out of the last, per second. */
  readonly ratesPerS: { readonly offered: number; readonly answered: number; readonly points: number };
}

const ORDER_POOLS: ReadonlySet<string> = new Set(['threads', 'connections', 'order-cores', 'rows']);
const POINTS_POOLS: ReadonlySet<string> = new Set(['points-cores', 'points-connections', 'points-threads']);

/** How full everything is at a moment of the run. */
export function stageAt(result: LoadResult, numbers: Numbers, shared: Shared, atMs: number): StageNow {
  const { measures, series, program } = result;
  const bin = Math.min(series.backlog.length - 1, Math.max(0, Math.round(atMs / series.stepMs)));
  const at = (curve: readonly number[] | undefined, index = bin): number => curve?.[index] ?? 0;
  const { bottleneck } = measures.limits;
  const hasTopic = isMessaging(program);
  const middle = hasTopic ? series.backlog : (series.waiting.threads ?? []);
  const before = Math.max(0, bin - 3);
  const change = bin === before ? 0 : ((at(middle) - at(middle, before)) / ((bin - before) * series.stepMs)) * 1_000;
  const hasTable = program.operations.some(({ inBatch }) => inBatch);
  const orders: Box = {
    id: 'orders',
    count: at(series.inUse.threads),
    all: numbers.threads,
    level: at(series.inUse.threads) / numbers.threads,
    isBottleneck: ORDER_POOLS.has(bottleneck),
    changePerS: 0,
  };
  const queue: Box = {
    id: hasTopic ? (hasTable ? 'table' : 'topic') : 'door',
    count: at(middle),
    all: null,
    level: at(middle) / shared.waiting,
    isBottleneck: bottleneck === 'relay' || bottleneck === 'consumers',
    changePerS: change,
  };
  const points: Box = {
    id: 'points',
    count: at(series.inUse['points-cores']),
    all: numbers['points-cores'],
    level: at(series.inUse['points-cores']) / numbers['points-cores'],
    isBottleneck: POINTS_POOLS.has(bottleneck),
    changePerS: 0,
  };
  return {
    boxes: hasTopic ? [orders, queue, points] : [queue, orders, points],
    ratesPerS: { offered: at(series.offeredPerS), answered: at(series.answeredPerS), points: at(series.pointsPerS) },
  };
}

/** What of a load disturbs it. */
type Disturbed = Pick<LoadScenario, 'curve' | 'faults'>;

/** Stretches of the clock that the bar marks: the peak, and faults. */
export interface Stretch {
  readonly kind: 'peak' | Exclude<LabFault['kind'], 'points-stall'>;
  readonly fromMs: number;
  readonly toMs: number;
}

export function disturbances({ curve, faults }: Disturbed): readonly Stretch[] {
  const base = curve[0]?.perS ?? 0;
  const high = curve.filter(({ perS }) => perS > base);
  const [first, last] = [high[0], high.at(-1)];
  const peak =
    first === undefined || last === undefined
      ? []
      : [{ kind: 'peak' as const, fromMs: first.atS * 1_000, toMs: last.atS * 1_000 }];
  return [
    ...peak,
    ...faults.flatMap(({ kind, fromS, toS }) =>
      kind === 'points-stall' ? [] : [{ kind, fromMs: fromS * 1_000, toMs: toS * 1_000 }],
    ),
  ];
}

/** When the last of the columns is level again after what disturbed it; null where one never is, or nothing was disturbed. */
export function levelAtMs(results: readonly LoadResult[], scenario: Disturbed): number | null {
  const disturbedUntilMs = Math.max(0, ...disturbances(scenario).map(({ toMs }) => toMs));
  const after = results.flatMap(({ measures: { drainMs } }) => drainMs ?? []);
  if (disturbedUntilMs === 0 || after.length === 0 || after.length < results.length) return null;
  return disturbedUntilMs + Math.max(...after);
}

/**
 * The run of this protocol that ends as the order did: that in which the deadline passes that it has missed, or the load's own
 * fault where that ends so; null if none does.
 */
export function runOf(
  protocol: Protocol,
  { end, missed }: Pick<LoggedOrder, 'end' | 'missed'>,
  faults: LoadScenario['faults'],
): Pick<FaultRun, 'timeline' | 'verdict'> | null {
  const late = missed === null ? null : lateRun(protocol, missed);
  if (late?.end === end) return late;
  if (end === 'refused') return null;
  const settings = defaultSettings(protocol);
  const likely: readonly FaultId[] = faults.some(({ kind }) => kind === 'order-dies')
    ? ['none', 'order-dies-after-commit', 'message-lost']
    : ['none', 'message-lost'];
  for (const fault of new Set([...likely, ...FAULT_IDS])) {
    const run = faultRun(protocol, settings, fault);
    if (run.verdict === end) return run;
  }
  return null;
}

/** The run in which somebody waits for too long; without an order in it, its buyer was refused. */
function lateRun(protocol: Protocol, missed: string) {
  const { timeline } = tooLate(protocol, missed);
  const { verdict } = outcomeOf(protocol, timeline);
  const lines = protocol.ledger(lastFrame(timeline).world, timeline.engine.model.settings);
  const end: End = lines.some(({ state }) => state === 'committed') ? verdict : 'refused';
  return { timeline, verdict, end };
}

/** Pools that are used at all, in any of the columns. */
export function usedPools(columns: readonly Pick<Measures, 'utilisation'>[]): readonly PoolId[] {
  return POOLS.filter((pool) => columns.some(({ utilisation }) => (utilisation[pool] ?? 0) > 0));
}

/** One line per moment, one column per curve of every protocol. */
export function csvOf(results: readonly LoadResult[], scenario: LoadScenario): string {
  const columns = results.flatMap(({ measures: { id }, series }) =>
    (
      [
        ['offered_per_s', series.offeredPerS],
        ['answered_per_s', series.answeredPerS],
        ['refused_per_s', series.refusedPerS],
        ['points_per_s', series.pointsPerS],
        ['backlog', series.backlog],
        ['buyers_waiting', series.buyers],
        ['buyer_p50_ms', series.buyerMs.p50],
        ['buyer_p99_ms', series.buyerMs.p99],
        ['points_p50_ms', series.pointsMs.p50],
        ['points_p99_ms', series.pointsMs.p99],
      ] as const
    ).map(([name, values]) => ({ name: `${id} ${name}`, stepMs: series.stepMs, values })),
  );
  const stepMs = Math.max(...columns.map((column) => column.stepMs));
  const count = Math.max(...columns.map((column) => Math.ceil((column.values.length * column.stepMs) / stepMs)));
  const lines = Array.from({ length: count }, (_, index) => {
    const cells = columns.map((column) => {
      const value = column.values[Math.round((index * stepMs) / column.stepMs)] ?? null;
      return value === null ? '' : String(Math.round(value * 1_000) / 1_000);
    });
    const atS = (index * stepMs) / 1_000;
    return [String(Math.round(atS * 1_000) / 1_000), String(rateAt(scenario.curve, atS)), ...cells].join(',');
  });
  return [['seconds', 'curve_per_s', ...columns.map(({ name }) => name)].join(','), ...lines].join('\n');
}
