import { useTopic } from '../../i18n/useTopic.ts';
import type { LoadResult } from '../../load/messages.ts';
import type { LoadScenario, NumberName } from '../../load/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { Status } from '../../ui/Status.tsx';
import { kneeAt, kneeRates, kneeScenarios } from './kneeModel.ts';
import { digits, HEIGHT, timeText, WIDTH } from './plotModel.ts';
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
          {isRunning ? null : <Knees ids={ids} rates={rates} p99={p99} />}
          <KneeTable ids={ids} rates={rates} p99={p99} />
        </>
      )}
    </div>
  );
}

interface KneeTableProps {
  readonly ids: readonly LoadResult['measures']['id'][];
  readonly rates: readonly number[];
  readonly p99: (index: number, id: string) => number | null;
}

/** Where each turns up. */
function Knees({ ids, rates, p99 }: KneeTableProps) {
  const text = useTopic('load');
  const at = (id: string): number | null =>
    kneeAt(
      rates,
      rates.map((_, index) => p99(index, id)),
    );
  return (
    <ul className="load-knees">
      {ids.map((id) => {
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

function KneeTable({ ids, rates, p99 }: KneeTableProps) {
  const text = useTopic('load');
  return (
    // Wider than a phone, and scrolled with the keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="load-table" aria-label={text('load-knee')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text('load-knee-rate')}</th>
            {ids.map((id, line) => (
              <th key={id} scope="col">
                <svg width="26" height="8" aria-hidden="true">
                  <path d="M1 4H25" className={`load-knee-line load-knee-${line}`} />
                </svg>{' '}
                {text(`name-${id}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rates.map((rate, index) => (
            <tr key={rate}>
              <th scope="row">{text('per-second', { rate: digits(rate) })}</th>
              {ids.map((id) => {
                const ms = p99(index, id);
                return <td key={id}>{ms === null ? text('figure-none') : timeText(ms)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
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
        // Wider than a phone, and scrolled with the keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className="load-table" aria-label={text('load-more')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{text('load-more-one')}</th>
                {results.map(({ measures: { id } }) => (
                  <th key={id} scope="col">
                    {text(`name-${id}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {MORE.map((name, index) => (
                <tr key={name}>
                  <th scope="row">{text(`number-${name}`)}</th>
                  {results.map(({ measures: { id } }) => (
                    <td key={id}>{`${change(index + 1, id, 'buyerMs')}, ${change(index + 1, id, 'pointsMs')}`}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}
