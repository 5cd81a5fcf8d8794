/**
 * Public incidents, and what others test in their own outbox, as runs of our protocols. An incident is one entry here and
 * its texts; the tests replay every run, its mend included.
 */
import type { IncidentSpec, Mend, Source } from './incident.ts';

const issue = (repository: string, number: number): Source => ({
  name: `${repository.replace(/^.*\//, '')} #${number}`,
  url: `https://github.com/${repository}/issues/${number}`,
});
const rocketmq = (number: number): Source => issue('apache/rocketmq', number);
const dtm = (test: string): Source => ({
  name: `dtm ${test}`,
  url: `https://github.com/dtm-labs/dtm/blob/main/test/${test.startsWith('TestMsgTimeout') ? 'msg_test' : 'msg_barrier_test'}.go`,
});

const NO_FAULT = { crash: 0, drop: 0, duplicate: 0 } as const;
const ONE_LOSS = { crash: 0, drop: 1, duplicate: 0 } as const;
const ASKED = 'timeout.pass.check.answer.end';
const holdsUnderLoss = (promise: string): Mend => ({
  kind: 'impossible',
  proof: { link: 'half-message?set=check-max~1', promise, faults: ONE_LOSS, states: 9_987 },
});

export const incidents = [
  {
    id: 'rollback-then-commit',
    group: 'disagree',
    sources: [rocketmq(2694)],
    run: {
      link: `half-message?set=checker~rollback-if-missing&do=order.half.ok.slow.${ASKED}.op.commit.return.end.msg.consume`,
      verdict: 'consistent',
    },
    mend: {
      kind: 'run',
      link: `half-message?set=checker~fenced&do=order.half.ok.slow.${ASKED}.op.commit.return.end`,
      verdict: 'consistent',
    },
  },
  {
    id: 'rollback-then-commit-lost',
    group: 'disagree',
    sources: [rocketmq(2694)],
    run: {
      link: `half-message?set=checker~rollback-if-missing&do=order.half.ok.slow.${ASKED}.op.commit.return.drop~end`,
      verdict: 'lost',
    },
    mend: {
      kind: 'run',
      link: `half-message?do=order.half.ok.slow.${ASKED}.commit.return.drop~end.pass.check.answer.end.msg.consume`,
      verdict: 'late',
    },
  },
  {
    id: 'query-first',
    group: 'disagree',
    sources: [dtm('TestMsgDoAndSubmitBusiLater')],
    run: {
      link: `half-message?set=checker~rollback-if-missing&do=order.half.${ASKED}.op.ok.commit.return.drop~end`,
      verdict: 'lost',
    },
    mend: {
      kind: 'run',
      link: `half-message?set=checker~fenced&do=order.half.${ASKED}.op.ok.commit.return.end`,
      verdict: 'consistent',
    },
  },
  {
    id: 'commit-never-arrived',
    group: 'disagree',
    sources: [rocketmq(2840)],
    run: {
      link: 'half-message?do=order.half.ok.commit.return.drop~end.timeout.pass.check.say-rollback.end.op',
      verdict: 'lost',
    },
    mend: {
      kind: 'run',
      link: `half-message?do=order.half.ok.commit.return.drop~end.${ASKED}.msg.consume`,
      verdict: 'late',
    },
  },
  {
    id: 'checks-go-on',
    group: 'disagree',
    sources: [rocketmq(8158)],
    run: {
      link: `half-message?set=check-max~3&do=order.half.ok.slow.${ASKED}.commit.return.end.msg.consume.op.pass.check.say-unknow.end.pass.check.say-unknow.end.pass-end.pass`,
      verdict: 'consistent',
    },
    mend: {
      kind: 'run',
      link: `half-message?set=check-max~3&do=order.half.ok.slow.${ASKED}.commit.return.end.msg.consume.op.pass.check.answer.end.msg.consume.op.pass`,
      verdict: 'consistent',
    },
  },
  {
    id: 'immunity-burns-checks',
    group: 'given-up',
    sources: [rocketmq(8311)],
    run: {
      link: 'half-message?set=immunity~long&do=order.half.ok.unknow.return.end.pass~x15.pass-end.pass',
      verdict: 'parked',
    },
    mend: {
      kind: 'run',
      link: `half-message?set=check-max~30.immunity~long&do=order.half.ok.unknow.return.end.pass~x20.${ASKED}.msg.consume`,
      verdict: 'late',
    },
  },
  {
    id: 'immunity-edge',
    group: 'given-up',
    sources: [rocketmq(544), { name: 'rocketmq #548', url: 'https://github.com/apache/rocketmq/pull/548' }],
    run: {
      link: `half-message?set=immunity~long&do=order.half.ok.unknow.return.end.pass.${ASKED}.msg.consume`,
      verdict: 'late',
    },
    mend: {
      kind: 'impossible',
      proof: {
        link: 'half-message?set=check-max~1.immunity~long',
        promise: 'no-lost',
        faults: NO_FAULT,
        states: 3_454,
      },
    },
  },
  {
    id: 'old-default',
    group: 'given-up',
    sources: [rocketmq(500)],
    run: {
      link: 'half-message?set=version~4-9.check-max~5&do=order.half.ok.commit.crash~order.timeout.pass~x5.pass-end.pass',
      verdict: 'parked',
    },
    mend: {
      kind: 'run',
      link: 'half-message?set=version~4-9&do=order.half.ok.commit.crash~order.timeout.pass~x5.restart~order.pass.check.answer.end.msg.consume',
      verdict: 'late',
    },
  },
  {
    id: 'resubmission',
    group: 'given-up',
    sources: [
      {
        name: 'spring-modulith DefaultEventPublicationRegistry',
        url: 'https://github.com/spring-projects/spring-modulith/blob/main/spring-modulith-events/spring-modulith-events-core/src/test/java/org/springframework/modulith/events/core/DefaultEventPublicationRegistryUnitTests.java',
      },
    ],
    run: {
      link: 'local-message-table?set=attempts-max~1&do=order.commit.wake.crash~broker.send.pub.replay.poll.send.pub',
      verdict: 'parked',
    },
    mend: {
      kind: 'run',
      link: 'local-message-table?set=attempts-max~1&do=order.commit.wake.crash~broker.send.pub.replay.poll.send.pub.restart~broker.replay.poll.send.pub.reconnect.msg.ok.mark.consume',
      verdict: 'late',
    },
  },
  {
    id: 'publish-then-crash',
    group: 'window',
    sources: [
      {
        name: 'transactional-outbox-demo',
        url: 'https://github.com/nayan-kunwar/transactional-outbox-demo',
      },
    ],
    run: {
      link: 'local-message-table?set=dedup~none&do=order.commit.wake.send.pub.msg.consume.ok.crash~relay.restart~relay.order.commit.wake.send.pub.msg.consume.ok.mark.send.pub.msg.consume.ok.mark',
      verdict: 'duplicated',
    },
    mend: {
      kind: 'run',
      link: 'local-message-table?do=order.commit.wake.send.pub.msg.consume.ok.crash~relay.restart~relay.order.commit.wake.send.pub.msg.consume.ok.mark.send.pub.msg.consume.ok.mark',
      verdict: 'consistent',
    },
  },
  {
    id: 'purge-window',
    group: 'window',
    sources: [issue('MassTransit/MassTransit', 6145)],
    run: {
      link: 'local-message-table?set=publish~after-mark&do=order.commit.wake.mark.crash~relay.restart~relay',
      verdict: 'lost',
    },
    mend: {
      kind: 'run',
      link: 'local-message-table?do=order.commit.wake.send.pub.ok.crash~relay.restart~relay.msg.consume.offset.ack.age.poll.send.pub.msg.ok.mark.consume.offset.ack',
      verdict: 'consistent',
    },
  },
  {
    id: 'redelivery',
    group: 'window',
    sources: [
      {
        name: 'MassTransit InMemoryOutboxRedelivery_Specs',
        url: 'https://github.com/MassTransit/MassTransit/blob/develop/tests/MassTransit.Tests/InMemoryOutboxRedelivery_Specs.cs',
      },
    ],
    run: {
      link: 'local-message-table?set=confirm~consumer-ack&do=order.commit.wake.send.pub.ok.mark.msg.fail.retry.msg.consume.reply.done',
      verdict: 'late',
    },
    mend: {
      kind: 'refused',
      link: 'local-message-table?set=confirm~consumer-ack&do=order.commit.wake.send.pub.ok.mark.msg.fail.reply',
    },
  },
  {
    id: 'order-lost',
    group: 'order',
    sources: [issue('dotnetcore/CAP', 1251)],
    run: {
      link: 'local-message-table?set=tombstone~off&do=order.commit.wake.crash~broker.send.pub.restart~broker.cancel.wake.send.pub.reconnect.msg.ok.mark.consume.backoff.poll.send.pub.msg.consume',
      verdict: 'phantom',
    },
    mend: {
      kind: 'run',
      link: 'local-message-table?do=order.commit.wake.crash~broker.send.pub.restart~broker.cancel.wake.send.pub.reconnect.msg.ok.mark.consume.backoff.poll.send.pub.msg.consume',
      verdict: 'consistent',
    },
  },
  {
    id: 'parallel-order',
    group: 'order',
    sources: [issue('MassTransit/MassTransit', 3512)],
    run: {
      link: 'local-message-table?set=relays~2.tombstone~off&do=order.commit.wake.cancel.wake.age~x2.poll.send~relay-b.pub.msg.consume.ok.mark.send.pub.msg.consume.ok.mark',
      verdict: 'phantom',
    },
    mend: {
      kind: 'run',
      link: 'local-message-table?set=tombstone~off&do=order.commit.wake.cancel.wake.send.pub.msg.consume.ok.mark.send.pub.msg.consume.ok.mark',
      verdict: 'consistent',
    },
  },
  {
    id: 'all-well',
    group: 'holds',
    sources: [dtm('TestMsgDoAndSubmit')],
    run: { link: 'half-message?do=order.half.ok.commit.return.end.msg.consume.op.offset.ack', verdict: 'consistent' },
    mend: {
      kind: 'impossible',
      proof: { link: 'half-message?set=check-max~1', promise: 'no-lost', faults: NO_FAULT, states: 4_474 },
    },
  },
  {
    id: 'business-fails',
    group: 'holds',
    sources: [dtm('TestMsgDoAndSubmitBusiFailed')],
    run: { link: 'half-message?do=order.half.ok.rollback.return.end.op', verdict: 'consistent' },
    mend: holdsUnderLoss('no-phantom'),
  },
  {
    id: 'prepare-fails',
    group: 'holds',
    sources: [dtm('TestMsgDoAndSubmitPrepareFailed')],
    run: { link: 'half-message?do=crash~broker.order.half.send-timeout', verdict: 'consistent' },
    mend: { kind: 'refused', link: 'half-message?do=crash~broker.order.half.send-timeout.commit' },
  },
  {
    id: 'db-commit-fails',
    group: 'holds',
    sources: [dtm('TestMsgDoAndSubmitCommitFailed')],
    run: { link: `half-message?do=order.half.ok.throw.return.end.${ASKED}.op`, verdict: 'consistent' },
    mend: holdsUnderLoss('no-phantom'),
  },
  {
    id: 'db-commit-unseen',
    group: 'holds',
    sources: [dtm('TestMsgDoAndSubmitCommitAfterFailed')],
    run: { link: `half-message?do=order.half.ok.throw-late.return.end.${ASKED}.msg.consume`, verdict: 'late' },
    mend: holdsUnderLoss('no-lost'),
  },
  {
    id: 'timeout-success',
    group: 'holds',
    sources: [dtm('TestMsgTimeoutSuccess')],
    run: { link: `half-message?do=order.half.ok.commit.return.drop~end.${ASKED}.msg.consume`, verdict: 'late' },
    mend: holdsUnderLoss('no-lost'),
  },
  {
    id: 'timeout-failed',
    group: 'holds',
    sources: [dtm('TestMsgTimeoutFailed')],
    run: { link: `half-message?do=order.half.ok.rollback.return.drop~end.${ASKED}.op`, verdict: 'consistent' },
    mend: holdsUnderLoss('no-phantom'),
  },
] as const satisfies readonly IncidentSpec[];

export type IncidentId = (typeof incidents)[number]['id'];
export type Incident = IncidentSpec & { readonly id: IncidentId };
