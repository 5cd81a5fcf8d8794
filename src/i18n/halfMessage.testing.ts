/** Runs of the half-message protocol that chance seldom finds, for tests of its texts. */
import type { Timeline } from '../engine/timeline.ts';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { runOf } from './runs.testing.ts';

const DELIVERED = 'order.half.ok.commit.return.end.msg';
const RUNNING_LONG = 'order.half.ok.slow.timeout.pass.check';

export const rareRuns: readonly Timeline[] = [
  runOf(halfMessage, { checker: 'fenced' }, 'order.half.timeout.pass.check.answer.ok.rollback'),
  runOf(halfMessage, { checker: 'fenced' }, `${RUNNING_LONG}.answer.commit`),
  runOf(halfMessage, { checker: 'fenced' }, `${RUNNING_LONG}.answer.unknow`),
  runOf(halfMessage, { checker: 'fenced' }, `${RUNNING_LONG}.answer.throw-late`),
  ...['commit', 'rollback', 'unknow'].map((answer) => runOf(halfMessage, {}, `${RUNNING_LONG}.say-${answer}`)),
  runOf(halfMessage, { 'check-max': '1' }, 'order.half.ok.timeout.pass.discard-now'),
  runOf(halfMessage, { immunity: 'long' }, 'order.half.ok.commit.timeout.return.end'),
  runOf(halfMessage, { ack: 'before-commit' }, `${DELIVERED}.fail`),
  runOf(halfMessage, { dedup: 'marker-after' }, `${DELIVERED}.consume.second`),
  runOf(halfMessage, {}, `${DELIVERED}.crash~broker.fail.again`),
  runOf(halfMessage, {}, `${DELIVERED}.consume.offset.dup~ack.ack.ack`),
  runOf(halfMessage, {}, 'order.half.ok.commit.return.end.drop~msg.pull'),
  runOf(halfMessage, {}, 'order.half.ok.commit.return.end.crash~points.msg'),
];
