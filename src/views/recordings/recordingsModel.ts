import { shipped, type Shipped } from './runs.ts';
import { versioned } from '../../scenario/versions.ts';

export function recordingHref(id: string): string {
  return `#${versioned(`recordings?open=${id}`)}`;
}

/** The shipped recording of that name; null for none, or one that is not there. */
export function shippedAs(asked: string | null): Shipped | null {
  return shipped.find(({ id }) => id === asked) ?? null;
}
