import { useLayoutEffect, useRef } from 'react';
import { useText } from '../../i18n/useText.ts';
import type { MotionShape } from '../../scene/motions.ts';
import { MessagePill } from './MessagePill.tsx';
import './Remains.css';
import { useStepMotion } from './stepMotion.ts';

interface RemainsProps {
  readonly motion: MotionShape;
  readonly phases: number;
}

/** What is left: a caption where it was taken in; a struck ghost, with the reason, where it died. */
export function Remains({ motion, phases }: RemainsProps) {
  const { end, look, remains, track, phase } = motion;
  const element = useRef<HTMLDivElement>(null);
  const acting = useStepMotion();
  useLayoutEffect(() => {
    if (element.current === null || acting === null) return;
    const timing = acting.timingOf(phase, phases, acting.wholeMs);
    const after = { delay: timing.delay + timing.duration, duration: timing.duration };
    if (end === 'arrived') element.current.animate([{ opacity: 0 }, { opacity: 1 }], { ...after, fill: 'backwards' });
    else {
      acting.actTravel(element.current, track, timing);
      acting.actEnd(element.current, end, after);
    }
  }, [end, phase, phases, track, acting]);
  if (look === null || remains === null) return null;
  return (
    <div
      ref={element}
      className={`remains remains-${end}`}
      style={{ left: remains.x, top: remains.y, width: remains.width }}
    >
      <MessagePill look={look} />
      <RemainsNote motion={motion} />
    </div>
  );
}

function RemainsNote({ motion: { end, reason } }: { readonly motion: MotionShape }) {
  const text = useText();
  switch (end) {
    case 'ignored':
      return <Note lines={reason} />;
    case 'dropped':
      return <Note lines={[text('stage-dropped')]} />;
    case 'lost':
      return <Note lines={[text('stage-lost')]} />;
    case 'sent':
    case 'doubled':
    case 'arrived':
    case 'called':
      return null;
  }
}

function Note({ lines }: { readonly lines: readonly string[] }) {
  return (
    <p className="remains-note">
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </p>
  );
}
