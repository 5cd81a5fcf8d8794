/**
 * Where the clock of the load page stands. Who shows it writes it into the page, without a word of React: some times a second
 * what is told in words and numbers, and only at a start or a stop what the browser moves by itself in between.
 */
export interface Moment {
  /** Exactly now, in milliseconds of the load; infinite at the end of a load of any length. */
  readonly now: () => number;
  /** So many times as fast as life; 0 while it stands. */
  readonly speed: () => number;
  /** Some times a second while it runs, and whenever it jumps. */
  readonly onTold: (heard: () => void) => () => void;
  /** Whenever it begins to run, stops or jumps. */
  readonly onMoved: (heard: () => void) => () => void;
}

interface Clockwork extends Moment {
  readonly start: (speed: number) => void;
  readonly stop: () => void;
  /** And stands there. */
  readonly goTo: (atMs: number) => void;
  readonly tell: () => void;
}

export function createMoment(startMs: number, clock: () => number = () => performance.now()): Clockwork {
  const told = new Set<() => void>();
  const moved = new Set<() => void>();
  let fromMs = startMs;
  let since = 0;
  let speed = 0;
  const now = (): number => (speed === 0 ? fromMs : fromMs + (clock() - since) * speed);
  const tell = (): void => {
    for (const heard of told) heard();
  };
  const set = (atMs: number, times: number): void => {
    [fromMs, since, speed] = [atMs, clock(), times];
    for (const heard of moved) heard();
    tell();
  };
  return {
    now,
    speed: () => speed,
    onTold: (heard) => subscribed(told, heard),
    onMoved: (heard) => subscribed(moved, heard),
    start: (times) => set(now(), times),
    stop: () => set(now(), 0),
    goTo: (atMs) => set(atMs, 0),
    tell,
  };
}

function subscribed(all: Set<() => void>, heard: () => void): () => void {
  all.add(heard);
  return () => all.delete(heard);
}
