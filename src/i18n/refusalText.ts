import { flatValues } from '../engine/data.ts';
import type { Refusal } from '../engine/enabled.ts';
import type { TextKey } from './book.ts';
import { namesOf } from './names.ts';
import { topicText, hasProtocolText, protocolText } from './text.ts';
import type { Lang } from './languages.ts';
import type { TextValues } from './fill.ts';
import { sentence } from './variants.ts';

/** Why a step is not possible, in one sentence. A guard's sentence may use the values that the guard looked at. */
export function refusalText(lang: Lang, protocol: string, refusal: Refusal): string {
  return sentence(plainText(lang, protocol, refusal));
}

function plainText(lang: Lang, protocol: string, refusal: Refusal): string {
  const names = namesOf(lang, protocol);
  const { role, process } = names.inline;
  switch (refusal.code) {
    case 'unknown-role':
      return told(lang, 'refusal-unknown-role', { role: refusal.role });
    case 'unknown-process':
      return told(lang, 'refusal-unknown-process', { process: refusal.process });
    case 'no-such-channel':
      return told(lang, 'refusal-no-such-channel', { from: refusal.from, to: refusal.to });
    case 'not-in-flight':
      return told(lang, 'refusal-not-in-flight', { message: names.message(refusal.message) });
    case 'not-its-turn':
      return told(lang, 'refusal-not-its-turn', { message: names.message(refusal.message) });
    case 'never-leaves':
      return told(lang, 'refusal-never-leaves', { message: names.message(refusal.message) });
    case 'not-armed':
      return told(lang, 'refusal-not-armed', { role: role(refusal.role), delay: names.delay(refusal.delay) });
    case 'process-crashed':
      return told(lang, 'refusal-process-crashed', { process: process(refusal.process) });
    case 'process-running':
      return told(lang, 'refusal-process-running', { process: process(refusal.process) });
    case 'never-crashes-so':
      return told(lang, 'refusal-never-crashes-so', { process: process(refusal.process) });
    case 'crash-needs-setting': {
      const { setting, values } = refusal;
      const named = { process: process(refusal.process), setting, values: values.join(' / ') };
      return told(lang, 'refusal-crash-needs-setting', named);
    }
    case 'not-expected':
      return told(lang, 'refusal-not-expected', { role: role(refusal.role) });
    case 'guard': {
      const key = `guard-${refusal.guard}`;
      if (!hasProtocolText(lang, protocol, key))
        return told(lang, 'refusal-not-expected', { role: role(refusal.role) });
      return protocolText(lang, protocol, { key, values: flatValues(refusal.context) });
    }
  }
}

function told(lang: Lang, key: TextKey<'refusals'>, values: TextValues): string {
  return topicText(lang, 'refusals', key, values);
}
