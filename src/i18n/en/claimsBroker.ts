/** Claims about the broker’s storage, in English. */
export const texts = {
  'a-broker-crash-loses-messages-claim': 'With asynchronous flush, a crash of the broker loses the last messages.',
  'a-broker-crash-loses-messages-ask':
    'Asynchronous flush, and kill -9 of the broker a moment after SEND_OK. What becomes of the half message?',
  'a-broker-crash-loses-messages-a': 'It is lost',
  'a-broker-crash-loses-messages-b': 'It is lost only if the commit came first',
  'a-broker-crash-loses-messages-c': 'It is still there',
  'a-broker-crash-loses-messages-why':
    'When the process crashes, the page cache stays with the operating system and nothing is lost; when the machine loses power, the unflushed half message is lost, and the committed order is never checked.',
  'a-broker-crash-loses-messages-say': 'Killing the broker costs time; losing the machine costs messages.',
  'a-timeout-of-the-slave-rolls-back-claim':
    'With FLUSH_DISK_TIMEOUT, FLUSH_SLAVE_TIMEOUT or SLAVE_NOT_AVAILABLE the local transaction is not even tried.',
  'a-timeout-of-the-slave-rolls-back-ask':
    'The half message is stored, but the slave did not answer in time. What becomes of the order?',
  'a-timeout-of-the-slave-rolls-back-a': 'It is committed: sending succeeded',
  'a-timeout-of-the-slave-rolls-back-b': 'It is committed, and the message waits for the slave',
  'a-timeout-of-the-slave-rolls-back-c': 'It is never begun',
  'a-timeout-of-the-slave-rolls-back-why':
    'The send result is FLUSH_SLAVE_TIMEOUT; the client does not call the listener and reports ROLLBACK.',
  'a-timeout-of-the-slave-rolls-back-say': 'For a transaction, stored less safely than asked for counts as failed.',
  'mq-down-application-down-claim': 'When the MQ is down the whole system is down.',
  'mq-down-application-down-ask': 'The broker is down for ten minutes. Which shop can still sell?',
  'mq-down-application-down-a': 'Both',
  'mq-down-application-down-b': 'Neither',
  'mq-down-application-down-c': 'The one with the message table',
  'mq-down-application-down-why':
    'With half messages, sending comes first and the order stops there; with a message table the order commits, and its row is sent once the broker restarts.',
  'mq-down-application-down-say':
    'Half messages need the broker to take an order; a message table needs it only to pass the order on.',
} as const;
