/** Claims about the half message itself. */
import type { ClaimSpec } from './claim.ts';
import {
  breaks,
  CHECKED,
  endTransaction,
  exampleTransaction,
  faults,
  holds,
  messageBridge,
  NO_FAULT,
  sendProcessor,
  SMALL,
  transactionPage,
} from './claimSources.ts';

const half = (set: string): string => `half-message?set=${SMALL}${set}`;
const one = { orders: 1, space: 'promises' } as const;
const whole = { orders: 1, space: 'none' } as const;

export const claimsOfHalfMessages = [
  {
    id: 'half-not-stored',
    topic: 'half',
    standing: 'false',
    sources: [transactionPage],
    evidence: [messageBridge],
    runs: [
      {
        link: 'half-message?do=order.half.crash~broker.restart~broker.reconnect.ok.commit.return.end.msg.consume',
        verdict: 'consistent',
      },
    ],
    questions: [{ ...one, link: half(''), faults: faults(1, 1, 1), promise: 'half-invisible', answer: holds(2_684) }],
  },
  {
    id: 'rollback-deletes',
    topic: 'half',
    standing: 'false',
    sources: [exampleTransaction],
    evidence: [endTransaction],
    runs: [
      { link: 'half-message?do=order.half.ok.rollback.return.end.op.send-commit.end.msg.consume', verdict: 'phantom' },
    ],
    questions: [
      { ...whole, link: half(''), faults: NO_FAULT, promise: 'no-phantom', answer: holds(4_474) },
      { ...whole, link: half(''), faults: NO_FAULT, persons: 1, promise: 'no-phantom', answer: breaks(6) },
    ],
  },
  {
    id: 'resend-is-recognised',
    topic: 'half',
    standing: 'false',
    sources: [],
    evidence: [sendProcessor],
    runs: [
      {
        link: `half-message?set=dedup~none.send-retry~on&do=order.half.drop~ok.send-timeout.half.ok.commit.return.end.msg.consume.op.${CHECKED}.msg.consume`,
        verdict: 'duplicated',
      },
      {
        link: `half-message?set=send-retry~on&do=order.half.drop~ok.send-timeout.half.ok.commit.return.end.msg.consume.op.${CHECKED}.msg.consume`,
        verdict: 'consistent',
      },
    ],
    questions: [
      { ...one, link: half('.send-retry~on'), faults: faults(0, 1, 0), promise: 'no-duplicate', answer: holds(1_061) },
    ],
  },
] as const satisfies readonly ClaimSpec[];
