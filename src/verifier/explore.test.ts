import { describe, expect, it } from 'vitest';
import { createEngine } from '../engine/engine.ts';
import { replay } from '../engine/timeline.ts';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { protocols } from '../protocols/registry.ts';
import { twoPhaseCommitModel } from '../protocols/two-phase-commit/model.ts';
import { defaultSettings } from '../scenario/settings.ts';
import { explore, type Exploration } from './explore.ts';
import { explorePlainly } from './plain.testing.ts';
import { propertiesOf } from './properties.ts';
import type { FaultBudget, Report } from './question.ts';

const NO_FAULTS: FaultBudget = { crash: 0, drop: 0, duplicate: 0 };

function explored(exploration: Omit<Exploration, 'statesMax' | 'stopsEarly'>): Report {
  const search = explore({ ...exploration, statesMax: 1_000_000, stopsEarly: false });
  while (search.advance(10_000));
  return search.report();
}

function halfMessageAt(settings: { readonly [name: string]: string }, faults: FaultBudget): Report {
  const engine = createEngine(halfMessage.model(settings));
  return explored({ engine, ledger: halfMessage.ledger, properties: propertiesOf(halfMessage), faults, orders: 1 });
}

describe('two-phase commit as Gray and Lamport count it', () => {
  const golden = [
    { participants: '3', states: 288, generated: 1_146, depth: 11 },
    { participants: '5', states: 8_832, generated: 58_146, depth: 17 },
  ];
  it.each(golden)('[V1] has the states, steps and levels that TLC counts: $participants participants', (expected) => {
    const engine = createEngine(twoPhaseCommitModel({ semantics: 'benchmark', participants: expected.participants }));
    const report = explored({ engine, ledger: () => [], properties: [], faults: NO_FAULTS, orders: 1 });
    const { states, generated, depth, complete } = report;
    expect({ participants: expected.participants, states, generated, depth, complete }).toEqual({
      ...expected,
      complete: true,
    });
  });
});

describe('the fast explorer and the plain one', { timeout: 120_000 }, () => {
  it.each(protocols.map((protocol) => ({ id: protocol.id, protocol })))(
    '[V2] agree on $id without faults',
    ({ protocol }) => {
      const small = { 'check-max': '1', 'attempts-max': '1', 'reconsume-max': '0' };
      const engine = createEngine(protocol.model({ ...defaultSettings(protocol), ...small }));
      const property = {
        id: 'no-lost',
        kind: 'always',
        looksAt: 'ledger',
        test: (lines: readonly { verdict: string }[]) => lines.every(({ verdict }) => verdict !== 'lost'),
      } as const;
      const fast = explore({
        engine,
        ledger: protocol.ledger,
        properties: [property],
        faults: NO_FAULTS,
        orders: 1,
        statesMax: 30_000,
        stopsEarly: false,
      });
      while (fast.advance(1_000));
      const { states, generated, depth, complete, findings } = fast.report();
      expect(complete).toBe(true);
      const plain = explorePlainly(engine, NO_FAULTS, 1, (world) => property.test(protocol.ledger(world)));
      expect({ states, generated, depth }).toEqual(plain.report);
      expect(findings[0]?.run?.length ?? null).toBe(plain.brokenAt);
    },
  );

  it.each([{ faults: { ...NO_FAULTS, drop: 1 } }, { faults: { ...NO_FAULTS, crash: 1 } }])(
    '[V2] agree on two-phase commit with faults: $faults',
    ({ faults }) => {
      const engine = createEngine(twoPhaseCommitModel({}));
      const { states, generated, depth } = explored({ engine, ledger: () => [], properties: [], faults, orders: 1 });
      expect({ states, generated, depth }).toEqual(explorePlainly(engine, faults, 1, () => true).report);
    },
  );
});

describe('questions about half messages, at one check', () => {
  it('[V3] find no broken promise where nothing goes wrong', () => {
    const { findings } = halfMessageAt({ 'check-max': '1' }, NO_FAULTS);
    const promises = findings.filter(({ kind }) => kind !== 'sometimes').map(({ id, verdict }) => [id, verdict]);
    expect(promises).toEqual([
      ['no-lost', 'holds'],
      ['no-phantom', 'holds'],
      ['no-duplicate', 'holds'],
      ['settles', 'holds'],
    ]);
  });

  it.each([
    { setting: { dedup: 'none' }, broken: 'no-duplicate' },
    { setting: { checker: 'rollback-if-missing' }, broken: 'no-lost' },
    { setting: { checker: 'commit-if-missing' }, broken: 'no-phantom' },
  ])('[V4] find the shortest run that breaks $broken without its safeguard', ({ setting, broken }) => {
    const settings = { 'check-max': '1', ...setting };
    const found = halfMessageAt(settings, { ...NO_FAULTS, drop: 1 }).findings.find(({ id }) => id === broken);
    expect(found?.verdict).toBe('violated');
    const { timeline, refused } = replay(createEngine(halfMessage.model(settings)), found?.run ?? []);
    expect(refused).toBeNull();
    const verdicts = halfMessage
      .ledger(timeline.frames.at(-1)?.world ?? timeline.frames[0].world)
      .map(({ verdict }) => verdict);
    expect(verdicts).toEqual([{ 'no-duplicate': 'duplicated', 'no-lost': 'lost', 'no-phantom': 'phantom' }[broken]]);
  });

  it('[V5] answer unknown, and say where they stopped, at a bound of states', () => {
    const engine = createEngine(halfMessage.model({}));
    const search = explore({
      engine,
      ledger: halfMessage.ledger,
      properties: propertiesOf(halfMessage),
      faults: NO_FAULTS,
      orders: 1,
      statesMax: 200,
      stopsEarly: false,
    });
    while (search.advance(10));
    const { complete, states, findings } = search.report();
    expect(complete).toBe(false);
    expect(states).toBeGreaterThanOrEqual(200);
    expect(findings.find(({ id }) => id === 'no-lost')?.verdict).toBe('unknown');
  });
});
