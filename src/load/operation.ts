/** The program of one order: operations with what they cost, what is held, and what becomes of it when one fails. */
import type { Settings } from '../engine/model.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { programNotes } from '../protocols/programs.ts';
import type { Cost, Holding, ProgramNotes, WhenLost } from '../protocols/shared/program.ts';
import { engineFor } from '../scenario/engines.ts';
import { operationsOf, runOf, type RunOperation } from './graph.ts';

export interface Operation {
  readonly id: number;
  readonly name: string;
  readonly causes: readonly number[];
  readonly costs: readonly Cost[];
  readonly engineMs: number;
  /** It waits for the next beat of a clock that all orders share. */
  readonly isShared: boolean;
  readonly takes: readonly Holding[];
  readonly gives: readonly Holding[];
  readonly isAnswer: boolean;
  readonly isCommit: boolean;
  readonly pointsThere: boolean;
  readonly whenLost: WhenLost | null;
  /** Done for many orders at once. */
  readonly inBatch: boolean;
}

export interface Program {
  readonly operations: readonly Operation[];
  /** What the broker does about an order whose request was lost, until that request is there after all. */
  readonly checkBack: readonly Operation[];
  /** What happens before a decision that was lost is told again. */
  readonly recovery: readonly Operation[];
  readonly isHandWritten: boolean;
  readonly caught: ProgramNotes['caught'];
}

const programs = new Map<string, Program>();

/** Derived once from the undisturbed run, and from the one in which the request is lost. */
export function programOf(protocol: Protocol): Program {
  const known = programs.get(protocol.id) ?? derive(protocol);
  programs.set(protocol.id, known);
  return known;
}

function derive(protocol: Protocol): Program {
  const notes = notesOf(protocol);
  // A clock that was running before is nobody's operation as long as nothing has gone wrong.
  const operations = labOperations(protocol, {}).filter(({ isShared }) => !isShared);
  const lost = (then: WhenLost): readonly Operation[] => {
    const name = Object.keys(notes.whenLost).find((known) => notes.whenLost[known] === then);
    return name === undefined ? [] : continuation(protocol, name);
  };
  return {
    operations,
    checkBack: lost('check-back'),
    recovery: lost('recovery'),
    isHandWritten: false,
    caught: notes.caught,
  };
}

function notesOf(protocol: Protocol): ProgramNotes {
  const notes = programNotes.get(protocol.id);
  if (notes === undefined) throw new Error(`Expected program notes of ${protocol.id} in protocols/programs.ts.`);
  return notes;
}

/** The operations of an order with what the notes say of them, without what runs in the background. */
function labOperations(protocol: Protocol, settings: Settings): readonly Operation[] {
  const { timeline } = runOf(engineFor(protocol, settings));
  return annotated(protocol, operationsOf(protocol, timeline));
}

/** What happens between the loss of a request and the moment in which it is sent again. */
function continuation(protocol: Protocol, request: string): readonly Operation[] {
  const engine = engineFor(protocol, {});
  const [lost = '', receiver] = request.split('.').toReversed();
  const { timeline, struckAt } = runOf(engine, (frame, done) => {
    const packet = frame.packets.find(
      ({ to, message }) => message.type === lost && (receiver === undefined || receiver === to),
    );
    if (done > 0 || packet === undefined) return null;
    return { kind: 'drop', from: packet.from, to: packet.to, message: packet.message };
  });
  const operations = operationsOf(protocol, timeline);
  const again = operations.find(
    ({ id, name, roles }) =>
      id > (struckAt ?? 0) && name === lost && (receiver === undefined || roles.includes(receiver)),
  );
  const byId = new Map(operations.map((operation) => [operation.id, operation]));
  const path: RunOperation[] = [];
  for (let at = again?.causes[0]; at !== undefined && at > (struckAt ?? 0);) {
    const operation = byId.get(at);
    if (operation === undefined) break;
    path.unshift(operation);
    at = operation.isShared ? undefined : operation.causes[0];
  }
  return annotated(protocol, path);
}

function annotated(protocol: Protocol, run: readonly RunOperation[]): readonly Operation[] {
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

function noteName({ name, roles }: RunOperation, known: readonly string[]): string | null {
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
