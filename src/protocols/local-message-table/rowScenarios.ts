/** Named runs about the rows of the table: which are read, in which order, and whether they are there at all. */
import type { NamedScenario } from '../protocol.ts';
import { SENT, ACKED, AGAIN } from './scenarioWords.ts';

export const rowScenarios = [
  // F25 to F29: order and time
  {
    id: 'confirm-never-comes',
    settings: { 'confirm-wait': 'unlimited' },
    run: 'order.commit.wake.send.pub.drop~ok.msg.consume.offset.ack.order.commit.wake',
    verdict: 'parked',
  },
  {
    id: 'row-always-fails',
    settings: { attempts: 'unlimited' },
    run: `order.commit.spoil.wake.send.${SENT}.msg.ok.mark.${ACKED}.backoff.poll.send`,
    verdict: 'parked',
  },
  {
    id: 'row-holds-up-others',
    settings: { attempts: 'unlimited', poll: 'by-cursor' },
    run: 'order.commit.spoil.wake.send.order.commit.wake.backoff.poll.send',
    verdict: 'parked',
  },
  {
    id: 'row-holds-up-log',
    settings: { attempts: 'unlimited', relay: 'log-tailing' },
    run: 'order.commit.spoil.order.commit.tail.send.tail.backoff.tail.send',
    verdict: 'parked',
  },
  {
    id: 'row-fails-to-the-limit',
    settings: { 'attempts-max': '2', poll: 'by-cursor' },
    run: `order.commit.spoil.wake.send.order.commit.wake.backoff.poll.send.age.${AGAIN}`,
    verdict: 'parked',
  },
  {
    id: 'row-mended',
    settings: { attempts: 'unlimited' },
    run: `order.commit.spoil.wake.send.mend.backoff.${AGAIN}`,
    verdict: 'late',
  },
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
    id: 'by-fenced-cursor',
    settings: { poll: 'by-fenced-cursor' },
    run: `order~x2.commit~o2.wake.commit.wake.send.pub.msg.ok.mark.${ACKED}.send.pub.msg.ok.mark.${ACKED}`,
    verdict: 'consistent',
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
  // Log tailing
  {
    id: 'log-tailing',
    settings: { relay: 'log-tailing' },
    run: `order.commit.crash~order.restart~order.tail.send.pub.msg.ok.mark.${ACKED}`,
    verdict: 'consistent',
  },
  {
    id: 'log-in-commit-order',
    settings: { relay: 'log-tailing' },
    run: `order~x2.commit~o2.commit.tail.send.pub.msg.ok.mark.${ACKED}.send.pub.msg.ok.mark.${ACKED}`,
    verdict: 'consistent',
  },
  {
    id: 'log-head-of-line',
    settings: { relay: 'log-tailing' },
    run: 'order.commit.order.commit.tail.send.drop~pub.tail.backoff.tail.send.pub.msg.ok.mark.consume.send.pub.msg.ok.mark.consume.offset.ack',
    verdict: 'late',
  },
  {
    id: 'position-per-transaction',
    settings: { relay: 'log-tailing', position: 'per-transaction' },
    run: 'order.join.commit.tail.send.pub.ok.mark.crash~relay.restart~relay.msg.consume.offset.ack',
    verdict: 'lost',
  },
  {
    id: 'position-per-row',
    settings: { relay: 'log-tailing' },
    run: `order.join.commit.tail.send.pub.ok.mark.crash~relay.restart~relay.msg.${ACKED}.tail.send.pub.msg.ok.mark.${ACKED}`,
    verdict: 'consistent',
  },
  { id: 'position-lost', settings: { relay: 'log-tailing' }, run: 'order.commit.lose-position', verdict: 'lost' },
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
] as const satisfies readonly NamedScenario[];
