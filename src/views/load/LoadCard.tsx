import { memo } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import { limitsOf } from '../../load/capacity.ts';
import { isMessaging, pileOf } from '../../load/fluid.ts';
import type { LoadResult } from '../../load/messages.ts';
import { bucketFromMs, BUCKETS_PER_DECADE } from '../../load/series.ts';
import type { LoadScenario } from '../../load/settings.ts';
import { Chip } from '../../ui/Chip.tsx';
import { LoadStage } from './LoadStage.tsx';
import type { Shared } from './loadModel.ts';
import { Plot, type Line } from './Plot.tsx';
import type { Moment } from './moment.ts';
import { TimeAxis } from './TimeAxis.tsx';
import { clockTick, digits, grouped, HEIGHT, timeText, timeTicks, WIDTH } from './plotModel.ts';

interface LoadCardProps {
  readonly result: LoadResult;
  readonly scenario: LoadScenario;
  readonly shared: Shared;
  readonly moment: Moment;
}

/** One protocol under the load: its boxes, its curves, its figures. The same rows in every card, so that they compare. */
export const LoadCard = memo(function LoadCard({ result, scenario, shared, moment }: LoadCardProps) {
  const text = useTopic('load');
  const { id } = result.measures;
  return (
    <section className="load-card" aria-label={text(`name-${id}`)}>
      <Head result={result} />
      {result.program.isHandWritten ? <p className="load-by-hand">{text('load-by-hand')}</p> : null}
      <LoadStage result={result} numbers={scenario.numbers} shared={shared} moment={moment} />
      <Plots result={result} shared={shared} moment={moment} />
      <Histogram result={result} />
      <Figures result={result} />
      <Computed result={result} scenario={scenario} />
    </section>
  );
});

/** Its name, and how its orders ended. */
const Head = memo(function Head({ result }: Pick<LoadCardProps, 'result'>) {
  const text = useTopic('load');
  const { id, ledger } = result.measures;
  return (
    <header>
      <h3>{text(`name-${id}`)}</h3>
      <span className="load-chips">
        <Chip tone="good">{text('ledger-consistent', { count: grouped(ledger.consistent) })}</Chip>
        {ledger.refused > 0 ? (
          <span className="load-chip load-chip-refused">
            {text('ledger-refused', { count: grouped(ledger.refused) })}
          </span>
        ) : null}
        {ledger.lost > 0 ? <Chip tone="bad">{text('ledger-lost', { count: grouped(ledger.lost) })}</Chip> : null}
        {ledger.parked > 0 ? (
          <Chip tone="check">{text('ledger-parked', { count: grouped(ledger.parked) })}</Chip>
        ) : null}
        {ledger.phantom > 0 ? (
          <Chip tone="bad">{text('ledger-phantom', { count: grouped(ledger.phantom) })}</Chip>
        ) : null}
        {ledger.pending > 0 ? (
          <Chip tone="half">{text('ledger-pending', { count: grouped(ledger.pending) })}</Chip>
        ) : null}
        {ledger.open > 0 ? <Chip tone="plain">{text('ledger-open', { count: grouped(ledger.open) })}</Chip> : null}
      </span>
    </header>
  );
});

/** What is known at once of a load, before it is simulated: the bottleneck, the backlog as a fluid, what a crash catches. */
const Computed = memo(function Computed({ result, scenario }: Pick<LoadCardProps, 'result' | 'scenario'>) {
  const text = useTopic('load');
  const limits = limitsOf(result.program, scenario);
  const { backlogMax, longestWaitS } = pileOf(result.program, scenario);
  return (
    <p className="load-limits">
      {text('load-answer-now', {
        bottleneck: text(`pool-${limits.bottleneck}`),
        capacity: digits(limits.capacityPerS),
      })}
      {backlogMax < 1 ? null : (
        <>
          <br />
          {text('load-answer-fluid', {
            backlog: grouped(Math.round(backlogMax)),
            wait: timeText(1_000 * longestWaitS),
          })}
        </>
      )}
      {limits.caught === null ? null : (
        <>
          <br />
          {text('load-answer-caught', {
            orders: Math.round(limits.caught.orders * 100) / 100,
            fate: text(`caught-${limits.caught.fate}`),
          })}
        </>
      )}
    </p>
  );
});

const Plots = memo(function Plots({ result, shared, moment }: Omit<LoadCardProps, 'scenario'>) {
  const text = useTopic('load');
  const { series, measures } = result;
  const { stepMs } = series;
  const { horizonMs } = shared;
  const scaled = (max: number) => ({ stepMs, horizonMs, max });
  const shown = { note: text('plot-same-scale'), moment };
  const rates: readonly Line[] = [
    { kind: 'offered', label: text('line-offered'), values: series.offeredPerS },
    { kind: 'points', label: text('line-points'), values: series.pointsPerS, isFilled: true },
    ...(measures.refused + measures.gaveUp > 0
      ? [{ kind: 'refused', label: text('line-refused'), values: series.refusedPerS } as const]
      : []),
  ];
  const waits: readonly Line[] = isMessaging(result.program)
    ? [{ kind: 'backlog', label: text('line-backlog'), values: series.backlog, isFilled: true }]
    : [{ kind: 'buyers', label: text('line-buyers'), values: series.buyers, isFilled: true }];
  const times: readonly Line[] = [
    { kind: 'points-ms', label: text('line-points-ms'), values: series.pointsMs.p99, from: series.pointsMs.p50 },
    { kind: 'buyer-ms', label: text('line-buyer-ms'), values: series.buyerMs.p99, from: series.buyerMs.p50 },
  ];
  return (
    <>
      <Plot title={text('plot-orders')} lines={rates} scale={scaled(shared.perS)} unit={digits} {...shown} />
      <Plot
        title={text(isMessaging(result.program) ? 'plot-backlog' : 'plot-buyers')}
        lines={waits}
        scale={scaled(shared.waiting)}
        unit={digits}
        {...shown}
      />
      <Plot title={text('plot-times')} lines={times} scale={scaled(shared.ms)} unit={timeText} {...shown}>
        <TimeAxis
          ticks={timeTicks(horizonMs / 1_000).map((second) => ({
            share: (second * 1_000) / horizonMs,
            label: clockTick(second, horizonMs),
          }))}
        />
      </Plot>
    </>
  );
});

/** Both times on one logarithmic scale, from a millisecond to two minutes. */
const Histogram = memo(function Histogram({ result }: Pick<LoadCardProps, 'result'>) {
  const text = useTopic('load');
  const { buyer, points } = result.series.histogram;
  const [from, to] = [BUCKETS_PER_DECADE, 7 * BUCKETS_PER_DECADE];
  const most = Math.max(1, ...buyer, ...points);
  const stairs = (counts: readonly number[]): string =>
    counts
      .slice(from, to)
      .map((count, index) => {
        const x = (index / (to - from)) * WIDTH;
        const y = HEIGHT - (Math.sqrt(count) / Math.sqrt(most)) * HEIGHT;
        return `${index === 0 ? `M0 ${HEIGHT}` : ''}L${x.toFixed(1)} ${y.toFixed(1)}H${(x + WIDTH / (to - from)).toFixed(1)}`;
      })
      .join('');
  return (
    <figure className="load-plot load-histogram">
      <figcaption>
        <b>{text('plot-histogram')}</b>
      </figcaption>
      <div className="load-canvas">
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <path d={`M0 ${HEIGHT}H${WIDTH}`} className="load-grid" />
          <path d={stairs(points)} className="load-line load-line-points-ms" />
          <path d={stairs(buyer)} className="load-line load-line-buyer-ms" />
        </svg>
      </div>
      <TimeAxis
        ticks={[1, 2, 3, 4, 5, 6].map((decade) => ({
          share: (decade - 1) / 6,
          label: timeText(bucketFromMs(decade * BUCKETS_PER_DECADE)),
        }))}
      />
    </figure>
  );
});

const Figures = memo(function Figures({ result }: Pick<LoadCardProps, 'result'>) {
  const text = useTopic('load');
  const { buyerMs, pointsMs, refused, gaveUp, backlog, drainMs, goodputPerS, unfinished, offeredPerS } =
    result.measures;
  const figures: readonly (readonly [label: string, value: string, tone: string])[] = [
    [
      text('figure-buyer'),
      `${timeText(buyerMs.p50)} / ${timeText(buyerMs.p99)}`,
      buyerMs.p99 > 1_000 ? 'bad' : 'plain',
    ],
    [
      text('figure-points'),
      `${timeText(pointsMs.p50)} / ${timeText(pointsMs.p99)}`,
      pointsMs.p99 > 1_000 ? 'half' : 'plain',
    ],
    [
      text('figure-goodput'),
      text('per-second', { rate: digits(goodputPerS) }),
      goodputPerS < 0.9 * offeredPerS ? 'bad' : 'plain',
    ],
    gaveUp > refused
      ? [text('figure-gave-up'), grouped(gaveUp), 'bad']
      : [text('figure-refused'), grouped(refused), refused > 0 ? 'bad' : 'plain'],
    [text('figure-backlog'), grouped(backlog.max), 'plain'],
    [text('figure-drain'), drainText(drainMs, unfinished, text), 'plain'],
  ];
  return (
    <dl className="load-figures">
      {figures.map(([label, value, tone]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd data-tone={tone}>{value}</dd>
        </div>
      ))}
    </dl>
  );
});

function drainText(drainMs: number | null, unfinished: number, text: ReturnType<typeof useTopic<'load'>>): string {
  if (drainMs !== null) return timeText(drainMs);
  return text(unfinished > 100 ? 'figure-never' : 'figure-none');
}
