import { memo, useEffect, useRef, useState } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import { writeLoad } from '../../load/link.ts';
import { presetOf, PRESET_IDS, type PresetId } from '../../load/presets.ts';
import { afterPaint } from '../../player/afterPaint.ts';

const ADDRESSES: ReadonlyMap<PresetId, string> = new Map(PRESET_IDS.map((id) => [id, `#${writeLoad(presetOf(id))}`]));

/** In one row where there is room for one; the others are a press away. */
const FIRST: ReadonlySet<PresetId> = new Set([
  'steady',
  'peak',
  'slow-points',
  'consumers-away',
  'hot-rows',
  'overloaded',
  'retry-storm',
  'relay-too-slow',
]);

/** Named loads, each as a link. */
export const Presets = memo(function Presets({ shown }: { readonly shown: PresetId | null }) {
  const text = useTopic('load');
  const row = useRef<HTMLElement>(null);
  const [isOpen, setOpen] = useState(false);
  // Where the row is moved sideways, what is shown is in it; nothing else waits for that.
  useEffect(
    () =>
      afterPaint(() => {
        const current = row.current?.querySelector('[aria-current]');
        if (row.current === null || current === null || current === undefined) return;
        const beyond = current.getBoundingClientRect().right - row.current.getBoundingClientRect().right;
        if (beyond > 0) row.current.scrollLeft += beyond + current.clientHeight;
      }),
    [shown],
  );
  return (
    <nav ref={row} className="load-presets" aria-label={text('load-presets')} data-open={isOpen}>
      {PRESET_IDS.map((id) => (
        <a
          key={id}
          href={ADDRESSES.get(id)}
          aria-current={id === shown ? 'true' : undefined}
          data-first={FIRST.has(id)}
        >
          {text(`preset-${id}`)}
        </a>
      ))}
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {text(isOpen ? 'load-presets-fewer' : 'load-presets-more', { count: PRESET_IDS.length - FIRST.size })}
      </button>
    </nav>
  );
});
