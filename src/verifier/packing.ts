/** How the slots of a state lie in words of 32 bits: side by side, in order, none across two words. */
export interface Packing {
  /** How many bits each slot has. */
  readonly bits: readonly number[];
  /** Words per state. */
  readonly words: number;
  /** By slot: its word, how far it is shifted in there, and its mask before shifting. */
  readonly word: Int32Array;
  readonly shift: Int32Array;
  readonly mask: Int32Array;
}

const WORD_BITS = 32;
/** No value is negative. */
const SLOT_BITS_MAX = 31;

export function packingOf(bits: readonly number[]): Packing {
  const word = new Int32Array(bits.length);
  const shift = new Int32Array(bits.length);
  const mask = Int32Array.from(bits, (count) => 2 ** count - 1);
  let [current, used] = [0, 0];
  for (const [slot, count] of bits.entries()) {
    if (used + count > WORD_BITS) [current, used] = [current + 1, 0];
    word[slot] = current;
    shift[slot] = used;
    used += count;
  }
  return { bits, words: current + 1, word, shift, mask };
}

/** So many more bits at once, because all states are packed anew. */
const MORE_BITS = 6;

/** The packing in which a slot has room for a value, and for more to come. */
export function widened({ bits }: Packing, slot: number, value: number): Packing {
  const needed = WORD_BITS - Math.clz32(value);
  return packingOf(bits.with(slot, Math.min(SLOT_BITS_MAX, needed + MORE_BITS - 1)));
}

/** What a slot has in the state that begins at `base`. */
export function valueIn({ word, shift, mask }: Packing, words: Int32Array, base: number, slot: number): number {
  return ((words[base + (word[slot] ?? 0)] ?? 0) >>> (shift[slot] ?? 0)) & (mask[slot] ?? 0);
}
