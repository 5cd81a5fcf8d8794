import { describe, expect, it } from 'vitest';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { localMessageTable } from '../protocols/local-message-table/protocol.ts';
import { plainMq } from '../protocols/plain-mq/protocol.ts';
import { twoPhaseCommit } from '../protocols/two-phase-commit/protocol.ts';
import { answered, DROP, named, NO_FAULTS, ONE_EACH, SMALL, UNASKED, type Asked } from './explore.testing.ts';

describe('the size of a space', () => {
  // A number here changes only with a sentence in the commit that says why the behaviour changed.
  const golden: readonly (Asked & { readonly counts: string })[] = [
    { protocol: halfMessage, settings: SMALL, faults: NO_FAULTS, counts: '4474 15958 25' },
    { protocol: halfMessage, settings: SMALL, faults: DROP, counts: '9987 39146 27' },
    { protocol: halfMessage, settings: SMALL, faults: NO_FAULTS, reduction: 'exact', counts: '274 905 17' },
    { protocol: halfMessage, settings: UNASKED, faults: ONE_EACH, counts: '16216 58741 27' },
    { protocol: halfMessage, settings: SMALL, faults: ONE_EACH, reduction: 'promises', counts: '2684 16278 23' },
    {
      protocol: halfMessage,
      settings: SMALL,
      faults: ONE_EACH,
      orders: 2,
      reduction: 'promises',
      counts: '80936 659033 33',
    },
    { protocol: halfMessage, settings: {}, faults: ONE_EACH, reduction: 'uncounted', counts: '741 6225 14' },
    { protocol: halfMessage, settings: {}, faults: ONE_EACH, reduction: 'trusting', counts: '347 2946 13' },
    {
      protocol: halfMessage,
      settings: {},
      faults: ONE_EACH,
      orders: 2,
      reduction: 'trusting',
      counts: '2655 24360 17',
    },
    { protocol: localMessageTable, settings: { 'attempts-max': '1' }, faults: DROP, counts: '254 727 16' },
    { protocol: plainMq, settings: {}, faults: ONE_EACH, counts: '4942 19952 24' },
    { protocol: twoPhaseCommit, settings: {}, faults: ONE_EACH, counts: '66036 430674 21' },
  ];
  it.each(golden.map((row) => ({ ...named(row), counts: row.counts, how: row.reduction ?? 'none' })))(
    '[V8] is $counts (states, steps, levels), reduction $how: $name',
    ({ asked, counts }) => {
      const { states, generated, depth, complete } = answered(asked);
      expect([`${states} ${generated} ${depth}`, complete]).toEqual([counts, true]);
    },
  );
});
