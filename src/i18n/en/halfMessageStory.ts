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
  'scenario-clean-commit-why':
    'How it looks when nothing goes wrong: the order commits first, the points follow, both sides agree.',
  'scenario-rollback-title': 'Local rollback',
  'scenario-rollback-why':
    'A rolled-back order gives nobody points, and the broker has only written an op: nothing was deleted.',
  'scenario-unknow-then-commit-title': 'UNKNOW, then commit',
  'scenario-unknow-then-commit-why':
    'UNKNOW is not a failure: it leaves the decision to the check-back, at the price of points that come half a minute late.',
  'scenario-crash-before-half-title': 'Crash before the half message',
  'scenario-crash-before-half-why':
    'The message goes out before the database is touched, so a crash here leaves nothing behind.',
  'scenario-crash-after-half-title': 'Crash after the half message',
  'scenario-crash-after-half-why':
    'The half message has lost its owner; the check-back finds no order and has it rolled back.',
  'scenario-crash-after-local-commit-title': 'Crash after local commit',
  'scenario-crash-after-local-commit-why':
    'The most dangerous moment: the order exists and the broker has not heard of it; another instance of the group answers instead.',
  'scenario-end-transaction-lost-title': 'COMMIT lost on the way',
  'scenario-end-transaction-lost-why':
    'The end request is never repeated and its sender believes all is well; only the check-back repairs it.',
  'scenario-group-down-until-discard-title': 'Group down until discard',
  'scenario-group-down-until-discard-why':
    'Checks count even when nobody is there; after about seven and a half minutes the order has no points and none will come by themselves.',
  'scenario-resumed-by-hand-title': 'Discarded, resumed by hand',
  'scenario-resumed-by-hand-why':
    'Discarded is not deleted: an administrator can put it back into the half topic, and its count starts at 0 again.',
  'scenario-check-while-running-unknow-title': 'Checked while running: UNKNOW',
  'scenario-check-while-running-unknow-why':
    'A truthful answer, yet the copy made by the check and the late COMMIT are each delivered; without deduplication the points are added twice.',
  'scenario-check-while-running-rollback-title': 'Checked while running: ROLLBACK',
  'scenario-check-while-running-rollback-why':
    'Not found is not rolled back: the order commits later, its COMMIT is lost, and nobody ever asks again.',
  'scenario-check-while-running-commit-title': 'Checked while running: COMMIT',
  'scenario-check-while-running-commit-why':
    'The check answers COMMIT too early, the local transaction rolls back, and points exist for an order that does not.',
  'scenario-check-while-running-fenced-title': 'Checked while running: fenced',
  'scenario-check-while-running-fenced-why':
    'The check first inserts a “cancelled” row that makes the late local commit fail, so that ROLLBACK is a safe answer.',
  'scenario-late-commit-after-check-title': 'COMMIT after the check',
  'scenario-late-commit-after-check-why':
    'Both the answer to the check and the late COMMIT count; the broker removes no duplicates, so the message is delivered twice.',
  'scenario-commit-replayed-title': 'COMMIT arrives twice',
  'scenario-commit-replayed-why':
    'The broker never looks whether a half message was settled before: two COMMITs make two messages.',
  'scenario-commit-replayed-dedup-title': 'COMMIT twice, deduplicated',
  'scenario-commit-replayed-dedup-why':
    'With marker and points in one transaction, the second message cannot add points again.',
  'scenario-exception-rolled-back-title': 'Exception, rolled back',
  'scenario-exception-rolled-back-why':
    'An exception becomes UNKNOW, not ROLLBACK: it takes a check-back to find out the truth.',
  'scenario-exception-after-commit-title': 'Exception after the commit',
  'scenario-exception-after-commit-why':
    'The database has committed and the exception only means UNKNOW; the check-back sees the order and answers COMMIT.',
  'scenario-broker-restart-title': 'Broker restarts, COMMIT lost',
  'scenario-broker-restart-why':
    'The COMMIT meets a broker that is down, but the stored half message survives; once the producer has registered again, a check brings the outcome.',
  'scenario-op-lost-in-batch-title': 'Crash before the op (5.x)',
  'scenario-op-lost-in-batch-why':
    'The message is delivered while its op still waits in memory; after the restart the half message looks unsettled and is delivered again.',
  'scenario-orphan-half-after-retry-title': 'Orphan of a send retry',
  'scenario-orphan-half-after-retry-why':
    'Two attempts store two half messages and the COMMIT settles only the second; the check answers COMMIT for the first one too.',
  'scenario-consumer-crash-before-commit-title': 'Consumer crash before commit',
  'scenario-consumer-crash-before-commit-why':
    'The consumer offset was never reported, so the message comes again and nothing is lost.',
  'scenario-consumer-crash-after-commit-title': 'Consumer crash after commit',
  'scenario-consumer-crash-after-commit-why':
    'The points are there but the offset is not reported, so the message must come again; the marker recognises it.',
  'scenario-consumer-crash-no-dedup-title': 'Same crash, no deduplication',
  'scenario-consumer-crash-no-dedup-why': 'At least once without deduplication means points added twice.',
  'scenario-marker-first-crash-title': 'Marker first, then crash',
  'scenario-marker-first-crash-why':
    'Marker and points are not in one transaction: the marker is written, the points are not, and the message is skipped as a duplicate.',
  'scenario-ack-before-commit-title': 'Acknowledge, then add points',
  'scenario-ack-before-commit-why':
    'A crash between the two: the broker believes the message consumed, and it does not come again.',
  'scenario-consumer-never-succeeds-title': 'Consumer never succeeds',
  'scenario-consumer-never-succeeds-why':
    'Out of retries, the message goes to the dead-letter queue; the order is not undone, and a person has to act.',
  'scenario-immunity-discards-unasked-title': 'Immune, discarded unasked',
  'scenario-immunity-discards-unasked-why':
    'An immune message is never asked about but counted all the same, and discarded without a single question.',
  'scenario-flush-timeout-title': 'Flush timeout, rolled back',
  'scenario-flush-timeout-why':
    'The half message is stored, but the reply is not SEND_OK: the client skips the local transaction and rolls back.',
  'scenario-put-fails-title': 'Put to topic fails',
  'scenario-put-fails-why':
    'If the message cannot be written, no op is written and nobody is told; it stays unsettled, and the next check tries again.',
  'scenario-power-loss-title': 'Power loss takes the half',
  'scenario-power-loss-why':
    'With asynchronous flush a power loss takes the half message while the order commits: without a half message nobody ever asks.',
} as const satisfies { readonly [key in StoryText]: string };
