/** The consumer's context and the pure steps from one to the next. */
import type { Data, DataObject } from '../../engine/data.ts';
import type { Message } from '../../engine/model.ts';
import type { Undelivered, WithSettings } from './actions.ts';
import { marksOf, type Delivery, type Marks, type QueueName, type Subscribed } from './delivery.ts';
import { acksFirst, confirms, dedupOf, leavesTombstones } from './settings.ts';
import { written } from './roleData.ts';

/** What the points database knows of one order. */
export interface PointsRow extends DataObject {
  /** How often points were added. */
  readonly added: number;
  /** The first addition needed a check-back, a retry or another safety net. */
  readonly isLate: boolean;
  /** The points service has refused this order for good. */
  readonly isRefused?: true;
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
  readonly points: { readonly [tx: string]: PointsRow };
  /** Events whose marker is in the deduplication table: a new order's is the order itself. */
  readonly markers: readonly string[];
  /** The first is being consumed. */
  readonly inbox: readonly Delivery[];
  readonly orders: Progress;
  readonly retry: Progress;
  readonly isRecovered: boolean;
  /** Its database is down: whoever wants to write waits for it (LT-35). */
  readonly isDatabaseDown: boolean;
}

export type Context = WithSettings<ConsumerContext>;

/** The database survives every crash; the client's memory does not (HM-51). */
export function durableConsumer({ points, markers, isDatabaseDown }: ConsumerContext): Data {
  return { points, markers, isDatabaseDown };
}

type Survived = Pick<ConsumerContext, 'points' | 'markers' | 'isDatabaseDown'>;

export function recovered(data: Data): Survived {
  // `durableConsumer` wrote it.
  return written(data);
}

export function progressFrom(offset: number): Progress {
  return { base: offset, finished: [], have: [], told: offset };
}

export function txOf({ inbox }: Context): string {
  return inbox[0]?.tx ?? '';
}

/** What the deduplication table knows the message in hand by. */
export function eventOf({ inbox }: Context): string {
  const [message] = inbox;
  if (message === undefined) return '';
  return message.event === undefined ? message.tx : `${message.tx}-${message.event}`;
}

export function received(context: Context, message: Delivery): Context {
  const progress = context[message.queue];
  const isNew = message.offset >= progress.base && !progress.have.includes(message.offset);
  const have = isNew ? [...progress.have, message.offset].sort((left, right) => left - right) : progress.have;
  const next = { ...context, inbox: [...context.inbox, message], [message.queue]: { ...progress, have } };
  return acksFirst(context.settings) ? acknowledged(next, message) : next;
}

/** Counts an offset as finished. */
function acknowledged(context: Context, { queue, offset }: Delivery): Context {
  const progress = context[queue];
  const finished = [...new Set([...progress.finished, offset])].sort((one, other) => one - other);
  return { ...context, [queue]: progressed({ ...progress, finished }) };
}

/** The base moves over everything finished in a row. */
function progressed({ base, finished, have, told: alreadyTold }: Progress): Progress {
  let next = base;
  while (finished.includes(next)) next += 1;
  const above = (offset: number): boolean => offset >= next;
  return { base: next, finished: finished.filter(above), have: have.filter(above), told: alreadyTold };
}

export function done(context: Context): Context {
  const [message, ...inbox] = context.inbox;
  if (message === undefined) return context;
  const next = acksFirst(context.settings) ? context : acknowledged(context, message);
  return { ...next, inbox };
}

export function added(context: Context): Context {
  const [message] = context.inbox;
  if (message === undefined) return context;
  if (message.event === 'cancel') return withdrawn(context, message.tx);
  const row = context.points[message.tx];
  const isLate = row?.isLate ?? (message.checkTimes > 0 || message.reconsumeTimes > 0 || message.isLate === true);
  return { ...context, points: { ...context.points, [message.tx]: { added: (row?.added ?? 0) + 1, isLate } } };
}

/** Takes the points back, or remembers that the order is not to be applied when it comes. */
function withdrawn(context: Context, tx: string): Context {
  const row = context.points[tx];
  if (row !== undefined && row.added > 0)
    return { ...context, points: { ...context.points, [tx]: { ...row, added: row.added - 1 } } };
  return leavesTombstone(context) ? withMarker(context, tx) : context;
}

/** Tombstones live in the deduplication table. */
function leavesTombstone({ settings }: Context): boolean {
  return leavesTombstones(settings) && dedupOf(settings) !== 'none';
}

/** The order is dealt with and must not be applied when it comes again. */
export function refused(context: Context): Context {
  const tx = txOf(context);
  const row = { added: 0, isLate: false, ...context.points[tx], isRefused: true as const };
  return marked({ ...context, points: { ...context.points, [tx]: row } });
}

export function marked(context: Context): Context {
  return dedupOf(context.settings) === 'none' ? context : withMarker(context, eventOf(context));
}

function withMarker(context: Context, event: string): Context {
  if (context.markers.includes(event)) return context;
  return { ...context, markers: [...context.markers, event].sort() };
}

export function purged(context: Context, event: string): Context {
  return { ...context, markers: context.markers.filter((marker) => marker !== event) };
}

/** What applying the message in hand will do. */
export function effectNote(context: Context) {
  const tx = txOf(context);
  const times = context.points[tx]?.added ?? 0;
  if (context.inbox[0]?.event !== 'cancel') return { what: 'points-added', tx, times: times + 1 };
  if (times > 0) return { what: 'points-withdrawn', tx, times: times - 1 };
  return { what: leavesTombstone(context) ? 'tombstone-written' : 'nothing-to-withdraw', tx };
}

export function owesReply(context: Context): boolean {
  return confirms(context.settings) || isRefusal(context);
}

/** To the order service: the order is dealt with, or it must be taken back. */
export function reply(context: Context): { readonly to: string; readonly message: Message } {
  const tx = txOf(context);
  if (isRefusal(context)) return { to: 'order-service', message: { type: 'reverse', tx } };
  return { to: 'order-service', message: { type: 'pointsConfirmed', tx, ...eventMark(context) } };
}

function eventMark({ inbox }: Context): Marks {
  const event = inbox[0]?.event;
  return event === undefined ? {} : { event };
}

function isRefusal(context: Context): boolean {
  return context.points[txOf(context)]?.isRefused === true && context.inbox[0]?.event === undefined;
}

export function sendBack({ inbox }: Context) {
  const [message] = inbox;
  const { tx, checkTimes, reconsumeTimes } = message ?? { tx: '', checkTimes: 0, reconsumeTimes: 0 };
  return { to: 'topic', message: { type: 'sendBack', tx, checkTimes, reconsumeTimes, ...marksOf(message ?? {}) } };
}

const QUEUES: readonly QueueName[] = ['orders', 'retry'];

export function offsetsToTell(context: Context) {
  return QUEUES.flatMap((queue) => {
    const { base, told: alreadyTold } = context[queue];
    return base > alreadyTold ? [{ to: 'topic', message: { type: 'consumerOffset', queue, offset: base } }] : [];
  });
}

export function told({ orders, retry }: Context) {
  return { orders: { ...orders, told: orders.base }, retry: { ...retry, told: retry.base } };
}

export function untold(context: Context, { message }: Undelivered): Context {
  const { queue, offset } = message;
  if ((queue !== 'orders' && queue !== 'retry') || typeof offset !== 'number') return context;
  const progress = context[queue];
  return { ...context, [queue]: { ...progress, told: Math.min(progress.told, offset - 1) } };
}

export function reconnected({ orders, retry }: Context) {
  const from = ({ base, have }: Progress): readonly number[] => [
    ...Array.from({ length: base }, (_, offset) => offset),
    ...have,
  ];
  return { to: 'topic', message: { type: 'subscribe', have: { orders: from(orders), retry: from(retry) } } };
}

/**
 * A fresh client begins at the offsets that the broker knows; one that only reconnected goes on where it was, but not
 * behind the end of a queue that a power loss made shorter (PULL_OFFSET_MOVED): what it has from there is forgotten.
 */
export function resumedAt(context: Context, { orders, retry, ends }: Subscribed): Context {
  const inbox = context.inbox.flatMap((message, index) => {
    if (message.offset < ends[message.queue]) return [message];
    return index === 0 ? [{ ...message, offset: NOWHERE }] : [];
  });
  return {
    ...context,
    inbox,
    orders: resumed(context.orders, { from: orders, end: ends.orders }),
    retry: resumed(context.retry, { from: retry, end: ends.retry }),
  };
}

/** The offset of a message in hand that is no longer stored: finishing it acknowledges nothing. */
const NOWHERE = -1;

function resumed(progress: Progress, { from, end }: { readonly from: number; readonly end: number }): Progress {
  const base = Math.min(Math.max(progress.base, from), end);
  const isLeft = (offset: number): boolean => offset >= base && offset < end;
  return progressed({
    base,
    finished: progress.finished.filter(isLeft),
    have: progress.have.filter(isLeft),
    told: from,
  });
}
