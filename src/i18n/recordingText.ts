/** What was seen, what was expected instead, and what is wrong with a recording, in words. Only those who read recordings carry it. */
import { stable, type Data } from '../engine/data.ts';
import type { Reason, Sight, Unsupported } from '../recordings/answer.ts';
import type { RecordingProblem } from '../recordings/readRecording.ts';
import { enRecordings } from './en/recordings.ts';
import { clausesText } from './lists.ts';
import { fillText, type Lang, type TextValues } from './text.ts';
import { zhRecordings, type RecordingKey, type RecordingTexts } from './zh/recordings.ts';

const texts: { readonly [lang in Lang]: RecordingTexts } = { zh: zhRecordings, en: enRecordings };

function text(lang: Lang, key: RecordingKey, values: TextValues = {}): string {
  return fillText(texts[lang], key, values);
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

export function unsupportedText(lang: Lang, { kind, count, max }: Unsupported): string {
  return text(lang, `unsupported-${kind}`, { count, max });
}

/** Why a text is no recording, in one sentence. */
export function recordingProblemText(lang: Lang, { kind, ...values }: RecordingProblem): string {
  return text(lang, `problem-${kind}`, values);
}
