import { use } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import { protocolOf, timelineOf } from '../../player/selectors.ts';
import { usePlayer, usePlayerStore } from '../../player/usePlayer.tsx';
import { followedOf } from '../orders/followed.ts';
import '../../ui/Chip.css';
import { columnsOf, stripOf } from './knowsModel.ts';
import { beliefsOf } from './loadedBeliefs.ts';

interface StripProps {
  /** The right end of each frame on the timeline, the start first. */
  readonly xs: readonly number[];
}

/** How many hold what is not so, under the steps themselves; a press leads to where it became so. */
export function Strip({ xs }: StripProps) {
  const text = useTopic('knows');
  const { goTo } = usePlayerStore().getState();
  const protocol = usePlayer(protocolOf);
  const timeline = usePlayer(timelineOf);
  const order = usePlayer(followedOf);
  const notes = use(beliefsOf(protocol.id));
  if (order === null) return null;
  return (
    <ol className="ribbon" aria-label={text('knows-strip')}>
      {stripOf(columnsOf(notes, protocol, timeline, order)).map(({ from, to, ...counts }) => {
        const left = xs[Math.max(0, from - 1)] ?? 0;
        const isFine = counts.wrong + counts.early + counts.stale === 0;
        const said = text(isFine ? 'knows-strip-none' : 'knows-strip-some', { from, to, ...counts });
        return (
          <li key={from} style={{ position: 'absolute', left, width: (xs[to] ?? left) - left }}>
            <button
              type="button"
              className={`ui-chip ui-chip-${counts.wrong > 0 ? 'bad' : isFine ? 'good' : 'half'}`}
              style={{ width: '100%', minHeight: 24, overflow: 'hidden' }}
              title={said}
              aria-label={said}
              onClick={() => goTo(from)}
            >
              {isFine ? '✓' : shapesOf(counts)}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function shapesOf({ wrong, early, stale }: { readonly [standing in 'wrong' | 'early' | 'stale']: number }): string {
  const shapes = [
    { shape: '≠', count: wrong },
    { shape: '◷', count: early },
    { shape: '…', count: stale },
  ];
  return shapes.flatMap(({ shape, count }) => (count === 0 ? [] : [`${shape}${count}`])).join(' ');
}
