/** Claims about the message table, in English. */
export const texts = {
  'the-outbox-sends-once-claim':
    'An outbox sends each message exactly once; with several relays, FOR UPDATE SKIP LOCKED prevents duplicates.',
  'the-outbox-sends-once-ask': 'The relay crashes after publishing, before marking. What then?',
  'the-outbox-sends-once-a': 'The lock keeps the row',
  'the-outbox-sends-once-b': 'The broker recognises the repeat',
  'the-outbox-sends-once-c': 'The row is sent again',
  'the-outbox-sends-once-why':
    'Publishing and marking are writes in two systems: when the relay crashes in between, its lock ends with its connection, and the row is published again.',
  'the-outbox-sends-once-say': 'An outbox sends at least once; with the consumer’s marker the effect happens once.',
  'mark-first-claim': 'Mark the row as sent first and publish then: so nothing is sent twice.',
  'mark-first-ask': 'Mark first, crash, restart. What becomes of the message?',
  'mark-first-a': 'The relay sends it later',
  'mark-first-b': 'A second relay sends it',
  'mark-first-c': 'It is never sent',
  'mark-first-why':
    'After a crash between the two, no poll looks at a row that says SENT, and the message is never published.',
  'mark-first-say': 'Publish, wait for the confirm, then mark: a duplicate can be recognised, a gap cannot.',
  'read-on-from-the-last-id-claim': 'Ids grow, so the relay stores the last one and reads only what lies behind it.',
  'read-on-from-the-last-id-ask':
    'Order 1 is inserted first and committed last; the relay has read up to id 2. What becomes of order 1?',
  'read-on-from-the-last-id-a': 'It is sent late',
  'read-on-from-the-last-id-b': 'The database refuses it',
  'read-on-from-the-last-id-c': 'It is never sent',
  'read-on-from-the-last-id-why':
    'An id is drawn at the insert, a row is visible at the commit: the slow transaction appears behind the last id and is never read.',
  'read-on-from-the-last-id-say': 'Ids tell the order of inserts, not of commits: poll by status.',
  'half-messages-make-the-table-needless-claim':
    'A message table hangs on polling the database and does not stand high load; with half messages no table is needed.',
  'half-messages-make-the-table-needless-ask': 'Which runs need the poll?',
  'half-messages-make-the-table-needless-a': 'All of them',
  'half-messages-make-the-table-needless-b': 'None, with SKIP LOCKED',
  'half-messages-make-the-table-needless-c': 'Those in which something failed',
  'half-messages-make-the-table-needless-why':
    'The commit itself notifies the relay, without a single poll; only when a crash has lost the notification does the poll send the row.',
  'half-messages-make-the-table-needless-say':
    'With half messages the broker asks, with a message table the row stays. Choose by what must work while the broker is down.',
} as const;
