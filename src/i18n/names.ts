/** The names of a protocol's things, as the page calls them. */
import type { DelayName, Message, ProcessId, RoleId } from '../engine/model.ts';
import { protocolText } from './text.ts';
import type { Lang } from './languages.ts';
import { inSentence, variantOf } from './variants.ts';

/** As headings and labels. */
export interface Names {
  readonly role: (role: RoleId) => string;
  readonly process: (process: ProcessId) => string;
  readonly message: (message: Message) => string;
  readonly delay: (delay: DelayName) => string;
  /** What a message means to its receiver, as a sentence. */
  readonly meaning: (message: Message) => string;
  /** As parts of a sentence: "the half message of order o1", "the broker". */
  readonly inline: Pick<Names, 'role' | 'process' | 'message'>;
}

export function namesOf(lang: Lang, protocol: string): Names {
  const text = (key: string): string => protocolText(lang, protocol, key);
  const variant = (key: string, { type: _type, ...fields }: Message): string =>
    protocolText(lang, protocol, variantOf({ lang, protocol }, key, inSentence(fields)));
  return {
    role: (role) => text(`role-${role}`),
    process: (process) => text(`process-${process}`),
    message: (message) => text(`message-${message.type}`),
    delay: (delay) => text(`delay-${delay}`),
    meaning: (message) => variant(`message-${message.type}-what`, message),
    inline: {
      role: (role) => text(`role-${role}-inline`),
      process: (process) => text(`process-${process}-inline`),
      message: (message) => variant(`message-${message.type}-inline`, message),
    },
  };
}
