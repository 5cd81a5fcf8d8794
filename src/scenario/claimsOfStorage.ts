/** Claims about the broker's storage and about the consumer. */
import type { ClaimSpec } from './claim.ts';
import {
  bestPractice,
  breaks,
  faq,
  faults,
  features,
  holds,
  NO_FAULT,
  producerImpl,
  sendBackProcessor,
  shows,
  SMALL,
  storeConfig,
  transactionPage,
} from './claimSources.ts';

const half = (set: string): string => `half-message?set=${SMALL}${set}`;
const one = { orders: 1, space: 'promises' } as const;
const whole = { orders: 1, space: 'none' } as const;

export const claimsOfStorage = [
  {
    id: 'a-broker-crash-loses-messages',
    topic: 'broker',
    standing: 'depends',
    sources: [features],
    evidence: [storeConfig],
    runs: [
      {
        link: 'half-message?set=flush~async&do=order.half.ok.commit.crash~broker.restart~broker.return.end.heartbeat.reconnect.msg.consume',
        verdict: 'consistent',
      },
      {
        link: 'half-message?set=flush~async&do=order.half.ok.commit.crash~broker~machine.restart~broker.return.end',
        verdict: 'lost',
      },
    ],
    questions: [
      { ...one, link: half(''), faults: faults(1, 0, 0), promise: 'no-lost', answer: holds(214) },
      { ...one, link: half('.flush~async'), faults: faults(1, 0, 0), promise: 'no-lost', answer: breaks(6) },
    ],
  },
  {
    id: 'a-timeout-of-the-slave-rolls-back',
    topic: 'broker',
    standing: 'true',
    sources: [],
    evidence: [producerImpl],
    runs: [{ link: 'half-message?do=flush-slave-timeout.order.half.ok.return.end.op', verdict: 'consistent' }],
    questions: [
      {
        ...whole,
        link: half(''),
        faults: NO_FAULT,
        kinds: { 'send-status': 1 },
        promise: 'no-phantom',
        answer: holds(13_948),
      },
    ],
  },
  {
    id: 'mq-down-application-down',
    topic: 'broker',
    standing: 'depends',
    sources: [],
    evidence: [producerImpl],
    runs: [
      { link: 'half-message?do=crash~broker.order.send-timeout', verdict: 'pending' },
      {
        link: 'local-message-table?do=crash~broker.order.commit.wake.send.pub.restart~broker.backoff.poll.send.pub.reconnect.msg.ok.mark.consume',
        verdict: 'late',
      },
    ],
    questions: [
      {
        ...whole,
        space: 'exact',
        link: 'local-message-table?set=attempts-max~1.reconsume-max~1',
        faults: faults(1, 0, 0),
        promise: 'no-lost',
        answer: holds(1_122),
      },
    ],
  },
  {
    id: 'both-at-the-same-moment',
    topic: 'consumer',
    standing: 'false',
    sources: [features],
    evidence: [transactionPage],
    runs: [
      { link: 'half-message?do=order.half.ok.commit', verdict: 'pending' },
      {
        link: 'half-message?set=reconsume-max~2&do=order.half.ok.commit.return.end.msg.fail.op.retry.msg.fail.retry.msg.fail.offset.ack~orders.ack',
        verdict: 'parked',
      },
    ],
    choices: {
      a: {
        link: 'two-phase-commit?do=order.prepare~order-db.prepare.work~order-db.refuse.vote~points-db.abort',
        verdict: 'consistent',
      },
    },
    questions: [
      {
        ...whole,
        link: half(''),
        faults: NO_FAULT,
        kinds: { 'consumer-fails': 2 },
        promise: 'ever-parked',
        answer: shows(10),
      },
    ],
  },
  {
    id: 'sixteen-then-thrown-away',
    topic: 'consumer',
    standing: 'false',
    sources: [faq],
    evidence: [sendBackProcessor],
    runs: [
      {
        link: 'half-message?set=reconsume-max~2&do=order.half.ok.commit.return.end.msg.fail.op.retry.msg.fail.retry.msg.fail.offset.ack~orders.ack',
        verdict: 'parked',
      },
    ],
    questions: [
      {
        ...whole,
        link: half(''),
        faults: NO_FAULT,
        kinds: { 'consumer-fails': 2 },
        promise: 'no-lost',
        answer: holds(61_204),
      },
    ],
  },
  {
    id: 'look-in-redis-first',
    topic: 'consumer',
    standing: 'false',
    sources: [],
    evidence: [bestPractice],
    runs: [
      {
        link: 'half-message?set=dedup~marker-after&do=order.half.ok.commit.return.end.msg.consume.crash~points.restart~points.msg.consume.second',
        verdict: 'duplicated',
      },
      {
        link: 'half-message?set=dedup~marker-first&do=order.half.ok.commit.return.end.msg.consume.crash~points.restart~points.msg.consume',
        verdict: 'lost',
      },
    ],
    choices: {
      a: {
        link: 'half-message?set=dedup~marker-first&do=order.half.ok.commit.return.end.msg.consume.crash~points.restart~points.msg.consume',
        verdict: 'lost',
      },
      c: {
        link: 'half-message?do=order.half.ok.commit.return.end.msg.consume.crash~points.restart~points.msg.consume',
        verdict: 'consistent',
      },
    },
    questions: [
      {
        ...one,
        link: half('.dedup~marker-after'),
        faults: faults(1, 0, 0),
        promise: 'no-duplicate',
        answer: breaks(12),
      },
      { ...one, link: half('.dedup~marker-first'), faults: faults(1, 0, 0), promise: 'no-lost', answer: breaks(9) },
      { ...one, link: half(''), faults: faults(1, 0, 0), promise: 'no-duplicate', answer: holds(214) },
    ],
  },
] as const satisfies readonly ClaimSpec[];
