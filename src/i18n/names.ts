/** The names of a protocol's things, as the page calls them. */
import type { DelayName, Message, ProcessId, RoleId } from '../engine/model.ts';
import { protocolText, type Lang } from './text.ts';
import { inSentence, variantOf } from './variants.ts';

/** As headings and labels. */
export interface Names {
  readonly role: (role: RoleId) => string;
  readonly process: (process: ProcessId) => string;
  readonly message: (message: Message) => string;
  readonly delay: (delay: DelayName) => string;
  /** As parts of a sentence: "the half message of order o1", "the broker". */
  readonly inline: Pick<Names, 'role' | 'process' | 'message'>;
}

export function namesOf(lang: Lang, protocol: string): Names {
  const text = (key: string): string => protocolText(lang, protocol, key);
  return {
    role: (role) => text(`role-${role}`),
    process: (process) => text(`process-${process}`),
    message: (message) => text(`message-${message.type}`),
    delay: (delay) => text(`delay-${delay}`),
    inline: {
      role: (role) => text(`role-${role}-inline`),
      process: (process) => text(`process-${process}-inline`),
      message: ({ type, ...fields }) => {
        const values = inSentence(fields);
        return protocolText(lang, protocol, variantOf({ lang, protocol }, `message-${type}-inline`, values));
      },
    },
  };
}
