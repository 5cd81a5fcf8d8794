/** What moved in the step that is shown: the acting of it, and what stays to be seen until the next step. */
import { useLayoutEffect, useRef } from 'react';
import { useText } from '../../i18n/useText.ts';
import type { MotionShape } from '../../scene/motions.ts';
import { actEnd, actTravel, timingOf } from './act.ts';
import { MessagePill } from './MessagePill.tsx';
import './Motions.css';
import { useStepMotion } from './stepMotion.ts';

interface MotionProps {
  readonly motion: MotionShape;
  readonly phases: number;
}

/** A message that was taken in: it travels and is gone. */
export function Traveller({ motion, phases }: MotionProps) {
  const { end, look, track } = motion;
  const element = useRef<HTMLDivElement>(null);
  const wholeMs = useStepMotion();
  const isActed = wholeMs !== null && end === 'arrived' && look !== null;
  useLayoutEffect(() => {
    if (element.current === null || !isActed) return;
    actTravel(element.current, track, timingOf(motion.phase, phases, wholeMs));
    element.current.animate([{ opacity: 1 }, { opacity: 1, offset: 0.75 }, { opacity: 0 }], {
      ...timingOf(motion.phase, phases, wholeMs),
      fill: 'backwards',
    });
  }, [isActed, motion, phases, track, wholeMs]);
  const last = track.at(-1);
  if (!isActed || last === undefined) return null;
  const style = { left: last.x - look.width / 2, top: last.y - 14, width: look.width };
  return (
    <div ref={element} className="traveller" style={style} aria-hidden="true">
      <MessagePill look={look} />
    </div>
  );
}

/** A call inside the step: a dot along the arrow. */
export function CallDot({ motion, phases }: MotionProps) {
  const element = useRef<HTMLDivElement>(null);
  const wholeMs = useStepMotion();
  const { track, phase } = motion;
  useLayoutEffect(() => {
    if (element.current === null || wholeMs === null) return;
    actTravel(element.current, track, timingOf(phase, phases, wholeMs));
    element.current.animate([{ opacity: 1 }, { opacity: 1, offset: 0.9 }, { opacity: 0 }], {
      ...timingOf(phase, phases, wholeMs),
      fill: 'backwards',
    });
  }, [phase, phases, track, wholeMs]);
  const last = track.at(-1);
  if (wholeMs === null || last === undefined) return null;
  return <div ref={element} className="call-dot" style={{ left: last.x - 4, top: last.y - 4 }} aria-hidden="true" />;
}

/** What is left: a caption where it was taken in; a struck ghost, with the reason, where it died. */
export function Remains({ motion, phases }: MotionProps) {
  const { end, look, remains, track, phase } = motion;
  const element = useRef<HTMLDivElement>(null);
  const wholeMs = useStepMotion();
  useLayoutEffect(() => {
    if (element.current === null || wholeMs === null) return;
    const timing = timingOf(phase, phases, wholeMs);
    const after = { delay: timing.delay + timing.duration, duration: timing.duration };
    if (end === 'arrived') element.current.animate([{ opacity: 0 }, { opacity: 1 }], { ...after, fill: 'backwards' });
    else {
      actTravel(element.current, track, timing);
      actEnd(element.current, end, after);
    }
  }, [end, phase, phases, track, wholeMs]);
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
