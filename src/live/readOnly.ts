/** A connection for somebody's broker in use: read-only requests alone, one at a time, at a rate that does no harm. */
import { REQUEST, RESPONSE } from './codes.ts';
import { LiveError, type Connection } from './connection.ts';
import type { Frame } from './frame.ts';
import { sleep } from './waiting.ts';

/** What a recorder may ask. None of these creates, changes or moves anything. */
export const READ_ONLY: readonly number[] = [
  REQUEST.pullMessage,
  REQUEST.getAllTopicConfig,
  REQUEST.getBrokerConfig,
  REQUEST.getBrokerRuntimeInfo,
  REQUEST.searchOffsetByTimestamp,
  REQUEST.getMaxOffset,
  REQUEST.getMinOffset,
  REQUEST.viewMessageById,
  REQUEST.getAllConsumerOffset,
  REQUEST.getRouteInfoByTopic,
  REQUEST.getAllSubscriptionGroupConfig,
  REQUEST.queryConsumeQueue,
];

export interface Care {
  readonly perSecond: number;
  /** A slower answer than this says that the broker has other things to do. */
  readonly slowMs: number;
}

export function readOnly(connection: Connection, { perSecond, slowMs }: Care): Connection {
  let queue: Promise<unknown> = Promise.resolve();
  let nextMs = 0;
  const careful = async (ask: () => Promise<Frame>, code: number): Promise<Frame> => {
    await sleep(Math.max(0, nextMs - Date.now()));
    const sinceMs = Date.now();
    nextMs = sinceMs + 1_000 / perSecond;
    const frame = await ask();
    const tookMs = Date.now() - sinceMs;
    if (frame.code === RESPONSE.systemBusy || tookMs > slowMs) {
      throw new LiveError({ kind: 'busy', request: code, tookMs });
    }
    return frame;
  };
  return {
    ...connection,
    request: (code, ext, options) => {
      if (!READ_ONLY.includes(code)) throw new Error(`Expected a read-only request; got ${code}.`);
      const answer = queue.then(() => careful(() => connection.request(code, ext, options), code));
      queue = answer.catch(() => undefined);
      return answer;
    },
    oneWay: (code) => {
      throw new Error(`Expected a read-only request; got ${code}, one-way.`);
    },
  };
}
