/** The clock of the second simulator: what is due, earliest first; at equal times in the order in which it was said. */

interface Due {
  readonly atMs: number;
  readonly number: number;
  readonly go: () => void;
}

export class Clock {
  now = 0;
  private said = 0;
  private readonly due: Due[] = [];

  at(atMs: number, go: () => void): void {
    this.expect({ atMs, number: this.said, go });
  }

  /** After everything else at this time, and among those by rank. */
  atLast(atMs: number, rank: number, go: () => void): void {
    this.expect({ atMs, number: (rank + 1) * 2 ** 48 + this.said, go });
  }

  private expect(entry: Due): void {
    this.said += 1;
    const { due } = this;
    let child = due.push(entry) - 1;
    for (let parent = (child - 1) >> 1; child > 0 && isLater(due[parent], entry); parent = (child - 1) >> 1) {
      due[child] = due[parent] ?? entry;
      child = parent;
      due[child] = entry;
    }
  }

  /** Until nothing is due, or until it is over. */
  run(isOver: () => boolean): void {
    for (let next = this.pop(); next !== undefined; next = this.pop()) {
      this.now = next.atMs;
      next.go();
      if (isOver()) return;
    }
  }

  private pop(): Due | undefined {
    const { due } = this;
    const [first] = due;
    const last = due.pop();
    if (first === undefined || last === undefined || due.length === 0) return first;
    let parent = 0;
    for (;;) {
      const left = 2 * parent + 1;
      const [leftOne, rightOne] = [due[left], due[left + 1]];
      if (leftOne === undefined) break;
      const least = rightOne !== undefined && isLater(leftOne, rightOne) ? left + 1 : left;
      const child = due[least];
      if (child === undefined || !isLater(last, child)) break;
      due[parent] = child;
      parent = least;
    }
    due[parent] = last;
    return first;
  }
}

function isLater(one: Due | undefined, other: Due): boolean {
  if (one === undefined) return false;
  return one.atMs > other.atMs || (one.atMs === other.atMs && one.number > other.number);
}
