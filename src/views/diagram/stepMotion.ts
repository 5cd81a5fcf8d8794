/** Whether the step at the cursor is to be acted out, and how fast. */
import { createContext, useContext, useState } from 'react';
import type { Frame } from '../../engine/timeline.ts';
import { frameOf, previousFrameOf } from '../../player/selectors.ts';
import type { Session } from '../../player/session.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { useMedia } from '../../ui/useMedia.ts';
import type { Acts } from './act.ts';

/** How the present step is acted, and how long that takes, in milliseconds. */
export interface StepMotion extends Acts {
  readonly wholeMs: number;
}

/** Null where nothing is to move. What moves things comes with React Flow. */
export const StepMotionContext = createContext<StepMotion | null>(null);

export function useStepMotion(): StepMotion | null {
  return useContext(StepMotionContext);
}

/** A step is acted out in less than this. */
export const WHOLE_STEP_MS = 960;

const speedOf = ({ isPlaying, speed }: Session): number => (isPlaying ? Math.max(1, speed) : 1);

/** The acting of the step at the cursor: only after a single step forward, and only if the reader wants motion. */
export function useStepMotionNow(): number | null {
  const frame = usePlayer(frameOf);
  const previous = usePlayer(previousFrameOf);
  const speed = usePlayer(speedOf);
  const wantsMotion = useWantsMotion();
  const [seen, setSeen] = useState<{ readonly frame: Frame; readonly isForward: boolean }>({ frame, isForward: false });
  if (seen.frame !== frame) setSeen({ frame, isForward: previous === seen.frame });
  const isForward = seen.frame === frame ? seen.isForward : previous === seen.frame;
  return isForward && wantsMotion ? WHOLE_STEP_MS / speed : null;
}

const motionOf = ({ motion }: Session): Session['motion'] => motion;
const REDUCED = '(prefers-reduced-motion: reduce)';

/** Whether the reader, and the system, want things to move. */
export function useWantsMotion(): boolean {
  const choice = usePlayer(motionOf);
  const systemReduces = useMedia(REDUCED);
  return choice === 'auto' && !systemReduces;
}
