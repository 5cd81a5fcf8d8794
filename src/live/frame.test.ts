import {
  array,
  assert,
  constant,
  dictionary,
  integer,
  nat,
  oneof,
  property,
  record,
  string,
  uint8Array,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binaryFrame } from './fakeBroker.testing.ts';
import { FRAME_BYTES_MAX, FrameError, frameReader, writeFrame, type Frame } from './frame.ts';

/** Names that valibot leaves out of any record; no broker has such a field. */
const NO_FIELDS: readonly string[] = ['__proto__', 'prototype', 'constructor'];
const fieldNames = string({ minLength: 1, maxLength: 9 }).filter((name) => !NO_FIELDS.includes(name));

const frames = array(
  record({
    code: integer({ min: 0, max: 32_767 }),
    language: constant(''),
    version: integer({ min: 0, max: 999 }),
    opaque: integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    flag: integer({ min: 0, max: 3 }),
    remark: oneof(constant(null), string({ minLength: 1, unit: 'grapheme' })),
    ext: dictionary(fieldNames, string({ unit: 'grapheme' }), {
      noNullPrototype: true,
    }),
    body: uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  }),
  { minLength: 1, maxLength: 5 },
);

/** The bytes in pieces, cut where it is told. */
function pieces(bytes: Buffer, cuts: readonly number[]): readonly Buffer[] {
  const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((one, other) => one - other), bytes.length];
  return at.slice(1).map((end, index) => bytes.subarray(at[index], end));
}

function comparable({ body, ...header }: Frame) {
  return { ...header, body: body.toString('hex') };
}

describe('frames', () => {
  it.each([
    ['JSON', writeFrame],
    ["RocketMQ's own form", binaryFrame],
  ] as const)('[LV1] come whole out of a stream that is split and joined anywhere, with a header in %s', (_, write) => {
    assert(
      property(frames, array(nat(2_000), { maxLength: 12 }), (sent, cuts) => {
        const read = frameReader();
        const received = pieces(Buffer.concat(sent.map(write)), cuts).flatMap((piece) => read(piece));
        expect(received.map(comparable)).toEqual(sent.map(comparable));
      }),
      { numRuns: 200 },
    );
  });

  it('[LV2] takes an answer without remark, fields, language and version', () => {
    const head = Buffer.from('{"code":0,"flag":1,"opaque":7}');
    const start = Buffer.alloc(8);
    start.writeInt32BE(4 + head.length, 0);
    start.writeUInt32BE(head.length, 4);
    const [frame] = frameReader()(Buffer.concat([start, head]));
    expect(frame).toMatchObject({ code: 0, flag: 1, opaque: 7, remark: null, ext: {}, version: 0, language: '' });
  });

  it.each([
    ['a length below that of its own word', [0, 0, 0, 3], 'it says 3'],
    ['more than a broker would take', [1, 0, 0, 1], `to ${FRAME_BYTES_MAX} bytes`],
    ['a header beyond the frame', [0, 0, 0, 4, 0, 0, 0, 9], 'it says 9'],
    ['a form that nobody knows', [0, 0, 0, 4, 7, 0, 0, 0], 'it says 7'],
    ['a header that is no JSON', [0, 0, 0, 5, 0, 0, 0, 1, 0x7b], 'expected a JSON header'],
    ['a binary header that ends too early', [0, 0, 0, 6, 1, 0, 0, 2, 0, 1], 'of a header of 2'],
    ['an answer in HTTP', [...Buffer.from('HTTP/1.1 400')], `to ${FRAME_BYTES_MAX} bytes`],
  ])('[LV3] answers %s with one sentence', (_, bytes, words) => {
    expect(() => frameReader()(Buffer.from(bytes))).toThrow(FrameError);
    expect(() => frameReader()(Buffer.from(bytes))).toThrow(words);
  });

  it('[LV3] throws nothing else, whatever comes', () => {
    assert(
      property(array(uint8Array({ maxLength: 40 }), { maxLength: 6 }), (chunks) => {
        const read = frameReader();
        try {
          for (const chunk of chunks) read(Buffer.from(chunk));
        } catch (error) {
          expect(error).toBeInstanceOf(FrameError);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('[LV4] writes nothing that a broker would not read', () => {
    const frame = { code: 310, language: 'OTHER', version: 409, opaque: 1, flag: 0, remark: null, ext: {} };
    expect(() => writeFrame({ ...frame, body: Buffer.alloc(FRAME_BYTES_MAX) })).toThrow(FrameError);
  });
});
