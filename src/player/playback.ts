/** Playing in general: what a transport bar has to know of it and can ask of it, whatever it is that plays. */

/** Where it stands. */
export interface Playback {
  readonly isPlaying: boolean;
  readonly position: number;
  /** The last position that is known. */
  readonly last: number;
  /** 0 at the start, 1 at the last position. */
  readonly progress: number;
  readonly canGoBack: boolean;
  readonly canGoOn: boolean;
}

export interface PlaybackMoves {
  readonly toStart: () => void;
  readonly back: () => void;
  readonly next: () => void;
  readonly toEnd: () => void;
  readonly play: () => void;
  readonly pause: () => void;
}

export type Playable = Playback & PlaybackMoves;

type Standing = Pick<Playback, 'isPlaying' | 'position' | 'last'>;

export function playbackOf({ isPlaying, position, last }: Standing): Playback {
  return {
    isPlaying,
    position,
    last,
    progress: last === 0 ? 0 : position / last,
    canGoBack: position > 0,
    canGoOn: position < last,
  };
}

/** A short flight is long enough to be watched, a long wait is short enough to be sat through. */
const PAUSE_MS = { base: 620, perVirtualMs: 0.12, max: 2_400, min: 140 };

/** How long to wait before what is due after this virtual time. */
export function pauseMs(virtualMs: number, speed: number): number {
  const atNormalSpeed = Math.min(PAUSE_MS.max, PAUSE_MS.base + virtualMs * PAUSE_MS.perVirtualMs);
  return Math.max(PAUSE_MS.min, atNormalSpeed / speed);
}

/** The pause before the position after this one, by the times of all of them; null at the end. */
export function pauseAfter(timesMs: readonly number[], position: number, speed: number): number | null {
  const [now, next] = [timesMs[position], timesMs[position + 1]];
  return now === undefined || next === undefined ? null : pauseMs(next - now, speed);
}
