/** The producer's context, the messages it sends, and what checkLocalTransaction answers. */
import type { DataObject } from '../../../engine/data.ts';
import type { RoleId } from '../../../engine/model.ts';
import type { Checker } from '../settings.ts';
import type { CheckTransactionState, EndTransaction, LocalTransactionState, OrderRow } from '../vocabulary.ts';

export interface ProducerContext extends DataObject {
  readonly role: RoleId;
  readonly checker: Checker;
  readonly retriesSend: boolean;
  /** Never tells the broker how the local transaction ended (HM-C18). */
  readonly staysSilent?: true;
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

interface Check extends DataObject {
  readonly tx: string;
  readonly offset: number;
}

/**
 * What checkLocalTransaction answers to what it sees in the database (design: setting `checker`). The careful checker
 * also says UNKNOW while this very instance is still sending or executing that transaction; it cannot know that of
 * another instance.
 */
export function truth({ checker, checks, tx }: ProducerContext, row: OrderRow): LocalTransactionState {
  if (row === 'committed') return 'COMMIT';
  switch (checker) {
    case 'unknown-while-running':
      return row === 'open' || checks[0]?.tx === tx ? 'UNKNOW' : 'ROLLBACK';
    case 'commit-if-missing':
      return 'COMMIT';
    case 'rollback-if-missing':
    case 'fenced':
      return 'ROLLBACK';
  }
}

/** The database refuses the commit: what was to be COMMIT becomes ROLLBACK, what was to be UNKNOW stays so (HM-6). */
export function refused({ answer }: ProducerContext): Pick<ProducerContext, 'answer'> {
  return { answer: answer === 'COMMIT' ? 'ROLLBACK' : answer };
}

export function queued(checks: readonly Check[], { tx, offset }: CheckTransactionState): readonly Check[] {
  return [...checks, { tx, offset }];
}

export function toDatabase(type: string, tx: string | null, from: RoleId) {
  return { to: 'order-database', message: { type, tx, from } };
}

export function lookUp(context: ProducerContext) {
  return toDatabase(context.checker === 'fenced' ? 'fence' : 'lookUp', context.checks[0]?.tx ?? null, context.role);
}

export function halfMessage({ tx, role, attempt }: ProducerContext) {
  return { to: 'broker', message: { type: 'halfMessage', tx, producer: role, attempt } };
}

/** HM-7: once, one-way; nothing where the step is left out (HM-C18). */
export function report({ tx, answer, offset, staysSilent }: ProducerContext) {
  const message = { type: 'endTransaction', tx, state: answer, offset, fromCheck: false };
  return staysSilent === true ? [] : [{ to: 'broker', message }];
}

export function sentAgain({ tx, offset, state }: Pick<EndTransaction, 'tx' | 'offset' | 'state'>) {
  return { to: 'broker', message: { type: 'endTransaction', tx, state, offset, fromCheck: false } };
}

export function checkAnswer({ checks }: ProducerContext, state: LocalTransactionState) {
  const [check] = checks;
  return {
    to: 'broker',
    message: { type: 'endTransaction', tx: check?.tx ?? null, state, offset: check?.offset ?? null, fromCheck: true },
  };
}

export function heartbeat({ role }: ProducerContext) {
  return { to: 'broker', message: { type: 'heartbeat', from: role } };
}
