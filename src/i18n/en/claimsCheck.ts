/** Claims about outcomes and checks, in English. */
export const texts = {
  'a-lost-commit-is-repaired-claim':
    'If reporting COMMIT fails you may ignore it: the broker checks back, and the message is delivered, only later.',
  'a-lost-commit-is-repaired-ask': 'Suppose no producer ever reported COMMIT or ROLLBACK. What then?',
  'a-lost-commit-is-repaired-a': 'The points of every order are lost',
  'a-lost-commit-is-repaired-b': 'Sending throws an exception',
  'a-lost-commit-is-repaired-c': 'Everything still agrees, half a minute later',
  'a-lost-commit-is-repaired-why':
    'The COMMIT is lost; a check finds the committed order, and the message is delivered half a minute later.',
  'a-lost-commit-is-repaired-say': 'Reporting the outcome saves time; the check-back saves the message.',
  'the-sender-is-asked-claim':
    'The broker asks the producer that sent the message, and turns to others of its group only when that one has crashed.',
  'the-sender-is-asked-ask': 'Instance B sent the message and is healthy. Which one does the broker ask?',
  'the-sender-is-asked-a': 'B',
  'the-sender-is-asked-b': 'B first, then A',
  'the-sender-is-asked-c': 'Either of them',
  'the-sender-is-asked-why': 'Instance B sent the message and is running, yet A receives the check.',
  'the-sender-is-asked-say':
    'Any live instance of the group may be asked, so each must be able to answer for all: shared database, same listener.',
  'every-minute-for-four-hours-claim':
    'Undecided half messages are checked every 60 seconds, first after 60 seconds, and forcibly rolled back after 4 hours.',
  'every-minute-for-four-hours-ask':
    'The order service is down for an hour right after its commit. With the defaults, what becomes of the message?',
  'every-minute-for-four-hours-a': 'It is delivered once the service restarts',
  'every-minute-for-four-hours-b': 'It is rolled back after 4 hours',
  'every-minute-for-four-hours-c': 'It is set aside after about 8 minutes',
  'every-minute-for-four-hours-why':
    'There is a pass every 30 s, and after 15 of them, about 8 minutes, the message moves to the discard topic: checks are counted, not hours.',
  'every-minute-for-four-hours-say':
    'With the defaults since 5.1.1, a sender has about eight minutes to restart, not four hours.',
  'fifteen-then-rollback-claim': 'After 15 checks without an answer the broker rolls the message back.',
  'fifteen-then-rollback-ask': '15 checks brought no answer. What has become of the order?',
  'fifteen-then-rollback-a': 'It is rolled back too',
  'fifteen-then-rollback-b': 'It certainly does not exist',
  'fifteen-then-rollback-c': 'Nothing, it may exist without points',
  'fifteen-then-rollback-why':
    'The last pass moves the half message to the discard topic: no rollback, no delivery, and the order stays; once resumed it is delivered (the limit is 3 here).',
  'fifteen-then-rollback-say':
    'After the last check the message is set aside and needs manual action, and the order it belongs to may well exist.',
  'unknown-costs-nothing-claim':
    'When in doubt return UNKNOW, null or an exception: the broker keeps asking until it gets an answer.',
  'unknown-costs-nothing-ask': 'The check always returns UNKNOW. What happens in the end?',
  'unknown-costs-nothing-a': 'The broker keeps asking for ever',
  'unknown-costs-nothing-b': 'It commits by default',
  'unknown-costs-nothing-c': 'It stops asking and sets the message aside',
  'unknown-costs-nothing-why':
    'Each pass raises the count, also one that was answered UNKNOW; when the checks are used up the message is discarded (the limit is 3 here).',
  'unknown-costs-nothing-say': 'UNKNOW buys one more interval, and there are fifteen of them.',
  'missing-means-rollback-claim':
    'Look the order up: found means COMMIT, missing means that the local transaction was rolled back, so ROLLBACK.',
  'missing-means-rollback-ask': 'The check finds no order. Which answer is safe?',
  'missing-means-rollback-a': 'ROLLBACK, it has failed',
  'missing-means-rollback-b': 'COMMIT, to be sure',
  'missing-means-rollback-c': 'UNKNOW, or ROLLBACK after a fence',
  'missing-means-rollback-why':
    'The check precedes the local commit: “not yet” is answered as “never”, and the order that commits afterwards gets no message and no further check.',
  'missing-means-rollback-say':
    'Missing means “not yet or never”: answer UNKNOW, or write a cancellation first and only then ROLLBACK.',
  'unknown-while-running-is-enough-claim':
    'It is enough to answer UNKNOW while the transaction runs, and ROLLBACK if there is none.',
  'unknown-while-running-is-enough-ask':
    'There are two instances, and the check sees no order and no open transaction. May it answer ROLLBACK?',
  'unknown-while-running-is-enough-a': 'Yes, nothing is running',
  'unknown-while-running-is-enough-b': 'Yes, after 6 seconds',
  'unknown-while-running-is-enough-c': 'Only if it first makes a late transaction impossible',
  'unknown-while-running-is-enough-why':
    'The instance that sent the message has not begun its transaction when the other one answers ROLLBACK. One instance alone is safe, and a fence closes the gap.',
  'unknown-while-running-is-enough-say': 'With several instances only a fence proves that the order will never exist.',
  'a-map-will-do-claim':
    'The listener keeps each transaction’s state in a map in memory; what the map does not contain is COMMIT.',
  'a-map-will-do-ask': 'The sender restarts and is asked about an order from before. What does its map say?',
  'a-map-will-do-a': 'The result, as before',
  'a-map-will-do-b': 'What the broker sends along with the check',
  'a-map-will-do-c': 'Nothing',
  'a-map-will-do-why': 'After the restart the map is empty, and its default commits an order that was rolled back.',
  'a-map-will-do-say': 'The answer must come from a row that was written in the same transaction as the order.',
  'consumed-more-than-once-claim': 'A transactional message may be checked, and consumed, more than once.',
  'consumed-more-than-once-ask': 'No crash, nothing lost, one slow transaction. How often is the message delivered?',
  'consumed-more-than-once-a': 'Exactly once',
  'consumed-more-than-once-b': 'Once, the broker ignores the second COMMIT',
  'consumed-more-than-once-c': 'Perhaps twice',
  'consumed-more-than-once-why':
    'One slow transaction and two correct answers: the check settles the copy, the late COMMIT settles the original, and both are delivered.',
  'consumed-more-than-once-say':
    'Two deliveries are normal operation; the consumer’s business key makes them one effect.',
  'longer-immunity-is-safer-claim':
    'If local transactions are slow, give the message a long first-check time (CHECK_IMMUNITY_TIME_IN_SECONDS).',
  'longer-immunity-is-safer-ask': 'The immunity is 10 minutes, then the sender crashes. How often is its group asked?',
  'longer-immunity-is-safer-a': '15 times, afterwards',
  'longer-immunity-is-safer-b': 'For 4 hours',
  'longer-immunity-is-safer-c': 'Never',
  'longer-immunity-is-safer-why':
    'Each pass during the immunity counts and asks no producer; after 15 of them the message is discarded without a single question.',
  'longer-immunity-is-safer-say': 'Immunity uses up checks: keep it far below fifteen intervals.',
} as const;
