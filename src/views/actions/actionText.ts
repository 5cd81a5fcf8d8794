import { pageText, protocolText } from '../../i18n/text.ts';
import type { Lang } from '../../i18n/languages.ts';
import type { UserAction } from '../../player/actions.ts';

/** The short label of an action, for a button beside the thing that it is done to. */
export function actionText(lang: Lang, protocol: string, { label }: UserAction): string {
  switch (label.from) {
    case 'page':
      return pageText(lang, label.key);
    case 'protocol':
      return protocolText(lang, protocol, label.ref);
  }
}
