/** Which order an observation is about, where a broker tells no sends: what was read off a real 5.5.0 by `live record`. */
import { describe, expect, it } from 'vitest';
import { admit } from './admit.ts';
import type { Observation, Recording } from './observation.ts';

const HALF = 'RMQ_SYS_TRANS_HALF_TOPIC';
const BODY = '2 bytes 8ce41d7a4e90';

const appended = { what: 'appended', where: 'commitlog', queue: 0, offset: 0, reconsumeTimes: 0 } as const;
const named = { checkTimes: 0, group: 'pg', transactional: true, bornMs: -52, transaction: 't1', body: BODY } as const;

const half: Observation = {
  ...appended,
  ...named,
  topic: HALF,
  physicalOffset: 0,
  size: 343,
  sysFlag: 0,
  preparedOffset: null,
  realTopic: 'Orders',
  realQueue: 0,
  timeMs: 0,
};
const real: Observation = {
  ...appended,
  ...named,
  topic: 'Orders',
  physicalOffset: 343,
  size: 296,
  sysFlag: 8,
  halfPhysicalOffset: 0,
  timeMs: 168,
};
const op: Observation = {
  ...appended,
  topic: 'RMQ_SYS_TRANS_OP_HALF_TOPIC',
  physicalOffset: 639,
  size: 137,
  sysFlag: 0,
  body: '0,',
  tags: 'd',
  timeMs: 697,
};

describe('a recording in which a broker tells no sends', () => {
  it('[R112] is admitted: the body that stands beside a transaction is its body', () => {
    expect(verdictOf([half, real, op])).toBe('admitted');
  });

  it('[R112] is rejected where a body or a transaction is another than before', () => {
    expect(verdictOf([half, { ...real, body: '2 bytes 000000000000' }, op])).toBe('rejected');
    expect(verdictOf([half, { ...real, transaction: 't2' }, op])).toBe('rejected');
  });
});

function verdictOf(seen: readonly Observation[]): string {
  const recording: Recording = {
    'halfway-observations': 1,
    name: 'recorded',
    broker: 'RocketMQ 5.5.0',
    settings: {
      version: '5.x',
      transactionTimeOutMs: 3_000,
      transactionCheckIntervalMs: 2_000,
      transactionOpBatchIntervalMs: 500,
      transactionCheckMax: 15,
      retryDelaysMs: [1_000, 2_000, 2_000, 2_000],
      topic: 'Orders',
      sendRetries: 0,
      reconsumeMax: 16,
      producerGroup: 'pg',
    },
    recorded: { kinds: ['appended', 'cursors', 'ended'] },
    observations: [
      ...seen,
      { what: 'cursors', where: 'administrator', half: [1, 1], op: [1, 1], discarded: 0, timeMs: 5_671 },
      { what: 'ended', where: 'administrator', timeMs: 5_671 },
    ],
  };
  return admit(recording).verdict;
}
