/** What `npm run live` drives: every named run of half messages that can be forced, and what was never recorded before. */
import { protocols } from '../../src/protocols/registry.ts';
import { libraryOf } from '../../src/scenario/library.ts';
import { STATE_RUNS } from './stateRuns.ts';
import { COMMITTED, CONSUMED, DONE, run, WHERE_OPS_SLIP, type LiveRun } from './words.ts';

/**
 * No signal plays a power loss: a kill keeps everything that was given to the operating system. And nothing from outside
 * makes a pass break off.
 */
const CANNOT_BE_FORCED: readonly string[] = ['power-loss', 'power-loss-unwaited', 'power-loss-busy', 'pass-breaks-off'];
/** What a named run needs beside the settings of all runs. */
const NEEDED: { readonly [id: string]: Omit<LiveRun, 'id' | 'link'> } = {
  // a flush that times out has to be waited for, which only a start can say
  'flush-timeout': { broker: { flushDiskType: 'SYNC_FLUSH' } },
  // ops that are younger than their interval when the broker stops; the age lies above
  'clean-stop': { broker: { transactionOpBatchInterval: 30_000, transactionTimeOut: 31_000 }, since: '5.1' },
  // no pass but those of the run while nothing can be stored
  'discard-put-fails': { broker: { transactionCheckInterval: 6_000 } },
  // in 4.9 ops never wait
  'op-lost-in-batch': { since: '5.1' },
  // long enough to tell one that slips from one that is late
  'op-slips': { broker: { transactionOpBatchInterval: 3_000 }, ...WHERE_OPS_SLIP },
};

const RESTARTED = 'crash~broker.restart~broker.heartbeat.reconnect';
const ASKED = 'timeout.pass.check.answer.end';

/** A kill in every phase of a half message, and a restart on the same store. */
const KILLED: readonly LiveRun[] = [
  run(
    'kill-before-half',
    `order.crash~broker.half.restart~broker.heartbeat.reconnect.send-timeout.half.ok.commit.return.${DONE}`,
    'send-retry~on',
  ),
  run('kill-before-half-unsent', 'order.crash~broker.half.restart~broker'),
  run(
    'kill-after-half',
    'order.half.crash~broker.ok.commit.return.restart~broker.heartbeat.reconnect.end.msg.consume.op',
  ),
  run('kill-while-running', `order.half.ok.${RESTARTED}.commit.return.${DONE}`),
  run('kill-after-op', `${COMMITTED}.${DONE}.${RESTARTED}.pass`),
  run(
    'kill-after-copy',
    `${COMMITTED}.drop~end.timeout.pass.${RESTARTED}.drop~check~offset-1.pass.check~3.answer.end.${CONSUMED}.op`,
  ),
  run(
    'kill-with-rollback-in-memory',
    `order.half.ok.rollback.return.end.crash~broker.restart~broker.timeout.heartbeat.reconnect.pass.check.answer.end.op`,
  ),
  run('kill-while-retry-waits', `${COMMITTED}.end.msg.fail.op.${RESTARTED}.retry.${CONSUMED}`, 'reconsume-max~2'),
];

/** Messages that get lost, or come twice. */
const LOST: readonly LiveRun[] = [
  run('half-lost-then-sent-again', `order.drop~half.send-timeout.half.ok.commit.return.${DONE}`, 'send-retry~on'),
  run('half-lost', 'order.drop~half.send-timeout'),
  run(
    'half-lost-three-times',
    'order.drop~half.send-timeout.drop~half.send-timeout.drop~half.send-timeout',
    'send-retry~on',
  ),
  run(
    'half-doubled',
    `order.dup~half.half.half.ok~0.drop~ok.commit.return.${DONE}.${ASKED}.${CONSUMED}`,
    'send-retry~on',
  ),
  run('end-doubled-in-one-op', `${COMMITTED}.dup~end.end.end.op.msg~offset-0.consume.${CONSUMED}`),
  run('end-doubled-one-lost', `${COMMITTED}.dup~end.drop~end.${DONE}`),
  run(
    'check-answer-doubled',
    `order.half.ok.unknow.return.end.timeout.pass.check.answer.dup~end.end.end.msg~offset-0.consume.${CONSUMED}.op`,
  ),
  // one more than its checks: at the maximum the pass may discard what it has just copied (HM-48)
  run('check-lost', `${COMMITTED}.drop~end.timeout.pass.drop~check.pass.check.answer.${DONE}`, 'check-max~3'),
];

/** What somebody sends by hand, and answers that contradict each other. */
const BY_HAND: readonly LiveRun[] = [
  run('rollback-after-commit', `${COMMITTED}.end.op.${CONSUMED}.send-rollback.end.op`),
  run('commit-after-rollback', `order.half.ok.rollback.return.end.op.send-commit.${DONE}`),
  run('commit-after-commit', `${COMMITTED}.end.op.${CONSUMED}.send-commit.${DONE}`),
  run(
    'unknow-twice-then-late-commit',
    `order.half.ok.slow.timeout.pass.check.say-unknow.end.pass.check.say-unknow.end.commit.return.${DONE}.pass.check.answer.${DONE}`,
  ),
];

/** Several orders, instances and queues. */
const SEVERAL: readonly LiveRun[] = [
  run('two-orders-out-of-order', `${COMMITTED}.${COMMITTED}.end~offset-0.end.op.msg~offset-0.consume.${CONSUMED}`),
  run('three-orders', `${`${COMMITTED}.end.${CONSUMED}.`.repeat(3)}op`),
  { ...run('three-orders-four-queues', `${`${COMMITTED}.end.${CONSUMED}.`.repeat(3)}op`), queues: 4 },
  run(
    'check-while-next-is-sent',
    `order.half.ok.unknow.return.end.timeout.pass.order.half.check.ok.answer.end.commit.return.end.msg~offset-0.consume.${CONSUMED}.op`,
  ),
  run(
    'two-instances-both-send',
    `order~producer.half.ok.commit.return.order~producer-b.half.ok.rollback.return.end~1.end.${CONSUMED}.op`,
    'producers~2',
  ),
];

const unanswered = (instance: string): string => `order~${instance}.half.ok.commit.return.drop~end`;
const answeredBy = (instance: string): string => `check~${instance}.answer~${instance}.end~${instance}.${CONSUMED}`;

/** HM-C14, HM-C35: three instances of a group, and two groups on one broker. */
const GROUPS: readonly LiveRun[] = [
  run(
    'three-instances-all-send',
    `order~producer.half.ok.commit.return.order~producer-b.half.ok.rollback.return.order~producer-c.half.ok.commit.return.end~producer-b.end~producer-c.${CONSUMED}.end.${CONSUMED}.op`,
    'producers~3',
  ),
  run(
    'three-instances-one-dead',
    `order~producer.half.ok.commit.crash~order-b.return.drop~end.timeout.pass.check.answer.${DONE}`,
    'producers~3',
  ),
  run(
    'two-groups-each-asked',
    `${unanswered('producer')}.${unanswered('producer-b')}.timeout.timeout.pass.${answeredBy('producer')}.${answeredBy('producer-b')}.op`,
    'producers~2.groups~two',
  ),
  run(
    'two-groups-one-is-down',
    `${unanswered('producer')}.${unanswered('producer-b')}.crash~order.timeout.timeout.pass.${answeredBy('producer-b')}.op.restart~order.pass.check.answer.${DONE}`,
    'producers~2.groups~two',
  ),
  run(
    'two-groups-foreign-commit',
    `order~producer.half.ok.hand-commit~producer-b.end.commit.return.${DONE}`,
    'producers~2.groups~two',
  ),
  run(
    'two-groups-foreign-rollback',
    `order~producer-b.half.ok.hand-rollback~producer.end.commit.return.${DONE}`,
    'producers~2.groups~two',
  ),
  run(
    'two-groups-of-two-and-one',
    `${unanswered('producer-b')}.${unanswered('producer-c')}.crash~order-b.timeout.timeout.pass.${answeredBy('producer')}.${answeredBy('producer-c')}.op`,
    'producers~3.groups~two',
  ),
  run(
    'two-groups-share-an-op',
    `order~producer.half.ok.commit.return.end.${CONSUMED}.order~producer-b.half.ok.rollback.return.end.op`,
    'producers~2.groups~two',
  ),
];

/** Statuses, refusals, retries and the limit of checks. */
const STATUSES: readonly LiveRun[] = [
  run('rejected-then-accepted', `reject.order.half.ok.accept.${COMMITTED}.${DONE}`),
  run('flush-slave-timeout', 'flush-slave-timeout.order.half.ok.return.end.op'),
  run('consumer-fails-once', `${COMMITTED}.end.msg.fail.op.retry.${CONSUMED}`),
  run('dead-letter-at-once', `${COMMITTED}.end.msg.fail.op`, 'reconsume-max~0'),
  run(
    'answer-after-discard',
    'order.half.ok.unknow.return.end.timeout.pass.pass-end.pass.check.answer.end',
    'check-max~1',
  ),
  run('committed-within-immunity', `${COMMITTED}.${DONE}.pass.pass`, 'immunity~long.check-max~3'),
];

export function liveRuns(): readonly LiveRun[] {
  return [...named(), ...KILLED, ...LOST, ...BY_HAND, ...SEVERAL, ...GROUPS, ...STATUSES, ...STATE_RUNS];
}

function named(): readonly LiveRun[] {
  return libraryOf(protocols)
    .filter(({ id, scenario }) => scenario.protocol === 'half-message' && !CANNOT_BE_FORCED.includes(id))
    .map(({ id, link }): LiveRun => ({ id, link, ...NEEDED[id] }));
}
