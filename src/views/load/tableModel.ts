/** The table of the load page: every figure of every column, in words. */
import type { TextKey } from '../../i18n/book.ts';
import type { TextValues } from '../../i18n/fill.ts';
import { allowedBy, limitsOf, type Allowed, type Limits } from '../../load/capacity.ts';
import { POOLS } from '../../load/instruction.ts';
import type { Latency, Measures } from '../../load/measures.ts';
import type { LoadResult } from '../../load/messages.ts';
import type { LoadScenario } from '../../load/settings.ts';
import { usedPools } from './loadModel.ts';
import { digits, grouped, timeText } from './plotModel.ts';

type Texts = (key: TextKey<'load'>, values?: TextValues) => string;

export interface TableRow {
  readonly label: string;
  readonly of: (measures: Measures) => string;
}

/** What all columns were measured by, and then the pools that any of them uses. */
export function tableRows(text: Texts, patienceMs: number, columns: readonly Measures[]): readonly TableRow[] {
  return [...rowsOf(text, patienceMs), ...poolRows(text, columns)];
}

function rowsOf(text: Texts, patienceMs: number): readonly TableRow[] {
  const latency = (side: 'buyer' | 'points', of: (measures: Measures) => Latency): readonly TableRow[] => [
    { label: text(`row-${side}-p50`), of: (measures) => withSpread(of(measures).p50, of(measures).spread?.p50, text) },
    { label: text(`row-${side}-p95`), of: (measures) => timeText(of(measures).p95) },
    { label: text(`row-${side}-p99`), of: (measures) => withSpread(of(measures).p99, of(measures).spread?.p99, text) },
    { label: text(`row-${side}-max`), of: (measures) => timeText(of(measures).max) },
  ];
  return [
    { label: text('row-offered'), of: ({ offeredPerS }) => digits(offeredPerS) },
    { label: text('row-completed'), of: ({ completedPerS }) => digits(completedPerS) },
    {
      label: text('row-goodput', { patience: timeText(patienceMs) }),
      of: ({ goodputPerS }) => digits(goodputPerS),
    },
    { label: text('row-refused'), of: ({ refused }) => grouped(refused) },
    { label: text('row-gave-up'), of: ({ gaveUp }) => grouped(gaveUp) },
    { label: text('row-unfinished'), of: ({ unfinished }) => grouped(unfinished) },
    { label: text('row-attempts'), of: ({ attemptsPerOrder }) => digits(attemptsPerOrder) },
    ...latency('buyer', ({ buyerMs }) => buyerMs),
    ...latency('points', ({ pointsMs }) => pointsMs),
    { label: text('row-backlog-max'), of: ({ backlog }) => grouped(backlog.max) },
    { label: text('row-backlog-end'), of: ({ backlog }) => grouped(backlog.end) },
    { label: text('row-oldest'), of: ({ oldestMessageMs }) => timeText(oldestMessageMs) },
    { label: text('row-drain'), of: ({ drainMs }) => (drainMs === null ? text('figure-none') : timeText(drainMs)) },
    { label: text('row-consistent'), of: ({ ledger }) => grouped(ledger.consistent) },
    { label: text('row-lost'), of: ({ ledger }) => grouped(ledger.lost) },
    { label: text('row-parked'), of: ({ ledger }) => grouped(ledger.parked) },
    { label: text('row-phantom'), of: ({ ledger }) => grouped(ledger.phantom) },
    { label: text('row-pending'), of: ({ ledger }) => grouped(ledger.pending) },
    { label: text('row-checks'), of: ({ checks }) => grouped(checks.asked) },
    { label: text('row-caught'), of: ({ caughtOrders }) => grouped(caughtOrders) },
    { label: text('row-timed-out'), of: ({ timedOut }) => grouped(timedOut) },
    { label: text('row-duplicates'), of: ({ duplicates }) => grouped(duplicates) },
    { label: text('row-locks'), of: ({ locks }) => `${digits(locks.mean)}, ${grouped(locks.max)}` },
    { label: text('row-bottleneck'), of: ({ limits }) => text(`pool-${limits.bottleneck}`) },
    { label: text('row-capacity'), of: ({ limits }) => digits(limits.capacityPerS) },
    {
      label: text('row-alone'),
      of: ({ limits: { aloneMs } }) => `${timeText(aloneMs.buyer)}, ${timeText(aloneMs.points)}`,
    },
    { label: text('row-hash'), of: ({ hash }) => hash },
  ];
}

function poolRows(text: Texts, columns: readonly Measures[]): readonly TableRow[] {
  return usedPools(columns).map((pool) => ({
    label: text('row-use', { pool: text(`pool-${pool}`) }),
    of: ({ utilisation }) =>
      utilisation[pool] === undefined ? text('figure-none') : `${(utilisation[pool] * 100).toFixed(1)} %`,
  }));
}

/** With half its 95 % interval; where that is wider than a third of it, there is nothing to tell. */
function withSpread(ms: number, spread: number | undefined, text: Texts): string {
  if (spread === undefined) return timeText(ms);
  return spread > ms / 3 ? text('load-too-few') : `${timeText(ms)} ± ${timeText(spread)}`;
}

/** Of one pool in one column: `places` by the time that a lone order holds one are so many orders per second. */
export interface Reckoned {
  /** Null for the relay, which takes a batch per pass. */
  readonly places: number | null;
  readonly heldMs: number;
  readonly perS: number;
  readonly isBottleneck: boolean;
}

interface Reckoning {
  /** A row per pool that any column needs, with a cell for each column: null where that one does not need it. */
  readonly rows: readonly { readonly pool: Allowed['pool']; readonly cells: readonly (Reckoned | null)[] }[];
  readonly alone: readonly Limits['aloneMs'][];
}

/** Why the bottleneck and the capacity of each column are what they are. */
export function reckoningOf(results: readonly Pick<LoadResult, 'program'>[], scenario: LoadScenario): Reckoning {
  const { numbers } = scenario;
  const columns = results.map(({ program }) => {
    const limits = limitsOf(program, scenario);
    return { limits, allowed: allowedBy(limits, numbers) };
  });
  const rows = ([...POOLS, 'relay'] as const).map((pool) => ({
    pool,
    cells: columns.map(({ limits, allowed }) => {
      const perS = allowed.find((known) => known.pool === pool)?.perS;
      if (perS === undefined) return null;
      const isBottleneck = limits.bottleneck === pool;
      return pool === 'relay'
        ? { places: null, heldMs: 0, perS, isBottleneck }
        : { places: numbers[pool], heldMs: limits.demandMs[pool], perS, isBottleneck };
    }),
  }));
  return {
    rows: rows.filter(({ cells }) => cells.some((cell) => cell !== null)),
    alone: columns.map(({ limits }) => limits.aloneMs),
  };
}
