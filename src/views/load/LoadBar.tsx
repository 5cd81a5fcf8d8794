import { memo, useRef } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import type { LoadResult } from '../../load/messages.ts';
import type { LoadScenario } from '../../load/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Field.tsx';
import { openFold } from '../../ui/openFold.ts';
import { FOLDS } from './folds.ts';
import { disturbances, levelAtMs } from './loadModel.ts';
import { clockText, tinyText } from './plotModel.ts';
import { useRoom } from './room.ts';
import { SPEEDS, useTold, type LoadClock } from './useLoadClock.ts';

type TrackProps = Pick<LoadBarProps, 'horizonMs' | 'results'> & Pick<LoadScenario, 'curve' | 'faults'>;

/** Under the thumb: what disturbs, hatched, and over it in words, as far as there is room; and when all is level again. */
const Marks = memo(function Marks({ curve, faults, horizonMs, results }: TrackProps) {
  const text = useTopic('load');
  const stretches = disturbances({ curve, faults });
  const levelMs = levelAtMs(results, { curve, faults });
  const words = [
    ...stretches.map(({ kind, fromMs }) => ({
      atMs: fromMs,
      label: text(kind === 'peak' ? 'clock-peak' : `fault-${kind}`),
    })),
    ...(levelMs === null || levelMs > horizonMs ? [] : [{ atMs: levelMs, label: text('clock-level') }]),
  ];
  const line = useRoom<HTMLDivElement>(words.map(({ atMs, label }) => `${label}@${atMs / horizonMs}`).join());
  return (
    <>
      <div ref={line} className="load-track-words" aria-hidden="true">
        {words.map(({ atMs, label }) => (
          <span key={`${label} ${atMs}`} style={{ insetInlineStart: `${(atMs / horizonMs) * 100}%` }}>
            {label}
          </span>
        ))}
      </div>
      {stretches.map(({ fromMs, toMs }) => (
        <span
          key={`${fromMs}-${toMs}`}
          className="load-stretch"
          style={{
            insetInlineStart: `${(fromMs / horizonMs) * 100}%`,
            inlineSize: `${((toMs - fromMs) / horizonMs) * 100}%`,
          }}
        />
      ))}
    </>
  );
});

/** What was simulated, and how exactly it adds up. */
const Sum = memo(function Sum({ seed, results }: Pick<LoadBarProps, 'results'> & { readonly seed: number }) {
  const text = useTopic('load');
  const error = Math.max(0, ...results.map(({ measures }) => measures.littlesLawError));
  return (
    <span className="load-sum">
      {text(results[0]?.measures.isFluid === true ? 'load-checks-fluid' : 'load-checks', {
        seed,
        orders: results[0]?.measures.orders ?? 0,
        error: tinyText(error),
      })}
    </span>
  );
});

interface LoadBarProps {
  readonly clock: LoadClock;
  readonly horizonMs: number;
  readonly scenario: LoadScenario;
  readonly results: readonly LoadResult[];
}

/** One clock for all columns, under the thumb; what disturbs is hatched on it. */
export function LoadBar({ clock, horizonMs, scenario, results }: LoadBarProps) {
  const text = useTopic('load');
  const { moment, isPlaying, speed, play, goTo, setSpeed } = clock;
  const now = useRef<HTMLOutputElement>(null);
  const slider = useRef<HTMLInputElement>(null);
  useTold(moment, () => {
    if (now.current === null || slider.current === null) return;
    const atMs = Math.min(horizonMs, moment.now());
    const at = clockText(atMs, horizonMs);
    now.current.textContent = at;
    slider.current.valueAsNumber = atMs;
    slider.current.ariaValueText = text('load-clock-value', { at, all: clockText(horizonMs, horizonMs) });
  });
  return (
    <section className="load-bar" aria-label={text('load-clock')}>
      <Button tone="main" className="load-play" icon={isPlaying ? 'pause' : 'play'} onClick={() => play(!isPlaying)}>
        {text(isPlaying ? 'load-pause' : 'load-play')}
      </Button>
      <output ref={now} className="load-now" />
      <div className="load-track">
        <Marks curve={scenario.curve} faults={scenario.faults} horizonMs={horizonMs} results={results} />
        <input
          ref={slider}
          type="range"
          min={0}
          max={horizonMs}
          step={horizonMs / 240}
          aria-label={text('load-clock')}
          onChange={(event) => goTo(event.target.valueAsNumber)}
        />
      </div>
      <Select
        isBare
        label={text('load-speed')}
        value={String(speed)}
        options={SPEEDS.map((times) => ({ value: String(times), label: text('load-speed-times', { times }) }))}
        onChange={(value) => setSpeed(SPEEDS.find((known) => String(known) === value) ?? speed)}
      />
      <Button
        className="load-to-orders"
        icon="steps"
        disabled={results.length === 0}
        onClick={() => openFold(FOLDS.orders)}
      >
        {text('load-one-order')}
      </Button>
      <Button className="load-to-table" disabled={results.length === 0} onClick={() => openFold(FOLDS.table)}>
        {text('load-table')}
      </Button>
      <Sum seed={scenario.numbers.seed} results={results} />
    </section>
  );
}
