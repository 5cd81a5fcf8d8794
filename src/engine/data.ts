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
  return value === null || typeof value !== 'object' ? (JSON.stringify(value) ?? 'null') : written(value, stable);
}

type Field = readonly [name: string, value: unknown];

/** An array or object in canonical JSON, given how the values in it are written. */
function written(value: object, write: (value: unknown) => string): string {
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  let fields = '';
  const byName = (left: Field, right: Field): number => byText(left[0], right[0]);
  for (const [name, field] of Object.entries(value).sort(byName)) {
    if (field !== undefined) fields += `${fields === '' ? '' : ','}${JSON.stringify(name)}:${write(field)}`;
  }
  return `{${fields}}`;
}

/**
 * The same content with the keys of every object in it sorted, so that equal content also reads the same from first to
 * last: whoever goes through a table finds its rows in one order, however they came to be there.
 */
export function sorted(value: Data): Data {
  if (value === null || typeof value !== 'object') return value;
  if (isArray(value)) return value.map(sorted);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => byText(one, other))
      .map(([name, field]) => [name, field === undefined ? undefined : sorted(field)]),
  );
}

const isArray = (value: object): value is readonly Data[] => Array.isArray(value);

/** A text or number field as text; anything else, and what is missing, as an empty text. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** Orders texts, the same on every machine. */
export function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** The fields that a sentence can mention: texts and numbers. */
export function flatValues(of: object): { readonly [name: string]: string | number } {
  const isFlat = (field: readonly [string, unknown]): field is readonly [string, string | number] =>
    typeof field[1] === 'string' || typeof field[1] === 'number';
  return Object.fromEntries(Object.entries(of).filter(isFlat));
}

const keys = new WeakMap<object, string>();

/** `stable`, remembered per object and for the objects inside; for values that are never changed after they were made. */
export function keyOf(value: object): string {
  const known = keys.get(value);
  if (known !== undefined) return known;
  const key = written(value, keyOfAny);
  keys.set(value, key);
  return key;
}

function keyOfAny(value: unknown): string {
  return value === null || typeof value !== 'object' ? stable(value) : keyOf(value);
}

/** A 16-bit checksum of a text as four lower-case hex digits (FNV-1a, folded). For links, not for security. */
export function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return ((hash >>> 16) ^ (hash & 0xffff)).toString(16).padStart(4, '0');
}
