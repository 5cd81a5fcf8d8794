import { byText, keyOf } from './data.ts';
import type { ChannelKind, Message } from './model.ts';

/** The networks between processes. All functions return new lists and keep `multiset` and `set` sorted by content. */

export function put(messages: readonly Message[], message: Message, kind: ChannelKind): readonly Message[] {
  if (kind === 'fifo') return [...messages, message];
  if (kind === 'set' && has(messages, message)) return messages;
  return [...messages, message].sort((left, right) => byText(keyOf(left), keyOf(right)));
}

/** Takes one message out; on a `set` it stays. */
export function take(messages: readonly Message[], message: Message, kind: ChannelKind): readonly Message[] {
  if (kind === 'set') return messages;
  const index = messages.findIndex((other) => keyOf(other) === keyOf(message));
  return index < 0 ? messages : messages.toSpliced(index, 1);
}

export function has(messages: readonly Message[], message: Message): boolean {
  return messages.some((other) => keyOf(other) === keyOf(message));
}

/** The distinct messages that may be delivered next. */
export function deliverable(messages: readonly Message[], kind: ChannelKind): readonly Message[] {
  if (kind === 'fifo') return messages.slice(0, 1);
  return distinct(messages);
}

/** The messages without repetitions, in their order. */
export function distinct(messages: readonly Message[]): readonly Message[] {
  return messages.filter((message, index) => messages.findIndex((other) => keyOf(other) === keyOf(message)) === index);
}
