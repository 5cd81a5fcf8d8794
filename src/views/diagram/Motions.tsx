/** What moved along an arrow in the step that is shown and does not stay to be seen. */
import { useLayoutEffect, useRef } from 'react';
import type { MotionShape } from '../../scene/motions.ts';
import { actTravel, timingOf } from './act.ts';
import { MessagePill } from './MessagePill.tsx';
import './Motions.css';
import { useStepMotion } from './stepMotion.ts';
import { useTraffic } from './useTraffic.ts';

interface MotionProps {
  readonly motion: MotionShape;
  readonly phases: number;
}

/** Everything that travels along an arrow in this step. */
export function Travels({ id }: { readonly id: string }) {
  const traffic = useTraffic(id);
  if (traffic === null) return null;
  const { motions, phases } = traffic;
  return motions.map((motion) =>
    motion.end === 'called' ? (
      <CallDot key={motion.key} motion={motion} phases={phases} />
    ) : (
      <Traveller key={motion.key} motion={motion} phases={phases} />
    ),
  );
}

/** A message that was taken in: it travels and is gone. */
function Traveller({ motion, phases }: MotionProps) {
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
function CallDot({ motion, phases }: MotionProps) {
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
