/** What an answer of the verifier says, in sentences. */
import { replay } from '../../engine/timeline.ts';
import { listText, oneSentence } from '../../i18n/lists.ts';
import { narrate } from '../../i18n/narrate.ts';
import type { Lang } from '../../i18n/languages.ts';
import { protocolText, topicText } from '../../i18n/text.ts';
import type { TextKey } from '../../i18n/book.ts';
import type { Check } from '../../player/inquiry.ts';
import type { LedgerLine, Protocol } from '../../protocols/protocol.ts';
import { propertyIdOf } from '../../protocols/shared/propertyIds.ts';
import { questionText } from './verifyModel.ts';
import { decisiveAt, isInterference } from '../../scenario/decisive.ts';
import { engineFor } from '../../scenario/engines.ts';
import { writeLink } from '../../scenario/link.ts';
import type { IconName } from '../../ui/Icon.tsx';
import { isForPromises, type Finding, type PropertyKind, type Question, type Report } from '../../verifier/question.ts';

/** `good`: as promised. `bad`: there is a run that breaks it. `shown`: a run that was asked for. `open`: not known. */
export type AnswerTone = 'good' | 'bad' | 'shown' | 'none' | 'open';

export interface AnswerView {
  readonly tone: AnswerTone;
  /** What is asked, as a statement, or that it is undecided. */
  readonly headline: string;
  /** The verdict with its bound and count. */
  readonly sentence: string;
  /** What was taken as the same, what a run takes, and what was left out; null where nothing was answered. */
  readonly note: string | null;
  readonly run: RunView | null;
}

/** A run that was found. */
export interface RunView {
  readonly steps: number;
  /** What goes wrong in it and how it ends, in one sentence. */
  readonly told: string;
  /** What the ledger says at its end. */
  readonly ends: readonly Pick<LedgerLine, 'order' | 'verdict'>[];
  /** For a run that can go round for ever: which steps repeat. */
  readonly loop: string | null;
  /** From `v2/` on, at its end. */
  readonly link: string;
  /** The same from just before what goes wrong in it, ready to be played. */
  readonly startLink: string;
}

/** The answer about one property; null while nothing can be said. `protocol` is the one that the question is about. */
export function answerOf(lang: Lang, protocol: Protocol, check: Check, property: string): AnswerView | null {
  switch (check.status) {
    case 'asked':
    case 'answered': {
      const finding = check.report?.findings.find(({ id }) => id === property);
      if (finding === undefined || check.report === null) return null;
      if (check.status === 'asked' && finding.run === null && check.report.asking === null) return null;
      return viewOf(lang, protocol, check.question, check.report, finding);
    }
    case 'failed': {
      const sentence = topicText(lang, 'verify', 'answer-failed', { reason: check.reason });
      return { tone: 'open', headline: undecidedText(lang, property), sentence, note: null, run: null };
    }
    case 'cancelled': {
      const finding = check.report?.findings.find(({ id }) => id === property);
      if (check.report !== null && finding !== undefined)
        return viewOf(lang, protocol, check.question, check.report, finding);
      const sentence = topicText(lang, 'verify', 'answer-cancelled');
      return { tone: 'open', headline: undecidedText(lang, property), sentence, note: null, run: null };
    }
  }
}

export function toneIcon(tone: AnswerTone): IconName {
  switch (tone) {
    case 'good':
      return 'shield';
    case 'bad':
      return 'cross';
    case 'shown':
      return 'play';
    case 'none':
      return 'minus';
    case 'open':
      return 'question';
  }
}

function viewOf(lang: Lang, protocol: Protocol, question: Question, report: Report, finding: Finding): AnswerView {
  const run = finding.run === null ? null : runView(lang, protocol, question, finding.run, finding.loopsFrom);
  const sentence = topicText(lang, 'verify', sentenceKey(finding), {
    bound: boundText(lang, question),
    states: report.states,
    steps: finding.run?.length ?? 0,
  });
  const notes = [
    needsText(lang, protocol, question, finding),
    finding.slowness === undefined ? null : topicText(lang, 'verify', `answer-slow-${finding.slowness}`),
    ...sameTexts(lang, question, finding),
    ...(run === null
      ? kindsTexts(lang, protocol, question, report)
      : [
          withoutText(
            lang,
            protocol,
            report.leftOut.filter((kind) => kind !== (finding.needs ?? finding.takes)),
          ),
        ]),
  ];
  const note = notes.filter((one) => one !== null).join(topicText(lang, 'verify', 'answer-between'));
  return { tone: toneOf(finding), headline: headlineOf(lang, finding), sentence, note, run };
}

/** The kinds of mishaps and repairs of which an answer says nothing, by name; null where there are none. */
export function withoutText(lang: Lang, protocol: Protocol, leftOut: readonly string[]): string | null {
  return listed(lang, protocol, 'answer-without', leftOut);
}

/** Which kinds were tried beside the bound, which only on their own, and which not at all. */
function kindsTexts(
  lang: Lang,
  protocol: Protocol,
  { mishaps }: Question,
  { leftOut, alone }: Report,
): readonly (string | null)[] {
  const { faults, repairs } = protocol.kinds;
  const tried = mishaps === undefined ? [] : [...faults, ...repairs];
  return [
    listed(
      lang,
      protocol,
      'answer-also',
      tried.filter((kind) => !leftOut.includes(kind) && !alone.includes(kind)),
    ),
    listed(lang, protocol, 'answer-alone', alone),
    withoutText(lang, protocol, leftOut),
  ];
}

function headlineOf(lang: Lang, { id, verdict }: Pick<Finding, 'id' | 'verdict'>): string {
  const property = propertyIdOf(id);
  return verdict === 'unknown' ? undecidedText(lang, id) : topicText(lang, 'verify', `said-${property}-${verdict}`);
}

function undecidedText(lang: Lang, property: string): string {
  return topicText(lang, 'verify', 'said-unknown', { question: questionText(lang, property) });
}

/** What a run takes beside the bound; null where it takes nothing. */
function needsText(lang: Lang, { id }: Protocol, question: Question, { needs, takes }: Finding): string | null {
  if (takes !== undefined)
    return topicText(lang, 'verify', 'answer-takes', { kind: protocolText(lang, id, `kind-${takes}`) });
  if (needs === undefined) return null;
  const kind = protocolText(lang, id, `kind-${needs}`);
  return topicText(lang, 'verify', 'answer-needs', { kind, bound: boundText(lang, question) });
}

/** The kind that is being asked, beside what is answered; null for none. */
export function askingText(lang: Lang, { id }: Protocol, report: Report | null): string | null {
  const kind = report?.asking ?? null;
  return kind === null ? null : protocolText(lang, id, `kind-${kind}`);
}

function listed(
  lang: Lang,
  protocol: Protocol,
  key: 'answer-without' | 'answer-also' | 'answer-alone',
  kinds: readonly string[],
): string | null {
  if (kinds.length === 0) return null;
  return topicText(lang, 'verify', key, {
    list: listText(
      lang,
      kinds.map((kind) => protocolText(lang, protocol.id, `kind-${kind}`)),
    ),
  });
}

/** What was taken as the same; whether there may be a shorter run than the one that was found. */
function sameTexts(lang: Lang, { messagesAreFast }: Question, { reduction, run }: Finding): readonly (string | null)[] {
  const grade = isForPromises(reduction) ? 'promises' : reduction;
  // Only a timeout may have to wait for what is forgotten.
  const mayBeLonger = grade === 'promises' || (grade === 'exact' && messagesAreFast === true);
  return [
    topicText(lang, 'verify', `answer-reduced-${grade}`),
    run === null || !mayBeLonger ? null : topicText(lang, 'verify', 'answer-longer'),
  ];
}

function toneOf({ kind, verdict }: Finding): AnswerTone {
  if (verdict === 'unknown') return 'open';
  if (kind === 'sometimes') return verdict === 'holds' ? 'shown' : 'none';
  return verdict === 'holds' ? 'good' : 'bad';
}

type Sentence = `answer-${PropertyKind}-${'holds' | 'violated'}` | 'answer-settles-loop' | 'answer-unknown';

function sentenceKey({ kind, verdict, loopsFrom }: Finding): Sentence & TextKey<'verify'> {
  if (verdict === 'unknown') return 'answer-unknown';
  return loopsFrom === null ? `answer-${kind}-${verdict}` : 'answer-settles-loop';
}

/** "1 crash, 1 drop, 1 duplicate and 1 order". */
export function boundText(
  lang: Lang,
  { faults, orders, messagesAreFast }: Pick<Question, 'faults' | 'orders' | 'messagesAreFast'>,
): string {
  const counted = (what: 'crash' | 'drop' | 'duplicate' | 'order', count: number): string =>
    topicText(lang, 'verify', `many-${what}`, { count });
  return topicText(lang, 'verify', messagesAreFast === true ? 'bound-and-fast' : 'bound', {
    crashes: counted('crash', faults.crash),
    drops: counted('drop', faults.drop),
    duplicates: counted('duplicate', faults.duplicate),
    orders: counted('order', orders),
  });
}

function runView(
  lang: Lang,
  protocol: Protocol,
  { settings }: Question,
  steps: NonNullable<Finding['run']>,
  loopsFrom: number | null,
): RunView {
  const { timeline } = replay(engineFor(protocol, settings), steps);
  const { frames } = timeline;
  const last = frames.at(-1) ?? frames[0];
  const told = frames.filter(
    (frame, index) => index > 0 && (frame === last || isInterference(frames[index - 1], frame)),
  );
  const range = loopsFrom === null ? null : { from: loopsFrom + 1, to: steps.length };
  return {
    steps: steps.length,
    told: oneSentence(
      lang,
      told.map((frame) => narrate(lang, protocol, frame).headline),
    ),
    ends: protocol.ledger(last.world, timeline.engine.model.settings),
    loop: range === null ? null : topicText(lang, 'verify', 'answer-loop', range),
    link: writeLink(protocol, timeline, steps.length).link,
    startLink: writeLink(protocol, timeline, decisiveAt(timeline)).link,
  };
}
