import { useTopic } from '../../i18n/useTopic.ts';
import { useLang } from '../../i18n/useText.ts';
import type { Judgement } from '../../recordings/judgement.ts';
import { Chip } from '../../ui/Chip.tsx';
import { verdictLook, verdictText } from './verdictModel.ts';

/** What the model says of a recording; null while it is still looking. */
export function VerdictChip({ judged }: { readonly judged: Judgement | null }) {
  const text = useTopic('recordingsPage');
  const lang = useLang();
  if (judged === null) return <Chip icon="clock">{text('verdict-judging')}</Chip>;
  return <Chip {...verdictLook(judged)}>{verdictText(lang, judged)}</Chip>;
}
