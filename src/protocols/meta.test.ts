/** What must hold for every protocol of the page: its specification is tested, its machines keep the rules, nothing is unhandled. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stable } from '../engine/data.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import type { Message, RoleId } from '../engine/model.ts';
import type { Frame } from '../engine/timeline.ts';
import { channelOf } from '../engine/wiring.ts';
import type { LocalState, World } from '../engine/world.ts';
import { bind, listedInputs } from '../engine/xstateAdapter.ts';
import {
  coveringSettings,
  nearestWorlds,
  picksArbitrary,
  settingsArbitrary,
  triedValues,
  walk,
} from './exploration.testing.ts';
import { alwaysCycle, delayNames, machineTree, statesOf, type StateNode } from './machineConfig.testing.ts';
import type { Protocol } from './protocol.ts';
import { protocols } from './registry.ts';

const ROOM = import.meta.dirname;
const SEED = 20_261_122;
const WALK_STEPS_MAX = 60;
const LONG_MS = 120_000;

/** How far each protocol is explored: the first one thoroughly, the others, which have exhaustive tests, lightly. */
const effortOf = (id: string) =>
  id === protocols[0].id
    ? { walks: 120, worlds: 3_000, stepsMin: 20_000 }
    : { walks: 40, worlds: 600, stepsMin: 2_000 };

const tests = globSync('**/*.test.ts', { cwd: ROOM }).map((file) => ({
  file: file.replaceAll('\\', '/'),
  source: readFileSync(join(ROOM, file), 'utf8'),
}));

describe.each(protocols.filter(({ id }) => existsSync(specOf(id))))('the specification of $id', ({ id }) => {
  const spec = readFileSync(specOf(id), 'utf8');
  const modelled = found(spec, /^- \*\*([A-Z]+-[A-Z]?\d+)\*\*/gm);
  const notModelled = found(spec, /^\| ([A-Z]+-[A-Z]?\d+) \|/gm);
  const prefix = modelled[0]?.split('-')[0] ?? '';
  const tested = [...new Set(tests.flatMap(({ source }) => idsOfTests(source)))].filter((rule) =>
    rule.startsWith(`${prefix}-`),
  );

  it('[MT1] says each rule once, as modelled or as not modelled', () => {
    const all = [...modelled, ...notModelled];
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter((rule, index) => all.indexOf(rule) !== index)).toEqual([]);
  });

  it('[MT2] has a test for every rule that it calls modelled, and knows every rule that a test names', () => {
    expect({
      withoutTest: modelled.filter((rule) => !tested.includes(rule)),
      unknown: tested.filter((rule) => !modelled.includes(rule)),
    }).toEqual({ withoutTest: [], unknown: [] });
  });
});

describe.each(protocols)('the machines of $id', (protocol) => {
  const models = coveringSettings(protocol).map((settings) => protocol.model(settings));
  const machines = [...new Set(models.flatMap(({ roles }) => roles.map(({ machine }) => machine)))];
  const trees = machines.map((machine) => ({ machine, states: statesOf(machineTree(machine)) }));
  const inStates = (look: (state: StateNode) => readonly string[]): readonly string[] =>
    trees.flatMap(({ states }) => states.flatMap((state) => look(state).map((what) => `${state.path}: ${what}`)));

  it('[MT10] have an id of their own', () => {
    const ids = machines.map((machine) => machine.config.id);
    expect(ids.filter((id) => id === undefined)).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('[MT11] name their delays, and know every name', () => {
    expect(inStates(({ after }) => after.filter((name) => /^\d+$/.test(name)))).toEqual([]);
    const unknown = trees.flatMap(({ machine, states }) => {
      const known = delayNames(machine);
      return states.flatMap(({ path, after }) =>
        after.filter((name) => !known.includes(name)).map((name) => `${path}: ${name}`),
      );
    });
    expect(unknown).toEqual([]);
    expect(inStates(({ after }) => after).length).toBeGreaterThan(0);
  });

  it('[MT12] arm a delay in one state at a time', () => {
    const together = trees.flatMap(({ states }) =>
      pairs(states).flatMap(([one, other]) =>
        canBeTogether(states, one, other)
          ? one.after.filter((name) => other.after.includes(name)).map((name) => `${one.path}, ${other.path}: ${name}`)
          : [],
      ),
    );
    expect(together).toEqual([]);
  });

  it('[MT13] use neither history nor actors', () => {
    expect(inStates(({ forbidden }) => forbidden)).toEqual([]);
  });

  it('[MT14] have no cycle of transitions that need no input', () => {
    expect(machines.map((machine) => alwaysCycle(machineTree(machine)))).toEqual(machines.map(() => null));
  });

  it('[MT15] are made of setup and assign alone', () => {
    const sources = [`${protocol.id}/roles/*.ts`, 'shared/*.ts'].flatMap((pattern) => globSync(pattern, { cwd: ROOM }));
    expect(sources.length).toBeGreaterThan(0);
    const imported = sources.flatMap((file) =>
      found(readFileSync(join(ROOM, file), 'utf8'), /import \{([^}]*)\} from 'xstate'/g).flatMap((names) =>
        names.split(','),
      ),
    );
    const others = imported.map((name) => name.trim()).filter((name) => name !== 'setup' && name !== 'assign');
    expect(others).toEqual([]);
  });
});

describe.each(protocols)('every run of $id', (protocol) => {
  const seen = lazily(() => explore(protocol));

  it('[MT20] goes somewhere', { timeout: LONG_MS }, () => {
    expect(seen().steps).toBeGreaterThanOrEqual(effortOf(protocol.id).stepsMin);
    expect(seen().arrived.size).toBeGreaterThan(0);
  });

  it('[MT21] meets no input that a role does not list', { timeout: LONG_MS }, () => {
    expect([...seen().unhandled]).toEqual([]);
  });

  it('[MT22] goes through worlds that are plain data', { timeout: LONG_MS }, () => {
    expect(seen().notPlain).toEqual([]);
  });

  it('[MT23] ends every step in states that list all that a network may bring there', { timeout: LONG_MS }, () => {
    expect([...seen().notListed]).toEqual([]);
  });
});

describe.each(protocols)('the safeguards of $id', ({ settings, stages, safeguards }) => {
  it('[MT40] leave something out by a value that a setting has, and explain stages that there are', () => {
    const withoutSettings = safeguards.flatMap((safeguard) => {
      const isSetting = safeguard.kind === 'setting';
      const specs = isSetting ? settings : (protocols.find(({ id }) => id === safeguard.protocol)?.settings ?? []);
      const used = isSetting
        ? [safeguard.on, ...safeguard.off].map((value): readonly [string, string] => [safeguard.setting, value])
        : Object.entries(safeguard.settings);
      return used.filter(
        ([name, value]) => !specs.some((spec) => spec.name === name && triedValues(spec).includes(value)),
      );
    });
    const numbers = stages.concept.map(({ number }) => number);
    expect(withoutSettings).toEqual([]);
    expect(safeguards.flatMap((safeguard) => safeguard.stages).filter((stage) => !numbers.includes(stage))).toEqual([]);
    expect(new Set(safeguards.map(({ id }) => id)).size).toBe(safeguards.length);
  });
});

it('[MT41] every one of the nine steps of half messages is explained by a safeguard', () => {
  const [{ stages, safeguards }] = protocols;
  const explained = new Set(safeguards.flatMap((safeguard) => safeguard.stages));
  expect(stages.concept.filter(({ number }) => !explained.has(number))).toEqual([]);
});

describe.each(protocols)('the settings of $id', ({ id, settings, library }) => {
  it('[MT30] are each used with each value, by a scenario or a test', () => {
    const sources = tests.filter(({ file }) => file.startsWith(`${id}/`)).map(({ source }) => source);
    const unused = settings.flatMap((spec) => {
      if (spec.kind === 'number') return [];
      return spec.values.slice(1).filter((value) => {
        const inTest = new RegExp(`\\b${spec.name}'?: '${value.replaceAll('.', '\\.')}'`);
        return (
          !library.scenarios.some((one) => one.settings[spec.name] === value) &&
          !sources.some((source) => inTest.test(source))
        );
      });
    });
    expect(unused).toEqual([]);
  });
});

interface Seen {
  readonly steps: number;
  /** `role: type` of the messages that a network brought. */
  readonly arrived: ReadonlySet<string>;
  readonly unhandled: ReadonlySet<string>;
  /** States in which a step ended and that do not list a message which came to their role elsewhere. */
  readonly notListed: ReadonlySet<string>;
  readonly notPlain: readonly World[];
}

/** Walks that chance picked, at any settings, and all that lies near the start, at settings that cover every value. */
function explore(protocol: Protocol): Seen {
  const { walks, worlds } = effortOf(protocol.id);
  const samples = fc.sample(fc.tuple(settingsArbitrary(protocol.settings), picksArbitrary(WALK_STEPS_MAX)), {
    seed: SEED,
    numRuns: walks,
  });
  const covering = coveringSettings(protocol);
  const looks = [
    ...samples.map(([settings, picks]) => {
      const engine = createEngine(protocol.model(settings));
      return lookAt(engine, walk(engine, picks));
    }),
    ...covering.map((settings) => {
      const engine = createEngine(protocol.model(settings));
      return lookAt(engine, nearestWorlds(engine, worlds / covering.length));
    }),
  ];
  return {
    steps: looks.reduce((sum, { steps }) => sum + steps, 0),
    arrived: new Set(looks.flatMap(({ arrived }) => [...arrived])),
    unhandled: new Set(looks.flatMap(({ unhandled }) => [...unhandled])),
    notListed: new Set(looks.flatMap(({ notListed }) => [...notListed])),
    notPlain: looks.flatMap(({ notPlain }) => notPlain),
  };
}

function lookAt(engine: Engine, frames: Iterable<Pick<Frame, 'step' | 'world' | 'records'>>): Seen {
  let steps = 0;
  const arrived = new Set<string>();
  const unhandled = new Set<string>();
  const locals = new Map<RoleId, Set<LocalState>>();
  const worlds = new Set<World>();
  for (const { step, world, records } of frames) {
    if (step !== null) steps += 1;
    for (const record of records) {
      if (record.kind === 'ignored' && record.reason === 'unhandled')
        unhandled.add(nameOf(record.role, record.message));
      if (record.kind === 'delivered' && isNetwork(engine, record)) arrived.add(nameOf(record.to, record.message));
    }
    if (worlds.has(world)) continue;
    worlds.add(world);
    for (const [role, local] of Object.entries(world.roles))
      locals.set(role, (locals.get(role) ?? new Set()).add(local));
  }
  const notListed = engine.model.roles.flatMap((role) => {
    const { id } = role;
    const bound = bind(role, engine.model.settings);
    return [...(locals.get(id) ?? [])].flatMap((local) => {
      if (local.value === 'crashed') return [];
      const listed = new Set(listedInputs(bound, local));
      return [...arrived]
        .filter((name) => name.startsWith(`${id}: `) && !listed.has(name.slice(id.length + 2)))
        .map((name) => `${name} in ${stable(local.value)}`);
    });
  });
  const notPlain = [...worlds].filter((world) => !isDeepStrictEqual(JSON.parse(JSON.stringify(world)), world));
  return { steps, arrived, unhandled, notListed: new Set(notListed), notPlain };
}

function nameOf(role: RoleId, message: Message): string {
  return `${role}: ${message.type}`;
}

/** A message set is read only where somebody has a use for it. */
function isNetwork(engine: Engine, { from, to }: { readonly from: RoleId; readonly to: RoleId }): boolean {
  const { kind } = channelOf(engine.model, from, to);
  return kind === 'multiset' || kind === 'fifo';
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

function specOf(id: string): string {
  return join(ROOM, id, 'SPEC.md');
}

function pairs(states: readonly StateNode[]): readonly (readonly [StateNode, StateNode])[] {
  return states.flatMap((one, index) => states.slice(index + 1).map((other) => [one, other] as const));
}

/** Whether a machine can be in both states: one contains the other, or they lie in different regions. */
function canBeTogether(states: readonly StateNode[], one: StateNode, other: StateNode): boolean {
  if (other.path.startsWith(`${one.path}.`) || one.path.startsWith(`${other.path}.`)) return true;
  const common = states.findLast(({ path }) => one.path.startsWith(`${path}.`) && other.path.startsWith(`${path}.`));
  return common?.type === 'parallel';
}

function found(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

/** The rules that titles name, and those of the lines of role tables. */
function idsOfTests(source: string): readonly string[] {
  return [...found(source, /\[([A-Z]+-[A-Z]?\d+)\]/g), ...found(source, /^ +([A-Z]+-[A-Z]?\d+) +\|/gm)];
}
