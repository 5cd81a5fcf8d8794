import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readLink } from '../scenario/link.ts';
import { pingPongProtocol } from '../scenario/pingPongProtocol.testing.ts';
import { pauseMs, startClock } from './clock.ts';
import { createSession, type SessionStore } from './session.ts';

const protocols = [pingPongProtocol] as const;

function sessionAt(link: string): SessionStore {
  const { scenario, at } = readLink(protocols, link);
  return createSession({ protocols, scenario, at });
}

describe('the clock', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('[P30] plays the recorded run and on to rest, then stops', () => {
    const store = sessionAt('v1/ping-pong?do=serve.ping&at=0');
    const stop = startClock(store);
    store.getState().play();
    vi.advanceTimersByTime(60_000);
    expect(store.getState()).toMatchObject({ cursor: 5, isPlaying: false });
    store.getState().play();
    expect(store.getState().isPlaying).toBe(false);
    stop();
  });

  it('[P31] waits longer where the virtual clock waits longer, within bounds, and divides by the speed', () => {
    expect(pauseMs(40, 1)).toBeLessThan(pauseMs(6_000, 1));
    expect(pauseMs(600_000, 1)).toBe(pauseMs(6_000_000, 1));
    expect(pauseMs(6_000, 0.5)).toBe(2 * pauseMs(6_000, 1));
    expect(pauseMs(6_000, 2)).toBe(pauseMs(6_000, 1) / 2);
    expect(pauseMs(0, 4)).toBeGreaterThanOrEqual(140);
  });

  it('[P32] takes a step after its pause, not before', () => {
    const store = sessionAt('v1/ping-pong?do=serve.ping&at=1');
    const stop = startClock(store);
    store.getState().play();
    vi.advanceTimersByTime(pauseMs(30, 1) - 1);
    expect(store.getState().cursor).toBe(1);
    vi.advanceTimersByTime(1);
    expect(store.getState().cursor).toBe(2);
    stop();
  });

  it('[P33] stands still after pause, after a jump and when it was stopped', () => {
    const store = sessionAt('v1/ping-pong?do=serve.ping.notice.pong&at=0');
    const stop = startClock(store);
    for (const halt of [() => store.getState().pause(), () => store.getState().goTo(1), stop]) {
      store.getState().play();
      halt();
      const { cursor } = store.getState();
      vi.advanceTimersByTime(60_000);
      expect(store.getState().cursor).toBe(cursor);
    }
  });

  it('[P34] keeps playing when the reader acts', () => {
    const store = sessionAt('v1/ping-pong?do=serve.ping&at=1');
    const stop = startClock(store);
    store.getState().play();
    store.getState().act({ kind: 'crash', process: 'server-app', crash: 'process' });
    expect(store.getState()).toMatchObject({ cursor: 2, isPlaying: true });
    vi.advanceTimersByTime(60_000);
    expect(store.getState().cursor).toBeGreaterThan(2);
    stop();
  });
});
