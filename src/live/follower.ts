/** What a broker stores while a run goes on: message by message, in the order of its commit log. */
import type { Connection } from './connection.ts';
import { indexOf, storedAtPlace, boundsOf, type QueuePlace } from './reading.ts';
import type { StoredMessage } from './stored.ts';

export interface Follower {
  /** What was stored since the last look. */
  readonly look: (connection: Connection) => Promise<readonly StoredMessage[]>;
}

/** More than this is not read in one look. */
const LOOK_MAX = 500;

/** Walks along the whole commit log from one of its boundaries: for a broker that nobody else uses. */
export function followLog(from: number): Follower {
  let at = Math.max(0, from);
  return {
    look: async (connection) => {
      const found: StoredMessage[] = [];
      for (let count = 0; count < LOOK_MAX; count += 1) {
        const one = await storedAtPlace(connection, at);
        if (one === null) break;
        at += one.size;
        if (!('isFiller' in one)) found.push(one);
      }
      return found;
    },
  };
}

/** Reads only some queues, from their present ends on. */
export async function followQueues(connection: Connection, places: readonly QueuePlace[]): Promise<Follower> {
  const next = new Map<QueuePlace, number>();
  for (const place of places) next.set(place, (await boundsOf(connection, place)).max);
  return {
    look: async (now) => {
      const found: StoredMessage[] = [];
      for (const place of places) {
        const from = next.get(place) ?? 0;
        const places32 = (await indexOf(now, place, from, INDEX_COUNT)) ?? [];
        for (const physicalOffset of places32) {
          const one = await storedAtPlace(now, physicalOffset);
          if (one !== null && !('isFiller' in one)) found.push(one);
        }
        next.set(place, from + places32.length);
      }
      return found.toSorted((one, other) => one.physicalOffset - other.physicalOffset);
    },
  };
}

const INDEX_COUNT = 32;
