import type { Step } from '../engine/step.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { namesOf } from './names.ts';
import { pageText, protocolText, type Lang } from './text.ts';

/** A step as an invitation, for a button: "Deliver “half message” to the broker". */
export function stepLabel(lang: Lang, protocol: Protocol, step: Step): string {
  const names = namesOf(lang, protocol.id);
  switch (step.kind) {
    case 'deliver':
      return pageText(lang, 'step-deliver', { message: names.message(step.message), to: names.role(step.to) });
    case 'drop':
      return pageText(lang, 'step-drop', { message: names.message(step.message) });
    case 'duplicate':
      return pageText(lang, 'step-duplicate', { message: names.message(step.message) });
    case 'fire':
      return pageText(lang, 'step-fire', { delay: names.delay(step.delay) });
    case 'choose':
      return protocolText(lang, protocol.id, `choice-${protocol.words.choice(step.message) ?? step.message.type}`);
    case 'crash': {
      const key = step.crash === 'machine' ? 'step-crash-machine' : 'step-crash';
      return pageText(lang, key, { process: names.process(step.process) });
    }
    case 'restart':
      return pageText(lang, 'step-restart', { process: names.process(step.process) });
  }
}
