import type { Texts } from '../book.ts';

/** What exported runs say beside the words of the page, in English. */
export const texts: Texts<'exports'> = {
  'export-title': '{protocol}: {verdict}',
  'export-description': '{title}, step {at} of {steps}: {sentence} Ledger: {verdict}.',
  'export-description-start': '{title}, step {at} of {steps}: {sentence}',
  'export-wait': '{time} pass',
  'export-order': 'order #{order}: {state}, points × {points}, {verdict}',
  'export-open': 'Step through it in Halfway',
  'export-column-order': 'Order',
  'export-column-database': 'Order database',
  'export-column-points': 'Points added',
  'export-column-verdict': 'Verdict',
  'static-about':
    'See step by step how a message queue keeps two databases in agreement: commit, roll back, lose messages, crash anything, and check what can go wrong.',
  'static-protocol-about':
    '{protocol}, step by step: crash anything at any moment. {count} named {count|run|runs}, each with its outcome.',
  'static-more': 'More runs',
  'static-steps': '{count} {count|step|steps}; crash it at any moment',
  'static-not-found': 'There is no page here',
};
