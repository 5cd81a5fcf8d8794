import { describe, expect, it } from 'vitest';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { searchFor } from './answer.ts';
import type { Search } from './explore.ts';
import { NO_FAULTS, ONE_EACH } from './explore.testing.ts';
import type { FaultBudget, Report } from './question.ts';
import { stepwise } from './stepwise.ts';

const SMALL = { 'check-max': '1', 'reconsume-max': '0' };

function answered(settings: { readonly [name: string]: string }, faults: FaultBudget, orders: number): Report {
  const search = searchFor(halfMessage, {
    protocol: halfMessage.id,
    settings,
    faults,
    orders,
    properties: [],
    reduction: 'as-needed',
    statesMax: 1_000_000,
    stopsEarly: false,
  });
  while (search.advance(10_000));
  return search.report();
}

function verdicts({ findings }: Report): readonly string[] {
  return findings.map(({ id, verdict }) => `${id} ${verdict}`);
}

describe('a question that is explored as far as needed', { timeout: 120_000 }, () => {
  it('[V29] is answered exactly where that is quick', () => {
    const report = answered(SMALL, NO_FAULTS, 1);
    expect([report.reduction, report.complete, report.states]).toEqual(['exact', true, 268]);
    expect(verdicts(report)).toContain('ever-parked holds');
  });

  it('[V30] completes with one fault of each kind, and keeps what the exact search has found', () => {
    const report = answered(SMALL, ONE_EACH, 1);
    // Five checks are more than this model makes, but only the whole space could tell.
    expect([report.reduction, report.complete]).toEqual(['promises', false]);
    expect(report.findings.find(({ id }) => id === 'ever-parked')?.reduction).toBe('exact');
    expect(report.findings.find(({ id }) => id === 'no-lost')?.reduction).toBe('promises');
    expect(verdicts(report)).toEqual([
      'no-lost holds',
      'no-phantom holds',
      'no-duplicate holds',
      'settles holds',
      'ever-late holds',
      'ever-parked holds',
      'half-invisible holds',
      'ever-twice holds',
      'ever-checked-five-times unknown',
    ]);
  });

  it('[V31] is not explored again where nothing is left open', () => {
    const { search, report } = spent();
    const asked: Report[] = [];
    const both = stepwise(search, (known) => {
      asked.push(known);
      return null;
    });
    expect(both.advance(1)).toBe(true);
    expect(both.advance(1)).toBe(false);
    expect(both.advance(1)).toBe(false);
    expect(asked).toEqual([report]);
    expect(both.report()).toEqual(report);
  });
});

/** A search that is over after its second portion. */
function spent(): { readonly search: Search; readonly report: Report } {
  const report: Report = {
    states: 2,
    generated: 3,
    depth: 2,
    complete: false,
    stoppedBy: 'states',
    bytesPerState: 10,
    reduction: 'exact',
    findings: [],
  };
  let portions = 2;
  const advance = (): boolean => {
    portions -= 1;
    return portions > 0;
  };
  return { search: { advance, progress: () => report, report: () => report }, report };
}
