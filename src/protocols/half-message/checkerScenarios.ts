/** Named runs about how people check back: one for each way that they have. */
import type { NamedScenario } from '../protocol.ts';

const COMMITTED = 'order.half.ok.commit.return';
const ASKED = 'timeout.pass.check.answer.end';
const UNSETTLED = `${COMMITTED}.drop~end`;
const UNANSWERED = 'order.half.ok.commit.crash~order';
const ASKED_AGAIN = 'pass.check.answer.end';
const CONSUMED = 'msg.consume';

export const checkerScenarios = [
  {
    id: 'check-log-row',
    settings: { checker: 'log-row', producers: '2' },
    run: `order~producer.half.ok.commit.crash~order.${ASKED}.${CONSUMED}`,
    verdict: 'late',
  },
  {
    id: 'check-purged-log',
    settings: { checker: 'purged-log' },
    run: `${UNSETTLED}.purge.${ASKED}.op`,
    verdict: 'lost',
  },
  {
    id: 'check-late-status',
    settings: { checker: 'late-status' },
    run: `${UNANSWERED}.restart~order.${ASKED}.op`,
    verdict: 'lost',
  },
  {
    id: 'check-memory-map',
    settings: { checker: 'memory-map' },
    run: `order.half.ok.rollback.return.drop~end.crash~order.restart~order.${ASKED}.${CONSUMED}`,
    verdict: 'phantom',
  },
  {
    id: 'check-coordinator',
    settings: { checker: 'coordinator' },
    run: `${UNSETTLED}.purge.${ASKED}.op`,
    verdict: 'lost',
  },
  {
    id: 'check-grace-period',
    settings: { checker: 'grace-period' },
    run: `order.half.ok.slow.${ASKED}.${ASKED_AGAIN}.${ASKED_AGAIN}.op.commit.return.drop~end`,
    verdict: 'lost',
  },
  {
    id: 'check-always-unknown',
    settings: { checker: 'always-unknown', 'check-max': '3' },
    run: `${UNSETTLED}.${ASKED}.${ASKED_AGAIN}.${ASKED_AGAIN}.pass-end.pass`,
    verdict: 'parked',
  },
  {
    id: 'check-two-businesses',
    settings: { checker: 'two-businesses', producers: '2' },
    run: `${UNANSWERED}.${ASKED}.op`,
    verdict: 'lost',
  },
  {
    id: 'check-two-groups',
    settings: { checker: 'two-businesses', producers: '2', groups: 'two' },
    run: `order~producer.half.ok.commit.crash~order.timeout.pass.restart~order.${ASKED_AGAIN}.${CONSUMED}`,
    verdict: 'late',
  },
  {
    id: 'check-three-instances',
    settings: { producers: '3' },
    run: `order~producer.half.ok.commit.crash~order.crash~order-b.${ASKED}.${CONSUMED}`,
    verdict: 'late',
  },
  {
    id: 'check-own-databases',
    settings: { producers: '2', 'check-group': 'own-databases' },
    run: `order~producer.half.ok.commit.crash~order.${ASKED}.op`,
    verdict: 'lost',
  },
  {
    id: 'check-exception-rollback',
    settings: { 'check-exception': 'rollback' },
    run: `${UNSETTLED}.timeout.pass.check.check-throws.end.op`,
    verdict: 'lost',
  },
] as const satisfies readonly NamedScenario[];
