/** The words of RocketMQ's transactional messages: topics, messages and times (facts: SPEC.md). */
import type { DataObject } from '../../engine/data.ts';
import type { Message, RoleId } from '../../engine/model.ts';

/** `LocalTransactionState`; UNKNOW is RocketMQ's own spelling. */
export type LocalTransactionState = 'COMMIT' | 'ROLLBACK' | 'UNKNOW';

/** `SendStatus`, and the response of a broker that rejects transactional messages (HM-3, HM-19). */
export type SendStatus =
  | 'SEND_OK'
  | 'FLUSH_DISK_TIMEOUT'
  | 'FLUSH_SLAVE_TIMEOUT'
  | 'SLAVE_NOT_AVAILABLE'
  | 'NO_PERMISSION';

/** The state of an order's row, as another session of the database sees it. `cancelled`: fenced off by a checker. */
export type OrderRow = 'none' | 'open' | 'committed' | 'aborted' | 'cancelled';

/** A message stored in RMQ_SYS_TRANS_HALF_TOPIC, queue 0; its place in the list is its queue offset (HM-11). */
export interface HalfMessage extends DataObject {
  readonly tx: string;
  /** The producer instance that sent it. */
  readonly producer: RoleId;
  /** TRANSACTION_CHECK_TIMES; 0 for an original. */
  readonly checkTimes: number;
  /** TRAN_PREPARED_QUEUE_OFFSET of a copy that an immunity pass made; null otherwise. */
  readonly prepared: number | null;
}

/** Queue 0 of the half topic and the op topic, as a pass of the checker reads them. */
export interface HalfQueues extends DataObject {
  readonly half: readonly HalfMessage[];
  /** One entry per op message: the half offsets that it names. */
  readonly op: readonly (readonly number[])[];
  /** Half offsets whose age has not yet passed transactionTimeOut (or their immunity time). */
  readonly young: readonly number[];
}

// producer <-> broker
export interface HalfMessageSent extends Message {
  readonly type: 'halfMessage';
  readonly tx: string;
  readonly producer: RoleId;
  /** Which attempt of the synchronous send this is, from 1. */
  readonly attempt: number;
}
export interface SendResult extends Message {
  readonly type: 'sendResult';
  readonly tx: string;
  readonly attempt: number;
  readonly status: SendStatus;
  readonly offset: number | null;
}
export interface EndTransaction extends Message {
  readonly type: 'endTransaction';
  readonly tx: string;
  readonly state: LocalTransactionState;
  /** The half queue offset that it settles: the original's, or that of the copy the check carried (HM-8). */
  readonly offset: number;
  readonly fromCheck: boolean;
  /** Whose group it names, where a broker serves two (HM-22). */
  readonly producer?: RoleId;
}
export interface CheckTransactionState extends Message {
  readonly type: 'checkTransactionState';
  readonly tx: string;
  readonly offset: number;
  readonly checkTimes: number;
}

/** Durations in milliseconds, with the setting or constant that they model. */
export const delaysMs = {
  /** DefaultMQProducer.sendMsgTimeout. */
  sendMsgTimeout: 3_000,
  /** From the end of the local transaction to the one-way request; the window in which a crash loses the answer. */
  endTransactionDelay: 10,
  /** From the arrival of a check to checkLocalTransaction on the check pool. */
  checkLocalTransaction: 10,
  /** ClientConfig.heartbeatBrokerInterval. */
  heartbeatInterval: 30_000,
  /** transactionTimeOut. */
  transactionTimeOut: 6_000,
  /** CHECK_IMMUNITY_TIME_IN_SECONDS = 600 where the setting immunity is long. */
  checkImmunityTime: 600_000,
  /** transactionCheckInterval since 5.1.1, and before. */
  transactionCheckInterval5x: 30_000,
  transactionCheckInterval49: 60_000,
  /** transactionOpBatchInterval (5.1 and later), and the moment between real message and op before (HM-14, HM-15). */
  transactionOpBatchInterval: 3_000,
  opWrite49: 5,
  /** How long a pass that reached its own last copy lingers there (HM-48). */
  passEnd: 20,
  /** flushConsumerOffsetInterval of the broker: how often the cursors are persisted (HM-55). */
  persistOffset: 5_000,
  /** flushCommitLogThoroughInterval: on a quiet broker less than flushCommitLogLeastPages is dirty for so long (HM-C11). */
  flushCommitLog: 10_000,
  /** flushIntervalCommitLog: at least flushCommitLogLeastPages are dirty whenever a busy broker looks (HM-C11). */
  flushCommitLogBusy: 500,
  /** The wait of GroupCommitService: it flushes what nobody waits for as soon as nobody waits for anything else. */
  flushUnwaited: 10,
} as const;

/** transactionOpMsgMaxSize in bytes: a longer list of offsets is written at once (HM-15). */
export const TRANSACTION_OP_MSG_MAX_SIZE = 4_096;

/** The body of an op message: 4.x writes one bare offset, 5.1 and later end each with a comma (HM-13 to HM-15). */
export function opBody(offsets: readonly number[], version: string): string {
  return version === '4.9' ? offsets.join(',') : offsets.map((offset) => `${offset},`).join('');
}
