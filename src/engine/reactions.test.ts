import { describe, expect, it } from 'vitest';
import type { Settings } from './model.ts';
import { pingPong } from './pingPong.testing.ts';
import { memoisedReactions } from './reactions.ts';
import { replay } from './timeline.ts';
import { createEngine } from './engine.ts';
import { table } from './table.testing.ts';
import { bind, react, start, type Bound } from './xstateAdapter.ts';

const serve = { type: 'serve' };

function clientAt(settings: Settings): Bound {
  const client = pingPong({}).roles.find(({ id }) => id === 'client');
  if (client === undefined) throw new Error('Expected a client.');
  return bind(client, settings);
}

describe('reactions and settings', () => {
  const reactions = memoisedReactions();
  const idle = reactions.start(clientAt({}), { role: 'client', recovered: null }).local;
  const served = (settings: Settings) => reactions.react(clientAt(settings), idle, serve);

  it('[E60] are remembered for all settings that say the same to whoever reads them', () => {
    expect(served({ 'rounds-max': '3', mood: 'hasty' })).toBe(served({ 'rounds-max': '3', mood: 'calm' }));
    expect(served({ mood: 'calm' })).toBe(served({}));
  });

  it('[E61] are asked for anew where a setting that was read has another value', () => {
    expect(served({ 'rounds-max': '3' }).outcome).toBe('taken');
    expect(served({ 'rounds-max': '0' }).outcome).toBe('refused');
    expect(served({ 'rounds-max': '3' }).outcome).toBe('taken');
  });

  it('[E62] leave no setting in any world, and equal states at different settings are one object', () => {
    const worldAt = (settings: Settings) => {
      const step = { kind: 'choose', role: 'client', message: serve } as const;
      return replay(createEngine(pingPong(settings)), [step]).timeline.frames.map(({ world }) => world);
    };
    const [three, nine] = [worldAt({ 'rounds-max': '3' }), worldAt({ 'rounds-max': '9' })];
    expect(three).toHaveLength(2);
    for (const [index, { roles }] of three.entries()) {
      for (const [role, local] of Object.entries(roles)) {
        expect(local.context).not.toHaveProperty('settings');
        expect(nine[index]?.roles[role]).toBe(local);
      }
    }
  });

  it('[E63] may not depend on all settings at once', () => {
    const { seen } = clientAt({ mood: 'calm' });
    expect(() => ({ ...seen })).toThrow('by name');
  });
});

describe('local states of equal content', () => {
  const bound = bind({ machine: table, durable: () => null }, {});
  const filled = (...rows: readonly string[]) => {
    const empty = start(bound, { role: 'table', recovered: null }).local;
    return rows.reduce((local, row) => react(bound, local, { type: 'put', row }).local, empty);
  };

  it('[E64] are one object, which reads the same whichever way they first came about', () => {
    const one = filled('second', 'first');
    expect(filled('first', 'second')).toBe(one);
    expect(JSON.stringify(one.context)).toBe('{"rows":{"first":[{"a":2,"z":1}],"second":[{"a":2,"z":1}]}}');
  });
});
