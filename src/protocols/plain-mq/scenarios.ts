/** The library: each run in link words, and the verdict that it ends in. */
import type { NamedScenario } from '../protocol.ts';
import { clean } from './clean.ts';

const COMMITTED = 'order.commit';
const PUBLISHED = `${COMMITTED}.send.pub`;
const CONSUMED = 'msg.consume.offset.ack';
const FIRST = { order: 'publish-then-commit' } as const;
const FIRST_PUBLISHED = 'order.send.pub';
const RECONNECTED = 'crash~points.restart~points';

export const scenarios = [
  clean,
  { id: 'rollback', settings: {}, run: 'order.rollback', verdict: 'consistent' },
  { id: 'crash-between', settings: {}, run: `${COMMITTED}.crash~order.restart~order`, verdict: 'lost' },
  { id: 'broker-refuses', settings: {}, run: `${COMMITTED}.send.drop~pub`, verdict: 'lost' },
  {
    id: 'retry-helps',
    settings: { retry: 'on' },
    run: `${COMMITTED}.send.drop~pub.pause.send.pub.ok.${CONSUMED}`,
    verdict: 'late',
  },
  {
    id: 'retry-dies',
    settings: { retry: 'on' },
    run: `${COMMITTED}.send.drop~pub.crash~order.restart~order`,
    verdict: 'lost',
  },
  {
    id: 'confirmed-not-kept',
    settings: {},
    run: `unroute.${PUBLISHED}.ok`,
    verdict: 'lost',
  },
  {
    id: 'returned',
    settings: { retry: 'on', mandatory: 'on' },
    run: `unroute.${PUBLISHED}.returned.pause.send.pub.ok.${CONSUMED}`,
    verdict: 'late',
  },
  {
    id: 'power-loss',
    settings: { broker: 'lossy' },
    run: `${PUBLISHED}.ok.crash~broker~machine.drop~msg.restart~broker`,
    verdict: 'lost',
  },
  { id: 'confirm-lost', settings: {}, run: `${PUBLISHED}.drop~ok.${CONSUMED}.timeout`, verdict: 'consistent' },
  {
    id: 'confirm-lost-retried',
    settings: { retry: 'on', dedup: 'none' },
    run: `${PUBLISHED}.drop~ok.${CONSUMED}.timeout.send.pub.ok.${CONSUMED}`,
    verdict: 'duplicated',
  },
  {
    id: 'confirm-lost-retried-dedup',
    settings: { retry: 'on' },
    run: `${PUBLISHED}.drop~ok.${CONSUMED}.timeout.send.pub.ok.${CONSUMED}`,
    verdict: 'consistent',
  },
  {
    id: 'broker-dedup',
    settings: { retry: 'on', dedup: 'none', 'broker-dedup': 'window' },
    run: `${PUBLISHED}.drop~ok.${CONSUMED}.timeout.send.pub.ok`,
    verdict: 'consistent',
  },
  {
    id: 'new-order-after-crash',
    settings: {},
    run: `${COMMITTED}.crash~order.restart~order.${PUBLISHED}.ok.${CONSUMED}`,
    verdict: 'lost',
  },
  { id: 'publish-first', settings: FIRST, run: `${FIRST_PUBLISHED}.ok.commit.${CONSUMED}`, verdict: 'consistent' },
  {
    id: 'points-before-order',
    settings: FIRST,
    run: `${FIRST_PUBLISHED}.msg.consume.ok.commit.offset.ack`,
    verdict: 'consistent',
  },
  {
    id: 'publish-first-crash',
    settings: FIRST,
    run: `${FIRST_PUBLISHED}.ok.crash~order.restart~order.${CONSUMED}`,
    verdict: 'phantom',
  },
  {
    id: 'publish-first-rollback',
    settings: FIRST,
    run: `${FIRST_PUBLISHED}.ok.rollback.${CONSUMED}`,
    verdict: 'phantom',
  },
  {
    id: 'publish-first-timeout',
    settings: FIRST,
    run: `${FIRST_PUBLISHED}.drop~ok.timeout.${CONSUMED}`,
    verdict: 'phantom',
  },
  {
    id: 'publish-first-returned',
    settings: { ...FIRST, mandatory: 'on' },
    run: `unroute.${FIRST_PUBLISHED}.returned`,
    verdict: 'consistent',
  },
  {
    id: 'confirm-never-comes',
    settings: { ...FIRST, 'confirm-wait': 'unlimited' },
    run: `${FIRST_PUBLISHED}.drop~ok.${CONSUMED}`,
    verdict: 'phantom',
  },
  {
    id: 'confirm-never-comes-restart',
    settings: { 'confirm-wait': 'unlimited' },
    run: `${PUBLISHED}.drop~ok.${CONSUMED}.crash~order.restart~order.${PUBLISHED}.ok.${CONSUMED}`,
    verdict: 'consistent',
  },
  { id: 'publish-first-refused', settings: FIRST, run: 'order.send.drop~pub', verdict: 'consistent' },
  {
    id: 'consumer-crash',
    settings: {},
    run: `${PUBLISHED}.ok.msg.consume.${RECONNECTED}.msg.consume.offset.ack`,
    verdict: 'consistent',
  },
  {
    id: 'consumer-crash-no-dedup',
    settings: { dedup: 'none' },
    run: `${PUBLISHED}.ok.msg.consume.${RECONNECTED}.msg.consume.offset.ack`,
    verdict: 'duplicated',
  },
  {
    id: 'auto-ack',
    settings: { ack: 'before-commit' },
    run: `${PUBLISHED}.ok.msg.ack.${RECONNECTED}`,
    verdict: 'lost',
  },
  {
    id: 'poison',
    settings: { 'reconsume-max': '1' },
    run: `${PUBLISHED}.ok.msg.fail.offset.ack.retry.msg.fail.offset.ack`,
    verdict: 'parked',
  },
  {
    id: 'points-database-down',
    settings: {},
    run: `${PUBLISHED}.ok.db-down.msg.consume.fail.db-up.offset.ack.retry.msg.consume.offset.ack`,
    verdict: 'late',
  },
] as const satisfies readonly NamedScenario[];
