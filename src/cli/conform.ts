/** `conform <file>…`: does the model admit these recorded runs? */
import { readFileSync, statSync } from 'node:fs';
import { replay } from '../engine/timeline.ts';
import { cliText } from '../i18n/cliText.ts';
import { reasonText, recordingProblemText, unsupportedText } from '../i18n/recordingText.ts';
import { LANGS, type Lang } from '../i18n/text.ts';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { admit } from '../recordings/admit.ts';
import type { Answer } from '../recordings/answer.ts';
import type { Recording } from '../recordings/observation.ts';
import { readRecording, TEXT_MAX } from '../recordings/readRecording.ts';
import { engineFor } from '../scenario/engines.ts';
import { writeLink } from '../scenario/link.ts';
import { badInput, fine, type Command, type Printed } from './command.ts';
import { readOptions, type OptionSpec } from './options.ts';

const OPTIONS: readonly OptionSpec[] = [
  { name: 'json', kind: 'switch' },
  { name: 'lang', kind: 'value', values: ['zh', 'en'] },
  { name: 'help', kind: 'switch' },
];

export const conformCommand: Command = { name: 'conform', run: conform };

function conform(args: readonly string[]): Printed {
  const options = readOptions('conform', OPTIONS, args);
  if (!options.ok) return badInput(options.complaint);
  const { given, positionals } = options;
  const lang = LANGS.find((known) => known === given.get('lang')) ?? 'en';
  if (given.has('help')) return fine(cliText(lang, 'cli-conform-usage'));
  if (positionals.length === 0) return badInput(cliText(lang, 'cli-conform-no-file'));
  const lines: Line[] = [];
  for (const file of positionals) {
    const read = recordingOf(lang, file);
    if ('complaint' in read) return badInput(read.complaint);
    lines.push(lineOf(lang, file, read));
  }
  const out = given.has('json') ? JSON.stringify(lines.map(({ steps: _, ...line }) => line)) : texts(lang, lines);
  return { status: lines.some(({ verdict }) => verdict === 'rejected') ? 1 : 0, out, complaint: null };
}

function recordingOf(lang: Lang, file: string): Recording | { readonly complaint: string } {
  const bad = (problem: string) => ({ complaint: cliText(lang, 'cli-conform-bad-file', { file, problem }) });
  try {
    const { size } = statSync(file);
    if (size > BYTES_MAX) return bad(recordingProblemText(lang, { kind: 'too-large', length: size, max: TEXT_MAX }));
    const read = readRecording(readFileSync(file, 'utf8'));
    return read.ok ? read.recording : bad(recordingProblemText(lang, read.problem));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { complaint: cliText(lang, 'cli-conform-unreadable', { file, code }) };
  }
}

/** No character takes more than four bytes. */
const BYTES_MAX = 4 * TEXT_MAX;

/** What is printed of one file. */
interface Line {
  readonly file: string;
  readonly verdict: Answer['verdict'];
  readonly observations: number;
  readonly matched: number;
  readonly unsupportedKinds: Answer['unsupportedKinds'];
  readonly reason: string | null;
  readonly at: number | null;
  readonly link: string | null;
  readonly steps: number;
}

function lineOf(lang: Lang, file: string, recording: Recording): Line {
  const answer = admit(recording);
  const { verdict, unsupportedKinds } = answer;
  const observations = recording.observations.length;
  if (answer.verdict === 'unsupported') {
    const reason = unsupportedText(lang, answer.reason);
    return { file, verdict, observations, matched: 0, unsupportedKinds, reason, at: answer.at, link: null, steps: 0 };
  }
  const { scenario, matches } = answer;
  const { timeline } = replay(engineFor(halfMessage, scenario.settings), scenario.steps);
  const { link, steps } = writeLink(halfMessage, timeline, scenario.steps.length);
  const isRejected = answer.verdict === 'rejected';
  return {
    file,
    verdict,
    observations,
    matched: matches.length,
    unsupportedKinds,
    reason: isRejected ? reasonText(lang, answer.reason, answer.expected) : null,
    at: isRejected ? answer.at : null,
    link: steps === scenario.steps.length ? link : null,
    steps: scenario.steps.length,
  };
}

function texts(lang: Lang, lines: readonly Line[]): string {
  return lines
    .flatMap(({ file, verdict, observations, matched, unsupportedKinds, reason, at, link, steps }) => [
      cliText(lang, `cli-conform-${verdict}`, { file, observations, matched, at: at ?? 0, reason: reason ?? '' }),
      ...Object.entries(unsupportedKinds).map(([kind, count]) => cliText(lang, 'cli-conform-outside', { kind, count })),
      ...(link === null ? [] : [`  ${link}`]),
      ...(link === null && steps > 0 ? [cliText(lang, 'cli-conform-no-link', { steps })] : []),
    ])
    .join('\n');
}
