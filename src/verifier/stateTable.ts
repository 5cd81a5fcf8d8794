/**
 * All states found so far: their slots in chunks that never move, and a hash table that compares whole states. A slot
 * takes two bytes until some slot has more contents than that.
 */

export interface StateTable {
  readonly size: () => number;
  /** The index of the state in `candidate`, or −1 − index where it was just added. */
  readonly find: (candidate: Int32Array, hash: number) => number;
  /** Copies the slots of a state. */
  readonly copy: (state: number, into: Int32Array) => void;
  readonly bytes: () => number;
}

const FIRST_BUCKETS = 1 << 13;
/** Numbers per bucket: a state's index + 1, or 0 where it is free, and the state's hash. */
const BUCKET = 2;

export function stateTable(width: number): StateTable {
  const store = slotStore(width);
  let buckets = new Int32Array(FIRST_BUCKETS * BUCKET);
  let mask = FIRST_BUCKETS - 1;
  let size = 0;

  const freeBucket = (hash: number): number => {
    let bucket = hash & mask;
    while (buckets[bucket * BUCKET] !== 0) bucket = (bucket + 1) & mask;
    return bucket;
  };

  const put = (bucket: number, entry: number, hash: number): void => {
    buckets[bucket * BUCKET] = entry;
    buckets[bucket * BUCKET + 1] = hash;
  };

  const grow = (): void => {
    const old = buckets;
    buckets = new Int32Array(old.length * 2);
    mask = mask * 2 + 1;
    for (let from = 0; from < old.length; from += BUCKET) {
      const entry = old[from] ?? 0;
      const hash = old[from + 1] ?? 0;
      if (entry !== 0) put(freeBucket(hash), entry, hash);
    }
  };

  return {
    size: () => size,
    find: (candidate, hash) => {
      let bucket = hash & mask;
      for (let entry = buckets[bucket * BUCKET] ?? 0; entry !== 0; entry = buckets[bucket * BUCKET] ?? 0) {
        if (buckets[bucket * BUCKET + 1] === hash && store.isAt(entry - 1, candidate)) return entry - 1;
        bucket = (bucket + 1) & mask;
      }
      const isCrowded = size * 4 > mask * 3;
      if (isCrowded) grow();
      store.put(size, candidate);
      size += 1;
      put(isCrowded ? freeBucket(hash) : bucket, size, hash);
      return -size;
    },
    copy: store.copy,
    bytes: () => store.bytes() + buckets.byteLength,
  };
}

const CHUNK_BITS = 13;
const CHUNK_STATES = 1 << CHUNK_BITS;
const NARROW_MAX = 0xffff;

type Chunk = Uint16Array | Uint32Array;

interface SlotStore {
  /** Puts the slots of the next state behind those of the others. */
  readonly put: (state: number, slots: Int32Array) => void;
  readonly isAt: (state: number, slots: Int32Array) => boolean;
  readonly copy: (state: number, into: Int32Array) => void;
  readonly bytes: () => number;
}

function slotStore(width: number): SlotStore {
  let chunks: Chunk[] = [];
  let isWide = false;
  const chunkOf = (state: number): Chunk => {
    const chunk = chunks[state >> CHUNK_BITS];
    if (chunk === undefined) throw new Error(`Expected a known state; got number ${state}.`);
    return chunk;
  };
  const baseOf = (state: number): number => (state & (CHUNK_STATES - 1)) * width;
  return {
    put: (state, slots) => {
      if (!isWide && slots.some((value) => value > NARROW_MAX)) {
        chunks = chunks.map((chunk) => Uint32Array.from(chunk));
        isWide = true;
      }
      const length = CHUNK_STATES * width;
      if (baseOf(state) === 0) chunks.push(isWide ? new Uint32Array(length) : new Uint16Array(length));
      chunkOf(state).set(slots, baseOf(state));
    },
    isAt: (state, slots) => {
      const chunk = chunkOf(state);
      const base = baseOf(state);
      for (let slot = 0; slot < width; slot += 1) if (chunk[base + slot] !== slots[slot]) return false;
      return true;
    },
    copy: (state, into) => {
      const chunk = chunkOf(state);
      const base = baseOf(state);
      for (let slot = 0; slot < width; slot += 1) into[slot] = chunk[base + slot] ?? 0;
    },
    bytes: () => chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0),
  };
}
