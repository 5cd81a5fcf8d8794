/** What all requests share: an answer with an expected code, and the fields in it. */
import { parseBareJson } from './bareJson.ts';
import { RESPONSE } from './codes.ts';
import { LiveError, type Connection } from './connection.ts';
import type { Frame } from './frame.ts';
import type { Ext } from './header.ts';

/** The answer, where its code is one of those expected. */
export function expected(request: number, frame: Frame, ...codes: readonly number[]): Frame {
  if ([RESPONSE.success, ...codes].includes(frame.code)) return frame;
  throw new LiveError({ kind: 'refused', request, code: frame.code, remark: frame.remark ?? '' });
}

export async function asked(connection: Connection, code: number, ext: Ext = {}, body?: Buffer): Promise<Frame> {
  return expected(code, await connection.request(code, ext, body === undefined ? {} : { body }));
}

export function numberIn({ ext }: Frame, request: number, field: string): number {
  const text = ext[field];
  const value = Number(text);
  if (text !== undefined && text !== '' && Number.isSafeInteger(value)) return value;
  throw new LiveError({
    kind: 'malformed',
    address: '',
    what: `expected a number ${field} in the answer to ${request}`,
  });
}

export function jsonIn({ body }: Frame): unknown {
  try {
    return parseBareJson(body.toString('utf8'));
  } catch {
    throw new LiveError({ kind: 'malformed', address: '', what: 'expected JSON in an answer' });
  }
}

export function fieldOf(value: unknown, field: string): unknown {
  return objectOr(value)[field];
}

export function objectOr(value: unknown): { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
