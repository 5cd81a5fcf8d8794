/** `live drive <link>`: plays a scenario's steps on a real broker, and judges what was seen of it. */
import { writeFileSync } from 'node:fs';
import { LANGS } from '../i18n/languages.ts';
import { cliText } from './cliText.ts';
import { problemText as linkProblemText } from '../i18n/problem.ts';
import type { Lang } from '../i18n/languages.ts';
import { recordingText } from '../live/recordingFile.ts';
import { runSession, type Result } from '../live/session.ts';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { readLink } from '../scenario/link.ts';
import { badInput, fine, type Printed } from './command.ts';
import { judgedOf, judgedText, type Judged } from './liveJudged.ts';
import { brokerIn, isFileError, nameOf, textIn, whyUnwritable } from './liveOptions.ts';
import { langOf, refusalText, sentenceOf } from './liveTexts.ts';
import { readOptions, type OptionSpec } from './options.ts';

const OPTIONS: readonly OptionSpec[] = [
  { name: 'namesrv', kind: 'text' },
  { name: 'broker', kind: 'text' },
  { name: 'broker-command', kind: 'text' },
  { name: 'record', kind: 'text' },
  { name: 'topic', kind: 'text' },
  { name: 'queues', kind: 'text' },
  { name: 'send', kind: 'switch' },
  { name: 'remote', kind: 'switch' },
  { name: 'json', kind: 'switch' },
  { name: 'lang', kind: 'value', values: LANGS },
  { name: 'help', kind: 'switch' },
];
const QUEUES_MAX = 16;
const TOPIC = 'Orders';

export async function driveCommand(args: readonly string[], signal: AbortSignal): Promise<Printed> {
  const lang = langOf(args);
  const options = readOptions('live drive', OPTIONS, args);
  if (!options.ok) return badInput(options.complaint);
  const { given, positionals } = options;
  if (given.has('help')) return fine(cliText(lang, 'cli-live-drive-usage'));
  const [link, ...others] = positionals;
  if (link === undefined || others.length > 0) {
    return badInput(cliText(lang, 'cli-live-one-link', { count: positionals.length }));
  }
  const { scenario, problem } = readLink([halfMessage], link);
  if (problem !== null) return badInput(linkProblemText(lang, halfMessage.id, problem));
  const queues = Number(textIn(given, 'queues') ?? '1');
  if (!Number.isInteger(queues) || queues < 1 || queues > QUEUES_MAX) {
    return badInput(cliText(lang, 'cli-live-queues', { max: QUEUES_MAX, value: textIn(given, 'queues') ?? '' }));
  }
  const topic = textIn(given, 'topic') ?? TOPIC;
  const brokerCommand = textIn(given, 'broker-command') ?? null;
  if (brokerCommand === null && !given.has('send')) return badInput(cliText(lang, 'cli-live-send'));
  const file = textIn(given, 'record');
  const locate = brokerIn(lang, given, topic);
  if ('complaint' in locate) return badInput(locate.complaint);
  const unwritable = file === undefined ? null : whyUnwritable(lang, file);
  if (unwritable !== null) return badInput(unwritable);
  try {
    const { settings, steps } = scenario;
    const name = nameOf(file);
    const result = await runSession({ name, settings, steps, locate, brokerCommand, topic, queues, signal });
    if (file !== undefined) writeFileSync(file, recordingText(result.recording));
    const report = reportOf(lang, result, { steps: steps.length, file: file ?? null });
    const out = given.has('json') ? JSON.stringify(report) : lines(lang, result, report).join('\n');
    return { status: report.isAsPredicted ? 0 : 1, out, complaint: null };
  } catch (error) {
    if (isFileError(error))
      return badInput(cliText(lang, 'cli-live-unwritable', { file: file ?? '', code: error.code }));
    return badInput(sentenceOf(lang, error));
  }
}

/** What `--json` prints. */
interface Report extends Judged {
  readonly broker: string;
  readonly timers: { readonly [name: string]: number };
  readonly steps: number;
  readonly done: number;
  readonly leftOut: string | null;
  readonly topics: Result['driven']['contents'];
  readonly recording: string | null;
  readonly isAsPredicted: boolean;
}

function reportOf(
  lang: Lang,
  { recording, answer, driven }: Result,
  { steps, file }: { readonly steps: number; readonly file: string | null },
): Report {
  const { transactionTimeOutMs, transactionCheckIntervalMs, transactionOpBatchIntervalMs } = recording.settings;
  const timers = {
    transactionTimeOut: transactionTimeOutMs,
    transactionCheckInterval: transactionCheckIntervalMs,
    transactionOpBatchInterval: transactionOpBatchIntervalMs,
  };
  const hasAgreed = driven.refusal === null && driven.contents.every(({ agrees }) => agrees);
  return {
    broker: recording.broker,
    timers: Object.fromEntries(Object.entries(timers).flatMap(([name, ms]) => (ms === undefined ? [] : [[name, ms]]))),
    steps,
    done: driven.done,
    leftOut: driven.refusal === null ? null : refusalText(lang, driven.refusal),
    topics: driven.contents,
    ...judgedOf(lang, recording, answer),
    recording: file,
    isAsPredicted: answer.verdict === 'admitted' && hasAgreed,
  };
}

function lines(lang: Lang, { driven, recording }: Result, report: Report): readonly string[] {
  const timers = Object.entries(report.timers).map(([name, ms]) => `${name}=${ms}`);
  const { broker, done, steps, leftOut } = report;
  return [
    cliText(lang, 'cli-live-ran', { broker, timers: timers.join(', '), done, steps }),
    ...(leftOut === null ? [] : [cliText(lang, 'cli-live-left-out', { step: done + 1, why: leftOut })]),
    ...driven.contents.map(({ topic, predicted, held, agrees }) =>
      cliText(lang, agrees ? 'cli-live-topic-agrees' : 'cli-live-topic-differs', {
        topic,
        predicted: predicted.join(' ') || '–',
        held: held.join(' ') || '–',
      }),
    ),
    judgedText(lang, recording.name, report),
  ];
}
