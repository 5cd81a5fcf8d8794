/** A hash table of edges: from a place by a value to the next place. Places are positive numbers. */

const FIRST_EDGES = 1 << 12;
/** Numbers per edge: place, value, next, and one that makes it a power of two. The place is 0 where it is free. */
const EDGE = 4;

export class EdgeTable {
  private edges = new Int32Array(FIRST_EDGES * EDGE);
  private count = 0;

  get bytes(): number {
    return this.edges.byteLength;
  }

  /** 0 where there is none. */
  next(place: number, value: number): number {
    const { edges } = this;
    return edges[find(edges, place, value) + 2] ?? 0;
  }

  /** Adds an edge that is not there. */
  add(place: number, value: number, next: number): void {
    this.count += 1;
    if (this.count * EDGE * 2 > this.edges.length) this.edges = grown(this.edges);
    put(this.edges, place, value, next);
  }
}

/** The edge, or the free room where it belongs. */
function find(edges: Int32Array, place: number, value: number): number {
  const mask = edges.length - 1;
  let at = (spread(place, value) * EDGE) & mask;
  for (let owner = edges[at] ?? 0; owner !== 0; owner = edges[at] ?? 0) {
    if (owner === place && edges[at + 1] === value) return at;
    at = (at + EDGE) & mask;
  }
  return at;
}

function spread(place: number, value: number): number {
  const hash = Math.imul(place ^ Math.imul(value, 0x9e3779b1), 0x85ebca6b);
  return hash ^ (hash >>> 15);
}

function put(edges: Int32Array, place: number, value: number, next: number): void {
  const at = find(edges, place, value);
  edges[at] = place;
  edges[at + 1] = value;
  edges[at + 2] = next;
}

function grown(edges: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(edges.length * 2);
  for (let at = 0; at < edges.length; at += EDGE) {
    const place = edges[at] ?? 0;
    if (place !== 0) put(more, place, edges[at + 1] ?? 0, edges[at + 2] ?? 0);
  }
  return more;
}
