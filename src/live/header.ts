/** The header of a frame, as JSON and in RocketMQ's own binary form (RocketMQSerializable). */
import * as v from 'valibot';

export type Ext = { readonly [field: string]: string };

export interface Header {
  readonly code: number;
  readonly language: string;
  readonly version: number;
  /** Ties an answer to its request; both ends count for themselves. */
  readonly opaque: number;
  readonly flag: number;
  readonly remark: string | null;
  readonly ext: Ext;
}

/** Bits of `flag`. */
export const FLAG = { request: 0, answer: 1, oneWay: 2 } as const;

/** A header that cannot be read. */
export class HeaderError extends Error {
  override readonly name = 'HeaderError';
}

const JsonHeader = v.object({
  code: v.pipe(v.number(), v.integer()),
  language: v.nullish(v.string(), ''),
  version: v.nullish(v.number(), 0),
  opaque: v.pipe(v.number(), v.integer()),
  flag: v.pipe(v.number(), v.integer()),
  remark: v.nullish(v.string(), null),
  extFields: v.nullish(v.record(v.string(), v.nullable(v.string())), {}),
});

export function headerInJson(text: string): Header {
  const parsed = v.safeParse(JsonHeader, jsonOrNull(text));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new HeaderError(`expected a JSON header with ${v.getDotPath(issue) ?? 'code, opaque and flag'}`);
  }
  const { extFields, remark, language, ...header } = parsed.output;
  const ext = Object.fromEntries(Object.entries(extFields ?? {}).map(([name, value]) => [name, value ?? '']));
  return { ...header, version: header.version ?? 0, language: language ?? '', remark: remark ?? null, ext };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** int16 code, int8 language, int16 version, int32 opaque, int32 flag, remark, and the fields. */
export function headerInBinary(bytes: Buffer): Header {
  const next = cursorOver(bytes);
  const code = next(2).readInt16BE(0);
  next(1);
  const version = next(2).readInt16BE(0);
  const opaque = next(4).readInt32BE(0);
  const flag = next(4).readInt32BE(0);
  const remark = next(next(4).readInt32BE(0)).toString('utf8');
  const fields = next(next(4).readInt32BE(0));
  return { code, language: '', version, opaque, flag, remark: remark === '' ? null : remark, ext: fieldsIn(fields) };
}

function fieldsIn(bytes: Buffer): Ext {
  const next = cursorOver(bytes);
  const pairs: (readonly [string, string])[] = [];
  for (let at = 0; at < bytes.length;) {
    const name = next(next(2).readInt16BE(0));
    const value = next(next(4).readInt32BE(0));
    at += 6 + name.length + value.length;
    pairs.push([name.toString('utf8'), value.toString('utf8')]);
  }
  return Object.fromEntries(pairs);
}

/** Takes one part of some bytes after the other. */
function cursorOver(bytes: Buffer): (length: number) => Buffer {
  let at = 0;
  return (length) => {
    if (length < 0 || at + length > bytes.length) {
      throw new HeaderError(`expected ${length} bytes at ${at} of a header of ${bytes.length}`);
    }
    at += length;
    return bytes.subarray(at - length, at);
  };
}
