/** `live record`: what a broker holds of a topic's half messages, read without leaving anything behind, and judged. */
import { writeFileSync } from 'node:fs';
import { LANGS } from '../i18n/languages.ts';
import { cliText } from './cliText.ts';
import type { Lang } from '../i18n/languages.ts';
import { recordRun } from '../live/recorder.ts';
import { recordingText } from '../live/recordingFile.ts';
import type { Recording } from '../recordings/observation.ts';
import { badInput, fine, type Printed } from './command.ts';
import { judgedOf, judgedText } from './liveJudged.ts';
import { brokerIn, isFileError, nameOf, textIn, whyUnwritable } from './liveOptions.ts';
import { langOf, sentenceOf } from './liveTexts.ts';
import { readOptions, type OptionSpec } from './options.ts';

const OPTIONS: readonly OptionSpec[] = [
  { name: 'namesrv', kind: 'text' },
  { name: 'broker', kind: 'text' },
  { name: 'topic', kind: 'text' },
  { name: 'group', kind: 'text' },
  { name: 'record', kind: 'text' },
  { name: 'since', kind: 'text' },
  { name: 'rate', kind: 'text' },
  { name: 'show-keys', kind: 'switch' },
  { name: 'remote', kind: 'switch' },
  { name: 'json', kind: 'switch' },
  { name: 'lang', kind: 'value', values: LANGS },
  { name: 'help', kind: 'switch' },
];
const NUMBERS = {
  /** Minutes; retention is 72 hours. */
  since: { usual: 60, min: 0, max: 4_320 },
  rate: { usual: 10, min: 1, max: 1_000 },
} as const;
const SLOW_MS = 1_000;
const MINUTE_MS = 60_000;

export async function recordCommand(args: readonly string[], signal: AbortSignal): Promise<Printed> {
  const lang = langOf(args);
  const options = readOptions('live record', OPTIONS, args);
  if (!options.ok) return badInput(options.complaint);
  const { given } = options;
  if (given.has('help')) return fine(cliText(lang, 'cli-live-record-usage'));
  const topic = textIn(given, 'topic');
  if (topic === undefined || options.positionals.length > 0) return badInput(cliText(lang, 'cli-live-record-topic'));
  const since = numberIn(lang, 'since', textIn(given, 'since'));
  if (typeof since === 'string') return badInput(since);
  const rate = numberIn(lang, 'rate', textIn(given, 'rate'));
  if (typeof rate === 'string') return badInput(rate);
  const locate = brokerIn(lang, given, topic);
  if ('complaint' in locate) return badInput(locate.complaint);
  const file = textIn(given, 'record');
  const unwritable = file === undefined ? null : whyUnwritable(lang, file);
  if (unwritable !== null) return badInput(unwritable);
  try {
    const recording = await recordRun({
      name: nameOf(file),
      broker: await locate(),
      topic,
      group: textIn(given, 'group') ?? null,
      sinceMs: Date.now() - since * MINUTE_MS,
      care: { perSecond: rate, slowMs: SLOW_MS },
      showsKeys: given.has('show-keys'),
      signal,
      onPlan: (count) => void process.stderr.write(`${cliText(lang, 'cli-live-plan', { count })}\n`),
    });
    if (file !== undefined) writeFileSync(file, recordingText(recording));
    return printed(lang, recording, { isJson: given.has('json'), file: file ?? null, topic });
  } catch (error) {
    if (isFileError(error))
      return badInput(cliText(lang, 'cli-live-unwritable', { file: file ?? '', code: error.code }));
    return badInput(sentenceOf(lang, error));
  }
}

/** Without a file, the recording itself is what is printed. */
function printed(
  lang: Lang,
  recording: Recording,
  { isJson, file, topic }: { readonly isJson: boolean; readonly file: string | null; readonly topic: string },
): Printed {
  if (file === null) return fine(recordingText(recording).trimEnd());
  const { broker, observations, name } = recording;
  const judged = judgedOf(lang, recording);
  const status = judged.verdict === 'admitted' ? 0 : 1;
  if (isJson) return { status, out: JSON.stringify({ broker, recording: file, ...judged }), complaint: null };
  const told = cliText(lang, 'cli-live-recorded', { broker, observations: observations.length, topic });
  return { status, out: [told, judgedText(lang, name, judged)].join('\n'), complaint: null };
}

/** The number that an option was given; a sentence where it is none. */
function numberIn(lang: Lang, name: keyof typeof NUMBERS, text: string | undefined): number | string {
  const { usual, min, max } = NUMBERS[name];
  const value = text === undefined ? usual : Number(text);
  if (text !== '' && value >= min && value <= max) return value;
  return cliText(lang, 'cli-live-number', { option: `--${name}`, min, max, value: text ?? '' });
}
