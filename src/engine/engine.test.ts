import { describe, expect, it } from 'vitest';
import { createEngine } from './engine.ts';
import type { Message, RoleId } from './model.ts';
import { pingPong } from './pingPong.testing.ts';
import type { RunRecord } from './record.ts';
import type { Step } from './step.ts';
import { lastFrame, replay, type Frame } from './timeline.ts';

const engine = createEngine(pingPong());

const serve: Step = { kind: 'choose', role: 'client', message: { type: 'serve' } };
const report: Step = { kind: 'choose', role: 'client', message: { type: 'report' } };
const retry: Step = { kind: 'fire', role: 'client', delay: 'retryDelay' };
const flush: Step = { kind: 'fire', role: 'journal', delay: 'flushDelay' };
const pingOf = (round: number, isRetry = false): Message => ({ type: 'ping', round, isRetry });
const deliver = (from: RoleId, to: RoleId, message: Message): Step => ({ kind: 'deliver', from, to, message });
const ping = (round: number, isRetry = false): Step => deliver('client', 'server', pingOf(round, isRetry));
const pong = (round: number): Step => deliver('server', 'client', { type: 'pong', round });
const crash = (process: string, kind: 'process' | 'machine' = 'process'): Step => ({
  kind: 'crash',
  process,
  crash: kind,
});
const restart = (process: string): Step => ({ kind: 'restart', process });

function after(...steps: readonly Step[]): Frame {
  const { timeline, refused } = replay(engine, steps);
  expect(refused).toBeNull();
  return lastFrame(timeline);
}

function kinds(records: readonly RunRecord[]): readonly string[] {
  return records.map(({ kind }) => kind);
}

describe('steps and records', () => {
  it('[E10] answers calls inside the step that made them, in order, and tells all of it', () => {
    const { records, world } = after(serve, ping(1));
    expect(kinds(records)).toEqual(['delivered', 'called', 'moved', 'noted', 'armed', 'called', 'sent', 'sent']);
    expect(world.roles['journal']?.context).toEqual({ log: [1], flushed: 0 });
    expect(world.network).toEqual({
      'server>client': [{ type: 'pong', round: 1 }],
      'server>observer': [{ type: 'notice', round: 1 }],
    });
  });

  it('[E11] leaves alone what it was given', () => {
    const before = JSON.stringify(engine.initial);
    after(serve, ping(1), crash('server-app', 'machine'), restart('server-app'));
    expect(JSON.stringify(engine.initial)).toBe(before);
  });

  it('[E12] says with its reason that a role listed a message and did nothing', () => {
    const { records } = after(
      serve,
      { kind: 'duplicate', from: 'client', to: 'server', message: pingOf(1) },
      ping(1),
      ping(1),
    );
    expect(records.filter(({ kind }) => kind === 'ignored')).toEqual([
      { kind: 'ignored', role: 'journal', message: { type: 'append', round: 1 }, reason: 'already-written' },
    ]);
  });

  it('[E13] marks a message that no state lists as unhandled: a hole in the specification', () => {
    const confuse: Step = { kind: 'choose', role: 'client', message: { type: 'confuse' } };
    const { records } = after(confuse, deliver('client', 'observer', { type: 'stray' }));
    expect(records).toContainEqual({
      kind: 'ignored',
      role: 'observer',
      message: { type: 'stray' },
      reason: 'unhandled',
    });
  });

  it('[E14] marks a deliberate no-op as refused', () => {
    const { records } = after(serve, ping(1), {
      kind: 'drop',
      from: 'server',
      to: 'client',
      message: { type: 'pong', round: 1 },
    });
    expect(records).toContainEqual({
      kind: 'ignored',
      role: 'server',
      message: { type: 'undelivered', message: { type: 'pong', round: 1 } },
      reason: 'refused',
    });
  });
});
describe('networks', () => {
  it('[E20] delivers a multiset in any order and tells equal messages from different ones', () => {
    const twice = [serve, retry] as const;
    expect(after(...twice).world.network['client>server']).toEqual([pingOf(1), pingOf(1, true)]);
    expect(after(...twice, ping(1, true)).world.network['client>server']).toEqual([pingOf(1)]);
    expect(engine.whyNot(after(...twice).world, ping(2))).toEqual({ code: 'not-in-flight', message: pingOf(2) });
  });

  it('[E21] delivers a fifo channel only from its front', () => {
    const world = after(serve, retry, ping(1, true), ping(1), retry, serve, ping(2)).world;
    expect(world.network['server>client']).toEqual([1, 1, 2].map((round) => ({ type: 'pong', round })));
    expect(engine.whyNot(world, pong(2))).toEqual({ code: 'not-its-turn', message: { type: 'pong', round: 2 } });
    expect(engine.whyNot(world, pong(1))).toBeNull();
  });

  it('[E22] keeps a set channel as it is when it delivers, and neither drops nor doubles there', () => {
    const notice: Message = { type: 'notice', round: 1 };
    const { world } = after(
      serve,
      ping(1),
      deliver('server', 'observer', notice),
      deliver('server', 'observer', notice),
    );
    expect(world.network['server>observer']).toEqual([notice]);
    expect(engine.whyNot(world, { kind: 'drop', from: 'server', to: 'observer', message: notice })).toEqual({
      code: 'never-leaves',
      message: notice,
    });
  });

  it('[E23] merges an equal message on a coalescing channel', () => {
    const { records, packets } = after(report, report);
    expect(records).toContainEqual({
      kind: 'sent',
      from: 'client',
      to: 'observer',
      message: { type: 'report' },
      merged: true,
    });
    expect(packets).toHaveLength(1);
  });

  it('[E24] tells the sender of a connection that its message was lost, also by a dead process', () => {
    const lost: Step = { kind: 'drop', from: 'client', to: 'server', message: pingOf(1) };
    expect(kinds(after(serve, lost).records)).toEqual(['dropped', 'noted']);
    expect(kinds(after(serve, crash('server-app'), ping(1)).records)).toEqual(['lost', 'noted']);
  });

  it('[E25] loses a call to a dead process', () => {
    const ask: Step = { kind: 'choose', role: 'observer', message: { type: 'ask' } };
    expect(kinds(after(ask).records)).toEqual(['chosen', 'called', 'noted']);
    expect(kinds(after(crash('server-app'), ask).records)).toEqual(['chosen', 'lost']);
  });

  it('[E26] gives equal packets their identity first in, first out', () => {
    const double: Step = { kind: 'duplicate', from: 'client', to: 'server', message: pingOf(1) };
    expect(after(serve, double).packets.map(({ id, isDuplicate }) => ({ id, isDuplicate }))).toEqual([
      { id: 1, isDuplicate: false },
      { id: 2, isDuplicate: true },
    ]);
    const [left] = after(serve, double, ping(1)).packets;
    expect(left).toMatchObject({ id: 2, isDuplicate: true, message: pingOf(1) });
  });
});

describe('crashes', () => {
  it('[E30] keeps the page cache in a process crash and only what was flushed in a power loss', () => {
    const written = [serve, ping(1), flush, pong(1), serve, ping(2)];
    const log = (kind: 'process' | 'machine') =>
      after(...written, crash('server-app', kind), restart('server-app')).world.roles['journal']?.context;
    expect(log('process')).toEqual({ log: [1, 2], flushed: 2 });
    expect(log('machine')).toEqual({ log: [1], flushed: 1 });
  });

  it('[E31] takes the timers and the volatile state of a process, and not what is in flight', () => {
    const { world } = after(serve, crash('client-app'));
    expect(world.timers).toEqual({});
    expect(world.network['client>server']).toEqual([pingOf(1)]);
    expect(after(serve, crash('client-app'), restart('client-app')).world.roles['client']).toEqual({
      value: 'idle',
      context: { rounds: 0, attempts: 0 },
    });
  });

  it('[E32] tells those who watch a process that it died', () => {
    expect(after(crash('client-app')).records).toContainEqual({
      kind: 'noted',
      role: 'server',
      what: 'client-gone',
      fields: { round: 0 },
    });
  });

  it('[E33] permits only the crashes that the protocol has, and one at a time', () => {
    const { world } = engine.initial;
    expect(engine.whyNot(world, crash('client-app', 'machine'))?.code).toBe('never-crashes-so');
    expect(engine.whyNot(world, crash('watch-app'))?.code).toBe('never-crashes-so');
    expect(engine.whyNot(world, crash('moon'))?.code).toBe('unknown-process');
    expect(engine.whyNot(world, restart('client-app'))?.code).toBe('process-running');
    const down = after(crash('client-app')).world;
    expect(engine.whyNot(down, crash('client-app'))?.code).toBe('process-crashed');
    expect(engine.whyNot(down, serve)).toEqual({ code: 'process-crashed', process: 'client-app' });
    expect(engine.whyNot(down, retry)).toEqual({ code: 'process-crashed', process: 'client-app' });
  });
});

describe('guards, timers and the clock', () => {
  it('[E40] names the guard that refuses a choice, with the values that it saw', () => {
    const tight = createEngine(pingPong({ 'rounds-max': '0' }));
    expect(tight.whyNot(tight.initial.world, serve)).toEqual({
      code: 'guard',
      role: 'client',
      guard: 'mayServe',
      context: { rounds: 0, attempts: 0 },
    });
  });

  it('[E41] says of a choice that the present state has no use for it', () => {
    expect(engine.whyNot(after(serve).world, serve)).toEqual({
      code: 'not-expected',
      role: 'client',
      value: 'waiting',
    });
  });

  it('[E42] fires an armed timer at its time and arms it anew', () => {
    const { timeMs, records, timers } = after(serve, retry);
    expect(timeMs).toBe(1_000);
    expect(kinds(records)).toEqual(['fired', 'sent', 'armed']);
    expect(timers).toEqual([{ role: 'client', delay: 'retryDelay', delayMs: 1_000, dueMs: 2_000 }]);
  });

  it('[E43] disarms a timer when its state is left', () => {
    const { records, world } = after(serve, ping(1), pong(1));
    expect(kinds(records)).toEqual(['delivered', 'moved', 'disarmed']);
    expect(world.timers['client']).toBeUndefined();
    expect(engine.whyNot(world, retry)?.code).toBe('not-armed');
  });

  it('[E44] takes an early step at its time and a late one now', () => {
    expect(after(serve, ping(1)).timeMs).toBe(30);
    expect(after(serve, retry, ping(1)).timeMs).toBe(1_000);
  });

  it('[E45] stops a replay at the first step that is not possible and keeps what was before it', () => {
    const { timeline, refused } = replay(engine, [serve, pong(1), ping(1)]);
    expect(timeline.frames).toHaveLength(2);
    expect(refused).toMatchObject({ index: 1, step: pong(1), refusal: { code: 'not-in-flight' } });
  });
});
