/** The library: each run in link words, and the verdict that it ends in. */
import type { NamedScenario } from '../protocol.ts';
import { checkerScenarios } from './checkerScenarios.ts';
import { clean } from './clean.ts';

const COMMITTED = 'order.half.ok.commit.return';
const DELIVERED = `${COMMITTED}.end.msg.consume`;
const ASKED = 'timeout.pass.check.answer.end';
const UNSETTLED = `${COMMITTED}.drop~end`;
const CONSUMED = 'msg.consume';
const RESTARTED = 'crash~broker.restart~broker.timeout.heartbeat.reconnect.pass.check.answer.end';

export const scenarios = [
  clean,
  { id: 'rollback', settings: {}, run: 'order.half.ok.rollback.return.end.op', verdict: 'consistent' },
  {
    id: 'unknow-then-commit',
    settings: {},
    run: `order.half.ok.unknow.return.end.${ASKED}.${CONSUMED}`,
    verdict: 'late',
  },
  { id: 'crash-before-half', settings: {}, run: 'order.crash~order.drop~half.restart~order', verdict: 'consistent' },
  {
    id: 'crash-after-half',
    settings: {},
    run: `order.half.crash~order.ok.restart~order.${ASKED}`,
    verdict: 'consistent',
  },
  {
    id: 'crash-after-local-commit',
    settings: { producers: '2' },
    run: `order~producer.half.ok.commit.crash~order.${ASKED}.${CONSUMED}`,
    verdict: 'late',
  },
  { id: 'end-transaction-lost', settings: {}, run: `${COMMITTED}.drop~end.${ASKED}.${CONSUMED}`, verdict: 'late' },
  {
    id: 'group-down-until-discard',
    settings: {},
    run: 'order.half.ok.commit.crash~order.timeout.pass~x15.pass-end.pass',
    verdict: 'parked',
  },
  {
    id: 'resumed-by-hand',
    settings: { 'check-max': '3' },
    run: `order.half.ok.commit.crash~order.timeout.pass~x3.pass-end.pass.restart~order.resume.pass.check.answer.end.${CONSUMED}`,
    verdict: 'late',
  },
  {
    id: 'check-while-running-unknow',
    settings: { dedup: 'none' },
    run: `order.half.ok.slow.${ASKED}.commit.return.end.${CONSUMED}.pass.check.answer.end.${CONSUMED}`,
    verdict: 'duplicated',
  },
  {
    id: 'check-while-running-rollback',
    settings: { checker: 'rollback-if-missing' },
    run: `order.half.ok.slow.${ASKED}.op.commit.return.drop~end`,
    verdict: 'lost',
  },
  {
    id: 'check-while-running-commit',
    settings: { checker: 'commit-if-missing' },
    run: `order.half.ok.slow.${ASKED}.${CONSUMED}.rollback.return.end`,
    verdict: 'phantom',
  },
  {
    id: 'check-while-running-fenced',
    settings: { checker: 'fenced' },
    run: `order.half.ok.slow.${ASKED}.commit.return.end`,
    verdict: 'consistent',
  },
  {
    id: 'late-commit-after-check',
    settings: { dedup: 'none' },
    run: `${COMMITTED}.timeout.pass.check.answer.end~1.${CONSUMED}.end.${CONSUMED}`,
    verdict: 'duplicated',
  },
  {
    id: 'commit-replayed',
    settings: { dedup: 'none' },
    run: `${COMMITTED}.dup~end.end.${CONSUMED}.end.${CONSUMED}`,
    verdict: 'duplicated',
  },
  {
    id: 'commit-replayed-dedup',
    settings: {},
    run: `${COMMITTED}.dup~end.end.${CONSUMED}.end.${CONSUMED}`,
    verdict: 'consistent',
  },
  { id: 'exception-rolled-back', settings: {}, run: `order.half.ok.throw.return.end.${ASKED}`, verdict: 'consistent' },
  {
    id: 'exception-after-commit',
    settings: {},
    run: `order.half.ok.throw-late.return.end.${ASKED}.${CONSUMED}`,
    verdict: 'late',
  },
  {
    id: 'broker-restart',
    settings: {},
    run: `${COMMITTED}.crash~broker.end.restart~broker.timeout.heartbeat.reconnect.pass.check.answer.end.${CONSUMED}`,
    verdict: 'late',
  },
  {
    id: 'op-lost-in-batch',
    settings: { dedup: 'none' },
    run: `${DELIVERED}.${RESTARTED}.${CONSUMED}`,
    verdict: 'duplicated',
  },
  {
    id: 'orphan-half-after-retry',
    settings: { 'send-retry': 'on', dedup: 'none' },
    run: `order.half.drop~ok.send-timeout.half.ok.commit.return.end.${CONSUMED}.op.${ASKED}.${CONSUMED}`,
    verdict: 'duplicated',
  },
  {
    id: 'consumer-crash-before-commit',
    settings: {},
    run: `${COMMITTED}.end.msg.crash~points.restart~points.${CONSUMED}`,
    verdict: 'consistent',
  },
  {
    id: 'consumer-crash-after-commit',
    settings: {},
    run: `${DELIVERED}.crash~points.restart~points.${CONSUMED}`,
    verdict: 'consistent',
  },
  {
    id: 'consumer-crash-no-dedup',
    settings: { dedup: 'none' },
    run: `${DELIVERED}.crash~points.restart~points.${CONSUMED}`,
    verdict: 'duplicated',
  },
  {
    id: 'marker-first-crash',
    settings: { dedup: 'marker-first' },
    run: `${DELIVERED}.crash~points.restart~points.${CONSUMED}`,
    verdict: 'lost',
  },
  {
    id: 'ack-before-commit',
    settings: { ack: 'before-commit' },
    run: `${COMMITTED}.end.msg.op.offset.ack.crash~points.restart~points`,
    verdict: 'lost',
  },
  {
    id: 'consumer-never-succeeds',
    settings: { 'reconsume-max': '2' },
    run: `${COMMITTED}.end.msg.fail.op.retry.msg.fail.retry.msg.fail.offset.ack~orders.ack`,
    verdict: 'parked',
  },
  {
    id: 'points-database-down',
    settings: {},
    run: `${COMMITTED}.end.db-down.msg.consume.fail.db-up.op.retry.msg.consume.offset.ack~orders.ack`,
    verdict: 'late',
  },
  {
    id: 'immunity-discards-unasked',
    settings: { immunity: 'long', 'check-max': '3' },
    run: 'order.half.ok.unknow.return.end.pass~x3.pass-end.pass',
    verdict: 'parked',
  },
  { id: 'flush-timeout', settings: {}, run: 'flush-disk-timeout.order.half.ok.return.end.op', verdict: 'consistent' },
  { id: 'put-fails', settings: {}, run: `put-fails.${COMMITTED}.end.${ASKED}.${CONSUMED}`, verdict: 'late' },
  {
    id: 'op-put-fails',
    settings: { dedup: 'none' },
    run: `${DELIVERED}.op-fails.op.${ASKED}.${CONSUMED}`,
    verdict: 'duplicated',
  },
  {
    id: 'op-slips',
    settings: { dedup: 'none' },
    run: `${DELIVERED}.op-slips.${ASKED}.${CONSUMED}`,
    verdict: 'duplicated',
  },
  {
    id: 'discard-put-fails',
    settings: { 'check-max': '1' },
    run: 'order.half.ok.commit.crash~order.timeout.pass.pass-end.discard-fails.pass',
    verdict: 'lost',
  },
  {
    id: 'pass-breaks-off',
    settings: { dedup: 'none' },
    run: `${COMMITTED}.drop~end.pass-breaks.${ASKED}.${CONSUMED}.op.pass.check.answer.end.${CONSUMED}`,
    verdict: 'duplicated',
  },
  {
    id: 'clean-stop',
    settings: { dedup: 'none' },
    run: `${DELIVERED}.stop.${RESTARTED}.${CONSUMED}`,
    verdict: 'duplicated',
  },
  {
    id: 'check-answers-null',
    settings: {},
    run: `${COMMITTED}.drop~end.timeout.pass.check.say-null.pass.check.answer.end.${CONSUMED}`,
    verdict: 'late',
  },
  {
    id: 'check-answers-wrongly',
    settings: {},
    run: `${UNSETTLED}.timeout.pass.check.say-rollback.end.op`,
    verdict: 'lost',
  },
  { id: 'commit-says-rollback', settings: {}, run: 'order.half.ok.commit-rollback.return.end.op', verdict: 'lost' },
  {
    id: 'rejected-three-times',
    settings: { 'send-retry': 'on' },
    run: 'reject.order.half.ok.half.ok.half.ok',
    verdict: 'consistent',
  },
  {
    id: 'permission-restored',
    settings: { 'send-retry': 'on' },
    run: `reject.order.half.ok.accept.half.ok.commit.return.end.${CONSUMED}`,
    verdict: 'consistent',
  },
  {
    id: 'other-instance-asked',
    settings: { producers: '2' },
    run: `order~producer.half.ok.commit.return.drop~end.ask-b.timeout.pass.check.answer.end.${CONSUMED}`,
    verdict: 'late',
  },
  {
    id: 'discarded-sent-by-hand',
    settings: { 'check-max': '1' },
    run: `order.half.ok.commit.crash~order.timeout.pass.pass-end.pass.restart~order.hand-commit~0.end.${CONSUMED}`,
    verdict: 'consistent',
  },
  {
    id: 'power-loss',
    settings: { flush: 'async' },
    run: 'order.half.ok.commit.crash~broker~machine.restart~broker.return.end',
    verdict: 'lost',
  },
  {
    id: 'power-loss-unwaited',
    settings: { flush: 'sync-unwaited', dedup: 'none' },
    run: `${DELIVERED}.op.crash~broker~machine.restart~broker.heartbeat.reconnect.pass.check.answer.end.${CONSUMED}`,
    verdict: 'duplicated',
  },
  {
    id: 'power-loss-busy',
    settings: { flush: 'async-busy' },
    run: `order.half.ok.commit.return.end.flush.crash~broker~machine.drop~msg.restart~broker.reconnect.${CONSUMED}`,
    verdict: 'consistent',
  },
  ...checkerScenarios,
] as const satisfies readonly NamedScenario[];
