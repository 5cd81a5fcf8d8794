/** A producer instance of ours: one connection, on which the broker asks it about half messages. */
import type { Address } from './address.ts';
import { REQUEST } from './codes.ts';
import { openConnection, type Connection } from './connection.ts';
import type { Frame } from './frame.ts';
import { heartbeat, unregister } from './requests.ts';
import { storedAt } from './stored.ts';
import { checkTimesIn } from './appended.ts';

/** CHECK_TRANSACTION_STATE, as it arrived. */
export interface Check {
  readonly transaction: string;
  readonly topic: string;
  readonly halfOffset: number;
  readonly halfPhysicalOffset: number;
  readonly checkTimes: number;
  readonly atMs: number;
}

export interface ProducerClient {
  readonly name: string;
  /** Its connection, opened where there is none. */
  readonly connection: () => Promise<Connection>;
  /** Connects, and tells the broker its group. */
  readonly register: () => Promise<void>;
  /** Takes its group back before it closes: a clean stop. */
  readonly unregister: () => Promise<void>;
  readonly close: () => void;
  /** Checks that arrived and were not taken yet. */
  readonly checks: Check[];
}

const HEARTBEAT_MS = 15_000;

export function producerClient(name: string, group: string, address: Address): ProducerClient {
  let open: Connection | null = null;
  let beating: NodeJS.Timeout | undefined;
  const checks: Check[] = [];
  const onRequest = (frame: Frame): void => {
    if (frame.code === REQUEST.checkTransactionState) checks.push(checkIn(frame));
  };
  const connection = async (): Promise<Connection> => {
    if (open?.isOpen() !== true) open = await openConnection(address, { onRequest });
    return open;
  };
  const beat = async (): Promise<void> => heartbeat(await connection(), clientIdOf(name), { producers: [group] });
  const close = (): void => {
    clearInterval(beating);
    open?.close();
    open = null;
  };
  return {
    name,
    checks,
    connection,
    register: async () => {
      await beat();
      clearInterval(beating);
      beating = setInterval(() => {
        // a connection that broke is not opened again behind the back of the run
        if (open?.isOpen() === true) beat().catch(() => undefined);
      }, HEARTBEAT_MS);
      beating.unref();
    },
    unregister: async () => {
      await unregister(await connection(), clientIdOf(name), group);
      close();
    },
    close,
  };
}

function clientIdOf(name: string): string {
  return `halfway-${name}@${process.pid}`;
}

function checkIn({ ext, body }: Frame): Check {
  const stored = storedAt(body, 0);
  const checkTimes = 'isFiller' in stored ? 0 : checkTimesIn(stored);
  return {
    transaction: ext['transactionId'] ?? ext['msgId'] ?? '',
    topic: 'isFiller' in stored ? '' : stored.topic,
    halfOffset: Number(ext['tranStateTableOffset']),
    halfPhysicalOffset: Number(ext['commitLogOffset']),
    checkTimes,
    atMs: Date.now(),
  };
}
