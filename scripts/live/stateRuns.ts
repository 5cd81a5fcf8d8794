/** Runs that show changes of state which no other run shows: where one role is busy while another one dies, ages or asks. */
import { COMMITTED, CONSUMED, DONE, run, WHERE_OPS_SLIP, type LiveRun } from './words.ts';

const BACK = 'restart~broker.heartbeat.reconnect';
const ASKED = 'pass.check.answer.end';
const DONE_BY_CHECK = `${CONSUMED}.op`;

/** The broker dies while a producer is in the middle of something. */
const WITHOUT_BROKER: readonly LiveRun[] = [
  rarely(
    'unregistered-while-asked',
    `${COMMITTED}.drop~end.timeout.pass.cursors.crash~broker.check.say-unknow.end.${BACK}.${ASKED}.${DONE_BY_CHECK}`,
  ),
  run(
    'unregistered-while-asked-and-sending',
    `${COMMITTED}.drop~end.timeout.pass.order.crash~broker.check.half.send-timeout.say-unknow`,
  ),
  run('unregistered-while-sending', 'order.crash~broker.half.send-timeout.restart~broker'),
  run('unregistered-when-ordering', `${COMMITTED}.${DONE}.crash~broker.order.half.send-timeout.${BACK}`),
  run(
    'unregistered-when-not-safe',
    `flush-slave-timeout.order.half.crash~broker.ok.return.end.${BACK}.timeout.${ASKED}.op`,
  ),
  run('unregistered-while-rolling-back', `order.half.ok.crash~broker.rollback.return.end.${BACK}.timeout.${ASKED}.op`),
  run('unregistered-while-returning', `order.half.ok.commit.crash~broker.${BACK}.return.${DONE}`),
];

const UNKNOWN = 'order.half.ok.unknow.return.end.timeout.pass';
const ROLLED_BACK = 'half.ok.rollback.return.end';

/** A check comes while the next order is on its way. */
const WHILE_SENDING: readonly LiveRun[] = [
  run('asked-while-sending', `${UNKNOWN}.order.check.answer.end.${ROLLED_BACK}.${DONE_BY_CHECK}`),
  run('asked-while-sending-unknow', `${UNKNOWN}.order.check.say-unknow.end.${ROLLED_BACK}.${ASKED}.${DONE_BY_CHECK}`),
  run('ordered-while-asked', `${UNKNOWN}.check.order.answer.end.${ROLLED_BACK}.${DONE_BY_CHECK}`),
];

/** What waits in memory, while something grows old or is stored. */
const IN_MEMORY: readonly LiveRun[] = [
  rarely('half-stored-while-op-waits', `order.half.ok.timeout.commit.return.end.msg.consume.order.${ROLLED_BACK}.op`, {
    transactionOpBatchInterval: 2_500,
  }),
  rarely('aged-while-op-waits', `${COMMITTED}.end.${CONSUMED}.timeout.op`, {
    transactionTimeOut: 1_500,
    transactionOpBatchInterval: 5_000,
  }),
  rarely('op-after-age', `order.half.ok.timeout.commit.return.${DONE}`, { transactionOpBatchInterval: 2_500 }),
  rarely('op-before-age', `${COMMITTED}.${DONE}`, { transactionTimeOut: 6_000, transactionOpBatchInterval: 2_500 }),
  rarely(
    'cursors-persisted',
    `${COMMITTED}.drop~end.timeout.pass.drop~check.cursors.crash~broker.${BACK}.${ASKED}.${DONE_BY_CHECK}`,
  ),
];

/** The consumer, its offsets and its failures. */
const CONSUMING: readonly LiveRun[] = [
  run(
    'consumer-restarts-behind-its-offset',
    `${COMMITTED}.${DONE}.offset.ack.crash~points.restart~points.order.${ROLLED_BACK}.timeout.op`,
  ),
  run('kill-while-consuming', `${COMMITTED}.end.msg.op.crash~broker.${BACK}.fail.retry.${CONSUMED}`, 'reconsume-max~2'),
];

/** Deliveries that are not read, offsets that are not written, failures that reach nobody. */
const LOST_BY_CONSUMER: readonly LiveRun[] = [
  run('delivery-lost', `${COMMITTED}.end.drop~msg.op.pull.${CONSUMED}`),
  run('offset-lost', `${COMMITTED}.${DONE}.offset.drop~ack.crash~points.restart~points.${CONSUMED}`, 'dedup~none'),
  run(
    'offset-stored-while-consuming',
    `${COMMITTED}.end.${CONSUMED}.${COMMITTED}.end.msg.offset.ack.crash~points.restart~points.${CONSUMED}.op`,
  ),
  run('fails-without-broker', `${COMMITTED}.end.msg.op.crash~broker.fail.again.${BACK}.consume`, 'reconsume-max~2'),
];

/** Before 5.4 an op that is answered just after another one was written slips (HM-60); no pass comes in between. */
const SLIPPING: readonly LiveRun[] = [
  slipping('slipped-while-next-ages', `${ROLLED_BACK}.timeout.op`, 1_200),
  slipping('slipped-before-next-ages', 'half.ok.op.rollback.return.end.op', 4_000),
];

export const STATE_RUNS: readonly LiveRun[] = [
  ...WITHOUT_BROKER,
  ...WHILE_SENDING,
  ...IN_MEMORY,
  ...CONSUMING,
  ...LOST_BY_CONSUMER,
  ...SLIPPING,
];

function slipping(id: string, next: string, transactionTimeOut: number): LiveRun {
  const words = `${COMMITTED}.end.${CONSUMED}.timeout.op.${COMMITTED}.end.${CONSUMED}.timeout.op-slips.order.${next}`;
  const broker = { transactionCheckInterval: 60_000, transactionOpBatchInterval: 4_000, transactionTimeOut };
  return { ...run(id, words), broker, ...WHERE_OPS_SLIP };
}

/** With time for something to happen between two passes. */
function rarely(id: string, words: string, broker: LiveRun['broker'] = {}): LiveRun {
  return { ...run(id, words), broker: { transactionCheckInterval: 12_000, ...broker } };
}
