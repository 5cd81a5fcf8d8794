import type { Step } from '../engine/step.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { namesOf } from './names.ts';
import { hasProtocolText, pageText, protocolText } from './text.ts';
import type { Lang } from './languages.ts';
import { inSentence } from './variants.ts';

/** A step as an invitation, for a button: "Deliver the half message of order o1 to the broker". */
export function stepLabel(lang: Lang, protocol: Protocol, step: Step): string {
  const names = namesOf(lang, protocol.id);
  const { role, process, message } = names.inline;
  switch (step.kind) {
    case 'deliver':
      return pageText(lang, 'step-deliver', { message: message(step.message), to: role(step.to) });
    case 'drop':
      return pageText(lang, 'step-drop', { message: message(step.message) });
    case 'duplicate':
      return pageText(lang, 'step-duplicate', { message: message(step.message) });
    case 'fire': {
      const key = `fire-${step.delay}`;
      return hasProtocolText(lang, protocol.id, key)
        ? protocolText(lang, protocol.id, { key, values: { role: role(step.role) } })
        : pageText(lang, 'step-fire', { delay: names.delay(step.delay) });
    }
    case 'choose': {
      const word = protocol.words.choice(step.message) ?? step.message.type;
      // where several roles can be asked for the same, the label says which one
      const key = hasProtocolText(lang, protocol.id, `choose-${word}`) ? `choose-${word}` : `choice-${word}`;
      return protocolText(lang, protocol.id, { key, values: { role: role(step.role), ...inSentence(step.message) } });
    }
    case 'crash': {
      const key = step.crash === 'machine' ? 'step-crash-machine' : 'step-crash';
      return pageText(lang, key, { process: process(step.process) });
    }
    case 'restart':
      return pageText(lang, 'step-restart', { process: process(step.process) });
  }
}
