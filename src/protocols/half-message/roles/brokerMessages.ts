/** The broker's context and the messages it sends. */
import type { DataObject } from '../../../engine/data.ts';
import type { Message, RoleId, Settings } from '../../../engine/model.ts';
import type { WithSettings } from '../../shared/actions.ts';
import { losesAppends } from '../../shared/settings.ts';
import { groupOf } from '../instances.ts';
import type { Flush } from '../settings.ts';
import {
  delaysMs,
  type CheckTransactionState,
  type EndTransaction,
  type HalfMessage,
  type HalfMessageSent,
  type SendStatus,
} from '../vocabulary.ts';

export interface BrokerContext extends DataObject {
  /** Live channels of the producer groups; of each, the next one to be asked stands first (HM-10). */
  readonly channels: readonly RoleId[];
  /** Who is asked next, before the others' turns go on (HM-10). */
  readonly asked: readonly RoleId[];
  /** What the reply to the next half message will say. */
  readonly nextStatus: SendStatus;
  /** rejectTransactionMessage. */
  readonly rejects: boolean;
  /** The next put to the real topic fails (HM-28). */
  readonly failsNextPut: boolean;
  /** The request being worked on inside this step. */
  readonly half: HalfMessageSent | null;
  readonly end: EndTransaction | null;
}

export interface CheckProducer extends Message {
  readonly type: 'checkProducer';
  readonly tx: string;
  /** The sender of the half message: a member of its group is asked. */
  readonly producer: RoleId;
  readonly offset: number;
  readonly checkTimes: number;
}

export function rejected({ tx, producer, attempt }: HalfMessageSent) {
  return { to: producer, message: { type: 'sendResult', tx, attempt, status: 'NO_PERMISSION', offset: null } };
}

export function stored({ half, nextStatus }: BrokerContext, offset: number) {
  return {
    to: half?.producer ?? 'producer',
    message: { type: 'sendResult', tx: half?.tx ?? null, attempt: half?.attempt ?? 1, status: nextStatus, offset },
  };
}

export function checkRequest({ tx, offset, checkTimes }: CheckProducer): CheckTransactionState {
  return { type: 'checkTransactionState', tx, offset, checkTimes };
}

type Channels = Pick<WithSettings<BrokerContext>, 'settings' | 'asked' | 'channels'>;

/**
 * HM-10: of the live members of the sender's group whoever was named for it, else the one whose turn it is; null where there
 * is none, whoever else is there.
 */
export function nextAsked({ settings, asked, channels }: Channels, sender: RoleId): RoleId | null {
  const group = groupOf(settings, sender);
  const members = channels.filter((role) => groupOf(settings, role) === group);
  return asked.find((role) => members.includes(role)) ?? members[0] ?? null;
}

export function afterAsking(context: Channels, sender: RoleId): Pick<BrokerContext, 'asked' | 'channels'> {
  const { asked, channels } = context;
  const next = nextAsked(context, sender);
  const left = asked.filter((role) => channels.includes(role));
  const named = left.findIndex((role) => role === next);
  if (named >= 0) return { asked: left.toSpliced(named, 1), channels };
  const others = channels.filter((role) => role !== next);
  return { asked: left, channels: next === null ? others : [...others, next] };
}

/** HM-22: the half message is of another group than the one that END_TRANSACTION names. */
export function isForeign({ settings, end }: WithSettings<BrokerContext>, half: HalfMessage | null): boolean {
  if (half === null || end?.producer === undefined) return false;
  return groupOf(settings, half.producer) !== groupOf(settings, end.producer);
}

/** What a broker writes down before it ends in good order (HM-55). */
export function beforeStop({ settings }: { readonly settings: Settings }) {
  return [{ to: 'checker', message: { type: 'persist' } }, ...(losesAppends(settings) ? FLUSHES : [])];
}

export function refused({ end }: BrokerContext, what: string) {
  return { what, tx: end?.tx ?? null, state: end?.state ?? null, offset: end?.offset ?? null };
}

export function settled({ end }: BrokerContext) {
  return { to: 'half-topic', message: { type: 'deletePrepareMessage', offset: end?.offset ?? null } };
}

export function realMessage({ end }: BrokerContext, half: HalfMessage | null) {
  return {
    to: 'topic',
    message: {
      type: 'putMessage',
      tx: end?.tx ?? null,
      checkTimes: half?.checkTimes ?? 0,
      prepared: end?.offset ?? null,
    },
  };
}

/** Everything that was appended is on disk. */
export const FLUSHES = ['half-topic', 'checker', 'topic'].map((to) => ({ to, message: { type: 'flush' } }));

/** How long what was appended stays at risk (HM-C11). */
export function flushCommitLogMs(flush: Flush): number {
  if (flush === 'async-busy') return delaysMs.flushCommitLogBusy;
  return flush === 'sync-unwaited' ? delaysMs.flushUnwaited : delaysMs.flushCommitLog;
}
