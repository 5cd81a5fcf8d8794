/** Plain data: what contexts, messages and worlds are made of. Content is identity; there are no hidden numbers. */
export type Data = null | boolean | number | string | readonly Data[] | DataObject;
export interface DataObject {
  readonly [key: string]: Data | undefined;
}

/**
 * Canonical JSON: keys sorted, `undefined` left out. Equal content gives equal text.
 * @example stable({ b: 1, a: [2] }) === '{"a":[2],"b":1}'
 */
export function stable(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`;
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${stable(field)}`);
  return `{${fields.join(',')}}`;
}

/** A text or number field as text; anything else, and what is missing, as an empty text. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

const keys = new WeakMap<object, string>();

/** `stable`, remembered per object; for values that are never changed after they were made. */
export function keyOf(value: object): string {
  const known = keys.get(value);
  if (known !== undefined) return known;
  const key = stable(value);
  keys.set(value, key);
  return key;
}

/** A 16-bit checksum of a text as four lower-case hex digits (FNV-1a, folded). For links, not for security. */
export function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return ((hash >>> 16) ^ (hash & 0xffff)).toString(16).padStart(4, '0');
}
