import type { Protocol } from '../protocols/protocol.ts';
import { libraryOf } from './library.ts';
import { readLink, writeScenario, type Opened } from './link.ts';
import { chanceOf, mutate } from './mutations.testing.ts';
import { LINK_MAX } from './problem.ts';

export interface FuzzResult {
  readonly links: number;
  /** How many were read without a problem. */
  readonly accepted: number;
  /** What broke a promise: nothing, when all is well. */
  readonly broken: readonly { readonly link: string; readonly why: string }[];
}

/** Reads mutated links of the library and checks every promise of the link room on each. */
export function fuzzLinks(
  protocols: readonly [Protocol, ...Protocol[]],
  { count, seed }: { readonly count: number; readonly seed: number },
): FuzzResult {
  const links = libraryOf(protocols).map(({ link }) => link);
  const chance = chanceOf(seed);
  const checked = new Set<string>();
  const broken: { link: string; why: string }[] = [];
  let accepted = 0;
  for (let index = 0; index < count; index += 1) {
    const link = mutate(links, chance);
    const { opened, why } = check(protocols, link, checked);
    if (why !== null) broken.push({ link, why });
    if (opened?.problem === null) accepted += 1;
  }
  return { links: count, accepted, broken };
}

function check(protocols: readonly [Protocol, ...Protocol[]], link: string, checked: Set<string>) {
  try {
    const opened = readLink(protocols, link);
    return { opened, why: brokenPromise(protocols, opened, checked) };
  } catch (error) {
    return { opened: null, why: String(error) };
  }
}

/** Whatever was kept of a link is written as a canonical link that opens the same without a problem. */
function brokenPromise(
  protocols: readonly [Protocol, ...Protocol[]],
  { scenario, at }: Opened,
  checked: Set<string>,
): string | null {
  const protocol = protocols.find(({ id }) => id === scenario.protocol);
  if (protocol === undefined) return `opened the unknown protocol ${scenario.protocol}`;
  const written = writeScenario(protocol, scenario, at);
  if (checked.has(written)) return null;
  checked.add(written);
  if (written.length > LINK_MAX || !/^[a-z0-9\-._~=&?/]+$/.test(written)) return `wrote ${written}`;
  const again = readLink(protocols, written);
  if (again.problem !== null) return `wrote ${written}, which has the problem ${JSON.stringify(again.problem)}`;
  const rewritten = writeScenario(protocol, again.scenario, again.at);
  return rewritten === written ? null : `wrote ${written}, then ${rewritten}`;
}
