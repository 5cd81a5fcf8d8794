/** What was seen, what was expected instead, and what is wrong with a recording, in words. Only those who read recordings carry it. */
import { stable, type Data } from '../engine/data.ts';
import type { Deciding, Extent, Incomplete, Reason, SetAsideKind, Sight, Unsupported } from '../recordings/answer.ts';
import type { RecordingProblem, Source } from '../recordings/readRecording.ts';
import type { TextKey } from './book.ts';
import { clausesText, listText } from './lists.ts';
import { topicText } from './text.ts';
import type { Lang } from './languages.ts';
import type { TextValues } from './fill.ts';

function text(lang: Lang, key: TextKey<'recordings'>, values: TextValues = {}): string {
  return topicText(lang, 'recordings', key, values);
}

/** What was seen, with the values that were compared, under the names of the format. */
export function sightText(lang: Lang, { what, fields }: Sight): string {
  const sight = text(lang, `sight-${what}`);
  const values = Object.entries(fields).map(([field, value]) => `${field} ${valueText(value)}`);
  return values.length === 0 ? sight : text(lang, 'sight-with', { sight, fields: values.join(', ') });
}

function valueText(value: Data): string {
  return typeof value === 'string' ? value : stable(value);
}

/** Why a recording is rejected at an observation, in one or two sentences. */
export function reasonText(lang: Lang, reason: Reason, expected: readonly Sight[]): string {
  const seen = sightText(lang, reason.seen);
  if (reason.kind === 'overdue') {
    const { missing, dueMs } = reason;
    return text(lang, 'reason-overdue', { seen, missing: sightText(lang, missing), dueMs });
  }
  if (expected.length === 0) return text(lang, 'reason-not-explained', { seen });
  const likely = expected.toSorted((one, other) => likeness(other, reason.seen) - likeness(one, reason.seen));
  const some = likely.slice(0, likely[0]?.what === reason.seen.what ? 1 : EXPECTED_MAX);
  const list = some.map((sight) => sightText(lang, sight));
  return text(lang, 'reason-not-explained-expected', { seen, expected: clausesText(lang, list) });
}

/** How many expectations a reason names where none is of the kind that came. */
const EXPECTED_MAX = 2;

/** How much two sights have in common: their kind above all. */
function likeness(sight: Sight, other: Sight): number {
  if (sight.what !== other.what) return 0;
  const same = Object.entries(sight.fields).filter(([field, value]) => stable(value) === stable(other.fields[field]));
  return 1 + same.length;
}

export function unsupportedText(lang: Lang, { kind, ...values }: Unsupported): string {
  return text(lang, `unsupported-${kind}`, values);
}

export function incompleteText(lang: Lang, { kind, ...values }: Incomplete): string {
  return text(lang, `incomplete-${kind}`, values);
}

/** Why a text is no recording, and where its format is described. */
export function recordingProblemText(lang: Lang, { kind, ...values }: RecordingProblem): string {
  return text(lang, 'problem-see-format', { problem: text(lang, `problem-${kind}`, values) });
}

/** How much was judged and how strictly, and what was not: sentences, the most important first. */
export function extentTexts(lang: Lang, source: Source, extent: Extent): readonly string[] {
  const { matched, hidden, unreadable, orderMs, earlyFraction, lateFraction, timersKnown, timers } = extent;
  const [early, late] = [earlyFraction, lateFraction].map((fraction) => Math.round(100 * fraction));
  return [
    text(lang, 'extent-compared', { matched, hidden, unreadable }),
    text(lang, 'extent-strict', { orderMs, known: timersKnown, timers, early: early ?? 0, late: late ?? 0 }),
    ...kindsText(lang, source, extent),
    ...groupsText(lang, extent),
    ...SET_ASIDE.flatMap((kind) => {
      const count = extent.setAside[kind] ?? 0;
      return count === 0 ? [] : [text(lang, `aside-${kind}`, { count })];
    }),
  ];
}

const SET_ASIDE: readonly SetAsideKind[] = ['otherGroups', 'rebalanced', 'otherTopics', 'systemTopics'];

function kindsText(lang: Lang, source: Source, { kinds, hasGaps }: Extent): readonly string[] {
  if (kinds === null) return [];
  const list = listText(
    lang,
    kinds.filter((kind) => kind !== 'other' && kind !== 'ended').map((kind) => text(lang, `sight-${kind}`)),
  );
  if (list === '') return [];
  const values = { source: text(lang, `source-${source}`), kinds: list };
  if (hasGaps) return [text(lang, 'extent-partial', values)];
  return [text(lang, source === 'event-log' ? 'extent-held-to' : 'extent-recorded', values)];
}

function groupsText(lang: Lang, { followed, others }: Extent): readonly string[] {
  if (followed === null || others.length === 0) return [];
  return [text(lang, 'extent-group', { followed, others: listText(lang, others) })];
}

/** Which further line would say how a partial recording ends; null where none is missing. */
export function decidingText(lang: Lang, deciding: readonly Deciding[]): string | null {
  if (deciding.length === 0) return null;
  const lines = deciding.map(({ line, verdict }) =>
    text(lang, 'deciding-line', { line: sightText(lang, line), verdict: text(lang, `ending-${verdict}`) }),
  );
  return text(lang, 'deciding', { lines: clausesText(lang, lines) });
}
