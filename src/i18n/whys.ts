/** Why each named run is worth a look: loaded with the menu that says so. */
import { protocolIds, type ProtocolId } from '../protocols/loaders.ts';
import { addProtocolTexts, type Lang, type ProtocolTexts } from './text.ts';

const loading = new Map<string, Promise<void>>();

/** The same promise for the same question, so that a component may wait for it. */
export function loadWhys(lang: Lang, protocol: string): Promise<void> {
  const key = `${lang} ${protocol}`;
  const promise = loading.get(key) ?? load(lang, protocol);
  loading.set(key, promise);
  return promise;
}

async function load(lang: Lang, protocol: string): Promise<void> {
  const id = protocolIds.find((known) => known === protocol);
  if (id === undefined) throw new Error(`Expected a protocol of ${protocolIds.join(', ')}; got ${protocol}.`);
  addProtocolTexts(lang, protocol, await whysOf(`${id} ${lang}`));
}

async function whysOf(name: `${ProtocolId} ${Lang}`): Promise<ProtocolTexts> {
  switch (name) {
    case 'half-message zh':
      return (await import('./zh/halfMessageWhys.ts')).zhHalfMessageWhys;
    case 'half-message en':
      return (await import('./en/halfMessageWhys.ts')).enHalfMessageWhys;
    case 'local-message-table zh':
      return (await import('./zh/localMessageTableWhys.ts')).zhLocalMessageTableWhys;
    case 'local-message-table en':
      return (await import('./en/localMessageTableWhys.ts')).enLocalMessageTableWhys;
    case 'plain-mq zh':
      return (await import('./zh/plainMqWhys.ts')).zhPlainMqWhys;
    case 'plain-mq en':
      return (await import('./en/plainMqWhys.ts')).enPlainMqWhys;
    case 'two-phase-commit zh':
      return (await import('./zh/twoPhaseCommitWhys.ts')).zhTwoPhaseCommitWhys;
    case 'two-phase-commit en':
      return (await import('./en/twoPhaseCommitWhys.ts')).enTwoPhaseCommitWhys;
  }
}
