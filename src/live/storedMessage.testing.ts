/** Writes stored messages for tests, as a broker would. */
import { crc32 } from 'node:zlib';
import { propertiesText, type Properties, type StoredMessage } from './stored.ts';

const MAGIC = 0xda_a3_20_a7;

export type ToStore = Partial<Omit<StoredMessage, 'size' | 'isIntact' | 'properties'>> & {
  readonly properties?: Properties;
};

export function storedBytes(message: ToStore): Buffer {
  const { body = Buffer.alloc(0), topic = 'Orders', properties = {} } = message;
  const name = Buffer.from(topic, 'utf8');
  const text = Buffer.from(propertiesText(properties), 'utf8');
  const bytes = Buffer.alloc(91 + body.length + name.length + text.length);
  bytes.writeInt32BE(bytes.length, 0);
  bytes.writeUInt32BE(MAGIC, 4);
  bytes.writeInt32BE(crc32(body) & 0x7f_ff_ff_ff, 8);
  bytes.writeInt32BE(message.queue ?? 0, 12);
  bytes.writeBigInt64BE(BigInt(message.offset ?? 0), 20);
  bytes.writeBigInt64BE(BigInt(message.physicalOffset ?? 0), 28);
  bytes.writeInt32BE(message.sysFlag ?? 0, 36);
  bytes.writeBigInt64BE(BigInt(message.bornMs ?? 0), 40);
  bytes.writeBigInt64BE(BigInt(message.storedMs ?? 0), 56);
  bytes.writeInt32BE(message.reconsumeTimes ?? 0, 72);
  bytes.writeBigInt64BE(BigInt(message.preparedTransactionOffset ?? 0), 76);
  bytes.writeInt32BE(body.length, 84);
  body.copy(bytes, 88);
  bytes.writeUInt8(name.length, 88 + body.length);
  name.copy(bytes, 89 + body.length);
  bytes.writeInt16BE(text.length, 89 + body.length + name.length);
  text.copy(bytes, 91 + body.length + name.length);
  return bytes;
}

export function fillerBytes(size: number): Buffer {
  const bytes = Buffer.alloc(size);
  bytes.writeInt32BE(size, 0);
  bytes.writeUInt32BE(0xcb_d4_31_94, 4);
  return bytes;
}
