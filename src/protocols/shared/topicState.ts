/** The topic's context and the pure steps from one to the next. */
import type { Data, DataObject } from '../../engine/data.ts';
import type { CrashKind, Message } from '../../engine/model.ts';
import type { Undelivered, WithSettings } from './actions.ts';
import {
  marksOf,
  retryDelayMs,
  type ConsumerOffset,
  type Delivery,
  type Marks,
  type QueueName,
  type SendBack,
  type Subscribe,
} from './delivery.ts';
import { losesAppends } from './settings.ts';
import { written } from './roleData.ts';

/** A stored message; its place in the list is its queue offset. */
export interface Stored extends DataObject, Marks {
  readonly tx: string;
  readonly checkTimes: number;
  /** preparedTransactionOffset, here as the half queue offset named in the commit; null for an ordinary message. */
  readonly prepared: number | null;
  readonly reconsumeTimes: number;
}

interface Place extends DataObject {
  readonly queue: QueueName;
  readonly offset: number;
}

export interface TopicContext extends DataObject {
  readonly orders: readonly Stored[];
  readonly retry: readonly Stored[];
  /** SCHEDULE_TOPIC_XXXX: waiting for its delay; the first is due first. */
  readonly scheduled: readonly Stored[];
  readonly dead: readonly Stored[];
  /** The group's stored offsets: what lies below is consumed. */
  readonly consumed: { readonly orders: number; readonly retry: number };
  readonly isConnected: boolean;
  /** Sent, but lost on the way: to be pulled again. */
  readonly owed: readonly Place[];
  readonly flushed: {
    readonly orders: number;
    readonly retry: number;
    readonly scheduled: number;
    readonly dead: number;
  };
}

export interface PutMessage extends Message, Marks {
  readonly type: 'putMessage';
  readonly tx: string;
  readonly checkTimes: number;
  readonly prepared: number | null;
}

/** What survives a crash of the broker: everything stored (HM-55), or all but the unflushed suffix (HM-58). */
export function durableTopic(context: WithSettings<TopicContext>, kind: CrashKind): Data {
  const { orders, retry, scheduled, dead, consumed, flushed } = context;
  if (!losesAppends(context.settings)) return { orders, retry, scheduled, dead, consumed, flushed };
  // The operating system writes the page cache back, and recovery takes what it finds for flushed.
  if (kind === 'process') return { orders, retry, scheduled, dead, consumed, flushed: lengthsOf(context) };
  const left = { orders: orders.slice(0, flushed.orders), retry: retry.slice(0, flushed.retry) };
  // What had come back from the schedule but is lost from the retry topic waits for its delay again.
  const cameBack = retry.slice(flushed.retry).map((one) => ({ ...one, reconsumeTimes: one.reconsumeTimes - 1 }));
  return {
    ...left,
    scheduled: [...cameBack, ...scheduled].slice(0, flushed.scheduled),
    dead: dead.slice(0, flushed.dead),
    consumed: {
      orders: Math.min(consumed.orders, left.orders.length),
      retry: Math.min(consumed.retry, left.retry.length),
    },
    flushed,
  };
}

type Survived = Pick<TopicContext, 'orders' | 'retry' | 'scheduled' | 'dead' | 'consumed' | 'flushed'>;

const NOTHING = { orders: 0, retry: 0, scheduled: 0, dead: 0 };
export const EMPTY: Survived = {
  orders: [],
  retry: [],
  scheduled: [],
  dead: [],
  consumed: { orders: 0, retry: 0 },
  flushed: NOTHING,
};

export function recovered(data: Data): Survived {
  // `durableTopic` wrote it.
  return written(data);
}

export function storedOf(message: PutMessage): Stored {
  const { tx, checkTimes, prepared } = message;
  return { tx, checkTimes, prepared, reconsumeTimes: 0, ...marksOf(message) };
}

export function messageStored({ orders }: TopicContext, message: PutMessage) {
  const { tx, checkTimes, prepared } = message;
  const times = orders.filter((stored) => stored.tx === tx && stored.event === message.event).length + 1;
  return { what: 'message-stored', tx, offset: orders.length, ...marksOf(message), checkTimes, prepared, times };
}

export function sentBack(message: SendBack): Stored {
  const { tx, checkTimes, reconsumeTimes } = message;
  return { tx, checkTimes, prepared: null, reconsumeTimes, ...marksOf(message) };
}

export function again(message: Stored): Stored {
  return { ...message, reconsumeTimes: message.reconsumeTimes + 1 };
}

export function scheduledNote({ tx, reconsumeTimes }: SendBack) {
  return { what: 'retry-scheduled', tx, level: 3 + reconsumeTimes, delayS: retryDelayMs(reconsumeTimes) / 1_000 };
}

/** The delivery of a message that is just being appended, if anybody listens. */
export function offered(context: TopicContext, queue: QueueName, message: Stored) {
  return context.isConnected ? [{ to: 'consumer', message: deliveryOf(queue, context[queue].length, message) }] : [];
}

export function delivery(context: TopicContext, { queue, offset }: Place) {
  const message = context[queue][offset];
  return message === undefined ? [] : [{ to: 'consumer', message: deliveryOf(queue, offset, message) }];
}

function deliveryOf(queue: QueueName, offset: number, stored: Stored): Delivery {
  const { tx, checkTimes, reconsumeTimes } = stored;
  return { type: 'message', queue, offset, tx, checkTimes, reconsumeTimes, ...marksOf(stored) };
}

export function subscribed({ consumed, orders, retry }: TopicContext) {
  const ends = { orders: orders.length, retry: retry.length };
  return { to: 'consumer', message: { type: 'subscribed', ...consumed, ends } };
}

/** HM-51: everything from the stored offset on, except what a living consumer already has. */
export function missing(context: TopicContext, { have }: Subscribe) {
  const queues: readonly QueueName[] = ['orders', 'retry'];
  return queues.flatMap((queue) =>
    context[queue].flatMap((_, offset) => {
      const isThere = offset < context.consumed[queue] || have?.[queue].includes(offset) === true;
      return isThere ? [] : delivery(context, { queue, offset });
    }),
  );
}

export function owing({ owed }: TopicContext, { message }: Undelivered): readonly Place[] {
  const { queue, offset } = message;
  if ((queue !== 'orders' && queue !== 'retry') || typeof offset !== 'number') return owed;
  return owed.some((place) => place.queue === queue && place.offset === offset) ? owed : [...owed, { queue, offset }];
}

export function consumedNotes(context: TopicContext, { queue, offset }: ConsumerOffset) {
  return context[queue]
    .slice(context.consumed[queue], offset)
    .map(({ tx }, index) => ({ what: 'marked-consumed', tx, queue, offset: context.consumed[queue] + index }));
}

export function lengthsOf({ orders, retry, scheduled, dead }: TopicContext) {
  return { orders: orders.length, retry: retry.length, scheduled: scheduled.length, dead: dead.length };
}
