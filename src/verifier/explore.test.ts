import { describe, expect, it } from 'vitest';
import { createEngine } from '../engine/engine.ts';
import { replay } from '../engine/timeline.ts';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { localMessageTable } from '../protocols/local-message-table/protocol.ts';
import { plainMq } from '../protocols/plain-mq/protocol.ts';
import { twoPhaseCommit } from '../protocols/two-phase-commit/protocol.ts';
import {
  answered,
  answeredPlainly,
  inPlainWords,
  NO_FAULTS,
  ONE_EACH,
  verdictsOf,
  type Asked,
} from './explore.testing.ts';
import { propertiesOf } from './properties.ts';
import type { Finding } from './question.ts';

const PATIENCE_MS = 120_000;

/** One check, no retry: the smallest half message that has all its parts. */
const SMALL = { 'check-max': '1', 'reconsume-max': '0' };
/** The same where the producer does not report by itself. */
const SILENT = { ...SMALL, report: 'off' };
/** The same without checks. */
const UNASKED = { ...SMALL, 'check-back': 'off' };
const DROP = { ...NO_FAULTS, drop: 1 };
const CRASH = { ...NO_FAULTS, crash: 1 };
const DUPLICATE = { ...NO_FAULTS, duplicate: 1 };

function named(asked: Asked) {
  const set = Object.entries(asked.settings).map(([name, value]) => `${name}~${value}`);
  const faults = Object.entries(asked.faults).filter(([, count]) => count > 0);
  return { name: [asked.protocol.id, ...set, ...faults.map(([kind]) => `one ${kind}`)].join(' '), asked };
}

describe('two-phase commit as Gray and Lamport count it', { timeout: PATIENCE_MS }, () => {
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

describe('the fast explorer and the plain one', { timeout: PATIENCE_MS }, () => {
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
    expect(inPlainWords(answered(asked))).toEqual(answeredPlainly(asked));
  });
});

describe('a search that forgets what nothing reads', { timeout: PATIENCE_MS }, () => {
  const questions: readonly Asked[] = [
    { protocol: halfMessage, settings: SMALL, faults: NO_FAULTS },
    { protocol: halfMessage, settings: SMALL, faults: DROP },
    { protocol: halfMessage, settings: { ...SMALL, dedup: 'none' }, faults: DROP },
    { protocol: halfMessage, settings: { ...SMALL, checker: 'rollback-if-missing' }, faults: DROP },
    { protocol: halfMessage, settings: { ...SMALL, checker: 'commit-if-missing', version: '4.9' }, faults: NO_FAULTS },
    { protocol: halfMessage, settings: { ...SILENT, dedup: 'marker-first' }, faults: NO_FAULTS },
    { protocol: halfMessage, settings: { ...SILENT, 'check-max': '2' }, faults: NO_FAULTS },
    { protocol: halfMessage, settings: UNASKED, faults: ONE_EACH },
    { protocol: halfMessage, settings: { ...UNASKED, ack: 'before-commit' }, faults: CRASH },
    { protocol: halfMessage, settings: { ...UNASKED, flush: 'async' }, faults: CRASH },
    { protocol: localMessageTable, settings: { 'attempts-max': '1' }, faults: CRASH },
    { protocol: localMessageTable, settings: { 'attempts-max': '1', dedup: 'none' }, faults: DUPLICATE },
    { protocol: plainMq, settings: {}, faults: ONE_EACH },
    { protocol: plainMq, settings: { dedup: 'marker-after' }, faults: CRASH },
  ];
  it.each(questions.map(named))('[V6] gives the same verdicts and shortest lengths: $name', ({ asked }) => {
    const [whole, reduced] = [answered(asked), answered({ ...asked, reduction: 'exact' })];
    expect(verdictsOf(reduced).map(comparable)).toEqual(verdictsOf(whole).map(comparable));
    const [settles, wholeSettles] = [reduced, whole].map((one) => one.findings.find(({ id }) => id === 'settles'));
    expect(settles?.run?.length ?? 0).toBeLessThanOrEqual(wholeSettles?.run?.length ?? 0);
    expect([whole.reduction, reduced.reduction]).toEqual(['none', 'exact']);
    expect(reduced.states).toBeLessThanOrEqual(whole.states);
  });

  it.each(
    [
      ...questions.filter(({ protocol }) => protocol === halfMessage),
      { protocol: halfMessage, settings: UNASKED, faults: DROP, orders: 2 },
      { protocol: halfMessage, settings: { ...SMALL, checker: 'fenced' }, faults: CRASH },
      { protocol: halfMessage, settings: { ...SILENT, ack: 'before-commit' }, faults: CRASH },
      { protocol: halfMessage, settings: { ...SILENT, dedup: 'marker-first' }, faults: CRASH },
      { protocol: halfMessage, settings: { ...SMALL, 'send-retry': 'on' }, faults: DROP },
    ].map(named),
  )('[V28] gives the same verdicts to those who ask about promises: $name', ({ asked }) => {
    const [exact, reduced] = (['exact', 'promises'] as const).map((reduction) => answered({ ...asked, reduction }));
    const promises = exact?.findings.filter(({ kind }) => kind !== 'sometimes') ?? [];
    const verdictOf = ({ id, verdict }: Finding): string => `${id} ${verdict}`;
    expect(reduced?.findings.map(verdictOf)).toEqual(promises.map(verdictOf));
    expect(reduced?.states).toBeLessThanOrEqual(exact?.states ?? 0);
    for (const { id, run } of reduced?.findings ?? []) {
      const shortest = promises.find((one) => one.id === id)?.run ?? null;
      expect(run === null).toBe(shortest === null);
      if (run === null) continue;
      expect(run.length).toBeGreaterThanOrEqual(id === 'settles' ? 0 : (shortest?.length ?? 0));
      expect(brokenAfter(asked.settings, run)).toContain(id);
    }
  });

  it('[V7] finds runs that the whole model replays to the same end', () => {
    const settings = { ...SMALL, dedup: 'none' };
    const { findings } = answered({ protocol: halfMessage, settings, faults: DROP, reduction: 'exact' });
    const run = findings.find(({ id }) => id === 'no-duplicate')?.run ?? [];
    expect(verdictsAfter(settings, run)).toEqual(['duplicated']);
  });
});

describe('the size of a space', { timeout: PATIENCE_MS }, () => {
  // A number here changes only with a sentence in the commit that says why the behaviour changed.
  const golden: readonly (Asked & { readonly counts: string })[] = [
    { protocol: halfMessage, settings: SMALL, faults: NO_FAULTS, counts: '4418 15374 25' },
    { protocol: halfMessage, settings: SMALL, faults: DROP, counts: '9931 38283 27' },
    { protocol: halfMessage, settings: SMALL, faults: NO_FAULTS, reduction: 'exact', counts: '268 826 17' },
    { protocol: halfMessage, settings: UNASKED, faults: ONE_EACH, counts: '16216 58741 27' },
    { protocol: halfMessage, settings: SMALL, faults: ONE_EACH, reduction: 'promises', counts: '2536 14433 23' },
    {
      protocol: halfMessage,
      settings: SMALL,
      faults: ONE_EACH,
      orders: 2,
      reduction: 'promises',
      counts: '72209 534389 33',
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
      expect(verdictsAfter(settings, found?.run ?? [])).toEqual([verdict]);
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
    { bound: { bytesMax: 100_000 }, stoppedBy: 'memory', depth: null },
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

/** A run that does not settle may end before steps that touch dead parts alone, such as persisting a cursor. */
function comparable({ id, verdict, steps }: ReturnType<typeof verdictsOf>[number]) {
  return { id, verdict, steps: id === 'settles' ? null : steps };
}

/** The promises that a run has broken when it ends, or that it will not keep by itself any more. */
function brokenAfter(settings: Asked['settings'], run: Parameters<typeof replay>[1]): readonly string[] {
  const { timeline, refused } = replay(createEngine(halfMessage.model(settings)), run);
  expect(refused).toBeNull();
  const { world } = timeline.frames.at(-1) ?? timeline.frames[0];
  const lines = halfMessage.ledger(world);
  return propertiesOf(halfMessage)
    .filter((property) => !(property.looksAt === 'ledger' ? property.test(lines) : property.test(world)))
    .map(({ id }) => id);
}

function verdictsAfter(settings: Asked['settings'], run: Parameters<typeof replay>[1]): readonly string[] {
  const { timeline, refused } = replay(createEngine(halfMessage.model(settings)), run);
  expect(refused).toBeNull();
  const { world } = timeline.frames.at(-1) ?? timeline.frames[0];
  return halfMessage.ledger(world).map(({ verdict }) => verdict);
}
