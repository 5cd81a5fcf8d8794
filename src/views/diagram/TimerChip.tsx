import { namesOf } from '../../i18n/names.ts';
import { useLang, useText } from '../../i18n/useText.ts';
import { protocolOf } from '../../player/selectors.ts';
import type { Selection } from '../../player/session.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import type { PlacedTimer } from '../../scene/nodeLayout.ts';
import './Chips.css';
import { anchorKey } from './anchorKey.ts';
import { Ring } from './Ring.tsx';
import { useSelect } from './useSelect.ts';

/** A clock that a role has set: what for, and how much of it is left. A button that opens what can be done with it. */
export function TimerChip({ timer }: { readonly timer: PlacedTimer }) {
  const { role, delay, label, left, share, isNew } = timer.content;
  const lang = useLang();
  const text = useText();
  const names = namesOf(lang, usePlayer(protocolOf).id);
  const selection: Selection = { kind: 'timer', role, delay };
  const select = useSelect(selection);
  const { x, y, width, height } = timer.box;
  return (
    <button
      type="button"
      className="stage-chip stage-chip-timer nopan"
      style={{ left: x, top: y, width, height }}
      data-new={isNew ? '' : undefined}
      aria-label={text('stage-timer', { role: names.role(role), delay: label, left })}
      aria-haspopup="dialog"
      title={timer.label === label ? undefined : label}
      data-anchor={anchorKey(selection)}
      {...select}
    >
      <Ring share={share} />
      <span className="stage-chip-label">{label}</span>
      <time data-left={left} />
    </button>
  );
}
