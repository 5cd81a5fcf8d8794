/** Claims about plain messaging and other brokers, in English. */
export const texts = {
  'send-inside-the-transaction-claim':
    'Publish as the last statement of the database transaction: if sending fails the exception rolls everything back, so both sides agree.',
  'send-inside-the-transaction-ask': 'The send times out and the transaction rolls back. Is nothing left behind?',
  'send-inside-the-transaction-a': 'Nothing, the message was not sent',
  'send-inside-the-transaction-b': 'Nothing, the broker drops unconfirmed messages',
  'send-inside-the-transaction-c': 'Not surely, the message may have been stored',
  'send-inside-the-transaction-why':
    'Only the confirm was lost: the transaction rolls back, yet the message is delivered and adds phantom points.',
  'send-inside-the-transaction-say': 'What was sent inside a transaction cannot be undone when the transaction fails.',
  'commit-then-retry-claim':
    'Commit first, then send with confirms, retries and manual acknowledgement: that solves the distributed transaction.',
  'commit-then-retry-ask': 'Confirms and endless retries are in place. What can still lose the message?',
  'commit-then-retry-a': 'Nothing',
  'commit-then-retry-b': 'A full broker',
  'commit-then-retry-c': 'A crash right after the commit',
  'commit-then-retry-why':
    'The wish to send is only in the memory of the process: after a crash between the commit and the confirm, no trace of it is left.',
  'commit-then-retry-say':
    'Retries help against a bad network, not against a crash of the process that retries: write the intention down with the order.',
  'a-confirm-means-it-is-in-a-queue-claim': 'RabbitMQ’s publisher confirm says that the message has reached a queue.',
  'a-confirm-means-it-is-in-a-queue-ask':
    'The routing key is misspelt, confirms are in use. What does the publisher get?',
  'a-confirm-means-it-is-in-a-queue-a': 'A nack',
  'a-confirm-means-it-is-in-a-queue-b': 'Nothing, until a timeout',
  'a-confirm-means-it-is-in-a-queue-c': 'An ack',
  'a-confirm-means-it-is-in-a-queue-why':
    'A message that no queue takes is confirmed and dropped nevertheless; only a confirmation from the points service would reveal it.',
  'a-confirm-means-it-is-in-a-queue-say':
    'A confirm says that the broker has dealt with the message, perhaps by dropping it.',
  'kafka-transactions-do-the-same-claim':
    'RocketMQ, Kafka, Pulsar and QMQ all offer transactions that make consuming, processing and producing one atomic operation, so any of them can tie a message to a database.',
  'kafka-transactions-do-the-same-ask':
    'A Kafka transaction and a MySQL transaction in one method, and a crash between the two commits. What then?',
  'kafka-transactions-do-the-same-a': 'Both are rolled back',
  'kafka-transactions-do-the-same-b': 'The coordinator repairs it',
  'kafka-transactions-do-the-same-c': 'One of them stays',
  'kafka-transactions-do-the-same-why':
    'There is no Kafka transaction in this model; two commits in a row are closest to plain messaging: the database commits, the service crashes, the message is never sent.',
  'kafka-transactions-do-the-same-say':
    'Kafka’s transaction ends at Kafka’s edge: with a database use a message table or log tailing.',
} as const;
