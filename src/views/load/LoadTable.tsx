import { useTopic } from '../../i18n/useTopic.ts';
import type { Latency, Measures } from '../../load/measures.ts';
import type { LoadResult } from '../../load/messages.ts';
import type { Numbers } from '../../load/settings.ts';
import { usedPools } from './loadModel.ts';
import { digits, grouped, timeText } from './plotModel.ts';

type Texts = ReturnType<typeof useTopic<'load'>>;

/** Every figure of every column: the plots in words, for readers, screen readers and spreadsheets. */
export function LoadTable({
  results,
  numbers,
}: {
  readonly results: readonly LoadResult[];
  readonly numbers: Numbers;
}) {
  const text = useTopic('load');
  const rows = [...rowsOf(text, numbers), ...poolRows(text, results)];
  return (
    // Wider than a phone, and scrolled with the keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="load-table" aria-label={text('load-table')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text('load-measure')}</th>
            {results.map(({ measures: { id } }) => (
              <th key={id} scope="col">
                {text(`name-${id}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, of }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {results.map(({ measures }) => (
                <td key={measures.id}>{of(measures)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface Row {
  readonly label: string;
  readonly of: (measures: Measures) => string;
}

function rowsOf(text: Texts, numbers: Numbers): readonly Row[] {
  const latency = (side: 'buyer' | 'points', of: (measures: Measures) => Latency): readonly Row[] => [
    { label: text(`row-${side}-p50`), of: (measures) => withSpread(of(measures).p50, of(measures).spread?.p50, text) },
    { label: text(`row-${side}-p95`), of: (measures) => timeText(of(measures).p95) },
    { label: text(`row-${side}-p99`), of: (measures) => withSpread(of(measures).p99, of(measures).spread?.p99, text) },
    { label: text(`row-${side}-max`), of: (measures) => timeText(of(measures).max) },
  ];
  return [
    { label: text('row-offered'), of: ({ offeredPerS }) => digits(offeredPerS) },
    { label: text('row-completed'), of: ({ completedPerS }) => digits(completedPerS) },
    {
      label: text('row-goodput', { patience: timeText(numbers.patience) }),
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

function poolRows(text: Texts, results: readonly LoadResult[]): readonly Row[] {
  return usedPools(results).map((pool) => ({
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
