import { describe, expect, it } from 'vitest';
import type { Settings } from '../engine/model.ts';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { localMessageTable } from '../protocols/local-message-table/protocol.ts';
import { plainMq } from '../protocols/plain-mq/protocol.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { twoPhaseCommit } from '../protocols/two-phase-commit/protocol.ts';
import { searchFor } from './answer.ts';
import { answered, CRASH, NO_FAULTS, SMALL, UNASKED } from './explore.testing.ts';
import type { FaultBudget } from './question.ts';

interface Demand {
  readonly protocol: Protocol;
  readonly settings: Settings;
  readonly faults: FaultBudget;
  readonly property: string;
}

function answer({ protocol, settings, faults, property }: Demand): string {
  const question = { protocol: protocol.id, settings, faults, orders: 1, properties: [property] };
  const search = searchFor(protocol, { ...question, reduction: 'as-needed', statesMax: 200_000, stopsEarly: true });
  while (search.advance(10_000));
  const [finding] = search.report().findings;
  return `${finding?.verdict} ${finding?.run?.length ?? '-'}`;
}

describe('what not everybody promises', () => {
  it.each([
    { protocol: twoPhaseCommit, settings: {}, faults: CRASH, property: 'ever-blocked', says: 'holds' },
    { protocol: plainMq, settings: {}, faults: CRASH, property: 'ever-blocked', says: 'violated' },
    { protocol: halfMessage, settings: SMALL, faults: NO_FAULTS, property: 'needs-no-person', says: 'violated' },
    { protocol: plainMq, settings: {}, faults: NO_FAULTS, property: 'needs-no-person', says: 'holds' },
    { protocol: plainMq, settings: {}, faults: NO_FAULTS, property: 'exactly-once', says: 'holds' },
    { protocol: plainMq, settings: {}, faults: CRASH, property: 'exactly-once', says: 'violated' },
    { protocol: halfMessage, settings: UNASKED, faults: NO_FAULTS, property: 'halves-settle', says: 'violated' },
    { protocol: halfMessage, settings: SMALL, faults: NO_FAULTS, property: 'nothing-after-rollback', says: 'holds' },
    {
      protocol: plainMq,
      settings: { order: 'publish-then-commit' },
      faults: NO_FAULTS,
      property: 'nothing-after-rollback',
      says: 'violated',
    },
    {
      protocol: localMessageTable,
      settings: { 'attempts-max': '1', 'reconsume-max': '0' },
      faults: NO_FAULTS,
      property: 'in-key-order',
      says: 'holds',
    },
  ])('[V44] is asked by its name: $protocol.id $settings $property', ({ says, ...demand }) => {
    expect(answer(demand)).toContain(says);
  });

  it('[V44] finds the cancellation of an order that overtakes the order, once orders may be cancelled', () => {
    const search = searchFor(localMessageTable, {
      protocol: localMessageTable.id,
      settings: { 'attempts-max': '1', 'reconsume-max': '0' },
      faults: NO_FAULTS,
      mishaps: { kinds: { 'order-cancelled': 1 }, others: 0, persons: 0 },
      orders: 1,
      properties: ['in-key-order'],
      reduction: 'none',
      statesMax: 20_000,
      stopsEarly: true,
    });
    while (search.advance(1_000));
    const [finding] = search.report().findings;
    expect([finding?.verdict, finding?.run?.length]).toEqual(['violated', 9]);
  });

  it('[V44] is not among what is asked about everything', () => {
    const { findings } = answered({ protocol: plainMq, settings: {}, faults: NO_FAULTS });
    expect(findings.map(({ id }) => id)).not.toContain('needs-no-person');
  });
});
