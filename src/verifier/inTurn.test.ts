import { describe, expect, it } from 'vitest';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { searchFor } from './answer.ts';
import type { Search } from './explore.ts';
import { NO_FAULTS, ONE_EACH } from './explore.testing.ts';
import type { FaultBudget, Report } from './question.ts';
import { inTurn } from './inTurn.ts';

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

describe('a question that is explored as far as needed', { timeout: 120_000 }, () => {
  it('[V29] is answered in the whole space where that is small', () => {
    const report = answered(SMALL, NO_FAULTS, 1);
    expect([report.reduction, report.complete, report.states]).toEqual(['none', true, 4_474]);
    expect(report.findings.map(({ reduction }) => reduction)).not.toContain('exact');
  });

  it('[V30] is answered for what is open in the smallest space that can tell', () => {
    const report = answered(SMALL, { ...ONE_EACH, duplicate: 0 }, 1);
    expect(report.complete).toBe(true);
    expect(report.findings.map(({ id, verdict, reduction }) => `${id} ${verdict} ${reduction}`)).toEqual([
      'no-lost holds promises',
      'no-phantom holds promises',
      'no-duplicate holds promises',
      'settles holds promises',
      'ever-late holds none',
      'ever-parked holds none',
      'half-invisible holds promises',
      'ever-twice holds none',
      'ever-checked-five-times violated exact',
    ]);
  });

  it('[V31] is not explored again where nothing is left open', () => {
    const { search, report } = spent();
    const asked: string[] = [];
    const both = inTurn(search, [
      () => {
        asked.push('again');
        return null;
      },
    ]);
    expect([both.advance(1), both.advance(1), both.advance(1)]).toEqual([true, false, false]);
    expect(asked).toEqual([]);
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
    bytes: 1_000,
    bytesPerState: 10,
    reduction: 'exact',
    leftOut: [],
    alone: [],
    asking: null,
    findings: [],
  };
  let portions = 2;
  const advance = (): boolean => {
    portions -= 1;
    return portions > 0;
  };
  return { search: { advance, progress: () => report, report: () => report, stop: () => {} }, report };
}
