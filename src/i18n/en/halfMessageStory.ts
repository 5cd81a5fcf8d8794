import type { StoryText } from '../../protocols/half-message/texts.ts';

/** The numbered steps and the named runs of RocketMQ's transactional messages, in English. */
export const enHalfMessageStory = {
  'stage-concept-1-title': 'Send the half message',
  'stage-concept-1-text':
    'The order service first sends the complete message, marked as not yet deliverable. Its database holds no order so far.',
  'stage-concept-2-title': 'The broker confirms',
  'stage-concept-2-text':
    'The broker stores the half message in a topic that no consumer reads, then replies SEND_OK. Without that reply the local transaction never starts.',
  'stage-concept-3-title': 'Run the local transaction',
  'stage-concept-3-text':
    'Only after SEND_OK does the order service create the order in its own database, all or nothing.',
  'stage-concept-4-title': 'Report the outcome',
  'stage-concept-4-text':
    'The order service tells the broker COMMIT or ROLLBACK. The request is sent once, without reply or retry, so it may get lost.',
  'stage-concept-5-title': 'Deliver or drop',
  'stage-concept-5-text':
    'COMMIT: the broker writes the message to topic Orders, where consumers see it. ROLLBACK: only an op message is written; nothing is deleted, nothing delivered.',
  'stage-concept-6-title': 'Add the points',
  'stage-concept-6-text':
    'The points service adds the points in a local transaction of its own. The same message may come more than once; recognising that is its own job.',
  'stage-concept-7-title': 'Mark as consumed',
  'stage-concept-7-text':
    'The consumer offset goes to the broker every 5 s, and only then is the message consumed. After a crash before that, it comes again.',
  'stage-concept-8-title': 'No outcome: check back',
  'stage-concept-8-text':
    'A half message without an outcome after 6 s is asked about in the next pass, by default at most 15 times. Then it is parked for a person.',
  'stage-concept-9-title': 'Failed: retry',
  'stage-concept-9-text':
    'Retries come after 10 s, 30 s and so on up to 2 h, then the dead-letter queue: 16 by default. The promise is at least once, not exactly once.',

  'stage-internals-1-title': 'Send synchronously',
  'stage-internals-1-text':
    'A half message is sent like any other, complete, with a few properties such as TRAN_MSG. The sender waits 3 s at most.',
  'stage-internals-2-title': 'Store as half message',
  'stage-internals-2-text':
    'The broker notes the real topic Orders and stores the message in RMQ_SYS_TRANS_HALF_TOPIC, queue 0. It is invisible because nobody subscribes to it.',
  'stage-internals-3-title': 'Run the local transaction',
  'stage-internals-3-text':
    'executeLocalTransaction runs on the caller’s thread and returns COMMIT, ROLLBACK or UNKNOW. An exception counts as UNKNOW.',
  'stage-internals-4-title': 'One-way end request',
  'stage-internals-4-text':
    'endTransaction names the offset of the half message and is sent once, without a reply. If it is lost nobody knows, and only the check-back can help.',
  'stage-internals-5-title': 'Real message, then op',
  'stage-internals-5-text':
    'COMMIT writes the message to Orders and then an op; ROLLBACK writes only the op. The broker never looks whether the offset was settled before, so two COMMITs deliver twice.',
  'stage-internals-6-title': 'Copy and check back',
  'stage-internals-6-text':
    'A pass appends a copy of each unsettled half message, counts it, then asks one producer of the group. At the limit it moves to TRANS_CHECK_MAX_TIME_TOPIC.',
  'stage-internals-7-title': 'Consume as usual',
  'stage-internals-7-text':
    'From here it is an ordinary message: failures go through %RETRY% and end in %DLQ%. Nothing a consumer does reaches the producer’s database.',

  'scenario-clean-commit-title': 'Clean commit',
  'scenario-rollback-title': 'Local rollback',
  'scenario-unknow-then-commit-title': 'UNKNOW, then commit',
  'scenario-crash-before-half-title': 'Crash before the half message',
  'scenario-crash-after-half-title': 'Crash after the half message',
  'scenario-crash-after-local-commit-title': 'Crash after local commit',
  'scenario-end-transaction-lost-title': 'COMMIT lost on the way',
  'scenario-group-down-until-discard-title': 'Group down until discard',
  'scenario-resumed-by-hand-title': 'Discarded, resumed by hand',
  'scenario-check-while-running-unknow-title': 'Checked while running: UNKNOW',
  'scenario-check-while-running-rollback-title': 'Checked while running: ROLLBACK',
  'scenario-check-while-running-commit-title': 'Checked while running: COMMIT',
  'scenario-check-while-running-fenced-title': 'Checked while running: fenced',
  'scenario-late-commit-after-check-title': 'COMMIT after the check',
  'scenario-commit-replayed-title': 'COMMIT arrives twice',
  'scenario-commit-replayed-dedup-title': 'COMMIT twice, deduplicated',
  'scenario-exception-rolled-back-title': 'Exception, rolled back',
  'scenario-exception-after-commit-title': 'Exception after the commit',
  'scenario-broker-restart-title': 'Broker restarts, COMMIT lost',
  'scenario-op-lost-in-batch-title': 'Crash before the op (5.x)',
  'scenario-orphan-half-after-retry-title': 'Orphan of a send retry',
  'scenario-consumer-crash-before-commit-title': 'Consumer crash before commit',
  'scenario-consumer-crash-after-commit-title': 'Consumer crash after commit',
  'scenario-consumer-crash-no-dedup-title': 'Same crash, no deduplication',
  'scenario-marker-first-crash-title': 'Marker first, then crash',
  'scenario-ack-before-commit-title': 'Acknowledge, then add points',
  'scenario-consumer-never-succeeds-title': 'Consumer never succeeds',
  'scenario-immunity-discards-unasked-title': 'Immune, discarded unasked',
  'scenario-flush-timeout-title': 'Flush timeout, rolled back',
  'scenario-put-fails-title': 'Put to topic fails',
  'scenario-power-loss-title': 'Power loss takes the half',
} as const satisfies { readonly [key in StoryText]: string };
