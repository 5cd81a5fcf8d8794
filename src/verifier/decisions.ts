/**
 * Remembers a pure function of a state by what it reads. A state is a list of small integers, one per slot; while the
 * function runs, the slots that it looks at are written down, and the answer is kept in a tree that asks for exactly
 * those slots in that order. The next state that agrees on them gets the same answer without running anything.
 */

/** One state inside a larger array of integers: its slots begin at `base`. */
export interface StateView {
  slots: Uint16Array | Uint32Array;
  base: number;
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

/** A tree over slot values; a leaf carries the answer. */
interface Branch<Answer> {
  readonly kind: 'branch';
  readonly slot: number;
  readonly next: (Node<Answer> | undefined)[];
}
interface Leaf<Answer> {
  readonly kind: 'leaf';
  readonly answer: Answer;
}
type Node<Answer> = Branch<Answer> | Leaf<Answer>;

/** `compute` must read the state only through what reports to `log`, and depend on nothing else. */
export function remembered<Answer>(view: StateView, log: ReadLog, compute: () => Answer): () => Answer {
  let root: Node<Answer> | undefined;
  return () => {
    let node = root;
    while (node?.kind === 'branch') node = node.next[view.slots[view.base + node.slot] ?? 0];
    if (node !== undefined) return node.answer;
    log.begin();
    const answer = compute();
    root = grown(root, log.read(), view, { kind: 'leaf', answer });
    return answer;
  };
}

/** The tree with a path for the slots just read. */
function grown<Answer>(
  root: Node<Answer> | undefined,
  read: readonly number[],
  view: StateView,
  leaf: Leaf<Answer>,
): Node<Answer> {
  const [first] = read;
  if (first === undefined) return leaf;
  const top: Branch<Answer> = branchAt(root, first);
  let branch = top;
  for (const [index, slot] of read.entries()) {
    const value = view.slots[view.base + slot] ?? 0;
    const following = read[index + 1];
    if (following === undefined) {
      branch.next[value] = leaf;
      break;
    }
    const child = branchAt(branch.next[value], following);
    branch.next[value] = child;
    branch = child;
  }
  return top;
}

function branchAt<Answer>(known: Node<Answer> | undefined, slot: number): Branch<Answer> {
  if (known === undefined) return { kind: 'branch', slot, next: [] };
  if (known.kind === 'leaf' || known.slot !== slot) {
    throw new Error(`Expected the same reads in equal states; slot ${slot} was read where it was not before.`);
  }
  return known;
}
