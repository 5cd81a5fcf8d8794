import { useMemo } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import { timelineOf } from '../../player/selectors.ts';
import { usePlayer, usePlayerStore } from '../../player/usePlayer.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { roundOf } from '../../verifier/roundOf.ts';
import css from './Round.css?inline';

interface RoundProps {
  /** The right end of each frame on the timeline, the start first. */
  readonly xs: readonly number[];
}

/** Narrower than this, its words stand before it. */
const ROOM = 150;

/** The steps at the end of a run that repeat for ever, under the steps themselves; a press leads to where they begin. */
export function Round({ xs }: RoundProps) {
  const text = useTopic('why');
  const { goTo } = usePlayerStore().getState();
  const timeline = usePlayer(timelineOf);
  const from = useMemo(() => roundOf(timeline), [timeline]);
  if (from === null) return null;
  const to = timeline.frames.length - 1;
  const [left, right] = [xs[from] ?? 0, xs[to] ?? 0];
  const said = text('why-round-steps', { from: from + 1, to });
  return (
    <div className="round" style={{ width: right }}>
      <Sheet name="round" css={css} />
      <button type="button" title={said} aria-label={said} onClick={() => goTo(from)}>
        <span className={right - left < ROOM ? 'round-before' : undefined}>
          <Icon name="restart" size={14} /> <b>{text('why-round')}</b>
        </span>
        <i style={{ width: right - left }} />
      </button>
    </div>
  );
}
