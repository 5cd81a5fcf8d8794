/** How states, triggers, fields and values of the machines are called on the page. */
import type { Guard, Transition } from '../../engine/statechart.ts';
import type { TextKey } from '../../i18n/book.ts';
import type { Lang } from '../../i18n/languages.ts';
import { textsOf } from '../../i18n/shelves.ts';
import { hasProtocolText, protocolText, topicText } from '../../i18n/text.ts';
import type { Protocol } from '../../protocols/protocol.ts';

type Named = Pick<Protocol, 'id' | 'words'>;

/** The name of a state, from its id: `producer.sender.idle`. */
export function stateText(lang: Lang, id: string): string {
  const names = id.split('.');
  return particular(lang, 'state', names[0] ?? '', names.at(-1) ?? '');
}

/** The name of what makes a transition. */
export function triggerText(lang: Lang, { id, words }: Named, trigger: string): string {
  if (trigger === 'always') return topicText(lang, 'machines', 'chart-always');
  if (trigger.startsWith(AFTER)) return delayText(lang, id, trigger.slice(AFTER.length));
  if (Object.hasOwn(words.messages, trigger)) return protocolText(lang, id, `message-${trigger}`);
  return particular(lang, 'event', '', trigger);
}

const AFTER = 'after ';

/** A machine that protocols share may have a delay that never begins in one of them, and has no name there. */
function delayText(lang: Lang, protocol: string, delay: string): string {
  const key = `delay-${delay}`;
  return hasProtocolText(lang, protocol, key)
    ? protocolText(lang, protocol, key)
    : particular(lang, 'event', '', delay);
}

/** Where a transition leads. */
export function whereText(lang: Lang, { target }: Transition): string {
  if (target === null) return topicText(lang, 'machines', 'chart-stays');
  return topicText(lang, 'machines', 'chart-move', { target: stateText(lang, target) });
}

/** The condition under which a machine takes a transition, as a part of a sentence. */
export function guardText(lang: Lang, machine: string, { name, params }: Guard): string {
  const values = Object.entries(params).map(([of, value]) => [of, valueText(lang, value) ?? value] as const);
  return topicText(lang, 'machines', particularKey(lang, 'guard', machine, name), Object.fromEntries(values));
}

/** The name of a field of a machine's context, or of a column in it. */
export function fieldText(lang: Lang, machine: string, name: string): string {
  return particular(lang, 'field', machine, name);
}

/** A word among the values; null for what is shown as it is: an order, a role, a constant of the product. */
export function valueText(lang: Lang, value: string): string | null {
  const key = `value-${value}`;
  return isKey(lang, key) ? topicText(lang, 'machines', key) : null;
}

/** Some names mean another thing in one machine than in the others. */
function particular(lang: Lang, kind: Kind, machine: string, name: string): string {
  return topicText(lang, 'machines', particularKey(lang, kind, machine, name));
}

type Kind = 'state' | 'event' | 'field' | 'guard';

function particularKey(lang: Lang, kind: Kind, machine: string, name: string): TextKey<'machines'> {
  const key = [`${kind}-${machine}-${name}`, `${kind}-${name}`].find((one) => isKey(lang, one));
  if (key === undefined || !isKey(lang, key)) throw new Error(`Expected a text for the ${kind} ${name}.`);
  return key;
}

function isKey(lang: Lang, key: string): key is TextKey<'machines'> {
  return Object.hasOwn(textsOf(lang, 'machines') ?? {}, key);
}
