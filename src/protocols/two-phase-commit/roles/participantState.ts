/** A participant's context, and the pure steps from one to the next. */
import type { Data, DataObject } from '../../../engine/data.ts';
import type { RoleId } from '../../../engine/model.ts';
import type { RoleInput } from '../../shared/actions.ts';
import { COORDINATOR, type Answer, type Fate, type HeldBranch } from '../vocabulary.ts';
import { written } from '../../shared/roleData.ts';

export interface ParticipantContext extends DataObject {
  readonly role: RoleId;
  /** What each transaction has come to here. */
  readonly rows: { readonly [tx: string]: Fate };
  /** Committed only after recovery had to ask. */
  readonly late: readonly string[];
  /** The transaction that holds the locks. */
  readonly tx: string | null;
  /** It has been promised: the prepare record is on disk (TP-22). */
  readonly isPrepared: boolean;
  /** Decided by a person, and the coordinator does not know. */
  readonly heuristics: { readonly [tx: string]: Fate };
}

/** TP-22: rows, promises and what people decided survive; unfinished work does not. */
export function durableParticipant({ rows, late, tx, isPrepared, heuristics }: ParticipantContext): Data {
  return { rows, late, tx: isPrepared ? tx : null, isPrepared, heuristics };
}

type Survived = Pick<ParticipantContext, 'rows' | 'late' | 'tx' | 'isPrepared' | 'heuristics'>;
const EMPTY: Survived = { rows: {}, late: [], tx: null, isPrepared: false, heuristics: {} };

export function firstContext({ role, recovered }: RoleInput): ParticipantContext {
  // `durableParticipant` wrote it.
  return { role, ...(recovered === null ? EMPTY : written<Survived>(recovered)) };
}

/** The branch is over: its row is written, its locks are released. */
export function finished(context: ParticipantContext, fate: Fate, isLate: boolean): ParticipantContext {
  const { tx, rows, late } = context;
  if (tx === null) return context;
  return {
    ...context,
    rows: { ...rows, [tx]: fate },
    late: isLate && fate === 'committed' ? [...late, tx].sort() : late,
    tx: null,
    isPrepared: false,
  };
}

/** TP-32: a person decides what only the coordinator may. */
export function decidedByHand(context: ParticipantContext, fate: Fate): ParticipantContext {
  const { tx, heuristics } = context;
  if (tx === null) return context;
  return { ...finished(context, fate, false), heuristics: { ...heuristics, [tx]: fate } };
}

/** The coordinator has heard of it. */
export function told(context: ParticipantContext, tx: string): ParticipantContext {
  const heuristics = Object.fromEntries(Object.entries(context.heuristics).filter(([other]) => other !== tx));
  return { ...context, heuristics };
}

export function refused(context: ParticipantContext, tx: string): ParticipantContext {
  return { ...context, rows: { ...context.rows, [tx]: 'aborted' } };
}

function held({ tx, isPrepared, heuristics }: ParticipantContext): readonly HeldBranch[] {
  const inDoubt = isPrepared && tx !== null ? [{ tx, state: 'prepared' } as const] : [];
  return [...inDoubt, ...Object.entries(heuristics).map(([other, state]) => ({ tx: other, state }))];
}

export function vote({ role }: ParticipantContext, tx: string, answer: Answer) {
  return { to: COORDINATOR, message: { type: 'vote', tx, from: role, answer } };
}

export function ack({ role }: ParticipantContext, tx: string) {
  return { to: COORDINATOR, message: { type: 'ack', tx, from: role } };
}

export function stillHeld(context: ParticipantContext) {
  return { to: COORDINATOR, message: { type: 'held', from: context.role, branches: held(context) } };
}

/** What happened to a transaction. */
export function about(what: string, tx: string | null) {
  return { what, tx };
}
