/** The consumer's context and the pure steps from one to the next. */
import type { Data, DataObject } from '../../engine/data.ts';
import type { Undelivered } from './actions.ts';
import type { Delivery, QueueName, Subscribed } from './delivery.ts';

/** What the points database knows of one order. */
export interface PointsRow extends DataObject {
  /** How often points were added. */
  readonly added: number;
  /** The first addition needed a check-back or a retry. */
  readonly isLate: boolean;
}

/** Progress in one queue, as the client sees it. */
interface Progress extends DataObject {
  /** The smallest unfinished offset. */
  readonly base: number;
  /** Finished offsets above it. */
  readonly finished: readonly number[];
  /** Received offsets from `base` on. */
  readonly have: readonly number[];
  /** What the broker was last told. */
  readonly told: number;
}

export interface ConsumerContext extends DataObject {
  readonly dedup: string;
  readonly acksFirst: boolean;
  readonly points: { readonly [tx: string]: PointsRow };
  /** Orders whose marker is in the deduplication table. */
  readonly markers: readonly string[];
  /** The first is being consumed. */
  readonly inbox: readonly Delivery[];
  readonly orders: Progress;
  readonly retry: Progress;
  readonly isRecovered: boolean;
}

/** The database survives every crash; the client's memory does not (HM-51). */
export function durableConsumer({ points, markers }: ConsumerContext): Data {
  return { points, markers };
}

type Survived = Pick<ConsumerContext, 'points' | 'markers'>;

export function recovered(data: Data): Survived {
  // `durableConsumer` wrote it.
  return data as unknown as Survived;
}

export function progressFrom(offset: number): Progress {
  return { base: offset, finished: [], have: [], told: offset };
}

export function txOf({ inbox }: ConsumerContext): string {
  return inbox[0]?.tx ?? '';
}

export function received(context: ConsumerContext, message: Delivery): ConsumerContext {
  const progress = context[message.queue];
  const isNew = message.offset >= progress.base && !progress.have.includes(message.offset);
  const have = isNew ? [...progress.have, message.offset].sort((left, right) => left - right) : progress.have;
  const next = { ...context, inbox: [...context.inbox, message], [message.queue]: { ...progress, have } };
  return context.acksFirst ? acknowledged(next, message) : next;
}

/** Counts an offset as finished; the base moves over everything finished in a row. */
function acknowledged(context: ConsumerContext, { queue, offset }: Delivery): ConsumerContext {
  const { base, finished, have, told: alreadyTold } = context[queue];
  if (offset < base) return context;
  const all = new Set([...finished, offset]);
  let next = base;
  while (all.has(next)) next += 1;
  const above = (other: number): boolean => other >= next;
  const left = [...all].filter(above).sort((one, other) => one - other);
  return { ...context, [queue]: { base: next, finished: left, have: have.filter(above), told: alreadyTold } };
}

export function done(context: ConsumerContext): ConsumerContext {
  const [message, ...inbox] = context.inbox;
  if (message === undefined) return context;
  const next = context.acksFirst ? context : acknowledged(context, message);
  return { ...next, inbox };
}

export function added(context: ConsumerContext): ConsumerContext {
  const [message] = context.inbox;
  if (message === undefined) return context;
  const row = context.points[message.tx];
  const isLate = row?.isLate ?? (message.checkTimes > 0 || message.reconsumeTimes > 0);
  return { ...context, points: { ...context.points, [message.tx]: { added: (row?.added ?? 0) + 1, isLate } } };
}

export function marked(context: ConsumerContext): ConsumerContext {
  if (context.dedup === 'none') return context;
  return { ...context, markers: [...context.markers, txOf(context)].sort() };
}

export function pointsAdded(context: ConsumerContext) {
  const tx = txOf(context);
  return { what: 'points-added', tx, times: context.points[tx]?.added ?? 0 };
}

export function sendBack({ inbox }: ConsumerContext) {
  const [message] = inbox;
  const { tx, checkTimes, reconsumeTimes } = message ?? { tx: '', checkTimes: 0, reconsumeTimes: 0 };
  return { to: 'topic', message: { type: 'sendBack', tx, checkTimes, reconsumeTimes } };
}

const QUEUES: readonly QueueName[] = ['orders', 'retry'];

export function offsetsToTell(context: ConsumerContext) {
  return QUEUES.flatMap((queue) => {
    const { base, told: alreadyTold } = context[queue];
    return base > alreadyTold ? [{ to: 'topic', message: { type: 'consumerOffset', queue, offset: base } }] : [];
  });
}

export function told({ orders, retry }: ConsumerContext) {
  return { orders: { ...orders, told: orders.base }, retry: { ...retry, told: retry.base } };
}

export function untold(context: ConsumerContext, { message }: Undelivered): ConsumerContext {
  const { queue, offset } = message;
  if ((queue !== 'orders' && queue !== 'retry') || typeof offset !== 'number') return context;
  const progress = context[queue];
  return { ...context, [queue]: { ...progress, told: Math.min(progress.told, offset - 1) } };
}

export function reconnected({ orders, retry }: ConsumerContext) {
  const from = ({ base, have }: Progress): readonly number[] => [
    ...Array.from({ length: base }, (_, offset) => offset),
    ...have,
  ];
  return { to: 'topic', message: { type: 'subscribe', have: { orders: from(orders), retry: from(retry) } } };
}

/** A fresh client begins at the offsets that the broker knows; one that only reconnected goes on where it was. */
export function resumedAt(context: ConsumerContext, event: Subscribed): ConsumerContext {
  const at = (queue: QueueName): Progress =>
    context.isRecovered && context[queue].base === 0 && context[queue].have.length === 0
      ? progressFrom(event[queue])
      : context[queue];
  return { ...context, orders: at('orders'), retry: at('retry') };
}
