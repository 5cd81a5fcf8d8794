/** The coordinator's context, and the pure steps from one to the next. */
import type { Data, DataObject } from '../../../engine/data.ts';
import type { RoleId } from '../../../engine/model.ts';
import type { Envelope } from '../../shared/actions.ts';
import type { RoleInput, WithSettings } from '../../shared/actions.ts';
import { forcesLog, participantsOf } from '../settings.ts';
import type { Acknowledgement, Held, HeldBranch, Vote } from '../vocabulary.ts';
import { written } from '../../shared/roleData.ts';

/** One record of the coordinator's log. An abort is never logged: no record means abort (TP-28). */
export interface LogRecord extends DataObject {
  readonly kind: 'commit' | 'end';
  readonly tx: string;
}

export interface CoordinatorContext extends DataObject {
  /** What customers have asked for, so that the next order has another number. */
  readonly placed: readonly string[];
  /** The transaction that is being decided. */
  readonly tx: string | null;
  /** Who has voted yes on it. */
  readonly votes: readonly RoleId[];
  readonly log: readonly LogRecord[];
  /** Committed transactions that somebody has not yet acknowledged. */
  readonly awaited: { readonly [tx: string]: readonly RoleId[] };
  readonly isRecovered: boolean;
}

export type Context = WithSettings<CoordinatorContext>;

/** TP-27: what is in a forced log survives. Without one, only the customers remember what they asked for. */
export function durableCoordinator({ settings, placed, log }: Context): Data {
  return { placed, log: forcesLog(settings) ? log : [] };
}

export function firstContext({ settings, recovered }: RoleInput): Context {
  const participants = participantsOf(settings);
  // `durableCoordinator` wrote it.
  const survived = written<Pick<CoordinatorContext, 'placed' | 'log'> | null>(recovered);
  const log = survived?.log ?? [];
  return {
    settings,
    placed: survived?.placed ?? [],
    tx: null,
    votes: [],
    log,
    awaited: Object.fromEntries(unfinished(log).map((tx) => [tx, participants])),
    isRecovered: survived !== null,
  };
}

/** Transactions with a commit record and no end record. */
function unfinished(log: readonly LogRecord[]): readonly string[] {
  const isEnded = (tx: string): boolean => log.some((record) => record.kind === 'end' && record.tx === tx);
  return log.flatMap(({ kind, tx }) => (kind === 'commit' && !isEnded(tx) ? [tx] : []));
}

function hasCommitted({ log }: Context, tx: string): boolean {
  return log.some((record) => record.kind === 'commit' && record.tx === tx);
}

export function begun(context: Context, tx: string): Context {
  return { ...context, tx, votes: [], placed: [...context.placed, tx] };
}

export function counted({ votes, settings }: Context, { tx }: Vote) {
  const missing = participantsOf(settings).length - votes.length - 1;
  return { what: 'vote-counted', tx, missing };
}

export function committed(context: Context): Context {
  const { tx, log, awaited, settings } = context;
  if (tx === null) return context;
  return { ...context, log: [...log, { kind: 'commit', tx }], awaited: { ...awaited, [tx]: participantsOf(settings) } };
}

/** The same message to everybody, or to all but one. */
export function toAll(
  { settings, tx }: Context,
  type: 'prepare' | 'commit' | 'abort',
  except: RoleId | null = null,
): readonly Envelope[] {
  const message = type === 'prepare' ? { type, tx } : { type, tx, isRepeated: false };
  return participantsOf(settings)
    .filter((role) => role !== except)
    .map((to) => ({ to, message }));
}

/** What recovery tells a participant about what it still holds: no commit record means abort (TP-28). */
export function answers(context: Context, { from, branches }: Held): readonly Envelope[] {
  return branches
    .filter(({ tx }) => tx !== context.tx)
    .map(({ tx }) => {
      const type = hasCommitted(context, tx) ? 'commit' : 'abort';
      return { to: from, message: { type, tx, isRepeated: true } };
    });
}

/** Whoever no longer holds a branch has finished it, even if its acknowledgement was lost (TP-31). */
export function unheld(context: Context, { from, branches }: Held): readonly Acknowledgement[] {
  const holds = (tx: string): boolean => branches.some((branch: HeldBranch) => branch.tx === tx);
  return Object.entries(context.awaited).flatMap(([tx, roles]) =>
    roles.includes(from) && tx !== context.tx && !holds(tx) ? [{ type: 'ack', tx, from } as const] : [],
  );
}

export function isAwaited({ awaited }: Context, { tx, from }: Acknowledgement): boolean {
  return awaited[tx]?.includes(from) === true;
}

/** The transactions that these acknowledgements finish. */
export function ending(context: Context, acks: readonly Acknowledgement[]): readonly string[] {
  const after = acknowledged(context, acks);
  return Object.keys(context.awaited).filter((tx) => !Object.hasOwn(after.awaited, tx));
}

/** TP-30: the last acknowledgement writes the end record; nothing has to be remembered any more. */
export function acknowledged(context: Context, acks: readonly Acknowledgement[]): Context {
  return acks.reduce((before, { tx, from }) => {
    const left = (before.awaited[tx] ?? []).filter((role) => role !== from);
    if (left.length > 0) return { ...before, awaited: { ...before.awaited, [tx]: left } };
    const awaited = Object.fromEntries(Object.entries(before.awaited).filter(([other]) => other !== tx));
    return { ...before, awaited, log: [...before.log, { kind: 'end', tx } as const] };
  }, context);
}
