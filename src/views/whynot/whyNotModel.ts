import { refusalText } from '../../i18n/refusalText.ts';
import { stepLabel } from '../../i18n/stepLabel.ts';
import type { Lang } from '../../i18n/text.ts';
import { protocolOf } from '../../player/selectors.ts';
import type { SessionState } from '../../player/session.ts';
import { disabledActions } from '../actions/actionsModel.ts';

export interface WhyNotLine {
  readonly id: string;
  readonly label: string;
  readonly why: string;
}

/** Every action that is refused now, with the sentence of what refuses it. */
export function whyNotLines(state: SessionState, lang: Lang): readonly WhyNotLine[] {
  const protocol = protocolOf(state);
  return disabledActions(state).map(({ id, step, why }) => ({
    id,
    label: stepLabel(lang, protocol, step),
    why: refusalText(lang, protocol.id, why),
  }));
}
