import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../../player/selectors.ts';
import { sessionAt } from '../session.testing.ts';
import { ledgerRows } from './ledgerModel.ts';
import { verdictLook } from './verdictLook.ts';

describe('the ledger', () => {
  it('[VW2] compares the two databases for every order', () => {
    const rows = ledgerRows(ledgerOf(sessionAt('clean-commit').getState()));
    expect(rows).toEqual([
      { order: 'o1', number: '1', state: 'committed', points: 1, agrees: true, verdict: 'consistent' },
    ]);
  });

  it('[VW2] says that they differ while the order exists and its points do not', () => {
    const [row] = ledgerRows(ledgerOf(sessionAt('clean-commit', 4).getState()));
    expect(row).toMatchObject({ state: 'committed', points: 0, agrees: false, verdict: 'pending' });
  });

  it('[VW2] agrees on nothing when the order was rolled back', () => {
    const [row] = ledgerRows(ledgerOf(sessionAt('rollback').getState()));
    expect(row).toMatchObject({ state: 'aborted', points: 0, agrees: true });
  });

  it('[VW2] tells every verdict apart by its shape', () => {
    const verdicts = ['pending', 'consistent', 'late', 'lost', 'phantom', 'duplicated', 'parked'] as const;
    expect(new Set(verdicts.map((verdict) => verdictLook(verdict).icon)).size).toBe(verdicts.length);
  });
});
