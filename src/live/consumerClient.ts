/** A consumer instance of ours: pulls the real topic and its group's retry topic as soon as something is there. */
import type { Address } from './address.ts';
import { LiveError, openConnection, type Connection } from './connection.ts';
import { storedCursors } from './administration.ts';
import { pull, type QueuePlace } from './reading.ts';
import { heartbeat, storeCursor } from './requests.ts';
import type { StoredMessage } from './stored.ts';
import { sleep } from './waiting.ts';

export interface ConsumerClient {
  /** A new process: connects and reads on from the stored offsets of its group. */
  readonly start: () => Promise<void>;
  /** The same process, after its connection broke: reads on from where it was. */
  readonly reconnect: () => Promise<void>;
  readonly close: () => void;
  readonly connection: () => Connection | null;
  readonly storeOffset: (place: QueuePlace, offset: number) => Promise<void>;
}

export interface Consuming {
  readonly name: string;
  readonly address: Address;
  readonly group: string;
  readonly topic: string;
  readonly retryTopic: string;
  readonly queues: number;
  readonly onMessage: (message: StoredMessage) => void;
  /** Whether the answer that holds this message is not to be read: it is pulled again later. */
  readonly isLost: (message: StoredMessage) => boolean;
}

const SUSPEND_MS = 15_000;
const AGAIN_MS = 50;
/** DefaultMQPushConsumerImpl.pullTimeDelayMillsWhenException. */
const PULL_AGAIN_MS = 3_000;

export function consumerClient(consuming: Consuming): ConsumerClient {
  const { name, address, group, topic, retryTopic, queues } = consuming;
  const places = [
    ...Array.from({ length: queues }, (_, queue): QueuePlace => ({ topic, queue })),
    { topic: retryTopic, queue: 0 },
  ];
  const positions = new Map<QueuePlace, number>();
  let open: Connection | null = null;
  const connected = async (): Promise<Connection> => {
    open?.close();
    const own = await openConnection(address);
    open = own;
    await heartbeat(own, `halfway-${name}@${process.pid}`, { consumer: { group, topics: [topic, retryTopic] } });
    return own;
  };
  return {
    connection: () => open,
    close: () => {
      open?.close();
      open = null;
    },
    start: async () => {
      const own = await connected();
      const cursorOf = await storedCursors(own);
      for (const place of places) positions.set(place, Math.max(0, cursorOf(place, group)));
      for (const place of places) void reading(own, consuming, place, positions);
    },
    reconnect: async () => {
      const own = await connected();
      for (const place of places) void reading(own, consuming, place, positions);
    },
    storeOffset: async (place, offset) => {
      if (open !== null) await storeCursor(open, place, group, offset);
    },
  };
}

/** Reads one queue until the connection ends. */
async function reading(
  connection: Connection,
  { group, onMessage, isLost }: Consuming,
  place: QueuePlace,
  positions: Map<QueuePlace, number>,
): Promise<void> {
  try {
    while (connection.isOpen()) {
      const at = positions.get(place) ?? 0;
      const pulled = await pull(connection, place, at, { group, suspendMs: SUSPEND_MS });
      if (!connection.isOpen()) return;
      if (pulled.kind === 'found') {
        if (pulled.messages.some(isLost)) {
          await sleep(PULL_AGAIN_MS);
          continue;
        }
        for (const message of pulled.messages) onMessage(message);
      }
      positions.set(place, pulled.next ?? at);
      if (pulled.kind === 'nothing') await sleep(AGAIN_MS);
    }
  } catch (error) {
    // the end of the connection is the end of reading
    if (!(error instanceof LiveError)) throw error;
    connection.close();
  }
}
