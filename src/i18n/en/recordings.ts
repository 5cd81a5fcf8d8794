import type { Texts } from '../book.ts';

/** What trace validation says, in English. */
export const texts: Texts<'recordings'> = {
  'sight-sendBegun': 'a transactional send begins',
  'sight-sendReturned': 'the send returns',
  'sight-sendFailed': 'the send throws',
  'sight-executeBegun': 'executeLocalTransaction begins',
  'sight-executeEnded': 'executeLocalTransaction ends',
  'sight-checkBegun': 'checkLocalTransaction begins',
  'sight-checkEnded': 'checkLocalTransaction ends',
  'sight-databaseEnded': 'the local transaction ends in the database',
  'sight-sendReceived': 'SEND_MESSAGE reaches the broker',
  'sight-sendAnswered': 'SEND_MESSAGE is answered',
  'sight-endReceived': 'END_TRANSACTION reaches the broker',
  'sight-endAnswered': 'END_TRANSACTION has been processed',
  'sight-appended': 'a message is appended',
  'sight-cursors': 'the scan offsets',
  'sight-delivered': 'a message is delivered',
  'sight-sentBack': 'the consumer sends a message back',
  'sight-lost': 'a message is lost',
  'sight-endSent': 'END_TRANSACTION is sent manually',
  'sight-stopped': 'a process stops',
  'sight-started': 'a process starts',
  'sight-ended': 'the recording ends',
  'sight-other': 'something outside the model',
  'sight-with': '{sight} ({fields})',
  'reason-not-explained': 'The model cannot explain this: {seen}.',
  'reason-not-explained-expected': 'The model cannot explain this: {seen}. Expected here: {expected}.',
  'reason-overdue': 'This should have been seen by {dueMs} ms but was not recorded: {missing}. Seen instead: {seen}.',
  'unsupported-too-many-orders':
    'The recording has {count} {count|send|sends}; the model holds {max} {max|order|orders} at most.',
  'unsupported-too-many-producers':
    'The recording has {count} producer {count|instance|instances}; the model has {max} at most.',
  'unsupported-too-many-groups':
    'The recording has {count} producer {count|group|groups}; the model has {max} at most.',
  'unsupported-too-many-situations': 'The search stopped undecided after {max} {max|situation|situations}.',
  'problem-not-observations': 'The JSON has no "halfway-observations", so it is no recording.',
  'problem-other-version': 'The format version of the recording should be {expected}; it is {came}.',
  'unsupported-foreign-group':
    'The recording has transactions of producer group {group}; the model has one group ({expected}).',
  'unsupported-foreign-topic':
    'The recording has transactions for topic {topic}; the model has one real topic ({expected}).',
  'unsupported-plain-send':
    'Topic {topic} has messages that were sent without a transaction, which the model does not have.',
  'unsupported-rocksdb-store':
    'Topic {topic} belongs to the transaction store on RocksDB (5.4 and later, off by default), which the model does not have.',
  'unsupported-nothing-judged': 'Not one of its {count} {count|line|lines} could be compared with the model.',
  'incomplete-unreadable-line': 'A line that may matter cannot be read: “{text}”.',
  'incomplete-end-missing': 'The end of the log is missing: its last line should be END.',
  'problem-empty': 'It is empty.',
  'problem-too-large':
    'It is longer than the {max} {max|character|characters} that are read. Cut out the lines of one transaction.',
  'problem-neither-log-nor-json':
    'This is neither a RocketMQ event log (EV 001 + 12ms …), a transaction.log or broker.log, the output of mqadmin queryMsgById, nor JSON.',
  'problem-broken-json': 'Line {line}: the JSON ends too early or is malformed.',
  'problem-missing': 'Line {line}: {path} is missing.',
  'problem-invalid': 'Line {line}: {path} should be {expected}; it is {came}.',
  'problem-clock-goes-back':
    'Line {line}: the time should not be before {fromMs} ms; it is {toMs} ms, and no new run begins there.',
  'problem-see-format': '{problem} The formats are described in src/recordings/FORMAT.md.',
  'source-event-log': 'An event log',
  'source-observations': 'Observations',
  'source-transaction-log': 'The transaction.log of a broker',
  'source-broker-log': 'The broker.log of a broker',
  'source-message-trace': 'Message traces',
  'source-stored-messages': 'The output of mqadmin queryMsgById',
  'extent-compared':
    '{matched} {matched|line|lines} compared and matched; the run has {hidden} more {hidden|event|events} that the log does not show; {unreadable} {unreadable|line|lines} unreadable.',
  'extent-strict':
    'Order is checked where times are more than {orderMs} ms apart. {known} of {timers} timers are known; a timer may end {early} % early and {late} % late.',
  'extent-held-to':
    '{source} that does not say what it would show; it is checked for the kinds of lines that it has: {kinds}.',
  'extent-partial':
    '{source}, a part of the run: it can show {kinds}, lines may be missing, and offsets are not compared.',
  'extent-recorded': '{source} that say what they would show: {kinds}.',
  'extent-group': 'The model follows consumer group {followed}; not followed: {others}.',
  'aside-otherGroups': 'Not compared, of other consumer groups: {count}',
  'aside-rebalanced': 'Not compared, delivered again to another instance after a rebalance: {count}',
  'aside-otherTopics': 'Not compared, of other topics: {count}',
  'aside-systemTopics': 'Not compared, of the broker’s own topics: {count}',
  deciding: 'The recording does not show how it ends. One of these lines would decide: {lines}.',
  'deciding-line': '{line} → {verdict}',
  'ending-pending': 'pending',
  'ending-consistent': 'consistent',
  'ending-late': 'late but consistent',
  'ending-lost': 'lost',
  'ending-phantom': 'phantom',
  'ending-duplicated': 'duplicated',
  'ending-parked': 'parked',
  'ending-blocked': 'blocked',
};
