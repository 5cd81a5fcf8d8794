import type { Texts } from '../book.ts';

/** The page of recorded runs, in English. */
export const texts: Texts<'recordingsPage'> = {
  'recordings-intro':
    'Event logs of a real RocketMQ, recorded with short timers. The model goes through each line by line: is there a run at the recorded settings that shows exactly this, in this order? If so, it plays here; if not, the page names the first line that differs.',
  'recordings-all': 'All recordings',
  'recordings-from': 'Recorded from {broker}',
  'release-4.9.8': 'RocketMQ 4.9.8',
  'release-5.3.3': 'RocketMQ 5.3.3 (its transaction code)',
  'release-5.5.0': 'RocketMQ 5.5.0 (a whole broker, driven step by step)',
  'recordings-none': 'There is no recording “{id}”, as the link asks; all recordings are listed below.',

  'verdict-judging': 'Checking…',
  'verdict-admitted': 'Accepted by the model',
  'verdict-rejected': 'Differs from line {line} on',
  'verdict-incomplete': 'Incomplete',
  'verdict-unsupported': 'Outside the model',
  'verdict-failed': 'Undecided',
  'verdict-unreadable': 'Not readable',
  'judged-admitted': '{matched} of {lines} lines compared, a run of {steps} {steps|step|steps}, no difference.',
  'judged-rejected': 'Everything before line {line} matches. {reason}',
  'failed-not-shipped': 'No recording is called “{id}”.',
  'failed-no-worker': 'It could not be checked: the browser did not start the background worker.',
  'failed-too-slow': 'It could not be checked: no result within {seconds} s.',
  'failed-no-judgement': 'It could not be checked: the result was malformed.',
  'failed-thrown': 'It could not be checked: {message}',
  'failed-cancelled': 'Checking was cancelled.',
  'failed-unreadable': 'The file cannot be read: {reason}.',
  'outside-title': 'Lines outside the model, not compared',
  'outside-kind': '{kind}: {count}',

  'own-title': 'Check a recording of your own',
  'own-about':
    'A raw RocketMQ event log, observations as JSON, a broker’s transaction.log or broker.log, message traces as JSON, or what mqadmin queryMsgById prints; compressed by gzip or not (described in src/recordings/FORMAT.md of the source). It is processed in your browser and never uploaded.',
  'own-drop': 'or drop one or several here, or paste the text below',
  'own-progress': 'Checking {done} of {count}',
  'own-cancel': 'Cancel',
  'own-runs': 'Results',
  'own-run': '{name} (run {run})',
  'own-file': 'Choose files',
  'own-text': 'Text of the recording',
  'own-judge': 'Compare with the model',
  'own-name': 'Your recording',

  'broker-title': 'Record your own broker: five steps, and nothing leaves your machine',
  'broker-get': 'Get the source of Halfway, and what it needs to run; Node alone is enough, Java is not needed.',
  'broker-find':
    'Find out where the name server listens and which topic the half messages are for. Run the command on the machine of the broker, or add --remote to ask another one.',
  'broker-record':
    'Record the last hour. Before anything is read, the command says how many messages that will be; --since takes other minutes, --rate fewer or more requests per second than 10.',
  'broker-judge':
    'Compare with the model, here or in a terminal. Only what the broker still holds can be compared: what clients did is hidden, not absent.',
  'broker-look':
    'Open the result above under “Check a recording of your own”, or read the file before it goes anywhere: it is JSON, one line per observation.',
  'broker-leaves': 'What leaves the machine',
  'broker-leaves-nothing':
    'Nothing. The command connects to the name server and the broker that you name alone, and to another machine only if you say --remote. The file stays where you put it; this page compares it in the browser and uploads nothing.',
  'broker-asks': 'What the broker notices',
  'broker-asks-reads':
    'Read-only requests from a fixed list, one at a time, from the group TOOLS_CONSUMER, which every broker has. No group or topic is created, no offset is stored. The command stops when the broker says that it is busy, or takes longer than 1 s for an answer.',
  'broker-holds': 'What is in the file',
  'broker-holds-masked':
    'Queues, offsets, store times and check counts as they are. Of a message’s body its length and a hash with a key that is forgotten at the end; a number in place of each transaction key, which holds a client’s address, unless you say --show-keys. The bodies of op messages are offsets, and are kept. Topic and group names are kept.',

  'open-on-stage': 'Open in the explorer',
  'link-cut': 'The run has {steps} {steps|step|steps}; the link holds the first {count}.',
  'picture-label': 'The diagram at line {line}',
  'rows-label': 'Recording and run',
  'rows-recorded': 'Recorded',
  'rows-model': 'Model',
  'row-position': 'line {line} of {lines}',
  'row-line': 'line {line}',
  'row-hidden': 'not recorded',
  'row-state': 'Same state as now',
  'row-outside': 'Not part of the model',
  'row-unread': 'The run ends before this line',
  'row-unreadable': 'The line cannot be read, and it may matter',
  'status-seen': 'Matched',
  'status-hidden': 'Hidden',
  'status-outside': 'Outside',
  'status-unreadable': 'Unreadable',
  'status-parted': 'Differs',
  'status-unread': 'Not compared',
  'play-rest': 'The recording ends here',

  'run-commit-title': 'One commit',
  'run-commit-shows':
    'Half message, local transaction, COMMIT, real message, op message, delivery: six of the nine steps, with real offsets.',
  'run-rollback-title': 'One rollback',
  'run-rollback-shows': 'One more op message, and nothing in the real topic.',
  'run-batch-title': 'Several transactions at once',
  'run-batch-shows': 'Transactions overlap: are op messages written one by one or in batches?',
  'run-throws-title': 'The local transaction throws',
  'run-throws-shows': 'The exception becomes UNKNOW, the send returns as usual, and a check settles it.',
  'run-unknown-then-commit-title': 'UNKNOW first, then COMMIT',
  'run-unknown-then-commit-shows': 'Each check appends a copy before it asks; the last answer settles the newest copy.',
  'run-unknown-forever-title': 'Always UNKNOW',
  'run-unknown-forever-shows': 'Checked up to the limit, then discarded, without a single op message.',
  'run-end-lost-title': 'The COMMIT is lost',
  'run-end-lost-shows':
    'END_TRANSACTION is one-way and never resent; when the time comes, a check supplies the COMMIT.',
  'run-idle-producer-not-registered-title': 'Sender stopped, another instance answers',
  'run-idle-producer-not-registered-shows':
    'The COMMIT is lost and its instance stops; another instance of the group is checked and answers COMMIT.',
  'run-group-down-title': 'The whole group is down',
  'run-group-down-shows':
    'With no producer to ask, copies are still appended and counted, then the message is discarded.',
  'run-slow-local-tx-title': 'A slow local transaction',
  'run-slow-local-tx-shows': 'It is checked while it runs; each of the two answers settles an offset of its own.',
  'run-check-commit-then-local-rollback-title': 'The check answers COMMIT, the database rolls back',
  'run-check-commit-then-local-rollback-shows':
    'The message is delivered before the rollback: that is where phantom points come from.',
  'run-commit-after-rollback-title': 'Committed after a rollback',
  'run-commit-after-rollback-shows':
    'The broker does not check whether it is already settled; the late COMMIT is delivered.',
  'run-dup-commit-title': 'Two COMMITs',
  'run-dup-commit-shows': 'The same END_TRANSACTION arrives twice, so the real topic has two messages.',
  'run-orphan-half-after-retry-title': 'A retry leaves an orphan',
  'run-orphan-half-after-retry-shows':
    'The connection breaks, the client sends again, and two half messages are stored. COMMIT settles the second; a check delivers the first as well.',
  'run-immunity-too-long-title': 'Immune for too long',
  'run-immunity-too-long-shows':
    'During the immunity the producer is not asked but every pass counts; then the message is discarded, never asked about.',
  'run-consumer-retry-title': 'The consumer fails and retries',
  'run-consumer-retry-shows': 'Sent back, delayed, and redelivered from the retry topic with the same key.',
  'run-crash-title': 'The broker is killed',
  'run-crash-shows': 'In 4.9 the op message is already stored: after the restart there is no check.',
  'run-defaultop-commit-default-op-title': 'Op messages in batches',
  'run-defaultop-commit-default-op-shows':
    'With the default interval of 3 s the message is delivered long before its op message is stored.',
  'run-defaultop-crash-title': 'Killed before the op message is written',
  'run-defaultop-crash-shows':
    'After the restart the half message is unsettled again: some checks reach no producer, then it registers and answers COMMIT, and the message is delivered three times in all.',
  'run-flush-timeout-title': 'Stored, but not flushed in time',
  'run-flush-timeout-shows':
    'The send returns FLUSH_DISK_TIMEOUT: no local transaction runs, and the producer says ROLLBACK.',
  'run-put-fails-title': 'The real message cannot be written',
  'run-put-fails-shows':
    'The COMMIT arrives, its message does not fit, and the producer is not told; a check finds it pending.',
  'run-half-doubled-title': 'One send, two half messages',
  'run-half-doubled-shows': 'The request arrives twice and one reply is lost; COMMIT settles one, a check the other.',
  'run-check-while-next-is-sent-title': 'Checked while the next order is sent',
  'run-check-while-next-is-sent-shows':
    'A check and a send go on side by side in one producer; both end as they should.',
  'run-unregistered-while-asked-and-sending-title': 'The broker is killed between question and answer',
  'run-unregistered-while-asked-and-sending-shows':
    'The producer holds a check and sends an order when the broker is killed: the send fails, the answer is lost.',
  'run-kill-after-copy-title': 'Killed after a copy',
  'run-kill-after-copy-shows':
    'The scan offset is lost with the process, the copy is not: after the restart both are there to be checked.',
  'run-kill-with-rollback-in-memory-title': 'Killed with a ROLLBACK in memory',
  'run-kill-with-rollback-in-memory-shows':
    'The ROLLBACK was accepted, its op message was not yet written: after the restart the producer is asked about it again.',
  'run-clean-stop-title': 'A clean stop loses op messages too',
  'run-clean-stop-shows':
    'Op messages that are younger than their interval are not written when the broker is asked to stop; what was committed is checked and delivered again.',
  'run-answer-after-discard-title': 'The answer comes after the discard',
  'run-answer-after-discard-shows':
    'At its last check the message is discarded; the late COMMIT is delivered nevertheless.',
  'run-discard-put-fails-title': 'Discarded into nothing',
  'run-discard-put-fails-shows':
    'The put into the discard topic fails and the scan offset moves on: a committed order is in no topic, and no check follows.',
  'run-delivery-lost-title': 'A delivery is lost',
  'run-delivery-lost-shows':
    'The consumer never reads the answer to its pull; 3 s later it pulls the same message again.',
  'run-offset-lost-title': 'An offset is lost',
  'run-offset-lost-shows':
    'The message is consumed, its offset never reaches the broker: the restarted consumer gets the message again.',
};
