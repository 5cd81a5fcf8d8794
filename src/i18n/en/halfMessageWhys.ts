import type { WhyText } from '../../protocols/half-message/texts.ts';

/** Why each named run is worth a look, in English. */
export const enHalfMessageWhys = {
  'scenario-clean-commit-why':
    'How it looks when nothing goes wrong: the order commits first, the points follow, both sides agree.',
  'scenario-rollback-why':
    'A rolled-back order gives nobody points, and the broker has only written an op: nothing was deleted.',
  'scenario-unknow-then-commit-why':
    'UNKNOW is not a failure: it leaves the decision to the check-back, at the price of points that come half a minute late.',
  'scenario-crash-before-half-why':
    'The message goes out before the database is touched, so a crash here leaves nothing behind.',
  'scenario-crash-after-half-why':
    'The half message has lost its owner; the check-back finds no order and has it rolled back.',
  'scenario-crash-after-local-commit-why':
    'The most dangerous moment: the order exists and the broker has not heard of it; another instance of the group answers instead.',
  'scenario-end-transaction-lost-why':
    'The end request is never repeated and its sender believes all is well; only the check-back repairs it.',
  'scenario-group-down-until-discard-why':
    'Checks count even when nobody is there; after about seven and a half minutes the order has no points and none will come by themselves.',
  'scenario-resumed-by-hand-why':
    'Discarded is not deleted: an administrator can put it back into the half topic, and its count starts at 0 again.',
  'scenario-check-while-running-unknow-why':
    'A truthful answer, yet the copy made by the check and the late COMMIT are each delivered; without deduplication the points are added twice.',
  'scenario-check-while-running-rollback-why':
    'Not found is not rolled back: the order commits later, its COMMIT is lost, and nobody ever asks again.',
  'scenario-check-while-running-commit-why':
    'The check answers COMMIT too early, the local transaction rolls back, and points exist for an order that does not.',
  'scenario-check-while-running-fenced-why':
    'The check first inserts a “cancelled” row that makes the late local commit fail, so that ROLLBACK is a safe answer.',
  'scenario-late-commit-after-check-why':
    'Both the answer to the check and the late COMMIT count; the broker removes no duplicates, so the message is delivered twice.',
  'scenario-commit-replayed-why':
    'The broker never looks whether a half message was settled before: two COMMITs make two messages.',
  'scenario-commit-replayed-dedup-why':
    'With marker and points in one transaction, the second message cannot add points again.',
  'scenario-exception-rolled-back-why':
    'An exception becomes UNKNOW, not ROLLBACK: it takes a check-back to find out the truth.',
  'scenario-exception-after-commit-why':
    'The database has committed and the exception only means UNKNOW; the check-back sees the order and answers COMMIT.',
  'scenario-broker-restart-why':
    'The COMMIT meets a broker that is down, but the stored half message survives; once the producer has registered again, a check brings the outcome.',
  'scenario-op-lost-in-batch-why':
    'The message is delivered while its op still waits in memory; after the restart the half message looks unsettled and is delivered again.',
  'scenario-orphan-half-after-retry-why':
    'Two attempts store two half messages and the COMMIT settles only the second; the check answers COMMIT for the first one too.',
  'scenario-consumer-crash-before-commit-why':
    'The consumer offset was never reported, so the message comes again and nothing is lost.',
  'scenario-consumer-crash-after-commit-why':
    'The points are there but the offset is not reported, so the message must come again; the marker recognises it.',
  'scenario-consumer-crash-no-dedup-why': 'At least once without deduplication means points added twice.',
  'scenario-marker-first-crash-why':
    'Marker and points are not in one transaction: the marker is written, the points are not, and the message is skipped as a duplicate.',
  'scenario-ack-before-commit-why':
    'A crash between the two: the broker believes the message consumed, and it does not come again.',
  'scenario-consumer-never-succeeds-why':
    'Out of retries, the message goes to the dead-letter queue; the order is not undone, and a person has to act.',
  'scenario-immunity-discards-unasked-why':
    'An immune message is never asked about but counted all the same, and discarded without a single question.',
  'scenario-flush-timeout-why':
    'The half message is stored, but the reply is not SEND_OK: the client skips the local transaction and rolls back.',
  'scenario-put-fails-why':
    'If the message cannot be written, no op is written and nobody is told; it stays unsettled, and the next check tries again.',
  'scenario-power-loss-why':
    'With asynchronous flush a power loss takes the half message while the order commits: without a half message nobody ever asks.',
} as const satisfies { readonly [key in WhyText]: string };
