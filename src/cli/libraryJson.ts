import { protocolText } from '../i18n/text.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { libraryOf } from '../scenario/library.ts';

/** The named scenarios of all protocols as one JSON array. */
export function libraryJson(protocols: readonly Protocol[]): string {
  const entries = libraryOf(protocols).map(({ protocol, id, link, verdict }) => ({
    id,
    title: {
      zh: protocolText('zh', protocol, `scenario-${id}-title`),
      en: protocolText('en', protocol, `scenario-${id}-title`),
    },
    link,
    verdict,
  }));
  return JSON.stringify(entries);
}
