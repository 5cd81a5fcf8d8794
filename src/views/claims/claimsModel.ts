/** The page of claims: which are listed, in which order answers stand, and what the verifier says. */
import { listText } from '../../i18n/lists.ts';
import type { Lang } from '../../i18n/languages.ts';
import { protocolText, topicText } from '../../i18n/text.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import type { AnswerId, ClaimQuestion, Standing } from '../../scenario/claim.ts';
import { claims, type Claim, type ClaimId } from '../../scenario/claims.ts';
import { readLink } from '../../scenario/link.ts';
import type { ClaimsPage } from '../../scenario/trialAddress.ts';
import { versioned } from '../../scenario/versions.ts';
import type { ChipTone } from '../../ui/Chip.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import { leftOutBy } from '../../verifier/leftOut.ts';
import { settingsInWords } from '../compare/compareModel.ts';
import { boundText, withoutText } from '../verify/answerModel.ts';

const all: readonly Claim[] = claims;

type Filter = Pick<ClaimsPage, 'topic' | 'isOfficial'>;

export function listedClaims({ topic, isOfficial }: Filter): readonly Claim[] {
  return all.filter((claim) => (topic === null || claim.topic === topic) && (!isOfficial || claim.sources.length > 0));
}

/** The claim that is asked for, listed or not; else the first of those that are listed. */
export function openClaim(page: ClaimsPage): Claim | null {
  return all.find(({ id }) => id === page.open) ?? listedClaims(page)[0] ?? null;
}

/** The claims before and after one, among those that are listed. */
export function neighboursOf(
  claim: Claim,
  filter: Filter,
): { readonly before: Claim | null; readonly after: Claim | null } {
  const listed = listedClaims(filter);
  const at = listed.indexOf(claim);
  return { before: listed[at - 1] ?? null, after: listed[at + 1] ?? null };
}

/** Counted from 1, among all. */
export function claimNumber(claim: Claim): number {
  return all.indexOf(claim) + 1;
}

const ORDERS: readonly [AnswerId, AnswerId, AnswerId][] = [
  ['a', 'c', 'b'],
  ['c', 'b', 'a'],
  ['b', 'a', 'c'],
  ['c', 'a', 'b'],
  ['a', 'b', 'c'],
  ['b', 'c', 'a'],
];

/** The right one stands in every place equally often. */
export function answersOf(claim: Claim): readonly [AnswerId, AnswerId, AnswerId] {
  return ORDERS[claimNumber(claim) % ORDERS.length] ?? ['a', 'b', 'c'];
}

export const RIGHT: AnswerId = 'c';

/** What a reader has done with a claim; null where it was not opened. */
export type Given = AnswerId | 'skipped';

/** The answers of this visit. */
export type GivenAnswers = ReadonlyMap<ClaimId, Given>;

/** The run of the answer that was given, where it can be played and is not the one that decides. */
export function chosenRun(claim: Claim, given: Given): string | null {
  const run = given === 'skipped' ? undefined : claim.choices?.[given];
  return run === undefined || run.link === claim.runs[0]?.link ? null : run.link;
}

export function standingLook(standing: Standing): { readonly icon: IconName; readonly tone: ChipTone } {
  switch (standing) {
    case 'false':
      return { icon: 'cross', tone: 'bad' };
    case 'depends':
      return { icon: 'half', tone: 'half' };
    case 'true':
      return { icon: 'check', tone: 'good' };
  }
}

export interface VerifierLine {
  readonly ask: string;
  /** The answer with its bound, or the length of the run. */
  readonly answer: string;
  /** At which settings, what was counted once, and what was left out. */
  readonly notes: readonly string[];
  readonly icon: IconName;
}

const ANSWERS = {
  holds: 'answer-always-holds',
  breaks: 'answer-always-violated',
  shows: 'answer-sometimes-holds',
} as const;

/** A question that the verifier was asked, with its answer, its bound and what it left out. */
export function verifierLine(
  lang: Lang,
  protocols: readonly [Protocol, ...Protocol[]],
  question: ClaimQuestion,
): VerifierLine {
  const { promise, answer, space, kinds, persons = 0 } = question;
  const { scenario } = readLink(protocols, versioned(question.link));
  const protocol = protocols.find(({ id }) => id === scenario.protocol) ?? protocols[0];
  const bound = wholeBound(lang, protocol, question);
  const values = {
    bound,
    states: answer.kind === 'holds' ? answer.states : 0,
    steps: answer.kind === 'holds' ? 0 : answer.steps,
  };
  const list = listText(lang, [
    protocolText(lang, protocol.id, 'name'),
    ...settingsInWords(protocol, scenario.settings, lang),
  ]);
  const mishaps = { kinds: kinds ?? {}, others: 0, persons };
  const notes = [
    topicText(lang, 'claims', 'claims-settings', { list }),
    answer.kind === 'holds' && space !== 'none' ? topicText(lang, 'verify', `answer-reduced-${space}`) : null,
    answer.kind === 'holds' ? withoutText(lang, protocol, leftOutBy(protocol, mishaps)) : null,
  ];
  return {
    ask: topicText(lang, 'verify', `ask-${promise}`),
    answer: topicText(lang, 'verify', ANSWERS[answer.kind], values),
    notes: notes.filter((note) => note !== null),
    icon: answer.kind === 'holds' ? 'shield' : answer.kind === 'breaks' ? 'cross' : 'play',
  };
}

/** "1 crash, 0 lost messages …" and what else one run may have. */
function wholeBound(lang: Lang, protocol: Protocol, { kinds = {}, persons = 0, ...question }: ClaimQuestion): string {
  const named = Object.entries(kinds).map(([kind, count]) =>
    topicText(lang, 'claims', 'claims-bound-kind', { count, kind: protocolText(lang, protocol.id, `kind-${kind}`) }),
  );
  const faults = named.reduce(
    (bound, one) => topicText(lang, 'claims', 'claims-bound-kinds', { bound, kinds: one }),
    boundText(lang, question),
  );
  return persons === 0 ? faults : topicText(lang, 'claims', 'claims-bound-persons', { bound: faults, count: persons });
}
