/** An answer that came while the reader changed the question: it is still shown, and marked as old. */
import { listText } from '../../i18n/lists.ts';
import type { Lang } from '../../i18n/languages.ts';
import { protocolText, topicText } from '../../i18n/text.ts';
import { questionKey, type InquiryState } from '../../player/inquiry.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import type { Question } from '../../verifier/question.ts';
import { boundText } from './answerModel.ts';
import { questionText } from './verifyModel.ts';

/** The question of the form where there is news of it, else the one that was asked last. */
export function shownQuestion({ asked, checks }: Pick<InquiryState, 'asked' | 'checks'>, question: Question): Question {
  if (asked === null || checks.has(questionKey(question))) return question;
  const check = checks.get(questionKey(asked));
  const isNews =
    check?.status === 'asked' ||
    check?.status === 'answered' ||
    (check?.status === 'cancelled' && check.report !== null);
  return isNews ? asked : question;
}

/** What the old question was, with what of it is different from the one of the form. */
export function oldText(lang: Lang, protocol: Protocol, old: Question, question: Question): string {
  const settings = protocol.settings
    .filter(({ name }) => old.settings[name] !== question.settings[name])
    .map(({ name, kind }) => {
      const value = old.settings[name] ?? '';
      const named = kind === 'choice' ? protocolText(lang, protocol.id, `value-${name}-${value}`) : value;
      const setting = protocolText(lang, protocol.id, `setting-${name}`);
      return topicText(lang, 'verify', 'switches-other', { setting, value: named });
    });
  return topicText(lang, 'verify', 'answer-old', {
    question: questionText(lang, old.properties[0] ?? ''),
    differs: listText(lang, settings.length === 0 ? [boundText(lang, old)] : settings),
  });
}
