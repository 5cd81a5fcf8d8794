/** A token bucket at the door of the order service: so many tokens a second, and never more than it holds. */
import type { Run } from './state.ts';

/** Takes a token; false where there is none. */
export function hasToken({ door, numbers, now }: Run): boolean {
  const earned = ((now - door.atMs) * numbers['door-per-s']) / 1_000;
  door.tokens = Math.min(numbers['door-burst'], door.tokens + earned);
  door.atMs = now;
  if (door.tokens < 1) return false;
  door.tokens -= 1;
  return true;
}
