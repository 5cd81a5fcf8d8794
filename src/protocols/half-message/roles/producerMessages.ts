/** The producer's context, the messages it sends, and what checkLocalTransaction answers. */
import type { DataObject } from '../../../engine/data.ts';
import type { RoleId } from '../../../engine/model.ts';
import type { WithSettings } from '../../shared/actions.ts';
import { checkerOf, readsReport, readsTransaction, type CheckerProfile } from '../checkers.ts';
import { hasTwoGroups, reportsOutcome } from '../settings.ts';
import type { LocalOutcome } from './producerInput.ts';
import type { CheckTransactionState, EndTransaction, LocalTransactionState, OrderRow } from '../vocabulary.ts';

export interface ProducerContext extends DataObject {
  readonly role: RoleId;
  /** The transaction on the caller's thread; the send returns only after it (HM-2). */
  readonly tx: string | null;
  readonly attempt: number;
  readonly offset: number | null;
  /** What endTransaction will say. */
  readonly answer: LocalTransactionState;
  /** The queue of the check pool, which has one thread. */
  readonly checks: readonly Check[];
  readonly isRecovered: boolean;
}

type Context = WithSettings<ProducerContext>;

interface Check extends DataObject {
  readonly tx: string;
  readonly offset: number;
  /** TRANSACTION_CHECK_TIMES, kept by a checker with a grace period. */
  readonly times?: number;
}

/**
 * What checkLocalTransaction answers to what it finds where it looks (settings `checker` and `check-…`). One that notices a
 * running transaction also says UNKNOW while this very instance is still sending or executing it; it cannot know that of
 * another instance.
 */
export function truth(context: Context, row: OrderRow): LocalTransactionState {
  const profile = checkerOf(context.settings);
  if (row === 'committed') return 'COMMIT';
  if (profile.running === 'unknown' && (row === 'open' || isInHand(context))) return 'UNKNOW';
  // A rolled back transaction leaves no row of its own, but a listener may have written down that it was.
  if (row === 'aborted' && readsReport(profile)) return 'ROLLBACK';
  if (isWithinGrace(context, profile)) return 'UNKNOW';
  return MISSING_ANSWERS[profile.missing];
}

/** What a checker answers that caught an exception, or let it pass to the client, which makes it UNKNOW (HM-6). */
export function thrown({ settings }: Context): LocalTransactionState {
  return EXCEPTION_ANSWERS[checkerOf(settings).exception];
}

const MISSING_ANSWERS = { rollback: 'ROLLBACK', fence: 'ROLLBACK', commit: 'COMMIT', unknown: 'UNKNOW' } as const;
const EXCEPTION_ANSWERS = { rollback: 'ROLLBACK', commit: 'COMMIT', unknown: 'UNKNOW' } as const;

function isInHand({ checks, tx }: ProducerContext): boolean {
  return checks[0]?.tx === tx;
}

const GRACE_CHECKS = 2;

function isWithinGrace({ checks }: ProducerContext, { grace }: CheckerProfile): boolean {
  return grace === 'two-checks' && (checks[0]?.times ?? 0) <= GRACE_CHECKS;
}

/** What executeLocalTransaction returns; an exception counts as UNKNOW (HM-6). */
export function returned(outcome: LocalOutcome): LocalTransactionState {
  switch (outcome) {
    case 'commit':
      return 'COMMIT';
    case 'rollback':
    case 'commit-rollback':
      return 'ROLLBACK';
    case 'unknow':
    case 'throw':
    case 'throw-late':
      return 'UNKNOW';
  }
}

/** The database refuses the commit: what was to be COMMIT becomes ROLLBACK, what was to be UNKNOW stays so (HM-6). */
export function refused({ answer }: ProducerContext): Pick<ProducerContext, 'answer'> {
  return { answer: answer === 'COMMIT' ? 'ROLLBACK' : answer };
}

export function queued({ checks, settings }: Context, check: CheckTransactionState): readonly Check[] {
  const { tx, offset, checkTimes } = check;
  const isCounted = checkerOf(settings).grace !== 'none';
  return [...checks, isCounted ? { tx, offset, times: checkTimes } : { tx, offset }];
}

export function toDatabase(type: string, tx: string | null, from: RoleId) {
  return { to: 'order-database', message: { type, tx, from } };
}

/** The order that the check at hand is about. */
export function askedAbout({ checks }: ProducerContext): string | null {
  return checks[0]?.tx ?? null;
}

export function lookUp(context: Context) {
  return toDatabase(fences(context) ? 'fence' : 'lookUp', askedAbout(context), context.role);
}

/** A fence holds only where the local transaction itself would run into it, and is not put before it is needed. */
function fences(context: Context): boolean {
  const profile = checkerOf(context.settings);
  const isSpared = profile.running === 'unknown' && isInHand(context);
  return profile.missing === 'fence' && readsTransaction(profile) && !isSpared && !isWithinGrace(context, profile);
}

export function halfMessage({ tx, role, attempt }: ProducerContext) {
  return { to: 'broker', message: { type: 'halfMessage', tx, producer: role, attempt } };
}

/** HM-7: once, one-way; nothing where the step is left out (HM-C18). What a checker will read is written down before. */
export function report({ tx, role, answer, offset, settings }: Context) {
  const message = { type: 'endTransaction', tx, state: answer, offset, fromCheck: false, ...named({ role, settings }) };
  const isWritten = answer !== 'UNKNOW' && readsReport(checkerOf(settings));
  return [
    ...(isWritten ? [toDatabase('recordOutcome', tx, role)] : []),
    ...(reportsOutcome(settings) ? [{ to: 'broker', message }] : []),
  ];
}

export function sentAgain(sender: Context, { tx, offset, state }: Pick<EndTransaction, 'tx' | 'offset' | 'state'>) {
  return { to: 'broker', message: { type: 'endTransaction', tx, state, offset, fromCheck: false, ...named(sender) } };
}

export function checkAnswer(context: Context, state: LocalTransactionState) {
  const [check] = context.checks;
  const about = { tx: check?.tx ?? null, state, offset: check?.offset ?? null };
  return { to: 'broker', message: { type: 'endTransaction', ...about, fromCheck: true, ...named(context) } };
}

/** With one group there is nothing to tell apart. */
function named({ role, settings }: Pick<Context, 'role' | 'settings'>): Pick<EndTransaction, 'producer'> {
  return hasTwoGroups(settings) ? { producer: role } : {};
}

export function heartbeat({ role }: ProducerContext) {
  return { to: 'broker', message: { type: 'heartbeat', from: role } };
}
