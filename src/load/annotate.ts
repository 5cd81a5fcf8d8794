/** What the notes of a protocol say of the operations of its runs: their names, costs, places held, and order. */
import type { Protocol } from '../protocols/protocol.ts';
import { programNotes } from '../protocols/programs.ts';
import type { ProgramNotes } from '../protocols/shared/program.ts';
import type { RunOperation } from './graph.ts';
import type { Operation } from './operation.ts';

export function notesOf(protocol: Protocol): ProgramNotes {
  const notes = programNotes.get(protocol.id);
  if (notes === undefined) throw new Error(`Expected program notes of ${protocol.id} in protocols/programs.ts.`);
  return notes;
}

/** Operations of a run with what the notes say of them, without what runs in the background. */
export function annotated(protocol: Protocol, run: readonly RunOperation[]): readonly Operation[] {
  const notes = notesOf(protocol);
  const named = run.flatMap((operation) => {
    const name = noteName(operation, Object.keys(notes.costs));
    if (name !== null) return [{ ...operation, name }];
    if (notes.background.includes(operation.name)) return [];
    throw new Error(`Expected a cost of ${operation.name} in the program notes of ${protocol.id}.`);
  });
  const idOf = (name: string): number => named.find((operation) => operation.name === name)?.id ?? -1;
  const later = (id: number): readonly number[] =>
    (notes.inSequence ?? []).flatMap(([first, second]) => (idOf(second) === id ? [idOf(first)] : []));
  const linked = named.map((operation) => ({ ...operation, causes: [...operation.causes, ...later(operation.id)] }));
  const batched = batchOf(notes, linked);
  return reduced(linked).map(({ id, name, causes, engineMs, isShared, pointsThere }) => ({
    id,
    name,
    causes,
    engineMs,
    isShared,
    pointsThere,
    costs: notes.costs[name] ?? [],
    takes: notes.holds.flatMap(({ what, from }) => (from === name ? [what] : [])),
    gives: notes.holds.flatMap(({ what, to }) => (to === name ? [what] : [])),
    isAnswer: notes.answered === name,
    isCommit: notes.committed === name,
    whenLost: notes.whenLost[name] ?? null,
    inBatch: batched.has(id),
  }));
}

/** What the notes call it; null for what they do not know. */
export function noteName({ name, roles }: RunOperation, known: readonly string[]): string | null {
  return [name, ...roles.map((role) => `${role}.${name}`)].find((candidate) => known.includes(candidate)) ?? null;
}

interface Linked {
  readonly id: number;
  readonly name: string;
  readonly causes: readonly number[];
}

/** Without causes that another cause implies, and without operations that are not there. */
function reduced<Of extends Linked>(operations: readonly Of[]): readonly Of[] {
  const byId = new Map(operations.map((operation) => [operation.id, operation]));
  const isBefore = (early: number, late: number): boolean =>
    byId.get(late)?.causes.some((cause) => cause === early || isBefore(early, cause)) ?? false;
  return operations.map((operation) => {
    const causes = [...new Set(operation.causes)].filter((cause) => byId.has(cause));
    return { ...operation, causes: causes.filter((cause) => !causes.some((other) => isBefore(cause, other))) };
  });
}

/** The operations on the way from the first of a batch to the last. */
function batchOf({ batch }: ProgramNotes, operations: readonly Linked[]): ReadonlySet<number> {
  const inside = new Set<number>();
  if (batch === undefined) return inside;
  const byId = new Map(operations.map((operation) => [operation.id, operation]));
  const first = operations.find(({ name }) => name === batch.first)?.id ?? 0;
  for (let at = operations.find(({ name }) => name === batch.last)?.id; at !== undefined && at >= first;) {
    inside.add(at);
    at = byId.get(at)?.causes[0];
  }
  return inside;
}
