/**
 * Remembers a pure function of a state by what it reads. A state is a list of small integers, one per slot; while the
 * function runs, the slots that it looks at are written down, and the answer is kept in a tree that asks for exactly
 * those slots in that order. The next state that agrees on them gets the same answer without running anything.
 */

/** The state that is looked at: the integer of each slot. */
export interface StateView {
  readonly values: Int32Array;
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

/** A place in a tree over slot values. At its end, `slot` is −1 and `answer` is there. One shape, for the sake of speed. */
interface Place<Answer> {
  readonly slot: number;
  readonly next: (Place<Answer> | undefined)[];
  readonly answer: Answer | undefined;
}

const END = -1;

/** `compute` must read the state only through what reports to `log`, and depend on nothing else. */
export function remembered<Answer>({ values }: StateView, log: ReadLog, compute: () => Answer): () => Answer {
  let root: Place<Answer> | undefined;
  return () => {
    let place = root;
    while (place !== undefined && place.slot !== END) place = place.next[values[place.slot] ?? 0];
    if (place?.answer !== undefined) return place.answer;
    log.begin();
    const answer = compute();
    root = grown(root, log.read(), values, { slot: END, next: [], answer });
    return answer;
  };
}

/** The tree with a path for the slots just read. */
function grown<Answer>(
  root: Place<Answer> | undefined,
  read: readonly number[],
  values: Int32Array,
  end: Place<Answer>,
): Place<Answer> {
  const [first] = read;
  if (first === undefined) return end;
  const top = placeAt(root, first);
  let place = top;
  for (const [index, slot] of read.entries()) {
    const value = values[slot] ?? 0;
    const following = read[index + 1];
    const child = following === undefined ? end : placeAt(place.next[value], following);
    place.next[value] = child;
    place = child;
  }
  return top;
}

function placeAt<Answer>(known: Place<Answer> | undefined, slot: number): Place<Answer> {
  if (known === undefined) return { slot, next: [], answer: undefined };
  if (known.slot !== slot) {
    throw new Error(`Expected the same reads in equal states; slot ${slot} was read where it was not before.`);
  }
  return known;
}
