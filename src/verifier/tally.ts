/**
 * What a search keeps beside its states and decisions: contents of slots, and what roles answered. No browser tells how many bytes that
 * is; but all of it grows with the texts by which it is known. A test holds the estimate against what Node says.
 */
export interface Tally {
  /** Of the texts by which contents and their parts are known. */
  letters: number;
}

/** A text, the objects of which it tells, and what is remembered about them. Measured. */
const BYTES_PER_LETTER = 32;
/** What every search has. Measured. */
const FIRST_BYTES = 900_000;

export function bytesOfTally({ letters }: Tally): number {
  return FIRST_BYTES + letters * BYTES_PER_LETTER;
}
