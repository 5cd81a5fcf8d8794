import { memo, useLayoutEffect, useRef, type CSSProperties } from 'react';
import { usePlayerStore } from '../../player/usePlayer.tsx';
import { useTopic } from '../../i18n/useTopic.ts';
import { barsOf, type Bar, type Column } from './knowsModel.ts';
import { Mark } from './Mark.tsx';
import { useHeldText, type HeldText } from './useHeldText.ts';
import { useSaidInView } from './useSaidInView.ts';

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
  const lanes = columns[0]?.held.map(({ lane }) => lane) ?? [];
  useSaidInView(scroller, columns);
  useLayoutEffect(() => {
    // Sideways alone: the panel stays where its reader left it. At once: later, it would be a second frame for every step.
    const now = scroller.current?.querySelector<HTMLElement>('[aria-current]');
    if (now !== null && now !== undefined) scroller.current?.scrollTo({ left: now.offsetLeft - now.offsetWidth * 2 });
  }, [at]);
  return (
    <div className="knows-course" style={{ gridTemplateRows: `repeat(${lanes.length + 1}, auto)` }}>
      <ul className="knows-names" aria-hidden="true">
        {lanes.map((lane, index) => (
          <li key={lane.id} style={{ gridRow: index + 2 }}>
            {told.nameOf(lane)} <small>{told.aboutOf(lane)}</small>
          </li>
        ))}
      </ul>
      <section ref={scroller} className="knows-scroll" aria-labelledby={labelledBy}>
        <ol className="knows-steps" style={gridOf(columns)}>
          {columns.map(({ from, to }, index) => (
            <li key={from} aria-current={index === at ? 'step' : undefined}>
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
        {lanes.map((lane, index) => (
          <ol
            key={lane.id}
            className="knows-lane"
            style={gridOf(columns)}
            aria-label={text('knows-lane', { process: told.nameOf(lane), about: told.aboutOf(lane) })}
          >
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
        ))}
      </section>
    </div>
  );
}

function gridOf(columns: readonly Column[]): CSSProperties {
  return { gridTemplateColumns: `repeat(${columns.length}, var(--knows-column))` };
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
    <li style={{ gridColumn: `${first + 1} / ${last + 2}` }}>
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
