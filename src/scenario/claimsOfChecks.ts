/** Claims about outcomes and checks. */
import type { ClaimSpec } from './claim.ts';
import {
  breaks,
  brokerConfig,
  CHECKED,
  checkService,
  clientApi,
  concept,
  design,
  discardListener,
  endTransaction,
  exampleTransaction,
  faults,
  holds,
  limitsPage,
  listenerSample,
  NO_FAULT,
  producerImpl,
  producerManager,
  shows,
  SMALL,
  transactionChecker,
  transactionPage,
} from './claimSources.ts';

const half = (set: string): string => `half-message?set=${SMALL}${set}`;
const one = { orders: 1, space: 'promises' } as const;
const whole = { orders: 1, space: 'none' } as const;

export const claimsOfChecks = [
  {
    id: 'a-lost-commit-is-repaired',
    topic: 'check',
    standing: 'true',
    sources: [transactionPage],
    evidence: [clientApi],
    runs: [
      { link: `half-message?do=order.half.ok.commit.return.drop~end.${CHECKED}.msg.consume`, verdict: 'late' },
      { link: `half-message?set=report~off&do=order.half.ok.commit.return.${CHECKED}.msg.consume`, verdict: 'late' },
    ],
    choices: {
      a: { link: 'half-message?set=report~off.check-back~off&do=order.half.ok.commit.return', verdict: 'lost' },
    },
    questions: [
      { ...one, link: half('.report~off'), faults: faults(1, 1, 1), promise: 'no-lost', answer: holds(1_744) },
      { ...one, link: half('.check-back~off'), faults: faults(0, 1, 0), promise: 'no-lost', answer: breaks(5) },
    ],
  },
  {
    id: 'the-sender-is-asked',
    topic: 'check',
    standing: 'false',
    sources: [concept],
    evidence: [producerManager],
    runs: [
      {
        link: `half-message?set=producers~2&do=order~producer-b.half.ok.commit.return.drop~end.${CHECKED}.msg.consume`,
        verdict: 'late',
      },
    ],
    choices: {
      a: {
        link: `half-message?set=producers~2&do=order~producer-b.half.ok.commit.return.drop~end.ask-b.${CHECKED}.msg.consume`,
        verdict: 'late',
      },
    },
    questions: [
      {
        ...one,
        link: half('.producers~2.checker~fenced'),
        faults: faults(0, 1, 0),
        promise: 'no-lost',
        answer: holds(58_311),
      },
    ],
  },
  {
    id: 'every-minute-for-four-hours',
    topic: 'check',
    standing: 'false',
    sources: [limitsPage],
    evidence: [brokerConfig],
    runs: [
      { link: 'half-message?do=order.half.ok.commit.crash~order.timeout.pass~x15.pass-end.pass', verdict: 'parked' },
    ],
    choices: {
      a: {
        link: 'half-message?do=order.half.ok.commit.crash~order.timeout.pass~x5.restart~order.pass.check.answer.end.msg.consume',
        verdict: 'late',
      },
    },
    questions: [
      {
        ...whole,
        space: 'exact',
        link: half(''),
        faults: faults(1, 0, 0),
        promise: 'ever-parked',
        answer: shows(8),
      },
    ],
  },
  {
    id: 'fifteen-then-rollback',
    topic: 'check',
    standing: 'false',
    sources: [design, transactionPage],
    evidence: [discardListener],
    runs: [
      {
        link: 'half-message?set=check-max~3&do=order.half.ok.commit.crash~order.timeout.pass~x3.pass-end.pass.restart~order.resume.pass.check.answer.end.msg.consume',
        verdict: 'late',
      },
    ],
    questions: [
      {
        ...whole,
        space: 'exact',
        link: half(''),
        faults: faults(1, 0, 0),
        promise: 'ever-parked',
        answer: shows(8),
      },
    ],
  },
  {
    id: 'unknown-costs-nothing',
    topic: 'check',
    standing: 'false',
    sources: [transactionChecker],
    evidence: [checkService],
    runs: [
      {
        link: 'half-message?set=check-max~3&do=order.half.ok.unknow.return.end.timeout.pass.check.say-unknow.end.pass.check.say-unknow.end.pass.check.say-unknow.end.pass-end.pass',
        verdict: 'parked',
      },
    ],
    questions: [
      {
        ...whole,
        link: half(''),
        faults: NO_FAULT,
        kinds: { 'wrong-answer': 1 },
        promise: 'ever-parked',
        answer: shows(10),
      },
    ],
  },
  {
    id: 'missing-means-rollback',
    topic: 'check',
    standing: 'false',
    sources: [transactionPage],
    evidence: [producerImpl],
    runs: [
      {
        link: `half-message?set=checker~rollback-if-missing&do=order.half.ok.${CHECKED}.op.unknow.return`,
        verdict: 'lost',
      },
      {
        link: `half-message?set=checker~fenced&do=order.half.ok.${CHECKED}.op.commit.return.end`,
        verdict: 'consistent',
      },
    ],
    choices: {
      b: {
        link: `half-message?set=checker~commit-if-missing&do=order.half.ok.slow.${CHECKED}.msg.consume.rollback.return.end`,
        verdict: 'phantom',
      },
      c: {
        link: `half-message?set=checker~fenced&do=order.half.ok.${CHECKED}.op.commit.return.end`,
        verdict: 'consistent',
      },
    },
    questions: [
      {
        ...one,
        link: half('.checker~rollback-if-missing'),
        faults: NO_FAULT,
        promise: 'no-lost',
        answer: breaks(11),
      },
    ],
  },
  {
    id: 'unknown-while-running-is-enough',
    topic: 'check',
    standing: 'depends',
    sources: [transactionPage],
    evidence: [],
    runs: [
      {
        link: `half-message?set=producers~2&do=order~producer-b.half.${CHECKED}.ok.op.unknow.return`,
        verdict: 'lost',
      },
      {
        link: `half-message?set=producers~2.checker~fenced&do=order~producer-b.half.${CHECKED}.ok.op.commit.return`,
        verdict: 'consistent',
      },
    ],
    choices: {
      c: {
        link: `half-message?set=producers~2.checker~fenced&do=order~producer-b.half.${CHECKED}.ok.op.commit.return`,
        verdict: 'consistent',
      },
    },
    questions: [
      { ...one, link: half(''), faults: faults(1, 1, 1), promise: 'no-lost', answer: holds(2_684) },
      { ...one, link: half('.producers~2'), faults: NO_FAULT, promise: 'no-lost', answer: breaks(11) },
      {
        ...one,
        link: half('.producers~2.checker~fenced'),
        faults: faults(0, 1, 0),
        promise: 'no-lost',
        answer: holds(58_311),
      },
    ],
  },
  {
    id: 'a-map-will-do',
    topic: 'check',
    standing: 'false',
    sources: [listenerSample],
    evidence: [producerManager],
    runs: [
      {
        link: `half-message?set=checker~memory-map&do=order.half.ok.rollback.return.drop~end.crash~order.restart~order.${CHECKED}.msg.consume`,
        verdict: 'phantom',
      },
    ],
    questions: [
      { ...whole, link: half('.checker~memory-map'), faults: NO_FAULT, promise: 'no-phantom', answer: breaks(10) },
    ],
  },
  {
    id: 'consumed-more-than-once',
    topic: 'check',
    standing: 'true',
    sources: [exampleTransaction],
    evidence: [endTransaction],
    runs: [
      {
        link: `half-message?set=dedup~none&do=order.half.ok.slow.${CHECKED}.commit.return.end.msg.consume.pass.check.answer.end.msg.consume`,
        verdict: 'duplicated',
      },
      {
        link: `half-message?do=order.half.ok.slow.${CHECKED}.commit.return.end.msg.consume.pass.check.answer.end.msg.consume`,
        verdict: 'consistent',
      },
    ],
    questions: [
      { ...whole, space: 'exact', link: half(''), faults: NO_FAULT, promise: 'ever-twice', answer: shows(13) },
      { ...one, link: half('.dedup~none'), faults: NO_FAULT, promise: 'no-duplicate', answer: breaks(15) },
    ],
  },
  {
    id: 'longer-immunity-is-safer',
    topic: 'check',
    standing: 'depends',
    sources: [transactionPage, exampleTransaction],
    evidence: [checkService, endTransaction],
    runs: [
      {
        link: 'half-message?set=immunity~long&do=order.half.ok.commit.crash~order.pass~x15.pass-end.pass',
        verdict: 'parked',
      },
      {
        link: 'half-message?set=check-max~3.immunity~long&do=order.half.ok.commit.pass.return.end.msg.consume.pass~x2.pass-end.pass',
        verdict: 'consistent',
      },
    ],
    questions: [
      {
        ...whole,
        space: 'exact',
        link: half('.immunity~long'),
        faults: NO_FAULT,
        promise: 'ever-parked',
        answer: shows(7),
      },
    ],
  },
] as const satisfies readonly ClaimSpec[];
