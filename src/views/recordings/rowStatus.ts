/** What became of a line, in a word: a shape first, a colour second. */
import type { TextKey } from '../../i18n/book.ts';
import type { ChipTone } from '../../ui/Chip.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import type { Row } from './rowsModel.ts';

export interface RowStatus {
  readonly text: TextKey<'recordingsPage'>;
  readonly icon: IconName;
  readonly tone: ChipTone;
}

export const ROW_STATUS: { readonly [kind in Row['kind']]: RowStatus } = {
  seen: { text: 'status-seen', icon: 'check', tone: 'good' },
  hidden: { text: 'status-hidden', icon: 'half', tone: 'plain' },
  outside: { text: 'status-outside', icon: 'minus', tone: 'plain' },
  unreadable: { text: 'status-unreadable', icon: 'question', tone: 'check' },
  parted: { text: 'status-parted', icon: 'cross', tone: 'bad' },
  unread: { text: 'status-unread', icon: 'dot', tone: 'plain' },
};
