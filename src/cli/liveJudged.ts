/** The model's verdict on a recording that has just been made. */
import { cliText } from './cliText.ts';
import { incompleteText, reasonText, unsupportedText } from '../i18n/recordingText.ts';
import type { Lang } from '../i18n/languages.ts';
import { admit } from '../recordings/admit.ts';
import type { Answer } from '../recordings/answer.ts';
import type { Recording } from '../recordings/observation.ts';

export interface Judged {
  readonly verdict: Answer['verdict'];
  readonly observations: number;
  /** How many of them nobody saw. */
  readonly inferred: number;
  readonly matched: number;
  readonly at: number | null;
  readonly reason: string | null;
}

export function judgedOf(lang: Lang, recording: Recording, answer: Answer = admit(recording)): Judged {
  const { observations } = recording;
  return {
    verdict: answer.verdict,
    observations: observations.length,
    inferred: observations.filter(({ inferred }) => inferred === true).length,
    matched: 'matches' in answer ? answer.matches.length : 0,
    at: 'at' in answer ? answer.at : null,
    reason: reasonIn(lang, answer),
  };
}

function reasonIn(lang: Lang, answer: Answer): string | null {
  switch (answer.verdict) {
    case 'admitted':
      return null;
    case 'rejected':
      return reasonText(lang, answer.reason, answer.expected);
    case 'incomplete':
      return incompleteText(lang, answer.reason);
    case 'unsupported':
      return unsupportedText(lang, answer.reason);
  }
}

export function judgedText(lang: Lang, file: string, { verdict, observations, inferred, matched, at, reason }: Judged) {
  return [
    cliText(lang, 'cli-live-seen', { observations, inferred }),
    cliText(lang, `cli-conform-${verdict}`, {
      file,
      matched,
      observations,
      place:
        at === null ? cliText(lang, 'cli-conform-place-end') : cliText(lang, 'cli-conform-place', { at, observations }),
      reason: reason ?? '',
    }),
  ].join('\n');
}
