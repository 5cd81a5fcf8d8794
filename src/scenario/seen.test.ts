/** What may change without changing a link: what nobody sees. */
import { describe, expect, it } from 'vitest';
import type { Data, DataObject } from '../engine/data.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import type { Model, Settings } from '../engine/model.ts';
import { plainReactions, type Reactions } from '../engine/reactions.ts';
import { replay } from '../engine/timeline.ts';
import type { LocalState, World } from '../engine/world.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { protocols } from '../protocols/registry.ts';
import { readLink, writeLink } from './link.ts';
import { defaultSettings } from './settings.ts';
import { shippedAddresses } from './shipped.testing.ts';

const golden = shippedAddresses('v2').map(({ address }) => address);

/** A golden link, written anew from its steps on a changed protocol or engine. */
function writtenOn(
  link: string,
  change: (protocol: Protocol, settings: Settings) => readonly [Protocol, Engine],
): string {
  const { scenario, at } = readLink(protocols, link);
  const known = protocols.find(({ id }) => id === scenario.protocol) ?? protocols[0];
  const [protocol, engine] = change(known, scenario.settings);
  const { timeline, refused } = replay(engine, scenario.steps);
  expect(refused).toBeNull();
  return writeLink(protocol, timeline, at).link;
}

describe('the checksum of a link', () => {
  it('[L90] does not change with a setting that is added and left at its default', () => {
    const added = { name: 'mood', kind: 'choice', values: ['calm', 'hasty'] } as const;
    const withSetting = (protocol: Protocol): Protocol => ({
      ...protocol,
      settings: [...protocol.settings, added],
      model: (given) => {
        const model = protocol.model(given);
        return { ...model, settings: { ...model.settings, mood: given['mood'] ?? 'calm' } };
      },
    });
    for (const link of golden) {
      const written = writtenOn(link, (known) => {
        const protocol = withSetting(known);
        const { settings } = readLink([protocol], link).scenario;
        expect(settings['mood']).toBe('calm');
        return [protocol, createEngine(protocol.model(settings))];
      });
      expect(written).toBe(link);
    }
  });

  it('[L91] does not change when the fields of every context are renamed and private ones are added', () => {
    const world = createEngine(renamedModel(modelOf(protocols[0])), renamedReactions).initial.world;
    expect(Object.keys(world.roles['broker']?.context ?? {})).toContain('our-channels');
    for (const link of golden) {
      const written = writtenOn(link, (protocol, settings) => [
        renamedProtocol(protocol),
        createEngine(renamedModel(protocol.model(settings)), renamedReactions),
      ]);
      expect(written).toBe(link);
    }
  });

  it('[L92] changes with what is seen: the ledger, stored and flying messages, timers, what is down, stages', () => {
    const [protocol] = protocols;
    const engine = createEngine(modelOf(protocol));
    const { timeline } = replay(engine, readLink(protocols, golden[0] ?? '').scenario.steps);
    const hashes = timeline.frames
      .slice(1)
      .map(({ index }) => /h=(.{4})$/.exec(writeLink(protocol, timeline, index).link)?.[1]);
    expect(hashes.length).toBeGreaterThan(10);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

function modelOf(protocol: Protocol): Model {
  return protocol.model(defaultSettings(protocol));
}

const PREFIX = 'our-';

/** The same answers from roles whose every field has another name, and which keep one more. */
const renamedReactions: Reactions = {
  ...plainReactions,
  start: (bound, first) => {
    const reaction = plainReactions.start(bound, first);
    return { ...reaction, local: renamed(reaction.local) };
  },
  react: (bound, local, message) => {
    const reaction = plainReactions.react(bound, original(local), message);
    return { ...reaction, local: renamed(reaction.local) };
  },
  fire: (bound, local, delay) => {
    const reaction = plainReactions.fire(bound, original(local), delay);
    return { ...reaction, local: renamed(reaction.local) };
  },
  takes: (bound, local, message) => plainReactions.takes(bound, original(local), message),
  crash: (bound, local, kind) => renamed(plainReactions.crash(bound, original(local), kind)),
};

function renamed({ value, context }: LocalState): LocalState {
  if (value === 'crashed') return { value, context };
  const fields = Object.entries(context).map(([name, field]): readonly [string, Data | undefined] => [
    PREFIX + name,
    field,
  ]);
  return { value, context: { ...Object.fromEntries(fields), [`${PREFIX}note`]: 'private' } };
}

function original({ value, context }: LocalState): LocalState {
  if (value === 'crashed') return { value, context };
  const { [`${PREFIX}note`]: _, ...rest } = context;
  const fields: DataObject = Object.fromEntries(
    Object.entries(rest).map(([name, field]) => [name.slice(PREFIX.length), field]),
  );
  return { value, context: fields };
}

function originalWorld(world: World): World {
  const roles = Object.entries(world.roles).map(([role, local]) => [role, original(local)] as const);
  return { ...world, roles: Object.fromEntries(roles) };
}

function renamedModel(model: Model): Model {
  const { explorable } = model;
  return {
    ...model,
    choices: (world) => model.choices(originalWorld(world)),
    ...(explorable === undefined ? {} : { explorable: (world) => explorable(originalWorld(world)) }),
  };
}

/** What reads worlds is written for the new names. */
function renamedProtocol(protocol: Protocol): Protocol {
  return {
    ...protocol,
    ledger: (world, settings) => protocol.ledger(originalWorld(world), settings),
    sections: (world, settings, zoom) => protocol.sections(originalWorld(world), settings, zoom),
    stageHits: (records, before, zoom) => protocol.stageHits(records, originalWorld(before), zoom),
  };
}
