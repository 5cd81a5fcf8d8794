import type { Book } from '../book.ts';

/** English. */
export const book: Book = {
  name: 'English',
  locale: 'en',
  formOf: (count) => (count === 1 ? 0 : 1),
  punctuation: { comma: ', ', semicolon: '; ', stop: '.' },
  shelves: {
    page: () => import('./page.ts'),
    explorer: () => import('./explorer.ts'),
    'half-message': () => import('./halfMessage.ts'),
    'local-message-table': () => import('./localMessageTable.ts'),
    'plain-mq': () => import('./plainMq.ts'),
    'two-phase-commit': () => import('./twoPhaseCommit.ts'),
  },
  others: () => import('./others.ts'),
};
