import { parseAddress, valuesOf } from '../../scenario/grammar.ts';
import { shipped, type Shipped } from './runs.ts';

export function recordingHref(id: string): string {
  return `#v1/recordings?open=${id}`;
}

/** What an address of the page names behind `open=`; null for nothing. */
export function askedFor(address: string): string | null {
  return valuesOf(parseAddress(address)?.pairs ?? [], ['open']).get('open') ?? null;
}

/** The shipped recording that an address of the page asks for; null for none, or one that is not there. */
export function openIn(address: string): Shipped | null {
  const id = askedFor(address);
  return shipped.find((one) => one.id === id) ?? null;
}
