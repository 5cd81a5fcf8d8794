import { describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../../engine/engine.ts';
import { explore } from '../../engine/explore.testing.ts';
import type { Model } from '../../engine/model.ts';
import type { Step } from '../../engine/step.ts';
import { inFlight, type World } from '../../engine/world.ts';
import { deliver, fire, play } from '../shared/moves.testing.ts';
import { completeSettings } from '../shared/settings.ts';
import { ledger } from './ledger.ts';
import { benchmarkModel } from './benchmarkModel.ts';
import { read } from './read.ts';
import { settingSpecs } from './settings.ts';
import { COORDINATOR, COORDINATOR_PROCESS, PARTICIPANTS } from './vocabulary.ts';

const modelOf = (participants: number, log = 'forced'): Model => {
  const given = { semantics: 'benchmark', participants: String(participants), 'coordinator-log': log };
  const settings = completeSettings(settingSpecs, given);
  // One participant is less than a reader may choose; the counts are known for it too.
  return benchmarkModel({ ...settings, participants: String(participants) });
};

const spaces = new Map<number, ReturnType<typeof explore>>();

function space(participants: number): ReturnType<typeof explore> {
  const known = spaces.get(participants);
  if (known !== undefined) return known;
  const explored = explore({ engine: createEngine(modelOf(participants)), kindOf: () => 'free' });
  spaces.set(participants, explored);
  return explored;
}

const rms = (world: World): readonly string[] => read(world).participants.map(({ branches }) => branches['o1'] ?? '');
const tm = (world: World): unknown => world.roles[COORDINATOR]?.value;
const isTorn = (world: World): boolean => rms(world).includes('committed') && rms(world).includes('aborted');
const all = (state: string) => (world: World) => rms(world).every((other) => other === state);
const two = createEngine(modelOf(2));

describe('the benchmark', () => {
  it('[TP-1] begins with everybody working, an undecided coordinator and no messages', () => {
    const { world } = two.initial;
    expect({ rms: rms(world), tm: tm(world), network: world.network }).toEqual({
      rms: ['working', 'working'],
      tm: { undecided: 'collecting' },
      network: {},
    });
  });

  it('[TP-2] has seven kinds of step and no others', () => {
    const kinds = space(2).worlds.flatMap((world) => two.enabled(world).map(nameOf));
    expect([...new Set(kinds)].sort()).toEqual([
      'deliver abort',
      'deliver commit',
      'deliver prepared',
      'fire decideAbort',
      'fire decideCommit',
      'fire giveUp',
      'fire work',
    ]);
  });

  it('[TP-2] lets the coordinator read Prepared again and again, until it has decided', () => {
    const prepared = play(two, fire('work', 'order-db'), deliver('prepared'), deliver('prepared'));
    expect(read(prepared.world).coordinator.votes).toEqual(['order-db']);
    const decided = play(two, fire('work', 'order-db'), fire('decideAbort'));
    const late: Step = {
      kind: 'deliver',
      from: 'order-db',
      to: COORDINATOR,
      message: { type: 'prepared', from: 'order-db' },
    };
    expect(two.whyNot(decided.world, late)).toEqual({ code: 'not-expected', role: COORDINATOR, value: 'aborted' });
  });

  it('[TP-2] lets a participant read Commit and Abort in every state', () => {
    for (const world of space(2).worlds) {
      for (const role of ['order-db', 'points-db']) {
        for (const message of inFlight(world, COORDINATOR, role)) {
          expect(two.whyNot(world, { kind: 'deliver', from: COORDINATOR, to: role, message })).toBeNull();
        }
      }
    }
  });

  it('[TP-3] never takes a message away, and tells Commit and Abort to all at once and never both', () => {
    for (const world of space(3).worlds) {
      const told = PARTICIPANTS.slice(0, 3).map((role) => inFlight(world, COORDINATOR, role).map(({ type }) => type));
      const expected = tm(world) === 'committed' ? ['commit'] : tm(world) === 'aborted' ? ['abort'] : [];
      expect(told).toEqual([expected, expected, expected]);
      for (const step of two.enabled(world)) expect(['drop', 'duplicate', 'crash']).not.toContain(step.kind);
    }
  });

  it.each([
    { participants: 2, counts: { states: 56, generated: 154, depth: 8 } },
    { participants: 3, counts: { states: 288, generated: 1_146, depth: 11 } },
    { participants: 4, counts: { states: 1_568, generated: 8_258, depth: 14 } },
    { participants: 5, counts: { states: 8_832, generated: 58_146, depth: 17 } },
  ])('[TP-4] counts as TLC and Stateright do for $participants participants', ({ participants: n, counts }) => {
    const { states, generated, depth } = space(n);
    expect({ states, generated, depth }).toEqual(counts);
    expect(counts).toEqual({
      states: 2 ** n + 4 ** n + 6 ** n,
      generated: 2 + (n + 1) * 4 ** n + n * 2 ** n + 8 * n * 6 ** (n - 1),
      depth: 3 * n + 2,
    });
  });

  it('[TP-5] counts steps that change nothing', () => {
    expect(space(3).selfLoops).toBe(384);
    expect(space(5).selfLoops).toBe(20_800);
  });

  it.each([2, 3])('[TP-6] never has both outcomes, and reaches each by its shortest run (%i participants)', (n) => {
    const { worlds, stepsTo } = space(n);
    expect(worlds.filter(isTorn)).toEqual([]);
    expect(stepsTo(all('aborted'))).toBe(n);
    expect(stepsTo(all('committed'))).toBe(3 * n + 1);
  });

  it.each([
    [3, 34],
    [5, 274],
  ])('[TP-7] is atomic commitment, seen through %i participants', (n, combinations) => {
    const seen = new Set(space(n).worlds.map((world) => rms(world).join(' ')));
    expect(seen.size).toBe(combinations);
    const wrong = [...seen].filter((text) => text.includes('committed') && /working|aborted/.test(text));
    expect(wrong).toEqual([]);
  });

  it.each([
    [3, 28],
    [5, 244],
  ])('[TP-8] comes to rest with all committed or all aborted (%i participants)', (n, count) => {
    const settled = space(n).settled.map(({ world }) => world);
    expect(settled.length).toBe(count);
    expect(settled.filter(all('committed')).length).toBe(1);
    expect(settled.filter(all('aborted')).length).toBe(count - 1);
    expect(settled.flatMap(ledger).filter(({ verdict }) => verdict !== 'consistent')).toEqual([]);
  });

  it('[TP-9] leaves a prepared participant to the coordinator, and a working one to itself', () => {
    for (const world of space(2).worlds.filter(all('prepared'))) {
      const byOthers = two.enabled(world).filter((step) => !('role' in step && step.role === COORDINATOR));
      if (typeof tm(world) === 'string') continue;
      expect(byOthers.filter((step) => step.kind !== 'deliver' || step.to !== COORDINATOR)).toEqual([]);
    }
    expect(play(two, fire('giveUp', 'points-db')).world.roles['points-db']?.value).toBe('aborted');
  });

  it.each([
    { participants: 1, log: 'forced', states: 26, torn: null },
    { participants: 2, log: 'forced', states: 116, torn: null },
    { participants: 3, log: 'forced', states: 584, torn: null },
    { participants: 2, log: 'none', states: 209, torn: 9 },
    { participants: 3, log: 'none', states: 1_099, torn: 11 },
  ])(
    '[TP-10] survives a forgetful coordinator only with its decision on disk ($participants participants, log $log)',
    ({ participants, log, states, torn }) => {
      const explored = explore({
        engine: mortal(participants, log),
        kindOf: (_, { kind }) => (kind === 'crash' ? { fault: 'crash' } : 'free'),
        budget: { crash: 1 },
        follow: ({ kind }) => (kind === 'crash' ? [{ kind: 'restart', process: COORDINATOR_PROCESS }] : []),
      });
      expect({ states: explored.states, torn: explored.stepsTo(isTorn) }).toEqual({ states, torn });
    },
  );
});

/** The benchmark with a coordinator that can crash, which a reader's benchmark cannot. */
function mortal(participants: number, log: string): Engine {
  const model = modelOf(participants, log);
  const processes = model.processes.map((process) =>
    process.id === COORDINATOR_PROCESS ? { ...process, crashKinds: ['process' as const] } : process,
  );
  return createEngine({ ...model, processes });
}

function nameOf(step: Step): string {
  switch (step.kind) {
    case 'deliver':
    case 'drop':
    case 'duplicate':
    case 'choose':
      return `${step.kind} ${step.message.type}`;
    case 'fire':
      return `fire ${step.delay}`;
    case 'crash':
    case 'restart':
      return step.kind;
  }
}
