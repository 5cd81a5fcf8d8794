/** The real side of a driven run: a broker, our producers and our consumer, and everything that was seen of them. */
import type { RoleId } from '../engine/model.ts';
import { HALF_TOPIC, retryTopic } from '../recordings/names.ts';
import type { RecordingSettings } from '../recordings/observation.ts';
import type { Address } from './address.ts';
import { appendedNote, checkTimesIn, shortKey, transactionIn } from './appended.ts';
import type { BrokerProcess } from './brokerProcess.ts';
import { openConnection, type Connection } from './connection.ts';
import { consumerClient, type ConsumerClient } from './consumerClient.ts';
import type { Follower } from './follower.ts';
import { topicsOf } from './names.ts';
import { notebook, type Notebook } from './notebook.ts';
import { producerClient, type ProducerClient } from './producerClient.ts';
import type { StoredMessage } from './stored.ts';

export interface Stage {
  readonly settings: RecordingSettings;
  readonly address: Address;
  readonly release: string;
  /** Null where the broker is somebody else's. */
  readonly process: BrokerProcess | null;
  readonly config: ReadonlyMap<string, string>;
  readonly book: Notebook;
  readonly producers: ReadonlyMap<RoleId, ProducerClient>;
  readonly consumer: ConsumerClient;
  readonly queues: number;
  /** Our stored messages so far, in the order of the log. */
  readonly stored: readonly StoredMessage[];
  /** What our consumer got so far. */
  readonly delivered: readonly StoredMessage[];
  /** Deliveries of which our consumer has lost the answer. */
  readonly lost: readonly StoredMessage[];
  readonly administrator: () => Promise<Connection>;
  /** Reads what was stored since the last look. */
  readonly look: () => Promise<void>;
  readonly keyOf: (order: string) => string;
  readonly bodyOf: (order: string) => string;
  readonly close: () => void;
}

/** A delivery that is to be lost: the n-th of an order with this count of retries, from 0. */
export interface Losing {
  readonly order: string;
  readonly reconsumeTimes: number;
  readonly nth: number;
}

export interface Staging {
  readonly settings: RecordingSettings;
  readonly address: Address;
  readonly release: string;
  readonly process: BrokerProcess | null;
  readonly config: ReadonlyMap<string, string>;
  readonly roles: readonly RoleId[];
  readonly follower: Follower;
  readonly queues: number;
  readonly startMs: number;
  /** Bodies have at least this many bytes. */
  readonly bodyBytes: number;
  readonly losing: readonly Losing[];
}

export function stageOf(staging: Staging): Stage {
  const { settings, address, startMs, follower, queues, roles } = staging;
  const book = notebook(startMs);
  const stored: StoredMessage[] = [];
  const delivered: StoredMessage[] = [];
  const lost: StoredMessage[] = [];
  const keyOf = keysFrom(startMs);
  let admin: Connection | null = null;
  const administrator = async (): Promise<Connection> => {
    if (admin?.isOpen() !== true) admin = await openConnection(address);
    return admin;
  };
  const onMessage = (message: StoredMessage): void => {
    if (!isOurs(keyOf, message)) return;
    delivered.push(message);
    book.note({
      what: 'delivered',
      where: 'consumer',
      topic: settings.topic,
      offset: message.offset,
      transaction: shortKey(transactionIn(message) ?? ''),
      body: message.body.toString('utf8'),
      checkTimes: checkTimesIn(message),
      reconsumeTimes: message.reconsumeTimes,
    });
  };
  const isLost = (message: StoredMessage): boolean => {
    const { reconsumeTimes } = message;
    const isSame = (one: StoredMessage): boolean =>
      transactionIn(one) === transactionIn(message) && one.reconsumeTimes === reconsumeTimes;
    const nth = [...delivered, ...lost].filter(isSame).length;
    const isMeant = staging.losing.some(
      (one) => keyOf(one.order) === transactionIn(message) && one.reconsumeTimes === reconsumeTimes && one.nth === nth,
    );
    if (isMeant) lost.push(message);
    return isMeant;
  };
  const { topic, consumerGroup: group = '' } = settings;
  const places = { group, topic, retryTopic: retryTopic(settings), queues };
  const consuming = { name: 'consumer', address, ...places, onMessage, isLost };
  const producers = new Map(roles.map((role) => [role, producerClient(role, groupIn(settings, role), address)]));
  const consumer = consumerClient(consuming);
  const topics = topicsOf(settings);
  return {
    ...staging,
    book,
    stored,
    delivered,
    lost,
    producers,
    consumer,
    administrator,
    keyOf,
    bodyOf: (order) => order.padEnd(staging.bodyBytes, '.'),
    look: async () => {
      for (const message of await follower.look(await administrator())) {
        if (!topics.includes(message.topic)) continue;
        if (transactionIn(message) !== undefined && !isOurs(keyOf, message)) continue;
        stored.push(message);
        book.note(appendedNote(settings, message, startMs), message.storedMs);
      }
    },
    close: () => {
      for (const producer of producers.values()) producer.close();
      consumer.close();
      admin?.close();
    },
  };
}

/** The producer group of an instance. */
export function groupIn({ producerGroup = '', producerGroups = {} }: RecordingSettings, role: RoleId): string {
  return producerGroups[role] ?? producerGroup;
}

/** UNIQ_KEYs as a client of this machine makes them: address, process, …, time, counter. */
function keysFrom(startMs: number): (order: string) => string {
  const hex = (value: number, digits: number): string =>
    (value % 16 ** digits).toString(16).toUpperCase().padStart(digits, '0');
  return (order) =>
    `7F000001${hex(process.pid, 4)}00000000${hex(startMs, 8)}${hex(Number(order.replace(/\D/g, '')), 4)}`;
}

function isOurs(keyOf: Stage['keyOf'], message: StoredMessage): boolean {
  const ours = keyOf('o0').slice(0, -4);
  return transactionIn(message)?.startsWith(ours) === true;
}

export interface HalfPlace {
  readonly offset: number;
  readonly physicalOffset: number;
  readonly storedMs: number;
}

/** Where the n-th half message of an order with this count of checks was really stored. */
export function halfPlace(
  { stored, keyOf }: Stage,
  { order, checkTimes, nth }: { readonly order: string; readonly checkTimes: number; readonly nth: number },
): HalfPlace | null {
  const key = keyOf(order);
  const same = stored.filter(
    (one) => one.topic === HALF_TOPIC && transactionIn(one) === key && checkTimesIn(one) === checkTimes,
  );
  return same[nth] ?? null;
}
