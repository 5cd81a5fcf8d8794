import { incompleteText, reasonText, recordingProblemText, unsupportedText } from '../../i18n/recordingText.ts';
import type { Lang } from '../../i18n/languages.ts';
import { topicText } from '../../i18n/text.ts';
import type { Judgement } from '../../recordings/judgement.ts';
import type { ChipTone } from '../../ui/Chip.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import { lineOf } from './rowsModel.ts';

type Judged = Extract<Judgement, { readonly kind: 'judged' }>;

/** In a word or two. Lines are counted from 1, as an editor does. */
export function verdictText(lang: Lang, judged: Judgement): string {
  if (judged.kind !== 'judged') return topicText(lang, 'recordingsPage', `verdict-${judged.kind}`);
  const { answer } = judged;
  return answer.verdict === 'rejected'
    ? topicText(lang, 'recordingsPage', 'verdict-rejected', { line: lineOf(judged.lines, answer.at) })
    : topicText(lang, 'recordingsPage', `verdict-${answer.verdict}`);
}

/** In a sentence. */
export function judgementText(lang: Lang, judged: Judgement): string {
  switch (judged.kind) {
    case 'failed': {
      const { kind, ...values } = judged.failure;
      return topicText(lang, 'recordingsPage', `failed-${kind}`, values);
    }
    case 'unreadable':
      return recordingProblemText(lang, judged.problem);
    case 'judged':
      return answerText(lang, judged);
  }
}

function answerText(lang: Lang, { answer, lines, recording }: Judged): string {
  switch (answer.verdict) {
    case 'admitted':
      return topicText(lang, 'recordingsPage', 'judged-admitted', {
        matched: answer.extent.matched,
        lines: recording.observations.length,
        steps: answer.scenario.steps.length,
      });
    case 'rejected':
      return topicText(lang, 'recordingsPage', 'judged-rejected', {
        line: lineOf(lines, answer.at),
        reason: reasonText(lang, answer.reason, answer.expected),
      });
    case 'incomplete':
      return incompleteText(lang, answer.reason);
    case 'unsupported':
      return unsupportedText(lang, answer.reason);
  }
}

/** How a verdict looks: a shape first, a colour second. */
export function verdictLook(judged: Judgement): { readonly icon: IconName; readonly tone: ChipTone } {
  if (judged.kind !== 'judged') return { icon: 'warning', tone: 'bad' };
  switch (judged.answer.verdict) {
    case 'admitted':
      return { icon: 'check', tone: 'good' };
    case 'rejected':
      return { icon: 'cross', tone: 'bad' };
    case 'incomplete':
    case 'unsupported':
      return { icon: 'question', tone: 'check' };
  }
}
