/** All states found so far: their slots side by side in one array, and a hash table that compares whole states. */

export interface StateTable {
  readonly width: number;
  readonly size: () => number;
  readonly slots: () => Uint16Array | Uint32Array;
  /** The index of the state in `candidate`, or −1 − index where it was just added. */
  readonly find: (candidate: Uint32Array, hash: number) => number;
  readonly bytes: () => number;
}

const FIRST_CAPACITY = 1 << 12;
const NARROW_MAX = 0xffff;

export function stateTable(width: number): StateTable {
  let capacity = FIRST_CAPACITY;
  let slots: Uint16Array | Uint32Array = new Uint16Array(capacity * width);
  let hashes = new Int32Array(capacity);
  let buckets = new Int32Array(capacity * 2);
  let size = 0;

  const growTo = (next: number): void => {
    const wider = slots instanceof Uint16Array ? new Uint16Array(next * width) : new Uint32Array(next * width);
    wider.set(slots);
    slots = wider;
    const moreHashes = new Int32Array(next);
    moreHashes.set(hashes);
    hashes = moreHashes;
    buckets = new Int32Array(next * 2);
    const mask = buckets.length - 1;
    for (let index = 0; index < size; index += 1) {
      let bucket = (hashes[index] ?? 0) & mask;
      while (buckets[bucket] !== 0) bucket = (bucket + 1) & mask;
      buckets[bucket] = index + 1;
    }
    capacity = next;
  };

  const widen = (): void => {
    slots = Uint32Array.from(slots);
  };

  const isAt = (index: number, candidate: Uint32Array): boolean => {
    const base = index * width;
    for (let slot = 0; slot < width; slot += 1) if (slots[base + slot] !== candidate[slot]) return false;
    return true;
  };

  const find = (candidate: Uint32Array, hash: number): number => {
    const mask = buckets.length - 1;
    let bucket = hash & mask;
    for (let found = buckets[bucket] ?? 0; found !== 0; found = buckets[bucket] ?? 0) {
      const index = found - 1;
      if (hashes[index] === hash && isAt(index, candidate)) return index;
      bucket = (bucket + 1) & mask;
    }
    if (slots instanceof Uint16Array && candidate.some((value) => value > NARROW_MAX)) widen();
    slots.set(candidate, size * width);
    hashes[size] = hash;
    buckets[bucket] = size + 1;
    size += 1;
    if (size === capacity) growTo(capacity * 2);
    return -size;
  };

  return {
    width,
    size: () => size,
    slots: () => slots,
    find,
    bytes: () => slots.byteLength + hashes.byteLength + buckets.byteLength,
  };
}
