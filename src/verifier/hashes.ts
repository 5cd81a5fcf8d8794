/** A fixed pseudo-random number per slot and value (Zobrist hashing), so that a state's hash changes with its slots. */

export interface SlotHashes {
  readonly at: (slot: number, value: number) => number;
}

export function slotHashes(width: number): SlotHashes {
  const rows: Int32Array[] = Array.from({ length: width }, () => new Int32Array());
  const grown = (slot: number, value: number): number => {
    const row = Int32Array.from({ length: Math.max(16, value * 2) }, (_, place) => mixed(slot, place));
    rows[slot] = row;
    return row[value] ?? 0;
  };
  return { at: (slot, value) => rows[slot]?.[value] ?? grown(slot, value) };
}

function mixed(slot: number, value: number): number {
  let bits = Math.imul(slot + 1, 0x9e3779b1) ^ Math.imul(value + 1, 0x85ebca77);
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39);
  return bits ^ (bits >>> 15);
}
