import type { PagesTexts } from '../zh/pages.ts';

/** What the menu says of the pages beside the explorer, in English. */
export const enPages: PagesTexts = {
  'page-to-run': 'Back to the run',
  'page-incidents-about': 'Public incidents as runs: as they happened, and with what keeps them from happening.',
  'page-recordings-about': 'Event logs of RocketMQ, line by line beside the model; bring one of your own.',
  'page-brokers-about':
    'RocketMQ, ActiveMQ, RabbitMQ, Kafka, Pulsar, QMQ: who has half messages, who has not, and what to use then.',
  'page-compare-about': 'Two runs under one fault, step by step, and a table of what becomes of every protocol.',
};
