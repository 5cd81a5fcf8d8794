/** The addresses of claims and of checkers, read and written with their pages, so that the first load does not have to. */
import { claimTopics, type ClaimTopic } from './claim.ts';
import { formatAddress, formatSettings, parseAddress, parseSettings, valuesOf, type RawSetting } from './grammar.ts';
import { NEWEST_VERSION } from './versions.ts';

export interface ClaimsPage {
  /** The claim that is asked for, whether or not there is one of that name; null for the first. */
  readonly open: string | null;
  /** Only claims about this are listed, … */
  readonly topic: ClaimTopic | null;
  /** … and only those that official documents say. */
  readonly isOfficial: boolean;
}

export interface CheckerPage {
  /** What the form says, as settings of half messages; whether or not there are such. */
  readonly answers: readonly RawSetting[];
}

const OFFICIAL = 'officially';

export function readClaims(address: string): ClaimsPage {
  const values = valuesOf(parseAddress(address)?.pairs ?? [], ['open', 'topic', 'said']);
  const topic = claimTopics.find((known) => known === values.get('topic')) ?? null;
  return { open: values.get('open') ?? null, topic, isOfficial: values.get('said') === OFFICIAL };
}

/** The canonical address of a claim, or of the first one of those that are listed. */
export function claimsAddress({ open, topic, isOfficial }: ClaimsPage): string {
  return formatAddress(NEWEST_VERSION, 'claims', [
    ['open', open],
    ['topic', topic],
    ['said', isOfficial ? OFFICIAL : null],
  ]);
}

export function readChecker(address: string): CheckerPage {
  return { answers: parseSettings(valuesOf(parseAddress(address)?.pairs ?? [], ['set']).get('set') ?? '') };
}

/** The canonical address of a form's answers. */
export function checkerAddress({ answers }: CheckerPage): string {
  return formatAddress(NEWEST_VERSION, 'checker', [['set', formatSettings(answers)]]);
}
