import { useCallback, useLayoutEffect, useRef } from 'react';
import { namesOf } from '../../i18n/names.ts';
import { useLang, useText } from '../../i18n/useText.ts';
import { protocolOf } from '../../player/selectors.ts';
import type { Selection, Session } from '../../player/session.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import type { MotionShape } from '../../scene/motions.ts';
import type { PacketShape } from '../../scene/packets.ts';
import { MessagePill } from './MessagePill.tsx';
import './PacketButton.css';
import { anchorKey } from './anchorKey.ts';
import { useStepMotion } from './stepMotion.ts';
import { useSelect } from './useSelect.ts';

interface PacketButtonProps {
  readonly packet: PacketShape;
  /** How it came to be here, if that was in this step. */
  readonly motion: MotionShape | null;
  readonly phases: number;
}

/** A message in flight, at rest on its arrow: a button that opens what can be done with it. */
export function PacketButton({ packet, motion, phases }: PacketButtonProps) {
  const { keys, ids, from, to, look, box, heading } = packet;
  const selection: Selection = keys.length > 1 ? { kind: 'packets', ids } : { kind: 'packet', id: ids[0] ?? 0 };
  const element = useRef<HTMLButtonElement>(null);
  const acting = useStepMotion();
  const lang = useLang();
  const text = useText();
  const names = namesOf(lang, usePlayer(protocolOf).id);
  const isSelected = usePlayer(useCallback((session: Session) => holds(session, ids), [ids]));
  const select = useSelect(selection);
  useLayoutEffect(() => {
    if (element.current === null || motion === null || acting === null) return;
    const timing = acting.timingOf(motion.phase, phases, acting.wholeMs);
    if (motion.end === 'sent') acting.actTravel(element.current, motion.track, timing);
    else acting.actEnd(element.current, motion.end, timing);
  }, [motion, phases, acting]);
  const key = ids.length > 1 ? 'stage-packet-many' : 'stage-packet';
  const values = { message: look.name, from: names.role(from), to: names.role(to), count: ids.length };
  return (
    <button
      ref={element}
      type="button"
      className={`packet packet-${heading} nopan`}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      aria-label={text(key, values)}
      aria-haspopup="dialog"
      aria-expanded={isSelected}
      title={look.label === look.name ? undefined : look.name}
      data-anchor={[anchorKey(selection), ...ids.map((id) => anchorKey({ kind: 'packet', id }))].join(' ')}
      {...select}
    >
      <MessagePill look={look} count={ids.length} />
    </button>
  );
}

function holds({ selection }: Session, ids: readonly number[]): boolean {
  const held = selection?.kind === 'packets' ? selection.ids : selection?.kind === 'packet' ? [selection.id] : [];
  return held.some((id) => ids.includes(id));
}
