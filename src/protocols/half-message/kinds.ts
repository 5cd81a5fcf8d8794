/** What can go wrong here beside crashes and lost or doubled messages, and what an operator can repair. */
export const kinds = {
  faults: [
    'send-status',
    'no-permission',
    'put-fails',
    'op-put-fails',
    'op-slips',
    'discard-put-fails',
    'pass-breaks-off',
    'clean-stop',
    'wrong-answer',
    'no-answer',
    'wrong-outcome',
    'consumer-fails',
    'points-database-down',
    'look-up-fails',
    'record-purged',
  ],
  repairs: ['permission-restored', 'answer-sent-by-hand', 'discarded-resumed', 'points-database-repaired'],
} as const;

export type OwnKinds = typeof kinds;
