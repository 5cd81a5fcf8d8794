/**
 * Remembers pure functions of a state by what they read. A state is a list of small integers, one per slot; while a
 * function runs, the slots that it looks at are written down, and the answer is kept in a tree that asks for exactly those
 * slots in that order. The next state that agrees on them gets the same answer without running anything.
 */

import { EdgeTable } from './edgeTable.ts';

/** There are no more numbers for places in decision trees. */
export class PlacesError extends RangeError {
  constructor(max: number) {
    super(`Expected at most ${max} places in decision trees.`);
  }
}

/** The slots read since the last `begin`, each once, in order. */
export interface ReadLog {
  readonly begin: () => void;
  readonly note: (slot: number) => void;
  readonly read: () => readonly number[];
}

export function readLog(): ReadLog {
  let order: number[] = [];
  return {
    begin: () => {
      order = [];
    },
    note: (slot) => {
      if (!order.includes(slot)) order.push(slot);
    },
    read: () => order,
  };
}

/**
 * The trees of all questions are one table of edges: a place and the value of its slot lead to the next place. A place is a
 * number with its slot in the lowest bits. An answer stands for the end as its complement, which is negative; 0 is what is
 * not known yet.
 */
export class Decisions {
  private readonly log: ReadLog;
  private readonly computes: (() => number)[] = [];
  private readonly roots: number[] = [];
  private readonly masks: number[] = [];
  private readonly edges = new EdgeTable();
  private places = 0;

  private readonly placesMax: number;

  constructor(log: ReadLog, placesMax = PLACES_MAX) {
    this.log = log;
    this.placesMax = Math.min(placesMax, PLACES_MAX);
  }

  get bytes(): number {
    return this.edges.bytes;
  }

  /**
   * The number of a new question. `compute` answers it with a number from 0 up; it must read the state only through what
   * reports to the log, and depend on nothing else.
   */
  add(compute: () => number): number {
    this.computes.push(compute);
    this.masks.push(0);
    return this.roots.push(0) - 1;
  }

  /** What was answered where the state agreed with this one in all that mattered; computed on first need. */
  answer(question: number, values: Int32Array): number {
    const { edges } = this;
    let place = this.roots[question] ?? 0;
    while (place > 0) place = edges.next(place, values[place & SLOT_MASK] ?? 0);
    return place < 0 ? ~place : this.compute(question, values);
  }

  /**
   * A bit for each slot that this question has ever read: where none of them changes, neither does its answer. Slots that are 32
   * apart share one, which may ask a question in vain.
   */
  reads(question: number): number {
    return this.masks[question] ?? 0;
  }

  private compute(question: number, values: Int32Array): number {
    const compute = this.computes[question];
    if (compute === undefined) throw new Error(`Expected the number of a question; got ${question}.`);
    this.log.begin();
    const answer = compute();
    this.learn(question, values, answer);
    return answer;
  }

  private learn(question: number, values: Int32Array, answer: number): void {
    const { edges } = this;
    const read = this.log.read();
    let place = this.following(this.roots[question] ?? 0, read[0], answer);
    this.roots[question] = place;
    for (const [index, slot] of read.entries()) {
      const value = values[slot] ?? 0;
      this.masks[question] = (this.masks[question] ?? 0) | (1 << slot);
      const known = edges.next(place, value);
      const next = this.following(known, read[index + 1], answer);
      if (known === 0) edges.add(place, value, next);
      place = next;
    }
  }

  /** What comes after the reads so far: the end, the known place, or a new one. */
  private following(known: number, slot: number | undefined, answer: number): number {
    if (slot === undefined) return ~answer;
    if (known === 0) return this.placeFor(slot);
    if ((known & SLOT_MASK) !== slot) {
      throw new Error(`Expected the same reads in equal states; slot ${slot} was read where it was not before.`);
    }
    return known;
  }

  private placeFor(slot: number): number {
    this.places += 1;
    if (this.places > this.placesMax) throw new PlacesError(this.placesMax);
    return ((Math.imul(this.places, SPREAD) & PLACES_MAX) << SLOT_BITS) | slot;
  }
}

const SLOT_BITS = 8;
/** As many slots as fit into a place. */
export const SLOTS_MAX = 1 << SLOT_BITS;
const SLOT_MASK = (1 << SLOT_BITS) - 1;
const PLACES_MAX = (1 << (31 - SLOT_BITS)) - 1;
/** Odd, so that no two places have the same number; they lie far apart, and the edges of each side by side. */
const SPREAD = 0x9e3779b1;
