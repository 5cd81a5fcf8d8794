import { assert, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBareJson } from './bareJson.ts';
import {
  offsetMsgIdOf,
  physicalOffsetIn,
  propertiesIn,
  propertiesText,
  storedAt,
  StoredError,
  storedMessages,
} from './stored.ts';
import { fillerBytes, storedBytes } from './storedMessage.testing.ts';

/** A half message of RocketMQ 5.5.0, as VIEW_MESSAGE_BY_ID gave it. */
const REAL = {
  topic: 'RMQ_SYS_TRANS_HALF_TOPIC',
  queue: 0,
  offset: 7,
  physicalOffset: 900,
  bornMs: 1_795_981_500_090,
  storedMs: 1_795_981_500_117,
  body: Buffer.from('o1'),
  properties: { UNIQ_KEY: 'T2', REAL_TOPIC: 'Orders', REAL_QID: '0', TRAN_MSG: 'true' },
};

describe('stored messages', () => {
  it('[LV5] gives every field, of several messages and past the end of a file', () => {
    const op = { ...REAL, topic: 'RMQ_SYS_TRANS_OP_HALF_TOPIC', body: Buffer.from('7,8,'), properties: { TAGS: 'd' } };
    const real = { ...REAL, topic: 'Orders', sysFlag: 8, preparedTransactionOffset: 900, reconsumeTimes: 2 };
    const found = storedMessages(
      Buffer.concat([storedBytes(REAL), fillerBytes(60), storedBytes(op), storedBytes(real)]),
    );
    expect(found).toHaveLength(3);
    expect(found[0]).toMatchObject({ ...REAL, isIntact: true, sysFlag: 0 });
    expect(found.map(({ body }) => body.toString())).toEqual(['o1', '7,8,', 'o1']);
    expect(found[2]).toMatchObject({ sysFlag: 8, preparedTransactionOffset: 900, reconsumeTimes: 2 });
  });

  it('[LV5] says when a body is not what its checksum says', () => {
    const bytes = storedBytes(REAL);
    bytes[88] = 0;
    expect(storedAt(bytes, 0)).toMatchObject({ isIntact: false });
  });

  it('[LV6] answers bytes that are no stored message with one sentence, and nothing else', () => {
    assert(
      property(nat(150), nat(255), nat(150), (at, byte, length) => {
        const bytes = storedBytes(REAL);
        bytes[at % bytes.length] = byte;
        try {
          storedMessages(bytes.subarray(0, length));
        } catch (error) {
          expect(error).toBeInstanceOf(StoredError);
        }
      }),
      { numRuns: 2_000 },
    );
    expect(() => storedAt(Buffer.from('0000002000000000', 'hex'), 0)).toThrow('its size says 32');
    expect(() => storedAt(Buffer.from('0000000900000000ff', 'hex'), 0)).toThrow('expected the mark');
  });

  it('[LV7] reads properties with and without the last separator, and with any text in them', () => {
    expect(propertiesIn('KEYS\u0001a b\u0002TAGS\u0001')).toEqual({ KEYS: 'a b', TAGS: '' });
    const properties = { KEYS: 'x\u0001y', WAIT: 'true' };
    expect(propertiesIn(propertiesText(properties))).toEqual(properties);
  });

  it('[LV7] finds the place in the commit log in an offsetMsgId of either kind of address', () => {
    expect(physicalOffsetIn('7F00000100004DC70000000000000507')).toBe(1287);
    expect(physicalOffsetIn(`${'0'.repeat(40)}00000000000000FF`)).toBe(255);
    expect(physicalOffsetIn(offsetMsgIdOf(1287))).toBe(1287);
    expect(() => physicalOffsetIn('1287')).toThrow('32 or 56 hexadecimal digits');
    expect(() => physicalOffsetIn('F'.repeat(32))).toThrow('a number that JavaScript can hold');
  });

  it('[LV8] reads JSON whose numeric keys stand bare', () => {
    expect(parseBareJson('{"offsetTable":{"a:1@g":{0:8, 1:-1}},"t":"{0:1}, {2:3}"}')).toEqual({
      offsetTable: { 'a:1@g': { 0: 8, 1: -1 } },
      t: '{0:1}, {2:3}',
    });
  });
});
