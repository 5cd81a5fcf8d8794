import type { Data } from '../../engine/data.ts';

/** What of an observation tells it from others, in the words of the format: `topic=Orders offset=0`. */
export function fieldsText(fields: { readonly [field: string]: Data | undefined }): string {
  return Object.entries(fields)
    .filter(([field, value]) => !UNTOLD.has(field) && value !== null && value !== undefined && value !== '')
    .filter(([field, value]) => !(value === 0 && ZERO_IS_USUAL.has(field)))
    .map(([field, value]) => `${field}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(' ');
}

/** Places in the commit log, of which the model has none; and what the status of the line says. */
const UNTOLD: ReadonlySet<string> = new Set(['physicalOffset', 'halfPhysicalOffset', 'mayMatter']);
const ZERO_IS_USUAL: ReadonlySet<string> = new Set(['queue', 'checkTimes', 'reconsumeTimes']);
