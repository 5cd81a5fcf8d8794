import { describe, expect, it } from 'vitest';
import { explore } from '../../engine/explore.testing.ts';
import type { Settings } from '../../engine/model.ts';
import type { Step } from '../../engine/step.ts';
import { ledger } from './ledger.ts';
import { engineOf, verdicts } from './run.testing.ts';

type Budget = { readonly [fault: string]: number };

/** Every run of one order within a budget of faults; participants may refuse, nobody decides by hand. */
function space(settings: Settings, budget: Budget) {
  const holes = new Set<string>();
  const explored = explore({
    engine: engineOf(settings),
    kindOf: (_, step) => kindOf(step),
    budget: { ...budget, order: 1 },
    counts: (record) => {
      if (record.kind === 'ignored' && record.reason === 'unhandled')
        holes.add(`${record.role} ${record.message.type}`);
      return 0;
    },
  });
  const lines = explored.worlds.flatMap(ledger);
  return {
    holes: [...holes],
    verdicts: [...new Set(lines.map(({ verdict }) => verdict))].sort(),
    settled: [...new Set(explored.settled.flatMap(({ world }) => verdicts({ world })))].sort(),
  };
}

function kindOf(step: Step): 'free' | 'never' | { readonly fault: string } {
  switch (step.kind) {
    case 'deliver':
    case 'fire':
    case 'restart':
      return 'free';
    case 'drop':
    case 'duplicate':
    case 'crash':
      return { fault: step.kind };
    case 'choose':
      if (step.message.type === 'placeOrder') return { fault: 'order' };
      return step.message.type === 'refuse' ? 'free' : 'never';
  }
}

describe('faults', () => {
  it('[TP-37] never part the databases while the log is forced', () => {
    expect(space({}, { crash: 1, drop: 1 })).toEqual({
      holes: [],
      verdicts: ['blocked', 'consistent', 'late', 'pending'],
      settled: ['o1 aborted 0 consistent', 'o1 committed 1 consistent', 'o1 committed 1 late', 'o1 none 0 consistent'],
    });
  });

  it('[TP-37] never part them when a message comes twice', () => {
    const { holes, verdicts: reached } = space({}, { duplicate: 1 });
    expect({ holes, reached }).toEqual({ holes: [], reached: ['consistent', 'late', 'pending'] });
  });

  it('[TP-35] part them without a log', () => {
    const { verdicts: reached, settled } = space({ 'coordinator-log': 'none' }, { crash: 1, drop: 1 });
    expect(reached).toEqual(['blocked', 'consistent', 'late', 'lost', 'pending', 'phantom']);
    expect(settled).toContain('o1 committed 0 lost');
    expect(settled).toContain('o1 aborted 1 phantom');
  });

  it('[TP-26] needs a crash of the coordinator to block', () => {
    expect(space({}, { drop: 1 }).verdicts).toEqual(['consistent', 'late', 'pending']);
  });
});
