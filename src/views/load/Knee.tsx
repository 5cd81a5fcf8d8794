import { useTopic } from '../../i18n/useTopic.ts';
import type { LoadResult } from '../../load/messages.ts';
import type { LoadScenario, NumberName } from '../../load/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { Status } from '../../ui/Status.tsx';
import { kneeAt, kneeRates, kneeScenarios } from './kneeModel.ts';
import { digits, HEIGHT, timeText, WIDTH } from './plotModel.ts';
import { Table } from './Table.tsx';
import { useVariations } from './useVariations.ts';

interface KneeProps {
  readonly results: readonly LoadResult[];
  readonly scenario: LoadScenario;
}

/** Load against the buyers' 99th percentile: each protocol a steady load of some seconds, without faults. */
export function Knee({ results, scenario }: KneeProps) {
  const text = useTopic('load');
  const { found, isRunning, run } = useVariations(scenario);
  const rates = kneeRates(results, scenario);
  const draw = (): void => run(kneeScenarios(rates, scenario));
  const ids = results.map(({ measures }) => measures.id);
  const p99 = (index: number, id: string): number | null =>
    found?.[index]?.find((measures) => measures.id === id)?.buyerMs.p99 ?? null;
  const x = (index: number): number => ((rates[index] ?? 0) / (rates.at(-1) ?? 1)) * WIDTH;
  // From a millisecond to a hundred seconds, logarithmic.
  const y = (ms: number): number => HEIGHT - (Math.log10(Math.max(1, ms)) / 5) * HEIGHT;
  return (
    <div className="load-knee">
      <p className="load-hint">{text('load-knee-what')}</p>
      <Button icon="play" disabled={isRunning} onClick={draw}>
        {text('load-knee-draw')}
      </Button>
      <Status text={isRunning ? text('load-knee-running') : ''} />
      {found === null ? null : (
        <>
          <svg viewBox={`-60 -8 ${WIDTH + 70} ${HEIGHT * 3 + 40}`} className="load-knee-plot" aria-hidden="true">
            {[1, 10, 100, 1_000, 10_000, 100_000].map((ms) => (
              <g key={ms}>
                <path d={`M0 ${3 * y(ms)}H${WIDTH}`} className="load-grid" />
                <text x={-8} y={3 * y(ms) + 5} textAnchor="end">
                  {timeText(ms)}
                </text>
              </g>
            ))}
            {ids.map((id, line) => (
              <path
                key={id}
                className={`load-knee-line load-knee-${line}`}
                d={rates
                  .flatMap((_, index) => {
                    const ms = p99(index, id);
                    return ms === null ? [] : [`${x(index)} ${3 * y(ms)}`];
                  })
                  .map((point, index) => `${index === 0 ? 'M' : 'L'}${point}`)
                  .join('')}
              />
            ))}
          </svg>
          {isRunning ? null : <Knees results={results} rates={rates} p99={p99} />}
          <KneeTable results={results} rates={rates} p99={p99} />
        </>
      )}
    </div>
  );
}

interface KneeTableProps {
  readonly results: readonly LoadResult[];
  readonly rates: readonly number[];
  readonly p99: (index: number, id: string) => number | null;
}

/** Where each turns up. */
function Knees({ results, rates, p99 }: KneeTableProps) {
  const text = useTopic('load');
  const at = (id: string): number | null =>
    kneeAt(
      rates,
      rates.map((_, index) => p99(index, id)),
    );
  return (
    <ul className="load-knees">
      {results.map(({ measures: { id } }) => {
        const [name, rate] = [text(`name-${id}`), at(id)];
        return (
          <li key={id}>
            {rate === null ? text('load-knee-none', { name }) : text('load-knee-at', { name, rate: digits(rate) })}
          </li>
        );
      })}
    </ul>
  );
}

function KneeTable({ results, rates, p99 }: KneeTableProps) {
  const text = useTopic('load');
  const cell = (index: number, id: string): string => {
    const ms = p99(index, id);
    return ms === null ? text('figure-none') : timeText(ms);
  };
  return (
    <Table
      label={text('load-knee')}
      corner={text('load-knee-rate')}
      results={results}
      marks={results.map(({ measures: { id } }, line) => (
        <svg key={id} width="26" height="8" aria-hidden="true">
          <path d="M1 4H25" className={`load-knee-line load-knee-${line}`} />
        </svg>
      ))}
      rows={rates.map((rate, index) => ({
        key: String(rate),
        label: text('per-second', { rate: digits(rate) }),
        cells: results.map(({ measures: { id } }) => cell(index, id)),
      }))}
    />
  );
}

/** One more of each of these. */
const MORE: readonly NumberName[] = [
  'points-cores',
  'order-cores',
  'points-connections',
  'connections',
  'consumers',
  'threads',
];
const SEEDS = 3;

/** What one more place would change, on the same draws: the 99th percentiles with it beside those without. */
export function OneMore({ results, scenario }: KneeProps) {
  const text = useTopic('load');
  const { found, isRunning, run } = useVariations(scenario);
  const seeds = Array.from({ length: SEEDS }, (_, index) => (scenario.numbers.seed + index) % 1_000_000);
  const variations = [null, ...MORE].flatMap((name) =>
    seeds.map((seed) => {
      const more = name === null ? {} : { [name]: scenario.numbers[name] + 1 };
      return { ...scenario, numbers: { ...scenario.numbers, ...more, seed } };
    }),
  );
  const mean = (group: number, id: string, side: 'buyerMs' | 'pointsMs'): number | null => {
    const runs = seeds.map(
      (_, seed) => found?.[group * SEEDS + seed]?.find((measures) => measures.id === id)?.[side].p99,
    );
    return runs.some((ms) => ms === undefined) ? null : runs.reduce<number>((sum, ms) => sum + (ms ?? 0), 0) / SEEDS;
  };
  const change = (group: number, id: string, side: 'buyerMs' | 'pointsMs'): string => {
    const [before, after] = [mean(0, id, side), mean(group, id, side)];
    if (before === null || after === null || before === 0) return text('figure-none');
    const percent = (after / before - 1) * 100;
    return Math.abs(percent) < 0.05 ? '0 %' : `${percent > 0 ? '+' : '−'}${Math.abs(percent).toFixed(1)} %`;
  };
  return (
    <div className="load-knee">
      <p className="load-hint">{text('load-more-what', { seeds: SEEDS })}</p>
      <Button icon="plus" disabled={isRunning} onClick={() => run(variations)}>
        {text('load-more-run')}
      </Button>
      <Status text={isRunning ? text('load-knee-running') : ''} />
      {found === null ? null : (
        <Table
          label={text('load-more')}
          corner={text('load-more-one')}
          results={results}
          rows={MORE.map((name, index) => ({
            key: name,
            label: text(`number-${name}`),
            cells: results.map(
              ({ measures: { id } }) => `${change(index + 1, id, 'buyerMs')}, ${change(index + 1, id, 'pointsMs')}`,
            ),
          }))}
        />
      )}
    </div>
  );
}
