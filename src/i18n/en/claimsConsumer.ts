/** Claims about the consumer, in English. */
export const texts = {
  'both-at-the-same-moment-claim':
    'With transactional messages the local transaction and the downstream succeed or fail simultaneously, as in X/Open XA.',
  'both-at-the-same-moment-ask': 'The points service fails for good. What becomes of the order?',
  'both-at-the-same-moment-a': 'It is rolled back',
  'both-at-the-same-moment-b': 'It is never committed',
  'both-at-the-same-moment-c': 'It stays',
  'both-at-the-same-moment-why':
    'The order is committed and the points are not there yet: the points service has no vote and cannot undo the order; after the last retry the message is a dead letter.',
  'both-at-the-same-moment-say': 'The order decides alone; the points follow later, or need manual action.',
  'sixteen-then-thrown-away-claim': 'After 16 failed consumptions the message is thrown away.',
  'sixteen-then-thrown-away-ask': 'Sixteen retries have failed. Where is the message?',
  'sixteen-then-thrown-away-a': 'It is lost',
  'sixteen-then-thrown-away-b': 'It was sent back to the producer',
  'sixteen-then-thrown-away-c': 'In a dead-letter queue of the group',
  'sixteen-then-thrown-away-why':
    'After the last retry the message moves to the dead-letter queue (two retries here): it is not lost, but without manual action the points never come.',
  'sixteen-then-thrown-away-say':
    'After the last retry the message is in a dead-letter queue and needs manual action: watch it.',
  'look-in-redis-first-claim': 'Idempotence: look the id up in Redis; if absent, do the work and then write the id.',
  'look-in-redis-first-ask':
    'The marker is in Redis, the points are in MySQL, and the service crashes in between. What is safe?',
  'look-in-redis-first-a': 'Marker first',
  'look-in-redis-first-b': 'Marker last',
  'look-in-redis-first-c': 'Neither order',
  'look-in-redis-first-why':
    'Marker and points are two writes in two systems: with the marker last, a crash adds the points twice; with the marker first, a crash loses them.',
  'look-in-redis-first-say': 'Write the marker in the same database transaction as the points.',
} as const;
