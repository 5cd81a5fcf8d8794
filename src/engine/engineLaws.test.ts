import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stable } from './data.ts';
import { createEngine } from './engine.ts';
import { pingPong } from './pingPong.testing.ts';
import { plainReactions } from './reactions.ts';
import { picksArbitrary, randomRun } from './runs.testing.ts';
import type { Step } from './step.ts';
import { beginTimeline, extend, replay, stepsOf, truncate } from './timeline.ts';
import { isCrashed, worldKey, type World } from './world.ts';

const engine = createEngine(pingPong());

/** Every step that somebody might ask for, possible or not. */
function imaginable(world: World): readonly Step[] {
  const { model } = engine;
  const messages = [
    ...Object.values(world.network).flat(),
    { type: 'pong', round: 1 },
    { type: 'ping', round: 1, isRetry: false },
    { type: 'notice', round: 9 },
  ];
  const ends = [...model.channels, { from: 'client', to: 'nobody' }, { from: 'observer', to: 'client' }];
  return [
    ...ends.flatMap(({ from, to }) =>
      messages.flatMap((message): readonly Step[] => [
        { kind: 'deliver', from, to, message },
        { kind: 'drop', from, to, message },
        { kind: 'duplicate', from, to, message },
      ]),
    ),
    ...[...model.roles.map(({ id }) => id), 'nobody'].flatMap((role): readonly Step[] => [
      { kind: 'fire', role, delay: 'retryDelay' },
      { kind: 'fire', role, delay: 'flushDelay' },
      ...['serve', 'report', 'confuse', 'ask', 'pong', 'append', 'nothing'].map((type): Step => ({
        kind: 'choose',
        role,
        message: { type },
      })),
    ]),
    ...[...model.processes.map(({ id }) => id), 'nowhere'].flatMap((process): readonly Step[] => [
      { kind: 'crash', process, crash: 'process' },
      { kind: 'crash', process, crash: 'machine' },
      { kind: 'restart', process },
    ]),
  ];
}

describe('the engine, on any run of the ping-pong protocol', () => {
  it('[E1] gives equal frames when the same steps are replayed', () => {
    fc.assert(
      fc.property(picksArbitrary(), (picks) => {
        const { steps, worlds } = randomRun(engine, picks);
        const again = replay(createEngine(pingPong()), steps);
        expect(again.refused).toBeNull();
        expect(again.timeline.frames.map(({ world }) => worldKey(world))).toEqual(worlds.map(worldKey));
        expect(replay(engine, steps).timeline.frames).toEqual(again.timeline.frames);
      }),
    );
  });

  it('[E2] says of exactly the enabled steps that nothing stands against them, and applies each of them', () => {
    fc.assert(
      fc.property(picksArbitrary(), (picks) => {
        const world = randomRun(engine, picks).worlds.at(-1) ?? engine.initial.world;
        const enabled = engine.enabled(world);
        const keys = enabled.map(stable);
        expect(new Set(keys).size).toBe(keys.length);
        const asked = [...enabled, ...imaginable(world)];
        expect(asked.filter((step) => (engine.whyNot(world, step) === null) !== keys.includes(stable(step)))).toEqual(
          [],
        );
        expect(asked.filter((step) => engine.apply(world, step).ok !== keys.includes(stable(step)))).toEqual([]);
      }),
    );
  });

  it('[E3] gives the same answers whether reactions are remembered or not', () => {
    const plain = createEngine(pingPong(), plainReactions);
    fc.assert(
      fc.property(picksArbitrary(25), (picks) => {
        const remembered = randomRun(engine, picks);
        const fresh = randomRun(plain, picks);
        expect(fresh.steps).toEqual(remembered.steps);
        expect(replay(plain, fresh.steps).timeline.frames).toEqual(replay(engine, remembered.steps).timeline.frames);
      }),
      { numRuns: 40 },
    );
  });

  it('[E4] never changes the past by a fork', () => {
    fc.assert(
      fc.property(picksArbitrary(), picksArbitrary(10), fc.nat(40), (picks, otherPicks, where) => {
        const { timeline } = replay(engine, randomRun(engine, picks).steps);
        const before = stable(timeline.frames);
        const past = truncate(timeline, where);
        let fork = past;
        for (const pick of otherPicks) {
          const enabled = engine.enabled((fork.frames.at(-1) ?? fork.frames[0]).world);
          const step = enabled[pick % enabled.length];
          const extended = step === undefined ? null : extend(fork, step);
          if (extended?.ok === true) fork = extended.timeline;
        }
        expect(stable(timeline.frames)).toBe(before);
        expect(fork.frames.slice(0, past.frames.length)).toEqual(timeline.frames.slice(0, past.frames.length));
        expect(replay(engine, stepsOf(fork)).timeline.frames).toEqual(fork.frames);
      }),
    );
  });

  it('[E5] lists the enabled steps in an order that only the content of the world decides', () => {
    fc.assert(
      fc.property(picksArbitrary(), (picks) => {
        const world = randomRun(engine, picks).worlds.at(-1) ?? engine.initial.world;
        expect(engine.enabled(reversed(world)).map(stable)).toEqual(engine.enabled(world).map(stable));
      }),
    );
  });

  it('[E6] never turns the clock back', () => {
    fc.assert(
      fc.property(picksArbitrary(), (picks) => {
        const times = replay(engine, randomRun(engine, picks).steps).timeline.frames.map(({ timeMs }) => timeMs);
        expect(times).toEqual(times.toSorted((left, right) => left - right));
      }),
    );
  });

  it('[E7] knows a packet for every message in flight, and a clock for every armed timer', () => {
    fc.assert(
      fc.property(picksArbitrary(), (picks) => {
        for (const { world, packets, timers } of replay(engine, randomRun(engine, picks).steps).timeline.frames) {
          const flying = Object.entries(world.network).flatMap(([channel, messages]) =>
            messages.map((message) => `${channel} ${stable(message)}`),
          );
          const drawn = packets.map(({ from, to, message }) => `${from}>${to} ${stable(message)}`);
          expect(drawn.toSorted()).toEqual(flying.toSorted());
          const armed = Object.entries(world.timers).flatMap(([role, delays]) =>
            delays.map((delay) => `${role} ${delay}`),
          );
          expect(timers.map(({ role, delay }) => `${role} ${delay}`).toSorted()).toEqual(armed.toSorted());
          expect(new Set(packets.map(({ id }) => id)).size).toBe(packets.length);
        }
      }),
    );
  });

  it('[E8] keeps nothing of a crashed process but what survives', () => {
    fc.assert(
      fc.property(picksArbitrary(), (picks) => {
        for (const world of randomRun(engine, picks).worlds) {
          for (const { id, process } of engine.model.roles) {
            if (!isCrashed(world, process)) continue;
            expect(world.roles[id]?.value).toBe('crashed');
            expect(world.timers[id]).toBeUndefined();
          }
        }
      }),
    );
  });

  it('[E9] starts every timeline with one frame and no step', () => {
    const { frames } = beginTimeline(engine);
    expect(frames.map(({ index, step, timeMs }) => ({ index, step, timeMs }))).toEqual([
      { index: 0, step: null, timeMs: 0 },
    ]);
  });
});

/** The same world with the keys of its tables in another order. */
function reversed(world: World): World {
  const turn = <Value>(table: { readonly [key: string]: Value }): { readonly [key: string]: Value } =>
    Object.fromEntries(Object.entries(table).toReversed());
  return { ...world, roles: turn(world.roles), network: turn(world.network), timers: turn(world.timers) };
}
