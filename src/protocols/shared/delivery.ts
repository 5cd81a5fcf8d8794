/** What a topic and its consumer group say to each other, in every protocol that ends in the points service. */
import type { Message } from '../../engine/model.ts';

/** The topic itself, or the group's %RETRY% topic. */
export type QueueName = 'orders' | 'retry';

/** What some senders say of a message; a sender that has nothing of it to say leaves it out. */
export interface Marks {
  /** `cancel`: takes back the points of the order. Without it the message is about a new order. */
  readonly event?: 'cancel';
  /** Sent by a safety net (a timer, a further attempt) and not in the undisturbed course. */
  readonly isLate?: true;
}

export interface Delivery extends Message, Marks {
  readonly type: 'message';
  readonly queue: QueueName;
  readonly offset: number;
  readonly tx: string;
  /** TRANSACTION_CHECK_TIMES: how often the producer had to be asked before it was committed; 0 for never. */
  readonly checkTimes: number;
  readonly reconsumeTimes: number;
}

/** The consumer's smallest unfinished offset of a queue. */
export interface ConsumerOffset extends Message {
  readonly type: 'consumerOffset';
  readonly queue: QueueName;
  readonly offset: number;
}

/** CONSUMER_SEND_MSG_BACK: the consumer could not process it; deliver it again later. */
export interface SendBack extends Message, Marks {
  readonly type: 'sendBack';
  readonly tx: string;
  readonly checkTimes: number;
  readonly reconsumeTimes: number;
}

/** The consumer is (again) connected: what it has, or null for a fresh start from the stored offsets. */
export interface Subscribe extends Message {
  readonly type: 'subscribe';
  readonly have: { readonly orders: readonly number[]; readonly retry: readonly number[] } | null;
}

/** The group's stored offsets, and the lengths of the queues. */
export interface Subscribed extends Message {
  readonly type: 'subscribed';
  readonly orders: number;
  readonly retry: number;
  readonly ends: { readonly orders: number; readonly retry: number };
}

/** The marks of a message, and nothing else of it. */
export function marksOf({ event, isLate }: Marks): Marks {
  return { ...(event === undefined ? {} : { event }), ...(isLate === undefined ? {} : { isLate }) };
}

/** Durations in milliseconds (RocketMQ's push consumer). */
export const deliveryDelaysMs = {
  /** After a broken connection the pull request is made again. */
  pullAgain: 3_000,
  /** From the arrival of a message to the end of its local transaction. */
  consumeMessage: 100,
  /** Between two local transactions, where the marker is not written in the same one. */
  secondTransaction: 50,
  /** From the end of the local transaction to the acknowledgement for a plain broker. */
  ack: 10,
  /** persistConsumerOffsetInterval: the acknowledgement goes to the broker. */
  persistConsumerOffset: 5_000,
  /** From the commit to the confirmation that goes to the sender, where the protocol wants one. */
  reply: 10,
  /** A failed send-back is followed by another local attempt. */
  consumeAgain: 5_000,
  /** heartbeatBrokerInterval: reconnecting after the broker was gone. */
  reconnect: 30_000,
} as const;

/** messageDelayLevel: the delay of each level from 1 (MessageStoreConfig). */
export const delayLevelsMs: readonly number[] = [
  1_000, 5_000, 10_000, 30_000, 60_000, 120_000, 180_000, 240_000, 300_000, 360_000, 420_000, 480_000, 540_000, 600_000,
  1_200_000, 1_800_000, 3_600_000, 7_200_000,
];

/** The delay before the next delivery of a message that failed: level 3 + reconsumeTimes (10 s, 30 s, … 2 h). */
export function retryDelayMs(reconsumeTimes: number): number {
  return delayLevelsMs[Math.min(3 + reconsumeTimes, delayLevelsMs.length) - 1] ?? 0;
}
