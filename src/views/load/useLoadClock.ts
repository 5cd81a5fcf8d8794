import { useEffect, useEffectEvent, useState, useSyncExternalStore, type RefObject } from 'react';
import { useWantsMotion } from '../diagram/stepMotion.ts';

export const SPEEDS = [1, 5, 20, 60] as const;
export type Speed = (typeof SPEEDS)[number];

/** As it is told in numbers: at most some times a second, and only to whoever shows it. */
export interface Moment {
  readonly now: () => number;
  readonly subscribe: (heard: () => void) => () => void;
}

export interface LoadClock {
  readonly moment: Moment;
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
  /** Its plots get `--at`, the share of the clock that is over: cursors follow it without a word of React. */
  readonly host: RefObject<HTMLElement | null>;
  readonly horizonMs: number;
  readonly startMs: number;
  readonly onStop: (atMs: number) => void;
}

/** The one clock of all columns. */
export function useLoadClock({ host, horizonMs, startMs, onStop }: Asked): LoadClock {
  const [moment] = useState(() => createMoment(startMs));
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(20);
  const wantsMotion = useWantsMotion();
  const share = (at: number): string => String(horizonMs === 0 ? 0 : Math.min(1, at / horizonMs));
  // Where it stands still, for all plots, also those that come later.
  const stand = useEffectEvent((): void => {
    host.current?.style.setProperty('--at', share(moment.now()));
  });
  useEffect(() => {
    stand();
    return moment.subscribe(stand);
  }, [moment, horizonMs]);
  // While it moves, for each plot alone: what is said to the host concerns everything in it.
  const move = useEffectEvent((at: number | null): void => {
    for (const canvas of host.current?.getElementsByClassName('load-canvas') ?? []) {
      if (!(canvas instanceof HTMLElement)) continue;
      if (at === null) canvas.style.removeProperty('--at');
      else canvas.style.setProperty('--at', share(at));
    }
  });
  const stopped = useEffectEvent((at: number) => {
    setPlaying(false);
    moment.tell(at);
    onStop(at);
  });
  const begin = useEffectEvent(() => (moment.now() >= horizonMs ? 0 : moment.now()));
  useEffect(() => {
    if (!isPlaying) return;
    const from = begin();
    const startedAt = performance.now();
    let told = startedAt;
    let frame = 0;
    const tick = (now: number): void => {
      const at = from + (now - startedAt) * speed;
      if (at >= horizonMs) return stopped(horizonMs);
      if (wantsMotion) move(at);
      if (now - told >= (wantsMotion ? TOLD_MS : JUMP_MS)) {
        told = now;
        moment.tell(at);
      }
      frame = requestAnimationFrame(tick);
    };
    frame = requestAnimationFrame(tick);
    return () => {
      cancelAnimationFrame(frame);
      move(null);
    };
  }, [isPlaying, speed, horizonMs, wantsMotion, moment]);
  return {
    moment,
    isPlaying,
    speed,
    play: (wanted) => {
      setPlaying(wanted);
      if (!wanted) onStop(Math.min(horizonMs, moment.now()));
    },
    goTo: (wanted) => {
      const at = Math.min(horizonMs, Math.max(0, wanted));
      setPlaying(false);
      moment.tell(at);
      onStop(at);
    },
    setSpeed,
  };
}

/** Where the clock stands, for whoever shows it. */
export function useMoment({ now, subscribe }: Moment, horizonMs: number): number {
  return Math.min(horizonMs, useSyncExternalStore(subscribe, now));
}

function createMoment(startMs: number): Moment & { readonly tell: (atMs: number) => void } {
  const all = new Set<() => void>();
  let atMs = startMs;
  return {
    now: () => atMs,
    subscribe: (heard) => {
      all.add(heard);
      return () => all.delete(heard);
    },
    tell: (at) => {
      atMs = at;
      for (const heard of all) heard();
    },
  };
}
