/** The library: each run in link words, and the verdict that it ends in. Named after the rows of the fault table in SPEC.md. */
import type { NamedScenario } from '../protocol.ts';
import { clean } from './clean.ts';
import { rowScenarios } from './rowScenarios.ts';
import { SENT, MARKED, ACKED, CONFIRMED, AGAIN, BOTH_CONSUMED } from './scenarioWords.ts';

export const scenarios = [
  // F0, F1, F2
  clean,
  {
    id: 'confirmed-by-consumer',
    settings: { confirm: 'consumer-ack' },
    run: `${MARKED}.${CONFIRMED}`,
    verdict: 'consistent',
  },
  { id: 'rollback', settings: {}, run: 'order.rollback', verdict: 'consistent' },
  { id: 'client-resubmits', settings: {}, run: `${clean.run}.${clean.run}`, verdict: 'consistent' },
  // F3 to F7: the sending side
  {
    id: 'order-crash-after-commit',
    settings: {},
    run: `order.commit.crash~order.restart~order.age.${AGAIN}`,
    verdict: 'late',
  },
  {
    id: 'relay-crash-before-publish',
    settings: {},
    run: `order.commit.wake.crash~relay.restart~relay.age.${AGAIN}`,
    verdict: 'late',
  },
  { id: 'publish-fails', settings: {}, run: `order.commit.wake.send.drop~pub.backoff.${AGAIN}`, verdict: 'late' },
  {
    id: 'relay-crash-before-mark',
    settings: { dedup: 'none' },
    run: `${SENT}.ok.crash~relay.restart~relay.msg.${ACKED}.age.${AGAIN}`,
    verdict: 'duplicated',
  },
  {
    id: 'relay-crash-before-mark-dedup',
    settings: {},
    run: `${SENT}.ok.crash~relay.restart~relay.msg.${ACKED}.age.${AGAIN}`,
    verdict: 'consistent',
  },
  {
    id: 'confirm-lost',
    settings: { dedup: 'none' },
    run: `${SENT}.drop~ok.msg.${ACKED}.confirm-timeout.backoff.${AGAIN}`,
    verdict: 'duplicated',
  },
  {
    id: 'broker-dedup',
    settings: { dedup: 'none', 'broker-dedup': 'window' },
    run: `${SENT}.ok.crash~relay.restart~relay.msg.${ACKED}.age.poll.send.pub.ok.mark`,
    verdict: 'consistent',
  },
  {
    id: 'broker-dedup-window-over',
    settings: { dedup: 'none', 'broker-dedup': 'window' },
    run: `${SENT}.ok.crash~relay.restart~relay.msg.${ACKED}.age.window.poll.send.pub.msg.consume`,
    verdict: 'duplicated',
  },
  // F8 to F10: the row says SENT and is wrong
  {
    id: 'unroutable',
    settings: {},
    run: 'order.commit.unroute.wake.send.pub.ok.mark',
    verdict: 'lost',
  },
  {
    id: 'unroutable-confirmed-by-consumer',
    settings: { confirm: 'consumer-ack' },
    run: `order.commit.unroute.wake.send.pub.ok.mark.overdue.poll.send.pub.msg.ok.mark.${CONFIRMED}`,
    verdict: 'late',
  },
  {
    id: 'unroutable-returned',
    settings: { mandatory: 'on' },
    run: `order.commit.unroute.wake.send.pub.returned.backoff.${AGAIN}`,
    verdict: 'late',
  },
  {
    id: 'power-loss',
    settings: { broker: 'lossy' },
    run: `${SENT}.ok.mark.crash~broker~machine.drop~msg.restart~broker.reconnect`,
    verdict: 'lost',
  },
  {
    id: 'marked-first',
    settings: { publish: 'after-mark' },
    run: 'order.commit.wake.mark.crash~relay.restart~relay',
    verdict: 'lost',
  },
  // F11 to F13: two relays
  {
    id: 'two-relays-no-claim',
    settings: { relays: '2', claim: 'none', dedup: 'none' },
    run: `order.commit.wake.age.poll.send~relay.pub.ok.mark.send.pub.ok.mark.msg~offset-0.${BOTH_CONSUMED}`,
    verdict: 'duplicated',
  },
  {
    id: 'two-relays-lock',
    settings: { relays: '2' },
    run: `order.commit.wake.age.poll.send.pub.msg.ok.mark.${ACKED}`,
    verdict: 'consistent',
  },
  {
    id: 'lock-and-crash',
    settings: { relays: '2', dedup: 'none' },
    run: `${SENT}.ok.age.crash~relay.poll.send.pub.ok.mark.msg~offset-0.${BOTH_CONSUMED}`,
    verdict: 'duplicated',
  },
  {
    id: 'lease-expires',
    settings: { relays: '2', claim: 'lease', dedup: 'none' },
    run: `order.commit.wake.age.lease.poll.send~relay-b.pub.ok.mark.send.pub.ok.mark.msg~is-late.${BOTH_CONSUMED}`,
    verdict: 'duplicated',
  },
  // F14 to F18, F21: the consuming side
  {
    id: 'consumer-crash-before-commit',
    settings: {},
    run: `${MARKED}.crash~points.restart~points.msg.${ACKED}`,
    verdict: 'consistent',
  },
  {
    id: 'consumer-crash-after-commit',
    settings: { dedup: 'none' },
    run: `${MARKED}.consume.crash~points.restart~points.msg.${ACKED}`,
    verdict: 'duplicated',
  },
  {
    id: 'consumer-crash-dedup',
    settings: {},
    run: `${MARKED}.consume.crash~points.restart~points.msg.${ACKED}`,
    verdict: 'consistent',
  },
  {
    id: 'ack-before-commit',
    settings: { ack: 'before-commit' },
    run: `${SENT}.msg.ack.ok.mark.crash~points.restart~points`,
    verdict: 'lost',
  },
  {
    id: 'marker-first',
    settings: { confirm: 'consumer-ack', dedup: 'marker-first' },
    run: `${MARKED}.consume.crash~points.restart~points.msg.${CONFIRMED}`,
    verdict: 'lost',
  },
  {
    id: 'marker-after',
    settings: { dedup: 'marker-after' },
    run: `${MARKED}.consume.crash~points.restart~points.msg.consume.second.offset.ack`,
    verdict: 'duplicated',
  },
  {
    id: 'marker-purged',
    settings: {},
    run: `${SENT}.msg.${ACKED}.drop~ok.purge.confirm-timeout.backoff.${AGAIN}`,
    verdict: 'duplicated',
  },
  // F19, F20: the way back
  {
    id: 'reply-lost',
    settings: { confirm: 'consumer-ack' },
    run: `${MARKED}.consume.reply.drop~done.offset.ack.overdue.poll.send.pub.msg.ok.mark.${CONFIRMED}`,
    verdict: 'consistent',
  },
  {
    id: 'early-resend',
    settings: { confirm: 'consumer-ack', dedup: 'none' },
    run: `${SENT}.ok.mark.overdue.poll.send.pub.ok.mark.msg~offset-0.consume.reply.done.msg.consume.reply.done.offset.ack`,
    verdict: 'duplicated',
  },
  // F22 to F24: somebody has to decide
  {
    id: 'attempts-used-up',
    settings: { 'attempts-max': '3' },
    run: 'order.commit.wake.crash~broker.send.pub.backoff.poll.send.pub.backoff.poll.send.pub',
    verdict: 'parked',
  },
  {
    id: 'dead-but-delivered',
    settings: { 'attempts-max': '2' },
    run: `order.commit.wake.send.drop~pub.backoff.poll.send.pub.drop~ok.msg.confirm-timeout.${ACKED}`,
    verdict: 'late',
  },
  {
    id: 'replayed-by-hand',
    settings: { 'attempts-max': '1' },
    run: `order.commit.wake.crash~broker.send.pub.restart~broker.replay.poll.send.pub.reconnect.msg.ok.mark.${ACKED}`,
    verdict: 'late',
  },
  {
    id: 'poison',
    settings: { 'reconsume-max': '1' },
    run: `${SENT}.ok.mark.msg.fail.retry.msg.fail.offset.ack~orders.ack`,
    verdict: 'parked',
  },
  {
    id: 'points-database-down',
    settings: {},
    run: `${SENT}.ok.mark.db-down.msg.consume.db-up.${ACKED}`,
    verdict: 'consistent',
  },
  {
    id: 'points-database-down-too-long',
    settings: { 'reconsume-max': '1' },
    run: `${SENT}.ok.mark.db-down.msg.consume.fail.retry.msg.consume.fail.offset.ack~orders.ack.db-up`,
    verdict: 'parked',
  },
  {
    id: 'points-database-between',
    settings: { dedup: 'marker-first' },
    run: `${MARKED}.consume.db-down.second.db-up.${ACKED}`,
    verdict: 'lost',
  },
  { id: 'refused', settings: {}, run: `${SENT}.ok.mark.msg.refuse.reply.reverse.offset.ack`, verdict: 'consistent' },
  {
    id: 'refusal-lost',
    settings: {},
    run: `${SENT}.ok.mark.msg.refuse.reply.drop~reverse.offset.ack`,
    verdict: 'lost',
  },
  ...rowScenarios,
] as const satisfies readonly NamedScenario[];
