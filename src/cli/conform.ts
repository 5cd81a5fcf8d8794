/** `conform <file>…`: does the model admit these recorded runs? */
import { replay } from '../engine/timeline.ts';
import { cliText } from './cliText.ts';
import {
  decidingText,
  extentTexts,
  incompleteText,
  reasonText,
  recordingProblemText,
  unsupportedText,
} from '../i18n/recordingText.ts';
import { FALLBACK_LANG, LANGS, type Lang } from '../i18n/languages.ts';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import type { Answer } from '../recordings/answer.ts';
import { judgedText, type Judgement } from '../recordings/judgement.ts';
import type { Source } from '../recordings/readRecording.ts';
import { engineFor } from '../scenario/engines.ts';
import { writeLink } from '../scenario/link.ts';
import { badInput, fine, type Command, type ExitStatus, type Printed } from './command.ts';
import { readOptions, type OptionSpec } from './options.ts';
import { textOfFile } from './recordingFile.ts';

const OPTIONS: readonly OptionSpec[] = [
  { name: 'json', kind: 'switch' },
  { name: 'lang', kind: 'value', values: LANGS },
  { name: 'help', kind: 'switch' },
];

export const conformCommand: Command = { name: 'conform', run: conform };

function conform(args: readonly string[]): Printed {
  const options = readOptions('conform', OPTIONS, args);
  if (!options.ok) return badInput(options.complaint);
  const { given, positionals } = options;
  const lang = LANGS.find((known) => known === given.get('lang')) ?? FALLBACK_LANG;
  if (given.has('help')) return fine(cliText(lang, 'cli-conform-usage'));
  if (positionals.length === 0) return badInput(cliText(lang, 'cli-conform-no-file'));
  const lines = positionals.flatMap((file) => linesOf(lang, file));
  const complaints = lines.flatMap((line) => ('complaint' in line ? [line.complaint] : []));
  const judged = lines.flatMap((line) => ('complaint' in line ? [] : [line]));
  const out = given.has('json')
    ? JSON.stringify(lines.map(jsonOf))
    : judged.flatMap((line) => textsOf(lang, line)).join('\n');
  return {
    status: statusOf(judged, complaints),
    out,
    complaint: complaints.length === 0 ? null : complaints.join('\n'),
  };
}

function statusOf(judged: readonly Line[], complaints: readonly string[]): ExitStatus {
  if (complaints.length > 0) return 2;
  return judged.every(({ verdict }) => verdict === 'admitted') ? 0 : 1;
}

/** What is no recording does not hide what is said of the others. */
interface Unreadable {
  readonly file: string;
  readonly complaint: string;
}

/** What is printed of one run. */
interface Line {
  readonly file: string;
  /** Which run of the file it is, from 1; null for the only one. */
  readonly run: number | null;
  readonly source: Source;
  readonly verdict: Answer['verdict'];
  readonly observations: number;
  readonly answer: Answer;
  readonly at: number | null;
  /** The line of the file that `at` comes from. */
  readonly line: number | null;
  readonly reason: string | null;
  readonly deciding: string | null;
  readonly link: string | null;
  readonly steps: number;
}

function linesOf(lang: Lang, file: string): readonly (Line | Unreadable)[] {
  const read = textOfFile(lang, file);
  if ('complaint' in read) return [{ file, complaint: read.complaint }];
  const judgements = judgedText(read.text);
  return judgements.map((judgement, index) => {
    const run = judgements.length > 1 ? index + 1 : null;
    return judgement.kind === 'judged' ? lineOf(lang, file, run, judgement) : complaintOf(lang, file, run, judgement);
  });
}

function complaintOf(
  lang: Lang,
  file: string,
  run: number | null,
  judgement: Exclude<Judgement, { readonly kind: 'judged' }>,
): Unreadable {
  const problem =
    judgement.kind === 'unreadable' ? recordingProblemText(lang, judgement.problem) : judgement.failure.kind;
  return { file, complaint: cliText(lang, 'cli-conform-bad-file', { file: nameOf(lang, file, run), problem }) };
}

function lineOf(
  lang: Lang,
  file: string,
  run: number | null,
  { recording, source, lines, answer }: Extract<Judgement, { readonly kind: 'judged' }>,
): Line {
  const at = answer.verdict === 'admitted' ? null : answer.at;
  const known = {
    file,
    run,
    source,
    answer,
    verdict: answer.verdict,
    observations: recording.observations.length,
    at,
    line: at === null ? null : (lines[at] ?? 0) === 0 ? null : (lines[at] ?? null),
    reason: whyNotAdmitted(lang, answer),
    deciding: answer.verdict === 'admitted' ? decidingText(lang, answer.deciding) : null,
  };
  if (answer.verdict === 'unsupported') return { ...known, link: null, steps: 0 };
  const { scenario } = answer;
  const { timeline } = replay(engineFor(halfMessage, scenario.settings), scenario.steps);
  const { link, steps } = writeLink(halfMessage, timeline, scenario.steps.length);
  return { ...known, link: steps === scenario.steps.length ? link : null, steps: scenario.steps.length };
}

function whyNotAdmitted(lang: Lang, answer: Answer): string | null {
  switch (answer.verdict) {
    case 'admitted':
      return null;
    case 'incomplete':
      return incompleteText(lang, answer.reason);
    case 'rejected':
      return reasonText(lang, answer.reason, answer.expected);
    case 'unsupported':
      return unsupportedText(lang, answer.reason);
  }
}

/** The value that the README documents. */
function jsonOf(line: Line | Unreadable): object {
  if ('complaint' in line) return { file: line.file, verdict: 'unreadable', reason: line.complaint };
  const { file, run, source, verdict, observations, answer, at, line: fileLine, reason, deciding, link } = line;
  const { matched, hidden, unreadable, setAside, followed, kinds, hasGaps, ...strictness } = answer.extent;
  return {
    file,
    run,
    source,
    verdict,
    observations,
    matched,
    hidden,
    unreadable,
    setAside,
    unsupportedKinds: answer.unsupportedKinds,
    recorded: kinds === null ? null : { kinds, gaps: hasGaps },
    group: followed,
    strictness: {
      orderMs: strictness.orderMs,
      earlyFraction: strictness.earlyFraction,
      lateFraction: strictness.lateFraction,
      timersKnown: strictness.timersKnown,
      timers: strictness.timers,
    },
    reason,
    at,
    line: fileLine,
    deciding,
    link,
  };
}

function nameOf(lang: Lang, file: string, run: number | null): string {
  return run === null ? file : cliText(lang, 'cli-conform-run', { file, run });
}

function placeOf(lang: Lang, { at, line, observations }: Line): string {
  if (at === null) return cliText(lang, 'cli-conform-place-end');
  return line === null
    ? cliText(lang, 'cli-conform-place', { at, observations })
    : cliText(lang, 'cli-conform-place-line', { at, observations, line });
}

function textsOf(lang: Lang, line: Line): readonly string[] {
  const { file, run, source, verdict, observations, answer, reason, deciding, link, steps } = line;
  const note = (text: string): string => cliText(lang, 'cli-conform-note', { note: text });
  return [
    cliText(lang, `cli-conform-${verdict}`, {
      file: nameOf(lang, file, run),
      observations,
      matched: answer.extent.matched,
      place: placeOf(lang, line),
      reason: reason ?? '',
    }),
    ...extentTexts(lang, source, answer.extent).map(note),
    ...(deciding === null ? [] : [note(deciding)]),
    ...Object.entries(answer.unsupportedKinds).map(([kind, count]) =>
      cliText(lang, 'cli-conform-outside', { kind, count }),
    ),
    ...(link === null ? [] : [note(link)]),
    ...(link === null && steps > 0 ? [cliText(lang, 'cli-conform-no-link', { steps })] : []),
  ];
}
