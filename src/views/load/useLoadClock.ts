import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react';
import { useWantsMotion } from '../diagram/stepMotion.ts';
import { createMoment, type Moment } from './moment.ts';

export const SPEEDS = [1, 5, 20, 60] as const;
export type Speed = (typeof SPEEDS)[number];

export interface LoadClock {
  readonly moment: Moment;
  readonly isPlaying: boolean;
  readonly speed: Speed;
  readonly play: (isPlaying: boolean) => void;
  readonly goTo: (atMs: number) => void;
  readonly setSpeed: (speed: Speed) => void;
}

/** Between two times that the numbers are told anew. */
const TOLD_MS = 250;
/** Where motion is not wanted, the clock jumps once a second. */
const JUMP_MS = 1_000;

interface Asked {
  readonly horizonMs: number;
  /** What the address says; 0 for the end. */
  readonly atS: number;
  readonly onStop: (atMs: number) => void;
}

/** The one clock of all columns. */
export function useLoadClock({ horizonMs, atS, onStop }: Asked): LoadClock {
  const startMs = atS === 0 ? Infinity : atS * 1_000;
  const [moment] = useState(() => createMoment(startMs));
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(20);
  const wantsMotion = useWantsMotion();
  const stand = useEffectEvent((atMs: number): void => {
    if (!isPlaying && moment.now() !== atMs) moment.goTo(atMs);
  });
  // Another address, or the browser's way back.
  useEffect(() => stand(startMs), [startMs]);
  const stopAt = (atMs: number): void => {
    setPlaying(false);
    moment.goTo(atMs);
    onStop(atMs);
  };
  const stopped = useEffectEvent(stopAt);
  useEffect(() => {
    if (!isPlaying) return;
    const fromMs = moment.now() >= horizonMs ? 0 : moment.now();
    const startedAt = performance.now();
    moment.goTo(fromMs);
    if (wantsMotion) moment.start(speed);
    const timer = setInterval(
      () => {
        const atMs = wantsMotion ? moment.now() : fromMs + (performance.now() - startedAt) * speed;
        if (atMs >= horizonMs) stopped(horizonMs);
        else if (wantsMotion) moment.tell();
        else moment.goTo(atMs);
      },
      wantsMotion ? TOLD_MS : JUMP_MS,
    );
    return () => {
      clearInterval(timer);
      moment.stop();
    };
  }, [isPlaying, speed, horizonMs, wantsMotion, moment]);
  return {
    moment,
    isPlaying,
    speed,
    play: (wanted) => (wanted ? setPlaying(true) : stopAt(Math.min(horizonMs, moment.now()))),
    goTo: (wanted) => stopAt(Math.min(horizonMs, Math.max(0, wanted))),
    setSpeed,
  };
}

/** Writes where the clock stands: after everything that React draws, and whenever it is told. */
export function useTold(moment: Moment, write: () => void): void {
  const written = useEffectEvent(write);
  useLayoutEffect(() => written());
  useLayoutEffect(() => moment.onTold(() => written()), [moment]);
}
