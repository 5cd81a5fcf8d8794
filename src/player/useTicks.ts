import { useEffect, useEffectEvent } from 'react';

/** Does something after a pause, and again whenever the position has changed; a pause of null stops it. */
export function useTicks(pauseMs: number | null, position: number, tick: () => void): void {
  const now = useEffectEvent(tick);
  useEffect(() => {
    if (pauseMs === null) return;
    const timer = setTimeout(() => now(), pauseMs);
    return () => clearTimeout(timer);
  }, [pauseMs, position]);
}
