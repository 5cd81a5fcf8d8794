/** Claims about the half message itself, in English. */
export const texts = {
  'half-not-stored-claim':
    'Until it is committed, a half message is only held aside: a flag hides it, and it is not yet written to disk.',
  'half-not-stored-ask': 'The broker crashes right after it has stored a half message. What is left of it?',
  'half-not-stored-a': 'Nothing, it was only in memory',
  'half-not-stored-b': 'A flagged message in its own topic',
  'half-not-stored-c': 'A stored message in another topic',
  'half-not-stored-why':
    'The broker crashes right after it has stored the half message; after the restart it is still there, and is delivered after the commit.',
  'half-not-stored-say':
    'A half message is stored and flushed like any other, only in a topic that no consumer subscribes to; COMMIT writes a second message.',
  'rollback-deletes-claim': 'ROLLBACK deletes the half message, so it can never be consumed.',
  'rollback-deletes-ask': 'After a ROLLBACK, a COMMIT for the same half message arrives. What does the broker do?',
  'rollback-deletes-a': 'It refuses: the message is settled',
  'rollback-deletes-b': 'It finds nothing: the message was deleted',
  'rollback-deletes-c': 'It delivers the message',
  'rollback-deletes-why':
    'The log is append-only: ROLLBACK appends an op message, and when a COMMIT arrives the broker does not check whether the message is settled.',
  'rollback-deletes-say':
    'ROLLBACK only notes that the message is settled; a stray COMMIT afterwards still delivers it.',
  'resend-is-recognised-claim':
    'If the reply is lost and the producer sends again, the broker recognises the repeat by an internal message id and keeps one message.',
  'resend-is-recognised-ask':
    'The first attempt was stored but its reply was lost; the second succeeded. How many half messages are there?',
  'resend-is-recognised-a': 'One, the broker deduplicates',
  'resend-is-recognised-b': 'One, the client cancels the first',
  'resend-is-recognised-c': 'Two',
  'resend-is-recognised-why':
    'Both attempts are stored; the producer reports the outcome of the second only, and the orphan is settled by a check.',
  'resend-is-recognised-say':
    'A send that failed may have been stored, and a repeated one may be stored twice; only the consumer’s business key tells.',
} as const;
