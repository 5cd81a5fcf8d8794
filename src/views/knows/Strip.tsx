import { memo, useRef } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import type { Session } from '../../player/session.ts';
import { usePlayer, usePlayerStore } from '../../player/usePlayer.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { stretchesOf, type Column } from './knowsModel.ts';
import { Mark } from './Mark.tsx';
import css from './Strip.css?inline';
import { useColumns } from './useColumns.ts';
import { useHeldText, type HeldText } from './useHeldText.ts';
import { useSaidInView } from './useSaidInView.ts';

const cursorOf = ({ cursor }: Session): number => cursor;

interface StripProps {
  /** The right end of each frame on the timeline, the start first. */
  readonly xs: readonly number[];
}

/** What each party holds, a lane each, under the steps themselves; a press leads to where it came to hold it. */
export function Strip({ xs }: StripProps) {
  const text = useTopic('knows');
  const cursor = usePlayer(cursorOf);
  const columns = useColumns();
  const strip = useRef<HTMLElement>(null);
  useSaidInView(strip, columns);
  return (
    <section ref={strip} className="strip" aria-label={text('knows-strip')}>
      <Sheet name="strip" css={css} />
      <Lanes xs={xs} columns={columns} told={useHeldText()} />
      <div className="strip-cursor" style={{ transform: `translateX(${xs[cursor] ?? 0}px)` }} />
    </section>
  );
}

interface LanesProps extends StripProps {
  readonly columns: readonly Column[];
  readonly told: HeldText;
}

/** The same for every position in the run. */
const Lanes = memo(function Lanes({ xs, columns, told: { nameOf, aboutOf, saysOf, markOf } }: LanesProps) {
  const text = useTopic('knows');
  const { goTo } = usePlayerStore().getState();
  return (
    <>
      {(columns[0]?.held ?? []).map(({ lane }, index) => (
        <ol key={lane.id} aria-label={text('knows-lane', { process: nameOf(lane), about: aboutOf(lane) })}>
          {stretchesOf(columns, index).map((stretch) => {
            const { from, to, standing, isDown } = stretch;
            const [left, right] = [xs[Math.max(0, from - 1)] ?? 0, xs[to] ?? 0];
            const [says, mark] = [saysOf(stretch), markOf(stretch)];
            const said = text(mark === '' ? 'knows-stretch' : 'knows-stretch-mark', { from, to, says, mark });
            return (
              // The panel leads to the same steps by keyboard.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
              <li
                key={from}
                className={`strip-${lane.process === null ? 'truth' : standing}`}
                data-down={isDown ? '' : undefined}
                data-long={right - left > LONG ? '' : undefined}
                style={{ left, width: right - left - 2 }}
                title={said}
                onClick={() => goTo(from)}
              >
                <span className="ui-unseen">{said}</span>
                <span className="strip-in" aria-hidden="true">
                  <Mark held={stretch} /> {says}
                </span>
              </li>
            );
          })}
        </ol>
      ))}
    </>
  );
});

/** Wider than what most of them say (CSS pixels). */
const LONG = 360;

/** The names of the lanes, for the place beside them. */
export function StripNames() {
  const { nameOf, aboutOf } = useHeldText();
  const columns = useColumns();
  return (
    <ul className="strip-names" aria-hidden="true">
      {(columns[0]?.held ?? []).map(({ lane }) => (
        <li key={lane.id} title={`${nameOf(lane)}: ${aboutOf(lane)}`}>
          {nameOf(lane)} <small>{aboutOf(lane)}</small>
        </li>
      ))}
    </ul>
  );
}
