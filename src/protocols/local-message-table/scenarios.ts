/** The library: each run in link words, and the verdict that it ends in. Named after the rows of the fault table in SPEC.md. */
import type { NamedScenario } from '../protocol.ts';

const SENT = 'order.commit.wake.send.pub';
const MARKED = `${SENT}.msg.ok.mark`;
const ACKED = 'consume.offset.ack';
const CONFIRMED = 'consume.reply.offset.done.ack';
const AGAIN = `poll.send.pub.msg.ok.mark.${ACKED}`;
const BOTH_CONSUMED = 'consume.msg.consume.offset.ack';

export const cleanRun = `${MARKED}.${ACKED}`;

export const scenarios: readonly NamedScenario[] = [
  // F0, F1, F2
  { id: 'clean-run', settings: {}, run: cleanRun, verdict: 'consistent' },
  {
    id: 'confirmed-by-consumer',
    settings: { confirm: 'consumer-ack' },
    run: `${MARKED}.${CONFIRMED}`,
    verdict: 'consistent',
  },
  { id: 'rollback', settings: {}, run: 'order.rollback', verdict: 'consistent' },
  { id: 'client-resubmits', settings: {}, run: `${cleanRun}.${cleanRun}`, verdict: 'consistent' },
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
  // F8 to F10: the row says SENT and is wrong
  {
    id: 'unroutable',
    settings: { broker: 'lossy' },
    run: 'order.commit.unroute.wake.send.pub.ok.mark',
    verdict: 'lost',
  },
  {
    id: 'unroutable-confirmed-by-consumer',
    settings: { broker: 'lossy', confirm: 'consumer-ack' },
    run: `order.commit.unroute.wake.send.pub.ok.mark.overdue.poll.send.pub.msg.ok.mark.${CONFIRMED}.flush`,
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
  { id: 'refused', settings: {}, run: `${SENT}.ok.mark.msg.refuse.reply.reverse.offset.ack`, verdict: 'consistent' },
  {
    id: 'refusal-lost',
    settings: {},
    run: `${SENT}.ok.mark.msg.refuse.reply.drop~reverse.offset.ack`,
    verdict: 'lost',
  },
  // F25 to F29: order and time
  {
    id: 'cancel-overtakes',
    settings: { tombstone: 'off' },
    run: `order.commit.wake.send.drop~pub.cancel.wake.send.pub.msg.ok.mark.${ACKED}.backoff.${AGAIN}`,
    verdict: 'phantom',
  },
  {
    id: 'cancel-overtakes-tombstone',
    settings: {},
    run: `order.commit.wake.send.drop~pub.cancel.wake.send.pub.msg.ok.mark.${ACKED}.backoff.${AGAIN}`,
    verdict: 'consistent',
  },
  {
    id: 'two-relays-reorder',
    settings: { relays: '2', tombstone: 'off' },
    run: 'order.commit.wake.cancel.wake.age~x2.poll.send~relay-b.pub.msg.consume.ok.mark.send.pub.msg.consume.ok.mark.offset.ack',
    verdict: 'phantom',
  },
  {
    id: 'by-cursor',
    settings: { poll: 'by-cursor' },
    run: `order~x2.commit~o2.wake.send.pub.msg.ok.mark.${ACKED}.commit.wake.poll`,
    verdict: 'lost',
  },
  {
    id: 'by-status',
    settings: {},
    run: `order~x2.commit~o2.wake.send.pub.msg.ok.mark.${ACKED}.commit.wake.send.pub.msg.ok.mark.${ACKED}`,
    verdict: 'consistent',
  },
  {
    id: 'long-transaction',
    settings: { relays: '2', claim: 'none', 'min-age': 'from-insert', dedup: 'none' },
    run: 'order.slow.age.commit.wake.poll.send~relay.pub.ok.mark.send.pub.ok.mark.msg~offset-0.consume.msg.consume',
    verdict: 'duplicated',
  },
  // F30, F31: not one local transaction, or one that does not last
  {
    id: 'order-before-row',
    settings: { row: 'order-first' },
    run: 'order.commit.crash~order.restart~order',
    verdict: 'lost',
  },
  {
    id: 'row-before-order',
    settings: { row: 'row-first' },
    run: `order.commit.crash~order.restart~order.age.${AGAIN}`,
    verdict: 'phantom',
  },
  {
    id: 'failover',
    settings: { database: 'async-replica' },
    run: `${SENT}.failover.msg.ok.mark.${ACKED}`,
    verdict: 'phantom',
  },
];
