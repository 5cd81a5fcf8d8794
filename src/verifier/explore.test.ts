import { describe, expect, it } from 'vitest';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { localMessageTable } from '../protocols/local-message-table/protocol.ts';
import { plainMq } from '../protocols/plain-mq/protocol.ts';
import { twoPhaseCommit } from '../protocols/two-phase-commit/protocol.ts';
import { propertyIds } from './answer.ts';
import {
  answered,
  answeredPlainly,
  CRASH,
  DROP,
  inPlainWords,
  named,
  NO_FAULTS,
  ONE_EACH,
  SILENT,
  SMALL,
  UNASKED,
  type Asked,
} from './explore.testing.ts';
import { halfMessageVerdictsAfter } from './verdictsAfter.testing.ts';

const DUPLICATE = { ...NO_FAULTS, duplicate: 1 };

describe('two-phase commit as Gray and Lamport count it', () => {
  const golden = [
    { participants: '3', states: 288, generated: 1_146, depth: 11 },
    { participants: '5', states: 8_832, generated: 58_146, depth: 17 },
    { participants: '7', states: 296_448, generated: 2_744_706, depth: 23 },
  ];
  it.each(golden)('[V1] has the states, steps and levels that TLC counts: $participants participants', (expected) => {
    const { participants } = expected;
    const settings = { semantics: 'benchmark', participants };
    const { states, generated, depth, complete } = answered({ protocol: twoPhaseCommit, settings, faults: NO_FAULTS });
    expect({ participants, states, generated, depth, complete }).toEqual({ ...expected, complete: true });
  });
});

describe('the fast explorer and the plain one', () => {
  const questions: readonly Asked[] = [
    { protocol: halfMessage, settings: SILENT, faults: NO_FAULTS },
    { protocol: halfMessage, settings: UNASKED, faults: DROP },
    { protocol: halfMessage, settings: { ...UNASKED, report: 'off' }, faults: CRASH },
    { protocol: localMessageTable, settings: { 'attempts-max': '1' }, faults: DROP },
    { protocol: localMessageTable, settings: { 'attempts-max': '1', dedup: 'none' }, faults: DUPLICATE },
    { protocol: plainMq, settings: {}, faults: { ...ONE_EACH, drop: 0 } },
    { protocol: plainMq, settings: { order: 'publish-then-commit', ack: 'before-commit' }, faults: CRASH },
    { protocol: twoPhaseCommit, settings: {}, faults: DROP },
    { protocol: twoPhaseCommit, settings: { 'coordinator-log': 'none' }, faults: DUPLICATE },
    { protocol: twoPhaseCommit, settings: { semantics: 'benchmark', participants: '3' }, faults: NO_FAULTS },
  ];
  it.each(questions.map(named))('[V2] agree on counts, verdicts and shortest runs: $name', ({ asked }) => {
    const properties = propertyIds(asked.protocol);
    expect(inPlainWords(answered({ ...asked, properties }))).toEqual(answeredPlainly(asked));
  });
});

describe('questions about half messages, at one check', () => {
  it('[V3] find no broken promise where nothing goes wrong', () => {
    const { findings } = answered({ protocol: halfMessage, settings: { 'check-max': '1' }, faults: NO_FAULTS });
    const promises = findings.filter(({ kind }) => kind !== 'sometimes').map(({ id, verdict }) => `${id} ${verdict}`);
    expect(promises).toEqual([
      'no-lost holds',
      'no-phantom holds',
      'no-duplicate holds',
      'settles holds',
      'half-invisible holds',
    ]);
  });

  it.each([
    { setting: { dedup: 'none' }, broken: 'no-duplicate', verdict: 'duplicated' },
    { setting: { checker: 'rollback-if-missing' }, broken: 'no-lost', verdict: 'lost' },
    { setting: { checker: 'commit-if-missing' }, broken: 'no-phantom', verdict: 'phantom' },
    { setting: { 'check-back': 'off' }, broken: 'no-lost', verdict: 'lost' },
  ])(
    '[V4] find the shortest run that breaks $broken without its safeguard: $setting',
    ({ setting, broken, verdict }) => {
      const settings = { ...SMALL, ...setting };
      const found = answered({ protocol: halfMessage, settings, faults: DROP }).findings.find(
        ({ id }) => id === broken,
      );
      expect(found?.verdict).toBe('violated');
      expect(halfMessageVerdictsAfter(settings, found?.run ?? [])).toEqual([verdict]);
    },
  );

  it('[V9] show a message to the consumer before its order is committed, where the checker commits what is missing', () => {
    const settings = { ...SMALL, checker: 'commit-if-missing' };
    const { findings } = answered({ protocol: halfMessage, settings, faults: NO_FAULTS });
    const [visible, phantom] = ['half-invisible', 'no-phantom'].map((id) => findings.find((one) => one.id === id));
    expect(visible?.verdict).toBe('violated');
    expect(visible?.run?.length).toBeLessThan(phantom?.run?.length ?? 0);
  });

  it('[V10] show a second delivery, a parked message and five checks', () => {
    const small = answered({ protocol: halfMessage, settings: SMALL, faults: NO_FAULTS }).findings;
    const shown = ['ever-twice', 'ever-parked'].map((id) => small.find((one) => one.id === id)?.run?.length ?? 0);
    expect(shown).toEqual([13, 10]);
    const asked = {
      protocol: halfMessage,
      settings: { ...SILENT, 'check-max': '5' },
      faults: NO_FAULTS,
      statesMax: 20_000,
    };
    const five = answered(asked).findings.find(({ id }) => id === 'ever-checked-five-times');
    expect(five?.run?.filter((step) => step.kind === 'fire' && step.delay === 'transactionCheckInterval')).toHaveLength(
      5,
    );
  });

  it.each([
    { bound: { depthMax: 5 }, stoppedBy: 'depth', depth: 5 },
    { bound: { bytesMax: 1_500_000 }, stoppedBy: 'memory', depth: null },
  ])('[V32] answer unknown at a bound of $stoppedBy, and find what lies within it', ({ bound, stoppedBy, depth }) => {
    const asked = { protocol: halfMessage, settings: UNASKED, faults: ONE_EACH };
    const report = answered({ ...asked, ...bound });
    expect([report.complete, report.stoppedBy]).toEqual([false, stoppedBy]);
    if (depth !== null) expect(report.depth).toBe(depth);
    const verdictOf = (id: string) => report.findings.find((one) => one.id === id)?.verdict;
    expect([verdictOf('no-phantom'), answered(asked).stoppedBy]).toEqual(['unknown', null]);
    // Five steps lose an order.
    expect(verdictOf('no-lost')).toBe('violated');
  });

  it('[V5] answer unknown, and say where they stopped, at a bound of states', () => {
    const { complete, states, findings } = answered({
      protocol: halfMessage,
      settings: {},
      faults: NO_FAULTS,
      statesMax: 200,
    });
    expect(complete).toBe(false);
    expect(states).toBeGreaterThanOrEqual(200);
    expect(findings.find(({ id }) => id === 'no-lost')?.verdict).toBe('unknown');
  });
});
