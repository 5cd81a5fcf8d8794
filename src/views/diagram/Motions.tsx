/** What moved along an arrow in the step that is shown and does not stay to be seen. */
import { useLayoutEffect, useRef } from 'react';
import type { MotionShape } from '../../scene/motions.ts';
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
  const { motions, packets, phases } = traffic;
  return motions.map((motion) =>
    motion.end === 'called' ? (
      <CallDot key={motion.key} motion={motion} phases={phases} />
    ) : (
      <Traveller
        key={motion.key}
        motion={motion}
        phases={phases}
        isFolded={packets.some(({ key, keys }) => key !== motion.packet && keys.includes(motion.packet))}
      />
    ),
  );
}

interface TravellerProps extends MotionProps {
  /** At rest it is one of several that are drawn as one. */
  readonly isFolded: boolean;
}

/** A message that was taken in, or laid to others: it travels and is gone. */
function Traveller({ motion, phases, isFolded }: TravellerProps) {
  const { end, look, track } = motion;
  const element = useRef<HTMLDivElement>(null);
  const acting = useStepMotion();
  const isActed = acting !== null && (end === 'arrived' || (end === 'sent' && isFolded)) && look !== null;
  useLayoutEffect(() => {
    if (element.current === null || acting === null || !isActed) return;
    const timing = acting.timingOf(motion.phase, phases, acting.wholeMs);
    acting.actTravel(element.current, track, timing);
    element.current.animate([{ opacity: 1 }, { opacity: 1, offset: 0.75 }, { opacity: 0 }], {
      ...timing,
      fill: 'backwards',
    });
  }, [isActed, motion, phases, track, acting]);
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
  const acting = useStepMotion();
  const { track, phase } = motion;
  useLayoutEffect(() => {
    if (element.current === null || acting === null) return;
    const timing = acting.timingOf(phase, phases, acting.wholeMs);
    acting.actTravel(element.current, track, timing);
    element.current.animate([{ opacity: 1 }, { opacity: 1, offset: 0.9 }, { opacity: 0 }], {
      ...timing,
      fill: 'backwards',
    });
  }, [phase, phases, track, acting]);
  const last = track.at(-1);
  if (acting === null || last === undefined) return null;
  return <div ref={element} className="call-dot" style={{ left: last.x - 4, top: last.y - 4 }} aria-hidden="true" />;
}
