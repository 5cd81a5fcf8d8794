import type { Texts } from '../book.ts';

/** What the menu says of the pages beside the explorer, in English. */
export const texts: Texts<'pages'> = {
  'page-to-run': 'Back to the run',
  'page-incidents-about': 'Publicly reported incidents as runs: what happened, and what prevents it.',
  'page-recordings-about':
    'Event logs of a real RocketMQ, checked line by line against the model; you can add your own.',
  'page-brokers-about':
    'RocketMQ, ActiveMQ, RabbitMQ, Kafka, Pulsar, QMQ: which support half messages, and what to use where they do not.',
  'page-claims-about':
    '32 sentences that are often read: guess first, then see the run, the proof and what to say instead.',
  'page-checker-about':
    'Say what your checkLocalTransaction reads and answers; see whether it can go wrong, and what to change.',
  'page-load-about': 'Many orders at once: what asynchrony buys, and what it costs.',
  'page-compare-about': 'Two designs under the same fault, step by step, and a table of results for all of them.',
};
