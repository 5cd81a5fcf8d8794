/** A message as a broker stores it (MessageDecoder), and the texts around it: properties, offsetMsgId. */
import { crc32 } from 'node:zlib';

export interface StoredMessage {
  readonly size: number;
  readonly queue: number;
  /** Its offset in its queue. */
  readonly offset: number;
  readonly physicalOffset: number;
  readonly sysFlag: number;
  readonly bornMs: number;
  readonly storedMs: number;
  readonly reconsumeTimes: number;
  /** Of a message in a real topic: the physical offset of its half message; 0 otherwise. */
  readonly preparedTransactionOffset: number;
  readonly body: Buffer;
  /** Whether the body is what its CRC says. */
  readonly isIntact: boolean;
  readonly topic: string;
  readonly properties: Properties;
}

/** What stands at the end of a file of the commit log, up to the next one. */
export interface Filler {
  readonly size: number;
  readonly isFiller: true;
}

export type Properties = { readonly [name: string]: string };

/** Bytes that are no stored message. */
export class StoredError extends Error {
  override readonly name = 'StoredError';
}

const MAGIC = { message: 0xda_a3_20_a7, longTopic: 0xda_a3_20_ab, filler: 0xcb_d4_31_94 } as const;
const FLAG_BORN_HOST_V6 = 0x10;
const FLAG_STORE_HOST_V6 = 0x20;
const CRC_MASK = 0x7f_ff_ff_ff;
const NAME_VALUE = '\u0001';
const PROPERTY_END = '\u0002';

/** All messages of a pull's answer. */
export function storedMessages(bytes: Buffer): readonly StoredMessage[] {
  const found: StoredMessage[] = [];
  for (let at = 0; at < bytes.length;) {
    const one = storedAt(bytes, at);
    if (!('isFiller' in one)) found.push(one);
    at += one.size;
  }
  return found;
}

/** The message, or the end of a file, that begins at a place. */
export function storedAt(bytes: Buffer, at: number): StoredMessage | Filler {
  const reader = readerAt(bytes, at);
  const size = reader.int32();
  const magic = reader.uint32();
  if (size <= 8 || at + size > bytes.length) {
    throw new StoredError(`expected a stored message at ${at} of ${bytes.length} bytes; its size says ${size}`);
  }
  if (magic === MAGIC.filler) return { size, isFiller: true };
  if (magic !== MAGIC.message && magic !== MAGIC.longTopic) {
    throw new StoredError(`expected the mark of a stored message at ${at}; it is ${magic.toString(16)}`);
  }
  return messageIn(reader, size, magic === MAGIC.longTopic);
}

function messageIn(reader: Reader, size: number, hasLongTopic: boolean): StoredMessage {
  const crc = reader.int32();
  const queue = reader.int32();
  reader.skip(4);
  const offset = reader.int64();
  const physicalOffset = reader.int64();
  const sysFlag = reader.int32();
  const bornMs = reader.int64();
  reader.skip((sysFlag & FLAG_BORN_HOST_V6) === 0 ? 8 : 20);
  const storedMs = reader.int64();
  reader.skip((sysFlag & FLAG_STORE_HOST_V6) === 0 ? 8 : 20);
  const reconsumeTimes = reader.int32();
  const preparedTransactionOffset = reader.int64();
  const body = reader.bytes(reader.int32());
  const topic = reader.bytes(hasLongTopic ? reader.int16() : reader.uint8()).toString('utf8');
  const properties = propertiesIn(reader.bytes(reader.int16()).toString('utf8'));
  const isIntact = (crc32(body) & CRC_MASK) === crc;
  return {
    size,
    queue,
    offset,
    physicalOffset,
    sysFlag,
    bornMs,
    storedMs,
    reconsumeTimes,
    preparedTransactionOffset,
    body,
    isIntact,
    topic,
    properties,
  };
}

export function propertiesIn(text: string): Properties {
  const pairs = text.split(PROPERTY_END).filter((pair) => pair.includes(NAME_VALUE));
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf(NAME_VALUE);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

export function propertiesText(properties: Properties): string {
  return Object.entries(properties)
    .map(([name, value]) => `${name}${NAME_VALUE}${value}${PROPERTY_END}`)
    .join('');
}

/** The physical offset in an offsetMsgId: its last 16 hexadecimal digits. */
export function physicalOffsetIn(offsetMsgId: string): number {
  if (!/^(?:[\da-f]{32}|[\da-f]{56})$/i.test(offsetMsgId)) {
    throw new StoredError(`expected an offsetMsgId of 32 or 56 hexadecimal digits; got ${offsetMsgId}`);
  }
  return safe(BigInt(`0x${offsetMsgId.slice(-16)}`));
}

/** The offsetMsgId of a place in the commit log of a broker at 127.0.0.1; only its last digits are looked at (323). */
export function offsetMsgIdOf(physicalOffset: number): string {
  return `7F00000100000000${physicalOffset.toString(16).toUpperCase().padStart(16, '0')}`;
}

interface Reader {
  readonly int16: () => number;
  readonly uint8: () => number;
  readonly int32: () => number;
  readonly uint32: () => number;
  readonly int64: () => number;
  readonly bytes: (length: number) => Buffer;
  readonly skip: (length: number) => void;
}

function readerAt(all: Buffer, start: number): Reader {
  let at = start;
  const bytes = (length: number): Buffer => {
    if (length < 0 || at + length > all.length) {
      throw new StoredError(`expected ${length} bytes at ${at} of ${all.length}`);
    }
    at += length;
    return all.subarray(at - length, at);
  };
  return {
    bytes,
    skip: (length) => void bytes(length),
    uint8: () => bytes(1).readUInt8(0),
    int16: () => bytes(2).readInt16BE(0),
    int32: () => bytes(4).readInt32BE(0),
    uint32: () => bytes(4).readUInt32BE(0),
    int64: () => safe(bytes(8).readBigInt64BE(0)),
  };
}

function safe(value: bigint): number {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw new StoredError(`expected a number that JavaScript can hold; got ${value}`);
}
