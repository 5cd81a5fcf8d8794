import type { ProtocolId } from '../protocols/loaders.ts';
import { addProtocolTexts, isLoaded, registerLanguage, type Lang, type ProtocolTexts } from './text.ts';

/** Loads what is not there yet: the page's texts in a language, and those of some protocols. */
export async function loadTexts(lang: Lang, protocols: readonly ProtocolId[]): Promise<void> {
  const missing = protocols.filter((protocol) => !isLoaded(lang, protocol));
  const [, texts] = await Promise.all([
    isLoaded(lang) ? null : loadPage(lang),
    Promise.all(missing.map((protocol) => textsOf(lang, protocol))),
  ]);
  for (const [index, protocol] of missing.entries()) addProtocolTexts(lang, protocol, texts[index] ?? {});
}

async function loadPage(lang: Lang): Promise<void> {
  switch (lang) {
    case 'zh':
      return registerLanguage('zh', { page: (await import('./zh/page.ts')).zhPage, protocols: {} });
    case 'en':
      return registerLanguage('en', { page: (await import('./en/page.ts')).enPage, protocols: {} });
  }
}

async function textsOf(lang: Lang, protocol: ProtocolId): Promise<ProtocolTexts> {
  switch (`${protocol} ${lang}` as const) {
    case 'half-message zh':
      return (await import('./zh/halfMessage.ts')).zhHalfMessage;
    case 'half-message en':
      return (await import('./en/halfMessage.ts')).enHalfMessage;
    case 'local-message-table zh':
      return (await import('./zh/localMessageTable.ts')).zhLocalMessageTable;
    case 'local-message-table en':
      return (await import('./en/localMessageTable.ts')).enLocalMessageTable;
    case 'plain-mq zh':
      return (await import('./zh/plainMq.ts')).zhPlainMq;
    case 'plain-mq en':
      return (await import('./en/plainMq.ts')).enPlainMq;
    case 'two-phase-commit zh':
      return (await import('./zh/twoPhaseCommit.ts')).zhTwoPhaseCommit;
    case 'two-phase-commit en':
      return (await import('./en/twoPhaseCommit.ts')).enTwoPhaseCommit;
  }
}
