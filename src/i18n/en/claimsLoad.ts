/** Claims about load, in English. */
export const texts = {
  'the-peak-is-gone-in-a-moment-claim':
    '5,000 requests a second for an hour, 2,000 a second processed: some hundred thousand or a few million wait in the queue, and after the peak they are quickly worked off.',
  'the-peak-is-gone-in-a-moment-ask': 'After the peak 50 a second still arrive. How long until the backlog is gone?',
  'the-peak-is-gone-in-a-moment-a': 'Seconds',
  'the-peak-is-gone-in-a-moment-b': 'About ten minutes',
  'the-peak-is-gone-in-a-moment-c': 'About an hour and a half',
  'the-peak-is-gone-in-a-moment-why':
    'The backlog is (5,000 − 2,000) × 3,600 = 10.8 million messages; drained at 2,000 − 50 a second, that takes about 92 minutes.',
  'the-peak-is-gone-in-a-moment-say': 'A queue lets a peak wait instead of fail: say how long.',
  'asynchronous-is-faster-claim':
    'With a queue the request takes 8 ms instead of 953 ms, so the system becomes faster.',
  'asynchronous-is-faster-ask': 'What does the queue save?',
  'asynchronous-is-faster-a': 'Work',
  'asynchronous-is-faster-b': 'Machines',
  'asynchronous-is-faster-c': 'The buyer’s waiting',
  'asynchronous-is-faster-why':
    'The order is committed and the buyer has the answer, but no points yet: the same work is still to be done, later, and with a queue on top.',
  'asynchronous-is-faster-say': 'Asynchronous shortens the buyer’s wait, not the work.',
} as const;
