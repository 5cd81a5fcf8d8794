import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import { useWantsMotion } from '../diagram/stepMotion.ts';

export const SPEEDS = [1, 5, 20, 60] as const;
export type Speed = (typeof SPEEDS)[number];

export interface LoadClock {
  /** As it is told in numbers: at most some times a second. */
  readonly atMs: number;
  readonly isPlaying: boolean;
  readonly speed: Speed;
  readonly play: (isPlaying: boolean) => void;
  readonly goTo: (atMs: number) => void;
  readonly setSpeed: (speed: Speed) => void;
}

/** Between two times that the numbers are told anew. */
const TOLD_MS = 200;
/** Where motion is not wanted, the clock jumps once a second. */
const JUMP_MS = 1_000;

interface Asked {
  /** Gets `--at`, the share of the clock that is over: cursors follow it without a word of React. */
  readonly host: RefObject<HTMLElement | null>;
  readonly horizonMs: number;
  readonly startMs: number;
  readonly onStop: (atMs: number) => void;
}

/** The one clock of all columns. */
export function useLoadClock({ host, horizonMs, startMs, onStop }: Asked): LoadClock {
  const [atMs, setAt] = useState(startMs);
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(20);
  const wantsMotion = useWantsMotion();
  const shown = Math.min(atMs, horizonMs);
  const point = useEffectEvent((at: number): void => {
    host.current?.style.setProperty('--at', String(horizonMs === 0 ? 0 : Math.min(1, at / horizonMs)));
  });
  useEffect(() => point(shown), [shown, horizonMs]);
  const stopped = useEffectEvent((at: number) => {
    setPlaying(false);
    setAt(at);
    onStop(at);
  });
  const begin = useEffectEvent(() => (shown >= horizonMs ? 0 : shown));
  useEffect(() => {
    if (!isPlaying) return;
    const from = begin();
    const startedAt = performance.now();
    let told = startedAt;
    let frame = 0;
    const tick = (now: number): void => {
      const at = from + (now - startedAt) * speed;
      if (at >= horizonMs) return stopped(horizonMs);
      if (wantsMotion) point(at);
      if (now - told >= (wantsMotion ? TOLD_MS : JUMP_MS)) {
        told = now;
        setAt(at);
      }
      frame = requestAnimationFrame(tick);
    };
    frame = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(frame);
  }, [isPlaying, speed, horizonMs, wantsMotion]);
  return {
    atMs: shown,
    isPlaying,
    speed,
    play: (wanted) => {
      setPlaying(wanted);
      if (!wanted) onStop(shown);
    },
    goTo: (wanted) => {
      const at = Math.min(horizonMs, Math.max(0, wanted));
      setPlaying(false);
      setAt(at);
      onStop(at);
    },
    setSpeed,
  };
}
