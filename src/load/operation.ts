/** The program of one order: operations with what they cost, what is held, and what becomes of it when one fails. */
import type { Protocol } from '../protocols/protocol.ts';
import type { Cost, Holding, ProgramNotes, WhenLost } from '../protocols/shared/program.ts';
import { engineFor } from '../scenario/engines.ts';
import { annotated, notesOf } from './annotate.ts';
import { operationsOf, runOf, type RunOperation } from './graph.ts';
import { watchdogsOf, type Watchdog } from './watchdogs.ts';

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
  /** Deadlines that nobody meets with in an undisturbed run, and that become real when everybody waits. */
  readonly watchdogs: readonly Watchdog[];
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
  const { timeline } = runOf(engineFor(protocol, {}));
  const run = operationsOf(protocol, timeline);
  // A clock that was running before is nobody's operation as long as nothing has gone wrong.
  const operations = annotated(protocol, run).filter(({ isShared }) => !isShared);
  const lost = (then: WhenLost): readonly Operation[] => {
    const name = Object.keys(notes.whenLost).find((known) => notes.whenLost[known] === then);
    return name === undefined ? [] : continuation(protocol, name);
  };
  const checkBack = lost('check-back');
  return {
    operations,
    checkBack,
    recovery: lost('recovery'),
    watchdogs: watchdogsOf(protocol, { timeline, run, operations, checkBack }),
    isHandWritten: false,
    caught: notes.caught,
  };
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
