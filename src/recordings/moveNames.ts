/** Changes of state by name, in the words of the charts. */
import type { Data } from '../engine/data.ts';
import type { RunRecord } from '../engine/record.ts';

/** What moved, by name; all instances of a producer are one role. */
export function movesOf(records: readonly RunRecord[]): readonly string[] {
  return records.flatMap((record) => (record.kind === 'moved' ? [moveName(record)] : []));
}

/**
 * What changed, and in brackets where the rest of the role stood.
 *
 * @example `producer: sender executing.working → committing (checkPool idle, registration registered)`
 */
function moveName({ role, before, after }: Extract<RunRecord, { readonly kind: 'moved' }>): string {
  const [from, to] = [regionsOf(before), regionsOf(after)];
  const changed = Object.keys(to).filter((region) => to[region] !== from[region]);
  const rest = Object.keys(to).filter((region) => to[region] === from[region] && to[region] !== '');
  const moved = changed.map((region) => `${region} ${from[region]} → ${to[region]}`.trim()).join(', ');
  const where = rest.map((region) => `${region} ${to[region]}`).join(', ');
  return `${role.replace(/-[bc]$/, '')}: ${moved}${where === '' ? '' : ` (${where})`}`;
}

/** The state of every region of a chart; one without regions is a region without a name. */
function regionsOf(value: Data): { readonly [region: string]: string } {
  if (!isBranch(value)) return { '': nameOf(value) };
  return Object.fromEntries(Object.entries(value).map(([region, inner]) => [region, pathOf(inner)]));
}

function pathOf(value: Data): string {
  if (!isBranch(value)) return nameOf(value);
  return Object.entries(value)
    .map(([name, inner]) => (isBranch(inner) && Object.keys(inner).length === 0 ? name : `${name}.${pathOf(inner)}`))
    .join('+');
}

function nameOf(value: Data): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isBranch(value: Data): value is { readonly [name: string]: Data } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
