/**
 * All states found so far: their slots packed into as few bits as they need, and a hash table that compares whole states.
 * One state at a time is a draft: it begins as a copy of a known one, some of its slots change, and it is found or added.
 *
 * A class, as are the others of the innermost loop: functions made anew for every question are compiled for the first one
 * alone, and all later ones are slower.
 */
import { packingOf, valueIn, widened, type Packing } from './packing.ts';

const FIRST_SLOT_BITS = 4;
const FIRST_STATES = 1 << 10;
const FIRST_BUCKETS = 1 << 11;

export class StateTable {
  size = 0;
  private readonly slotCount: number;
  private packing: Packing;
  private draft: Int32Array<ArrayBuffer>;
  private states: Int32Array<ArrayBuffer>;
  /** 0 where it is free; else the number of a state + 1 in the bits of `mask`, and those of its hash above them. */
  private buckets = new Int32Array(FIRST_BUCKETS);
  private mask = FIRST_BUCKETS - 1;

  /** An empty table; the draft has 0 in every slot. */
  constructor(slotCount: number) {
    this.slotCount = slotCount;
    this.packing = packingOf(Array.from({ length: slotCount }, () => FIRST_SLOT_BITS));
    this.draft = new Int32Array(this.packing.words);
    this.states = new Int32Array(FIRST_STATES * this.packing.words);
  }

  get bytes(): number {
    return this.states.byteLength + this.buckets.byteLength;
  }

  /** The slots of a state. */
  read(state: number, into: Int32Array): void {
    const { packing, states, slotCount } = this;
    const base = state * packing.words;
    for (let slot = 0; slot < slotCount; slot += 1) into[slot] = valueIn(packing, states, base, slot);
  }

  /** Begins a draft that is equal to this state so far. */
  begin(state: number): void {
    const { draft, states } = this;
    const base = state * draft.length;
    for (let word = 0; word < draft.length; word += 1) draft[word] = states[base + word] ?? 0;
  }

  put(slot: number, value: number): void {
    if (value > (this.packing.mask[slot] ?? 0)) this.widen(slot, value);
    const { draft, packing } = this;
    const word = packing.word[slot] ?? 0;
    const shift = packing.shift[slot] ?? 0;
    const mask = packing.mask[slot] ?? 0;
    draft[word] = ((draft[word] ?? 0) & ~(mask << shift)) | (value << shift);
  }

  /** The number of the draft, or −1 where it was never found. */
  lookUp(): number {
    const known = this.buckets[this.bucketOf(hashAt(this.draft, 0, this.draft.length))] ?? 0;
    return (known & this.mask) - 1;
  }

  /** The number of the draft, or −1 − number where it was just added. */
  find(): number {
    const { draft } = this;
    const hash = hashAt(draft, 0, draft.length);
    let at = this.bucketOf(hash);
    const known = this.buckets[at] ?? 0;
    if (known !== 0) return (known & this.mask) - 1;
    if (this.size * 3 > this.mask * 2) {
      this.rehash(this.buckets.length * 2);
      at = this.bucketOf(hash);
    }
    const base = this.size * draft.length;
    if (base === this.states.length) this.states = doubled(this.states);
    for (let word = 0; word < draft.length; word += 1) this.states[base + word] = draft[word] ?? 0;
    this.size += 1;
    this.buckets[at] = (hash & ~this.mask) | this.size;
    return -this.size;
  }

  /** The bucket of the draft, or the free one where it belongs. */
  private bucketOf(hash: number): number {
    const { buckets, mask } = this;
    let at = hash & mask;
    for (let entry = buckets[at] ?? 0; entry !== 0; entry = buckets[at] ?? 0) {
      if (((entry ^ hash) & ~mask) === 0 && this.isDraft((entry & mask) - 1)) return at;
      at = (at + 1) & mask;
    }
    return at;
  }

  private isDraft(state: number): boolean {
    const { draft, states } = this;
    const base = state * draft.length;
    for (let word = 0; word < draft.length; word += 1) if (states[base + word] !== draft[word]) return false;
    return true;
  }

  /** Fills so many buckets anew: there are more of them, or the hashes are others. */
  private rehash(count: number): void {
    const { states, size } = this;
    const { words } = this.packing;
    const buckets = new Int32Array(count);
    const mask = count - 1;
    for (let state = 0; state < size; state += 1) {
      const hash = hashAt(states, state * words, words);
      let at = hash & mask;
      while (buckets[at] !== 0) at = (at + 1) & mask;
      buckets[at] = (hash & ~mask) | (state + 1);
    }
    this.buckets = buckets;
    this.mask = mask;
  }

  /** Gives a slot room for this value, in all states. */
  private widen(slot: number, value: number): void {
    const before = this.packing;
    const after = widened(before, slot, value);
    this.states = repacked(this.states, before, after);
    this.draft = repacked(this.draft, before, after);
    this.packing = after;
    this.rehash(this.buckets.length);
  }
}

function repacked(states: Int32Array, before: Packing, after: Packing): Int32Array<ArrayBuffer> {
  const count = states.length / before.words;
  const target = new Int32Array(count * after.words);
  for (let state = 0; state < count; state += 1) {
    for (let slot = 0; slot < after.bits.length; slot += 1) {
      const at = state * after.words + (after.word[slot] ?? 0);
      const value = valueIn(before, states, state * before.words, slot);
      target[at] = (target[at] ?? 0) | (value << (after.shift[slot] ?? 0));
    }
  }
  return target;
}

function hashAt(states: Int32Array, base: number, words: number): number {
  let hash = 0;
  for (let word = 0; word < words; word += 1) {
    hash = Math.imul(hash ^ (states[base + word] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}
