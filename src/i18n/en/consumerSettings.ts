/** How every consumer recognises duplicates and when it acknowledges, in English. */
export const texts = {
  'setting-dedup': 'Deduplication',
  'value-dedup-same-tx': 'marker in the same transaction',
  'value-dedup-none': 'none',
  'value-dedup-marker-first': 'marker first',
  'value-dedup-marker-after': 'marker last',
  'setting-ack': 'When to acknowledge',
  'value-ack-after-commit': 'after the local commit',
  'value-ack-before-commit': 'before the local commit',
  'setting-reconsume-max': 'Maximum retries',
  'setting-reconsume-max-why': 'A message that keeps failing goes to the dead-letter queue after this many retries.',
} as const;
