import { reasonText, recordingProblemText, unsupportedText } from '../../i18n/recordingText.ts';
import type { Lang } from '../../i18n/text.ts';
import { topicText } from '../../i18n/topics.ts';
import type { Answer } from '../../recordings/answer.ts';
import type { Judgement } from '../../recordings/judgement.ts';
import type { ChipTone } from '../../ui/Chip.tsx';
import type { IconName } from '../../ui/Icon.tsx';

/** In a word or two. Lines are counted from 1, as an editor does. */
export function verdictText(lang: Lang, judged: Judgement): string {
  if (judged.kind !== 'judged') return topicText(lang, 'recordingsPage', `verdict-${judged.kind}`);
  const { answer } = judged;
  return answer.verdict === 'rejected'
    ? topicText(lang, 'recordingsPage', 'verdict-rejected', { line: answer.at + 1 })
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
      return answerText(lang, judged.answer, judged.recording.observations.length);
  }
}

function answerText(lang: Lang, answer: Answer, lines: number): string {
  switch (answer.verdict) {
    case 'admitted':
      return topicText(lang, 'recordingsPage', 'judged-admitted', { lines, steps: answer.scenario.steps.length });
    case 'rejected':
      return topicText(lang, 'recordingsPage', 'judged-rejected', {
        line: answer.at + 1,
        reason: reasonText(lang, answer.reason, answer.expected),
      });
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
    case 'unsupported':
      return { icon: 'question', tone: 'check' };
  }
}
