import { memo, useEffect, useRef, type CSSProperties } from 'react';
import { afterPaint } from '../../player/afterPaint.ts';
import { usePlayerStore } from '../../player/usePlayer.tsx';
import { useTopic } from '../../i18n/useTopic.ts';
import { barsOf, type Bar, type Column } from './knowsModel.ts';
import { Mark } from './Mark.tsx';
import { useHeldText, type HeldText } from './useHeldText.ts';

interface CourseProps {
  readonly columns: readonly Column[];
  /** The present column; null where the order is yet to come. */
  readonly at: number | null;
  readonly labelledBy: string;
}

/** A lane per party and a column per change; the present one is framed, and kept in view. */
export function Course({ columns, at, labelledBy }: CourseProps) {
  const text = useTopic('knows');
  const told = useHeldText();
  const { goTo } = usePlayerStore().getState();
  const scroller = useRef<HTMLElement>(null);
  useEffect(
    () =>
      afterPaint(() => {
        // Sideways alone: the panel stays where its reader left it.
        const now = scroller.current?.querySelector<HTMLElement>('[aria-current]');
        if (now !== null && now !== undefined)
          scroller.current?.scrollTo({ left: now.offsetLeft - now.offsetWidth * 3 });
      }),
    [at],
  );
  return (
    <section ref={scroller} className="knows-course" aria-labelledby={labelledBy}>
      <div className="knows-steps" style={gridOf(columns)}>
        <span className="knows-name" />
        <ol>
          {columns.map(({ from, to }, index) => (
            <li key={from} style={{ gridColumn: index + 2 }} aria-current={index === at ? 'step' : undefined}>
              <button
                type="button"
                title={from === to ? text('knows-column', { from }) : text('knows-columns', { from, to })}
                onClick={() => goTo(from)}
              >
                {from === to ? from : `${from}–${to}`}
              </button>
            </li>
          ))}
        </ol>
      </div>
      {(columns[0]?.held ?? []).map(({ lane }, index) => (
        <div key={lane.id} className="knows-lane" style={gridOf(columns)}>
          <span className="knows-name">
            {told.nameOf(lane)} <small>{told.aboutOf(lane)}</small>
          </span>
          <ol>
            {barsOf(columns, index).map((bar) => (
              <Stretch
                key={bar.first}
                bar={bar}
                step={columns[bar.first]?.from ?? 0}
                isNow={at !== null && bar.first <= at && at <= bar.last}
                told={told}
              />
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

function gridOf(columns: readonly Column[]): CSSProperties {
  return { gridTemplateColumns: `var(--knows-name) repeat(${columns.length}, var(--knows-column))` };
}

interface StretchProps {
  readonly bar: Bar;
  /** In which it came to hold it. */
  readonly step: number;
  readonly isNow: boolean;
  readonly told: HeldText;
}

/** Most of them are as they were when a step is taken: nothing in them follows the session by itself. */
const Stretch = memo(function Stretch({ bar, step, isNow, told: { nameOf, saysOf, markOf } }: StretchProps) {
  const text = useTopic('knows');
  const { goTo } = usePlayerStore().getState();
  const { first, last, lane, standing, isDown } = bar;
  const says = saysOf(bar);
  const mark = markOf(bar);
  const kind = lane.process === null ? 'truth' : standing;
  return (
    <li style={{ gridColumn: `${first + 2} / ${last + 3}` }}>
      <button
        type="button"
        className={`knows-bar knows-${kind}`}
        data-down={isDown ? '' : undefined}
        data-now={isNow ? '' : undefined}
        data-long={last - first > 1 ? '' : undefined}
        title={mark === '' ? says : `${says} (${mark})`}
        aria-label={text('knows-from', {
          lane: nameOf(lane),
          says,
          mark: mark === '' ? text('standing-none') : mark,
          step,
        })}
        onClick={() => goTo(step)}
      >
        <span className="knows-in">
          {standing === 'none' && !isDown ? null : <Mark held={bar} />}
          <span>{says}</span>
        </span>
      </button>
    </li>
  );
});
