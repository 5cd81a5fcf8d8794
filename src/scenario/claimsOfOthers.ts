/** Claims about plain messaging and other brokers, message tables, two-phase commit, and load. */
import type { ClaimSpec } from './claim.ts';
import {
  breaks,
  capIdempotence,
  faults,
  holds,
  kafkaDesign,
  NO_FAULT,
  rabbitConfirms,
  SMALL_TABLE,
  transactionPage,
} from './claimSources.ts';

const table = (set: string): string => `local-message-table?set=${SMALL_TABLE}${set}`;
const one = { orders: 1, space: 'none' } as const;
const exact = { orders: 1, space: 'exact' } as const;
const VOTED = 'order.prepare~order-db.prepare.work~order-db.work.vote~order-db.vote';
const BLOCKED = { link: `two-phase-commit?do=${VOTED}.crash~order`, verdict: 'blocked' } as const;

export const claimsOfOthers = [
  {
    id: 'send-inside-the-transaction',
    topic: 'plain',
    standing: 'false',
    sources: [],
    evidence: [],
    runs: [
      {
        link: 'plain-mq?set=order~publish-then-commit&do=order.send.pub.drop~ok.timeout.msg.consume.offset.ack',
        verdict: 'phantom',
      },
    ],
    choices: {
      a: { link: 'plain-mq?set=order~publish-then-commit&do=order.send.drop~pub', verdict: 'consistent' },
    },
    questions: [
      {
        ...one,
        link: 'plain-mq?set=order~publish-then-commit',
        faults: NO_FAULT,
        promise: 'no-phantom',
        answer: breaks(5),
      },
    ],
  },
  {
    id: 'commit-then-retry',
    topic: 'plain',
    standing: 'false',
    sources: [],
    evidence: [],
    runs: [{ link: 'plain-mq?set=retry~on&do=order.commit.send.drop~pub.crash~order.restart~order', verdict: 'lost' }],
    questions: [
      { ...one, link: 'plain-mq?set=retry~on', faults: faults(1, 1, 0), promise: 'no-lost', answer: breaks(3) },
      { ...one, link: 'plain-mq?set=retry~on', faults: faults(0, 1, 0), promise: 'no-lost', answer: holds(15_993) },
    ],
  },
  {
    id: 'a-confirm-means-it-is-in-a-queue',
    topic: 'plain',
    standing: 'false',
    sources: [],
    evidence: [rabbitConfirms],
    runs: [
      { link: 'local-message-table?set=broker~lossy&do=order.commit.unroute.wake.send.pub.ok.mark', verdict: 'lost' },
      {
        link: 'local-message-table?set=confirm~consumer-ack.broker~lossy&do=order.commit.unroute.wake.send.pub.ok.mark.overdue.poll.send.pub.msg.ok.mark.consume.reply.offset.done.ack.flush',
        verdict: 'late',
      },
    ],
    questions: [
      {
        ...one,
        link: table('.broker~lossy'),
        faults: NO_FAULT,
        kinds: { unroutable: 1 },
        promise: 'no-lost',
        answer: breaks(8),
      },
    ],
  },
  {
    id: 'kafka-transactions-do-the-same',
    topic: 'plain',
    standing: 'false',
    sources: [],
    evidence: [kafkaDesign],
    runs: [{ link: 'plain-mq?do=order.commit.crash~order.restart~order', verdict: 'lost' }],
    questions: [],
    undecidable: 'no-protocol',
  },
  {
    id: 'the-outbox-sends-once',
    topic: 'table',
    standing: 'false',
    sources: [],
    evidence: [capIdempotence],
    runs: [
      {
        link: 'local-message-table?set=relays~2.dedup~none&do=order.commit.wake.send.pub.ok.age.crash~relay.poll.send.pub.ok.mark.msg~offset-0.consume.msg.consume.offset.ack',
        verdict: 'duplicated',
      },
      {
        link: 'local-message-table?set=relays~2&do=order.commit.wake.send.pub.ok.age.crash~relay.poll.send.pub.ok.mark.msg~offset-0.consume.msg.consume.offset.ack',
        verdict: 'consistent',
      },
    ],
    questions: [
      { ...exact, link: table(''), faults: faults(1, 1, 0), promise: 'no-duplicate', answer: holds(2_610) },
      {
        ...exact,
        link: table(''),
        faults: faults(1, 1, 0),
        promise: 'ever-twice',
        answer: { kind: 'shows', steps: 10 },
      },
    ],
  },
  {
    id: 'mark-first',
    topic: 'table',
    standing: 'false',
    sources: [],
    evidence: [],
    runs: [
      {
        link: 'local-message-table?set=publish~after-mark&do=order.commit.wake.mark.crash~relay.restart~relay',
        verdict: 'lost',
      },
    ],
    choices: {
      a: {
        link: 'local-message-table?do=order.commit.wake.crash~relay.restart~relay.age.poll.send.pub.msg.ok.mark.consume.offset.ack',
        verdict: 'late',
      },
    },
    questions: [
      { ...exact, link: table('.publish~after-mark'), faults: faults(1, 0, 0), promise: 'no-lost', answer: breaks(5) },
      { ...exact, link: table(''), faults: faults(1, 0, 0), promise: 'no-lost', answer: holds(1_122) },
    ],
  },
  {
    id: 'read-on-from-the-last-id',
    topic: 'table',
    standing: 'false',
    sources: [],
    evidence: [],
    runs: [
      {
        link: 'local-message-table?set=poll~by-cursor&do=order~x2.commit~o2.wake.send.pub.msg.ok.mark.consume.offset.ack.commit.wake.poll',
        verdict: 'lost',
      },
    ],
    choices: {
      a: {
        link: 'local-message-table?do=order~x2.commit~o2.wake.send.pub.msg.ok.mark.consume.offset.ack.commit.wake.send.pub.msg.ok.mark.consume',
        verdict: 'consistent',
      },
    },
    questions: [
      { ...exact, orders: 2, link: table('.poll~by-cursor'), faults: NO_FAULT, promise: 'no-lost', answer: breaks(7) },
      { ...exact, orders: 2, link: table(''), faults: NO_FAULT, promise: 'no-lost', answer: holds(7_216) },
    ],
  },
  {
    id: 'half-messages-make-the-table-needless',
    topic: 'table',
    standing: 'depends',
    sources: [],
    evidence: [],
    runs: [
      {
        link: 'local-message-table?do=order.commit.crash~order.restart~order.age.poll.send.pub.msg.ok.mark.consume.offset.ack',
        verdict: 'late',
      },
      {
        link: 'local-message-table?do=order.commit.wake.send.pub.msg.ok.mark.consume.offset.ack',
        verdict: 'consistent',
      },
    ],
    questions: [{ ...exact, link: table(''), faults: faults(1, 0, 0), promise: 'no-lost', answer: holds(1_122) }],
  },
  {
    id: 'half-told-is-inconsistent',
    topic: 'two-phase',
    standing: 'false',
    sources: [],
    evidence: [],
    runs: [
      {
        link: `two-phase-commit?do=${VOTED}.decide.announce.commit~order-db.drop~commit.ack.recover.commit.ack`,
        verdict: 'late',
      },
      {
        link: `two-phase-commit?do=${VOTED}.decide.crash~order.force-rollback~points-db.restart~order.commit~order-db.commit.ack~order-db.ack`,
        verdict: 'lost',
      },
    ],
    choices: {
      a: {
        link: `two-phase-commit?do=${VOTED}.decide.crash~order.force-rollback~points-db.restart~order.commit~order-db.commit.ack~order-db.ack`,
        verdict: 'lost',
      },
      b: {
        link: 'two-phase-commit?set=coordinator-log~none&do=order.prepare~order-db.prepare.work~order-db.vote.work.vote.decide.announce.commit~order-db.crash~order.restart~order.abort',
        verdict: 'lost',
      },
    },
    questions: [
      { ...one, link: 'two-phase-commit', faults: faults(1, 1, 1), promise: 'no-lost', answer: holds(66_036) },
      {
        ...one,
        link: 'two-phase-commit?set=coordinator-log~none',
        faults: faults(1, 1, 0),
        promise: 'no-lost',
        answer: breaks(13),
      },
    ],
  },
  {
    id: 'it-locks-out-others',
    topic: 'two-phase',
    standing: 'true',
    sources: [transactionPage],
    evidence: [],
    runs: [
      {
        link: `two-phase-commit?do=${VOTED}.decide.announce.commit~order-db.drop~commit.order.prepare~order-db.prepare.vote.abort.recover.commit`,
        verdict: 'late',
      },
      BLOCKED,
    ],
    questions: [
      { ...one, link: 'two-phase-commit', faults: faults(1, 0, 0), promise: 'no-lost', answer: holds(3_806) },
    ],
  },
  {
    id: 'three-phases-cure-blocking',
    topic: 'two-phase',
    standing: 'depends',
    sources: [],
    evidence: [],
    runs: [BLOCKED],
    questions: [],
    undecidable: 'no-protocol',
  },
  {
    id: 'the-peak-is-gone-in-a-moment',
    topic: 'load',
    standing: 'false',
    sources: [],
    evidence: [],
    runs: [],
    questions: [],
    undecidable: 'load',
    // A hundredth of the rates, a tenth of the time: the proportions stay.
    load: 'load?p=half-message&curve=0~0.5_10~0.5_10~50_370~50_370~0.5_1000~0.5&set=network~0.flush~0.points-work~50.points-cores~1.arrivals~even.work~fixed',
  },
  {
    id: 'asynchronous-is-faster',
    topic: 'load',
    standing: 'depends',
    sources: [],
    evidence: [],
    runs: [{ link: 'half-message?do=order.half.ok.commit', verdict: 'pending' }],
    questions: [],
    undecidable: 'load',
    load: 'load?p=half-message.call&curve=0~1_300~1&set=points-work~950',
  },
] as const satisfies readonly ClaimSpec[];
