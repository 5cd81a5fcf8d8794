import { use } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import { protocolOf, timelineOf } from '../../player/selectors.ts';
import { usePlayer, usePlayerStore } from '../../player/usePlayer.tsx';
import { whyFor } from '../../player/why.ts';
import { bandsOf } from './whyModel.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import '../../ui/Chip.css';
import css from './Ribbon.css?inline';

interface RibbonProps {
  /** The right end of each frame on the timeline, the start first. */
  readonly xs: readonly number[];
}

/** Whether each step was safe, at risk or doomed, under the steps themselves; a press leads to where it became so. */
export function Ribbon({ xs }: RibbonProps) {
  const text = useTopic('why');
  const { goTo } = usePlayerStore().getState();
  const why = use(whyFor(usePlayer(protocolOf).id, usePlayer(timelineOf)));
  if (why === null) return null;
  return (
    <ol className="ribbon" aria-label={text('why-ribbon')}>
      <Sheet name="ribbon" css={css} />
      {bandsOf(why.labels).map(({ label, from, to }) => {
        const left = xs[from - 1] ?? 0;
        const said = text('why-band', { label: text(`why-${label}`), from, to });
        return (
          <li key={from} style={{ left, width: (xs[to] ?? left) - left }}>
            <button
              type="button"
              className={`ui-chip ui-chip-${TONES[label]}`}
              title={said}
              aria-label={said}
              onClick={() => goTo(from)}
            >
              {MARKS[label]} <b>{text(`why-${label}`)}</b>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** The looks of chips: told apart by their borders and marks too. */
const TONES = { safe: 'good', 'at-risk': 'half', doomed: 'bad', unknown: 'plain' } as const;
const MARKS = { safe: '✓', 'at-risk': '?', doomed: '×', unknown: '…' } as const;
