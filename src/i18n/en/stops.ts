import type { Texts } from '../book.ts';

/** Six runs that stop once before their turning point and ask what will happen next, in English. */
export const texts: Texts<'stops'> = {
  'stop-title': 'What will happen next?',
  'stop-skip': 'Skip',
  'stop-never': 'Do not ask again',
  'stop-ask': 'Ask before the turning point of six runs',
  'stop-yours': 'You expect: {answer}.',
  'stop-right': 'So does the run.',
  'stop-other': 'In the run: {answer}.',
  'stop-on': 'Go on',

  'who-tells-ask':
    'The order is committed, and the order service crashed before it reported the outcome. The half message is due for its first check. What will the broker do?',
  'who-tells-a': 'Deliver the message',
  'who-tells-b': 'Wait for the same instance to restart',
  'who-tells-c': 'Check back with any live instance of the group',
  'who-tells-why':
    'A check goes to a live instance of the producer group. All of them share the order database, so another one can answer too.',
  'missing-row-ask':
    'The local transaction is still running, a check has arrived, and the order database shows no row yet. What will this checker answer?',
  'missing-row-a': 'UNKNOW, because the transaction is running',
  'missing-row-b': 'ROLLBACK, because there is no row',
  'missing-row-c': 'Nothing until the transaction has ended',
  'missing-row-why':
    'It takes “not visible yet” for “not there”. The transaction commits afterwards, and its message is already rolled back.',
  'last-check-ask':
    'Three checks were answered UNKNOW, and the check limit is reached. What does the next pass do with the half message?',
  'last-check-a': 'Roll it back and delete it',
  'last-check-b': 'Commit it and let the consumer decide',
  'last-check-c': 'Move it to the discard topic for manual action',
  'last-check-why':
    'Official pages say “rolled back”; the source moves it to TRANS_CHECK_MAX_TIME_TOPIC, from where it can be resumed.',
  'again-ask':
    'The points are added, and the points service crashed before it reported its offset. The message is redelivered, and there is no deduplication. What will happen?',
  'again-a': 'The points are added again',
  'again-b': 'The broker knows that it was delivered, and skips it',
  'again-c': 'The points database rejects the repetition',
  'again-why':
    'Delivery is at least once; without a marker the consumer cannot tell that it has processed this message before.',
  'between-ask':
    'The order is committed, and the order service crashed before it published the message. Will it be published after the restart?',
  'between-a': 'Yes, the service continues where it was',
  'between-b': 'No, nothing says that it is still to be published',
  'between-c': 'Yes, the broker will ask for it',
  'between-why':
    'That the message was still to be published stood in memory alone. The database has the order, the broker has heard nothing.',
  'in-doubt-ask':
    'Both databases voted yes, and the coordinator crashes now, before its commit record is written. What will the databases do?',
  'in-doubt-a': 'Roll back by themselves after a timeout',
  'in-doubt-b': 'Commit by themselves, because both voted yes',
  'in-doubt-c': 'Hold their locks and wait for the coordinator',
  'in-doubt-why': 'A prepared branch may not decide by itself: the coordinator may already have decided the other way.',
};
