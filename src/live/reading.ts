/** Reading what a broker stored: queues, places in the commit log, bounds. None of it leaves a trace in the broker. */
import { asked, expected, fieldOf, jsonIn, numberIn } from './asked.ts';
import { REQUEST, RESPONSE } from './codes.ts';
import type { Connection } from './connection.ts';
import { storedAt, storedMessages, type Filler, type StoredMessage } from './stored.ts';

/** A group that every broker has: no other name can be pulled with without being created. */
const TOOLS_GROUP = 'TOOLS_CONSUMER';
const PULL_FLAG = { suspend: 2, subscription: 4 } as const;
/** The holder of long polls looks every 5 s. */
const POLL_PATIENCE_MS = 10_000;

export interface QueuePlace {
  readonly topic: string;
  readonly queue: number;
}

export type Pulled =
  | { readonly kind: 'found'; readonly messages: readonly StoredMessage[]; readonly next: number }
  /** Nothing there yet, or no such topic (null: nowhere to go on). */
  | { readonly kind: 'nothing'; readonly next: number | null };

export interface PullOptions {
  readonly group?: string;
  readonly max?: number;
  /** Long polling: how long the broker may hold the request. */
  readonly suspendMs?: number;
}

export async function pull(
  connection: Connection,
  { topic, queue }: QueuePlace,
  offset: number,
  { group = TOOLS_GROUP, max = 32, suspendMs = 0 }: PullOptions = {},
): Promise<Pulled> {
  const sysFlag = PULL_FLAG.subscription + (suspendMs > 0 ? PULL_FLAG.suspend : 0);
  const ext = {
    consumerGroup: group,
    topic,
    queueId: String(queue),
    queueOffset: String(offset),
    maxMsgNums: String(max),
    sysFlag: String(sysFlag),
    commitOffset: '0',
    suspendTimeoutMillis: String(suspendMs),
    subscription: '*',
    subVersion: '0',
    expressionType: 'TAG',
  };
  const code = REQUEST.pullMessage;
  const patience = suspendMs > 0 ? { timeoutMs: suspendMs + POLL_PATIENCE_MS } : {};
  const { topicNotExist, pullNotFound, pullOffsetMoved, pullRetryImmediately } = RESPONSE;
  const frame = expected(
    code,
    await connection.request(code, ext, patience),
    topicNotExist,
    pullNotFound,
    pullOffsetMoved,
    pullRetryImmediately,
  );
  if (frame.code === topicNotExist) return { kind: 'nothing', next: null };
  const next = numberIn(frame, code, 'nextBeginOffset');
  return frame.code === RESPONSE.success
    ? { kind: 'found', messages: storedMessages(frame.body), next }
    : { kind: 'nothing', next };
}

/** VIEW_MESSAGE_BY_ID: what begins at a place of the commit log; null behind its end. Never ask by guess. */
export async function storedAtPlace(connection: Connection, offset: number): Promise<StoredMessage | Filler | null> {
  const frame = await connection.request(REQUEST.viewMessageById, { offset: String(offset) });
  if (frame.code === RESPONSE.systemError) return null;
  return storedAt(expected(REQUEST.viewMessageById, frame).body, 0);
}

/** Bounds of a queue; both 0 for a topic that does not exist. */
export async function boundsOf(connection: Connection, { topic, queue }: QueuePlace) {
  const ext = { topic, queueId: String(queue) };
  const min = await asked(connection, REQUEST.getMinOffset, ext);
  const max = await asked(connection, REQUEST.getMaxOffset, ext);
  return { min: numberIn(min, REQUEST.getMinOffset, 'offset'), max: numberIn(max, REQUEST.getMaxOffset, 'offset') };
}

export async function offsetAtTime(connection: Connection, { topic, queue }: QueuePlace, timeMs: number) {
  const ext = { topic, queueId: String(queue), timestamp: String(timeMs) };
  const frame = await asked(connection, REQUEST.searchOffsetByTimestamp, ext);
  return numberIn(frame, REQUEST.searchOffsetByTimestamp, 'offset');
}

/** Places of a queue's messages in the commit log; null for a queue that does not exist. */
export async function indexOf(
  connection: Connection,
  { topic, queue }: QueuePlace,
  from: number,
  count: number,
): Promise<readonly number[] | null> {
  const ext = { topic, queueId: String(queue), index: String(from), count: String(count), consumerGroup: '' };
  const frame = await connection.request(REQUEST.queryConsumeQueue, ext);
  if (frame.code === RESPONSE.systemError) return null;
  // 5.5.0 answers with success and no body at all where the queue has nothing from there on.
  if (expected(REQUEST.queryConsumeQueue, frame).body.length === 0) return [];
  const told = jsonIn(frame);
  const data = fieldOf(told, 'queueData');
  return Array.isArray(data) ? data.map((one: unknown) => Number(fieldOf(one, 'physicOffset'))) : [];
}
