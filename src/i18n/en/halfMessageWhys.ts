import type { WhyText } from '../../protocols/half-message/texts.ts';
import { texts as consumer } from './consumerSettings.ts';
import { texts as checkers } from './halfMessageCheckers.ts';

/** Why each named run is worth a look, and the settings with theirs, in English. */
export const texts = {
  ...consumer,
  ...checkers,
  'scenario-clean-commit-why':
    'How it looks when nothing goes wrong: the order commits first, the points follow, both sides agree.',
  'scenario-rollback-why':
    'A rolled-back order gets no points; the broker has only written an op message, and nothing was deleted.',
  'scenario-unknow-then-commit-why':
    'UNKNOW is not a failure: it defers the decision to the check-back, and the points come about half a minute late.',
  'scenario-crash-before-half-why':
    'The message goes out before the database is touched, so a crash here leaves nothing behind.',
  'scenario-crash-after-half-why':
    'The sender has crashed; the check-back finds no order and rolls the half message back.',
  'scenario-crash-after-local-commit-why':
    'The most dangerous moment: the order is committed and the broker has not received the COMMIT; another instance of the group answers the check.',
  'scenario-end-transaction-lost-why':
    'The outcome is never resent and its sender assumes success; only the check-back repairs it.',
  'scenario-group-down-until-discard-why':
    'Checks count even when no producer is online; after about seven and a half minutes the order exists, and its points are never added automatically.',
  'scenario-resumed-by-hand-why':
    'Discarded does not mean deleted: an administrator can put it back into the half topic, with its count reset to 0.',
  'scenario-check-while-running-unknow-why':
    'The answer is correct, yet the copy made by the check and the late COMMIT are each delivered; without deduplication the points are added twice.',
  'scenario-check-while-running-rollback-why':
    'Not found does not mean rolled back: the order commits later, its COMMIT is lost, and no check follows.',
  'scenario-check-while-running-commit-why':
    'The check answers COMMIT too early, the local transaction rolls back, and points exist for an order that does not.',
  'scenario-check-while-running-fenced-why':
    'The check first inserts a “cancelled” row that makes the late local commit fail, so that ROLLBACK is a safe answer.',
  'scenario-late-commit-after-check-why':
    'The answer to the check and the late COMMIT both count; the broker does not deduplicate, so the message is delivered twice.',
  'scenario-commit-replayed-why':
    'The broker never checks whether a half message was already settled: two COMMITs make two messages.',
  'scenario-commit-replayed-dedup-why':
    'With marker and points in one transaction, the second message cannot add points again.',
  'scenario-exception-rolled-back-why':
    'An exception becomes UNKNOW, not ROLLBACK, so only the check-back finds the outcome.',
  'scenario-exception-after-commit-why':
    'The database has committed and the exception only means UNKNOW; the check-back sees the order and answers COMMIT.',
  'scenario-broker-restart-why':
    'The COMMIT arrives while the broker is down, but the stored half message survives; once the producer registers again, a check supplies the outcome.',
  'scenario-op-lost-in-batch-why':
    'The message is delivered while its op message still waits in memory; after the restart the half message looks unsettled and is delivered again.',
  'scenario-orphan-half-after-retry-why':
    'Two attempts store two half messages and the COMMIT settles only the second; the check answers COMMIT for the first one too.',
  'scenario-consumer-crash-before-commit-why':
    'The consumer offset was never reported, so the message is redelivered and nothing is lost.',
  'scenario-consumer-crash-after-commit-why':
    'The points are added but the offset is not reported, so the message is redelivered; the marker identifies it as a duplicate.',
  'scenario-consumer-crash-no-dedup-why': 'At least once without deduplication means points added twice.',
  'scenario-marker-first-crash-why':
    'Marker and points are not in one transaction: the marker is written, the points are not, and the message is skipped as a duplicate.',
  'scenario-ack-before-commit-why':
    'After a crash between the two, the broker considers the message consumed and does not redeliver it.',
  'scenario-consumer-never-succeeds-why':
    'When its retries are used up, the message goes to the dead-letter queue; the order is not rolled back, and manual action is needed.',
  'scenario-points-database-down-why':
    'The listener cannot write and returns RECONSUME_LATER: ten seconds later the database has restarted, and the points are only late.',
  'scenario-immunity-discards-unasked-why':
    'An immune message is not asked about but still counted, and discarded without a single check.',
  'scenario-flush-timeout-why':
    'The half message is stored, but the reply is not SEND_OK: the client skips the local transaction and rolls back.',
  'scenario-put-fails-why':
    'If the message cannot be written, no op message is written and the sender is not told; it stays unsettled, and the next pass tries again.',
  'scenario-op-put-fails-why':
    'A failed write of an op message leaves only a log line, and its offsets are already out of memory: a delivered message is checked again and delivered twice.',
  'scenario-op-slips-why':
    'Before 5.4 a batch of op messages may come up to two intervals late (6 s), as long as transactionTimeOut: a promptly committed message is checked and delivered again.',
  'scenario-discard-put-fails-why':
    'If the discard cannot be written, the scan offset moves on despite this: the message is in no topic, and no administrator can resume it.',
  'scenario-pass-breaks-off-why':
    'A copy is appended but the scan offset has not moved: the next pass copies the same half message again, and both checks are answered COMMIT.',
  'scenario-clean-stop-why':
    'A clean shutdown leaves out op messages that have waited less than an interval: a rolling restart may deliver twice.',
  'scenario-check-answers-null-why':
    'null is not UNKNOW: it throws in the check pool and nothing is sent, so this check is used up.',
  'scenario-check-answers-wrongly-why':
    'The order is committed and its COMMIT is lost; the check says ROLLBACK. The broker believes every answer and never asks again.',
  'scenario-commit-says-rollback-why':
    'RocketMQ trusts the return value: once the op message is stored there is no further check, and the order has no points.',
  'scenario-rejected-three-times-why':
    'NO_PERMISSION is one of the codes that are tried again: by default the client sends three times before the caller gets its exception.',
  'scenario-permission-restored-why':
    'An operator lets the broker accept transactional messages again before the three attempts are used up: nothing was stored until then, and the order continues as usual.',
  'scenario-other-instance-asked-why':
    'The broker asks in no fixed order: any live instance may be asked first, and the same one twice.',
  'scenario-discarded-sent-by-hand-why':
    'A discarded half message is still in the half topic: the broker accepts a COMMIT for its original offset and delivers the message.',
  'scenario-power-loss-why':
    'With asynchronous flush a power loss destroys the half message while the order commits: without a half message there is no check.',
  'scenario-power-loss-unwaited-why':
    'Even with synchronous flush the broker does not wait until the op message is on disk. It is lost, the half message counts as unsettled, and the check delivers it again.',
  'scenario-power-loss-busy-why':
    'On a busy broker an asynchronous flush comes after 500 ms at most: what is older survives the power loss.',
  'scenario-check-log-row-why':
    'A log row written in the local transaction is there exactly when the order is, whichever instance is asked: the way of most careful implementations.',
  'scenario-check-purged-log-why':
    'A clean-up job removes log rows before the last check: not found does not mean rolled back, and the points are lost. Met where log tables are cleaned by the hour.',
  'scenario-check-late-status-why':
    'The status is written after the commit, and a crash between the two leaves none: the order exists, the check answers ROLLBACK. Met where a listener updates a status at its end.',
  'scenario-check-memory-map-why':
    'The official sample keeps states in a map and answers COMMIT when it finds none, and many copy it: after a restart a rolled-back order gets points.',
  'scenario-check-coordinator-why':
    'The check asks a remote coordinator whose record has expired: it answers ROLLBACK, and a committed order loses its points.',
  'scenario-check-grace-period-why':
    'Two checks are answered UNKNOW, then not found means ROLLBACK: sound only if no local transaction outlives it. Met where a checker looks at the age of a message.',
  'scenario-check-always-unknown-why':
    'The check was never implemented and always answers UNKNOW: when its checks are used up, the half message is discarded. Not rare in public code.',
  'scenario-check-two-businesses-why':
    'Two businesses share a producer group, so a check can ask the wrong one: it has no such order and answers ROLLBACK. Each business needs a group of its own.',
  'scenario-check-two-groups-why':
    'Each business has a producer group of its own: while one is down, the broker does not ask the other one. The answer comes when the first has restarted.',
  'scenario-check-three-instances-why':
    'Three instances of one group, and two of them crash: the third can answer from the shared database.',
  'scenario-check-own-databases-why':
    'Two instances of a group have a database each, and the one that answers for the other finds no order. Met where databases are split by instance or cell.',
  'scenario-check-exception-rollback-why':
    'The database times out, and the code catches the exception and answers ROLLBACK although the order is committed. UNKNOW would be right.',

  'setting-version': 'RocketMQ version',
  'setting-version-why':
    '4.9 writes each op message at once and scans every 60 s; 5.x collects op messages in memory for 3 s and scans every 30 s; since 5.4 a batch no longer slips by an interval (its optional RocksDB store is not modelled, nor are the proxy and the gRPC client of 5.x).',
  'value-version-5.x': '5.x',
  'value-version-4.9': '4.9',
  'value-version-5.4': '5.4',
  'setting-producers': 'Order service instances',
  'setting-producers-why':
    'A check may ask any live instance of the producer group, so one can answer for another that has crashed.',
  'value-producers-1': 'one',
  'value-producers-2': 'two',
  'value-producers-3': 'three',
  'setting-groups': 'Producer groups',
  'setting-groups-why':
    'A check asks only members of the group that sent the half message. With two groups the last instance is a group of its own. Needs two instances.',
  'value-groups-one': 'one',
  'value-groups-two': 'two',
  'setting-check-max': 'Maximum checks',
  'setting-check-max-why':
    'When its checks are used up, the half message moves to TRANS_CHECK_MAX_TIME_TOPIC, is no longer checked and needs manual action. The official documents say “rolled back by default”, but nothing is rolled back.',
  'setting-dedup-why':
    'A message is delivered at least once; how duplicates are detected decides whether points are added twice or not at all.',
  'setting-ack-why': 'A message acknowledged before its points are added is not redelivered after a crash.',
  'setting-flush': 'Flush to disk',
  'setting-flush-why':
    'With asynchronous flush a power loss loses the unflushed end of the log; killing the process does not.',
  'value-flush-sync': 'synchronous',
  'value-flush-async': 'asynchronous, quiet broker (10 s)',
  'value-flush-async-busy': 'asynchronous, busy broker (500 ms)',
  'value-flush-sync-unwaited': 'synchronous, op messages not waited for',
  'setting-send-retry': 'Send retry',
  'setting-send-retry-why':
    'Resending after a lost reply leaves a second half message, and the outcome settles only one of the two.',
  'value-send-retry-off': 'off',
  'value-send-retry-on': 'on',
  'setting-immunity': 'Check immunity',
  'setting-immunity-why':
    'During immunity every pass appends a copy and counts it without asking, so all checks may be used up unasked.',
  'value-immunity-off': 'none',
  'value-immunity-long': '600 s',
  'setting-report': 'Send the outcome',
  'setting-report-why':
    'Step 4. Without it every outcome has to wait for a check: the message arrives, but always late.',
  'value-report-on': 'yes',
  'value-report-off': 'no',
  'setting-check-back': 'Check back',
  'setting-check-back-why':
    'Step 8. Without it a half message whose outcome is lost stays invisible for ever, and its points are never added.',
  'value-check-back-on': 'yes',
  'value-check-back-off': 'no',
  'safeguard-half': 'The half message',
  'safeguard-half-why': 'Without it the message is visible at once, before anyone knows whether the order will commit.',
  'safeguard-stored-first': 'Stored before the order',
  'safeguard-stored-first-why':
    'If the order committed first, a crash would leave the broker with nothing to check back on.',
} as const satisfies { readonly [key in WhyText]: string };
