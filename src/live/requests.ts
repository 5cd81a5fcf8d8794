/** What producers and consumers send, each well-formed or one clear error (facts: SendMessageRequestHeaderV2 and its like). */
import { asked } from './asked.ts';
import { REQUEST } from './codes.ts';
import type { Connection } from './connection.ts';
import type { Ext } from './header.ts';
import type { QueuePlace } from './reading.ts';
import { propertiesText, type Properties } from './stored.ts';

/** What a client of the remoting protocol says of `commitOrRollback`. */
const STATE_BITS = { COMMIT: 8, ROLLBACK: 12, UNKNOW: 0 } as const;
export type EndState = keyof typeof STATE_BITS;

// Sending

export interface HalfMessageToSend {
  readonly topic: string;
  readonly queue: number;
  readonly group: string;
  readonly transaction: string;
  readonly body: Buffer;
  readonly bornMs: number;
  readonly properties?: Properties;
}

export interface SendAnswer {
  readonly code: number;
  readonly remark: string;
  /** Of the half message; null where nothing was stored. */
  readonly halfOffset: number | null;
  readonly offsetMsgId: string;
}

/** SEND_MESSAGE_V2 of a half message: TRAN_MSG makes it one, and sysFlag 4 is what a client sends beside it. */
export async function sendHalf(
  connection: Connection,
  half: HalfMessageToSend,
  timeoutMs: number,
): Promise<SendAnswer> {
  const properties = {
    TRAN_MSG: 'true',
    PGROUP: half.group,
    UNIQ_KEY: half.transaction,
    WAIT: 'true',
    ...half.properties,
  };
  const ext = {
    a: half.group,
    b: half.topic,
    c: 'TBW102',
    d: '4',
    e: String(half.queue),
    f: '4',
    g: String(half.bornMs),
    h: '0',
    i: propertiesText(properties),
    j: '0',
    k: 'false',
    m: 'false',
  };
  const answer = await connection.request(REQUEST.sendMessageV2, ext, { body: half.body, timeoutMs });
  const { code, remark, ext: told } = answer;
  const offset = Number(told['queueOffset']);
  return {
    code,
    remark: remark ?? '',
    halfOffset: told['queueOffset'] === undefined || !Number.isSafeInteger(offset) ? null : offset,
    offsetMsgId: told['msgId'] ?? '',
  };
}

export interface EndToSend {
  readonly topic: string;
  readonly group: string;
  readonly transaction: string;
  readonly state: EndState;
  readonly halfOffset: number;
  readonly halfPhysicalOffset: number;
  readonly fromCheck: boolean;
}

/** As a request whose answer comes back. UNKNOW is never answered: it is sent one-way, and gives null. */
export async function endTransaction(connection: Connection, end: EndToSend): Promise<number | null> {
  const ext = endFields(end);
  if (end.state === 'UNKNOW') {
    await connection.oneWay(REQUEST.endTransaction, ext);
    return null;
  }
  return (await connection.request(REQUEST.endTransaction, ext)).code;
}

function endFields({ topic, group, transaction, state, halfOffset, halfPhysicalOffset, fromCheck }: EndToSend): Ext {
  return {
    topic,
    producerGroup: group,
    tranStateTableOffset: String(halfOffset),
    commitLogOffset: String(halfPhysicalOffset),
    commitOrRollback: String(STATE_BITS[state]),
    fromTransactionCheck: String(fromCheck),
    msgId: transaction,
    transactionId: transaction,
  };
}

// Registering

export async function heartbeat(
  connection: Connection,
  clientId: string,
  groups: { readonly producers?: readonly string[]; readonly consumer?: ConsumerOf },
): Promise<void> {
  const { producers = [], consumer } = groups;
  const body = {
    clientID: clientId,
    producerDataSet: producers.map((groupName) => ({ groupName })),
    consumerDataSet: consumer === undefined ? [] : [consumerData(consumer)],
  };
  await asked(connection, REQUEST.heartBeat, {}, Buffer.from(JSON.stringify(body), 'utf8'));
}

interface ConsumerOf {
  readonly group: string;
  readonly topics: readonly string[];
}

function consumerData({ group, topics }: ConsumerOf) {
  return {
    groupName: group,
    consumeType: 'CONSUME_PASSIVELY',
    messageModel: 'CLUSTERING',
    consumeFromWhere: 'CONSUME_FROM_FIRST_OFFSET',
    unitMode: false,
    subscriptionDataSet: topics.map((topic) => ({
      topic,
      subString: '*',
      tagsSet: [],
      codeSet: [],
      subVersion: SUBSCRIPTION_VERSION,
      expressionType: 'TAG',
      classFilterMode: false,
    })),
  };
}

const SUBSCRIPTION_VERSION = 1;

export async function unregister(connection: Connection, clientId: string, producerGroup: string): Promise<void> {
  await asked(connection, REQUEST.unregisterClient, { clientID: clientId, producerGroup });
}

// Consuming

export async function sendBack(
  connection: Connection,
  message: { readonly physicalOffset: number; readonly topic: string; readonly transaction: string },
  group: string,
  { delayLevel, reconsumeMax }: { readonly delayLevel: number; readonly reconsumeMax: number },
): Promise<number> {
  const ext = {
    offset: String(message.physicalOffset),
    group,
    delayLevel: String(delayLevel),
    originMsgId: message.transaction,
    originTopic: message.topic,
    unitMode: 'false',
    maxReconsumeTimes: String(reconsumeMax),
  };
  return (await connection.request(REQUEST.consumerSendMsgBack, ext)).code;
}

export async function storeCursor(connection: Connection, place: QueuePlace, group: string, offset: number) {
  const ext = {
    consumerGroup: group,
    topic: place.topic,
    queueId: String(place.queue),
    commitOffset: String(offset),
  };
  await asked(connection, REQUEST.updateConsumerOffset, ext);
}
