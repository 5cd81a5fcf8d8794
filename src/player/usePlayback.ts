import { useState } from 'react';
import { goOn } from './goOn.ts';
import { pauseAfter, playbackOf, type Playable } from './playback.ts';
import type { Session } from './session.ts';
import { usePlayer } from './usePlayer.tsx';
import { useTicks } from './useTicks.ts';

const speedOf = ({ speed }: Session): Session['speed'] => speed;
const wholeOf = (session: Session): Session => session;

interface Positions {
  /** The virtual time of every position. */
  readonly timesMs: readonly number[];
  readonly position: number;
  readonly onGoTo: (position: number, how: 'moved' | 'played') => void;
}

/** Plays positions whose times are known, at the speed that the reader has chosen. Whoever moves stops it. */
export function usePlayback({ timesMs, position, onGoTo }: Positions): Playable & {
  readonly goTo: (position: number) => void;
} {
  const [wants, setPlaying] = useState(false);
  const speed = usePlayer(speedOf);
  const last = Math.max(0, timesMs.length - 1);
  const isPlaying = wants && position < last;
  if (wants && !isPlaying) setPlaying(false);
  useTicks(isPlaying ? pauseAfter(timesMs, position, speed) : null, position, () => onGoTo(position + 1, 'played'));
  const goTo = (to: number): void => {
    setPlaying(false);
    onGoTo(Math.min(last, Math.max(0, to)), 'moved');
  };
  return {
    ...playbackOf({ isPlaying, position, last }),
    goTo,
    toStart: () => goTo(0),
    back: () => goTo(position - 1),
    next: () => goTo(position + 1),
    toEnd: () => goTo(last),
    play: () => setPlaying(position < last),
    pause: () => setPlaying(false),
  };
}

/** The same for the session's run, which is played by its own clock; Next leads on beyond its end, playing does not. */
export function useRunPlayback(): Playable {
  const session = usePlayer(wholeOf);
  const { isPlaying, cursor, steps, toStart, back, toEnd, play, pause } = session;
  const playback = playbackOf({ isPlaying, position: cursor, last: steps.length });
  return { ...playback, toStart, back, next: () => goOn(session), toEnd, play, pause };
}
