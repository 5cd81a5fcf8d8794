/** A program at given settings as a list of instructions. Both simulators run this list, each in its own way. */
import { emitActors } from './actorPlan.ts';
import { Assembler, type Draft } from './assembler.ts';
import { emitDeath, type DeathPlan } from './deathPlan.ts';
import { dogsOf, emitDogs, type Dog } from './watchPlan.ts';
import type { Holding } from '../protocols/shared/program.ts';
import type { Instruction, Strand, Times } from './instruction.ts';
import type { Operation, Program } from './operation.ts';
import type { LoadScenario } from './settings.ts';
import type { Watchdog } from './watchdogs.ts';
import { zoneOf } from './zones.ts';

export interface Plan {
  readonly code: readonly Instruction[];
  /** Where the actors begin; null for none. `asked` is where a check begins. */
  readonly relay: number | null;
  readonly checker: number | null;
  readonly asked: number | null;
  /** Where a message is sent once more about which the broker has asked and that has come through meanwhile. */
  readonly sentAgain: number;
  /** What the death of the order service does; null where it does not die. */
  readonly death: DeathPlan | null;
  /** Deadlines, in the order of their numbers. */
  readonly dogs: readonly Dog[];
  readonly joins: number;
  /** Whether the buyer has the answer before the points are there. */
  readonly isAsynchronous: boolean;
}

export function planOf(program: Program, scenario: LoadScenario, times: Times = 'lab'): Plan {
  const draft = new Assembler(scenario, times);
  const watchdogs = dogsOf(program, draft);
  draft.asksAfterDeadline = watchdogs.some(({ afterwards }) => afterwards === 'asks' || afterwards === 'asks-on');
  const late = watchdogs.map((): Draft[] => []);
  const afterBatch = emitOrder(draft, program, watchdogs, late);
  const actors = emitActors(draft, program, watchdogs, late);
  const death = emitDeath(draft, program);
  const dogs = emitDogs(draft, watchdogs, { late, relay: actors.relay, afterBatch });
  const answer = program.operations.find(({ isAnswer }) => isAnswer);
  const points = program.operations.find(({ pointsThere }) => pointsThere);
  return {
    code: draft.done(),
    ...actors,
    sentAgain: draft.afterCheckBack,
    death,
    dogs,
    joins: draft.joins,
    isAsynchronous: answer !== undefined && points !== undefined && !comesBefore(program.operations, points, answer),
  };
}

function comesBefore(operations: readonly Operation[], early: Operation, late: Operation): boolean {
  return late.causes.some((cause) => {
    const operation = operations.find(({ id }) => id === cause);
    return operation !== undefined && (cause === early.id || comesBefore(operations, early, operation));
  });
}

interface Emission {
  readonly draft: Assembler;
  readonly program: Program;
  readonly operations: readonly Operation[];
  /** Where operations that several strands join in begin, and their slot. */
  readonly joins: Map<number, { readonly slot: number; at: number | null }>;
  /** Operations that begin a strand of their own, with the forks that lead to them. */
  readonly later: { readonly operation: Operation; readonly fork: Draft; readonly state: Strand }[];
  readonly watchdogs: readonly Watchdog[];
  /** Who comes too late, by deadline. */
  readonly late: readonly Draft[][];
  /** Where an order goes on that the relay has published. */
  afterBatch: number;
}

/** Returns where an order goes on that the relay has published. */
function emitOrder(
  draft: Assembler,
  program: Program,
  watchdogs: readonly Watchdog[],
  late: readonly Draft[][],
): number {
  const { operations } = program;
  const emission: Emission = {
    draft,
    program,
    operations,
    joins: new Map(),
    later: [],
    watchdogs,
    late,
    afterBatch: -1,
  };
  const [first] = operations;
  if (first === undefined) throw new Error('Expected a program with operations.');
  chain(emission, first, { held: [], isCommitted: false, watched: [] });
  for (let next = emission.later.shift(); next !== undefined; next = emission.later.shift()) {
    draft.aim(next.fork, draft.here());
    chain(emission, next.operation, next.state);
  }
  draft.failures();
  return emission.afterBatch;
}

/** An operation and what follows it; what follows beside that becomes a strand of its own. */
function chain(emission: Emission, first: Operation, start: Strand): void {
  const { draft } = emission;
  draft.enter(null);
  let state = start;
  for (let operation: Operation | undefined = first; operation !== undefined;) {
    if (operation.causes.length > 1 && !enterJoin(emission, operation)) return;
    state = emitOperation(emission, operation, state);
    const following: readonly Operation[] = operation.inBatch
      ? leavingBatch(emission)
      : successors(emission, operation);
    const [next, ...others] = following;
    for (const other of others) {
      const carried = state.held.filter((what) => isGivenBy(emission, other, what) && !isGivenBy(emission, next, what));
      const works = (from: Operation | undefined): readonly number[] =>
        state.watched.filter((dog) => leadsTo(emission, from, emission.watchdogs[dog]?.until));
      const [here, there] = [works(next), works(other)];
      const fork = draft.fork(
        carried,
        bits(there.filter((dog) => !here.includes(dog))),
        bits(there.filter((dog) => here.includes(dog))),
      );
      emission.later.push({ operation: other, fork, state: { ...state, held: carried, watched: there } });
      state = { ...state, held: state.held.filter((what) => !carried.includes(what)), watched: here };
    }
    operation = next;
  }
  draft.emit({ do: 'end' });
}

/** Whether something that comes with this operation, or after it, gives this back. */
function isGivenBy(emission: Emission, from: Operation | undefined, what: Holding): boolean {
  if (from === undefined) return false;
  return from.gives.includes(what) || successors(emission, from).some((next) => isGivenBy(emission, next, what));
}

function leadsTo(emission: Emission, from: Operation | undefined, to: number | undefined): boolean {
  if (from === undefined) return false;
  return from.id === to || successors(emission, from).some((next) => leadsTo(emission, next, to));
}

function bits(dogs: readonly number[]): number {
  return dogs.reduce((all, dog) => all | (1 << dog), 0);
}

function successors({ operations }: Emission, { id }: Operation): readonly Operation[] {
  return operations.filter(({ causes }) => causes.includes(id));
}

/** What follows for an order when a batch has been done; the rest of the batch is nobody's in particular. */
function leavingBatch({ operations }: Emission): readonly Operation[] {
  const batch = new Set(operations.filter(({ inBatch }) => inBatch).map(({ id }) => id));
  return operations.filter(({ inBatch, causes }) => !inBatch && causes.some((cause) => batch.has(cause)));
}

/** True where this strand is the first to come here and writes down what follows. */
function enterJoin({ draft, joins }: Emission, { id, causes }: Operation): boolean {
  const known = joins.get(id) ?? { slot: draft.newJoin(), at: null };
  joins.set(id, known);
  draft.emit({ do: 'join', slot: known.slot, need: causes.length });
  if (known.at === null) {
    known.at = draft.here();
    draft.enter(null);
    return true;
  }
  draft.emit({ do: 'jump', to: known.at });
  return false;
}

function emitOperation(emission: Emission, operation: Operation, start: Strand): Strand {
  const { draft, program } = emission;
  const zone = zoneOf(program, operation, 'during', start);
  draft.enter(zone);
  if (operation.inBatch) {
    draft.emit({ do: 'hand', actor: 'relay' });
    emission.afterBatch = draft.here();
    return start;
  }
  const state = emitMet(emission, operation, start, 'before');
  if (draft.times === 'engine') draft.engineTime(operation);
  else emitRequest(draft, program, operation, state);
  const isConsumption =
    draft.times === 'lab' && state.held.includes('consumer') && operation.costs.includes('points-work');
  if (draft.times === 'lab') {
    if (isConsumption) draft.consumption(operation.costs, state);
    else draft.costs(operation.costs, state);
  }
  const isAnswerOfOthers = zone === 'caught' && program.caught?.fate === 'phantom' && !operation.pointsThere;
  if (isAnswerOfOthers && draft.mayDie()) draft.unlessOrphaned();
  const done = after(draft, program, operation, emitMet(emission, operation, state, 'after'));
  const armed = emission.watchdogs.flatMap(({ from }, dog) => (from === operation.id ? [dog] : []));
  for (const dog of armed) draft.emit({ do: 'watch', dog });
  return { ...done, watched: [...done.watched, ...armed] };
}

/** A deadline that ends with this operation: before it where it joins what was waited for. */
function emitMet(
  { draft, watchdogs, late }: Emission,
  { id }: Operation,
  state: Strand,
  when: 'before' | 'after',
): Strand {
  const ends = state.watched.filter((dog) => {
    const watchdog = watchdogs[dog];
    return watchdog?.until === id && watchdog.isJoin === (when === 'before');
  });
  for (const dog of ends) late[dog]?.push(draft.met(dog));
  return { ...state, watched: state.watched.filter((dog) => !ends.includes(dog)) };
}

/** What may go wrong before the operation begins. */
function emitRequest(draft: Assembler, { recovery }: Program, { whenLost, causes }: Operation, state: Strand): void {
  if (causes.length === 0) draft.admission();
  if (whenLost === 'check-back') draft.checkBack();
  else if (whenLost === 'recovery') draft.untilRecovery(recovery);
  else if (whenLost !== null) draft.broker(whenLost, state);
}

function after(draft: Assembler, program: Program, operation: Operation, state: Strand): Strand {
  const { takes, gives, isAnswer, isCommit, pointsThere } = operation;
  const isCommitted = state.isCommitted || isCommit;
  if (isCommit) draft.emit({ do: 'mark', mark: 'committed' });
  for (const what of gives.toReversed()) draft.release(what);
  if (isAnswer) draft.emit({ do: 'mark', mark: 'answered' });
  if (pointsThere) draft.emit({ do: 'mark', mark: 'points' });
  // One order everywhere, so that nobody waits in a circle.
  const next = { ...state, held: [...state.held.filter((what) => !gives.includes(what)), ...takes], isCommitted };
  draft.enter(zoneOf(program, operation, 'after', next));
  for (const what of takes) draft.acquire(what);
  return next;
}
