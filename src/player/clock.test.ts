import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadAllTexts } from '../i18n/shelves.ts';
import { protocols } from '../protocols/registry.ts';
import { readLink } from '../scenario/link.ts';
import { startClock } from './clock.ts';
import { readingMs } from './reading.ts';
import { ledgerOf } from './selectors.ts';
import { headlineOf } from './telling.ts';
import { createSession, type SessionStore } from './session.ts';

await loadAllTexts();

function sessionAt(link: string): SessionStore {
  const { scenario, at } = readLink(protocols, link);
  return createSession({ protocols, scenario, at });
}

describe('the clock', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('[P30] plays the recorded run to where it ends and no further, so that watching changes nothing', () => {
    const store = sessionAt('v2/half-message?do=order.half&at=0');
    const stop = startClock(store);
    store.getState().play();
    const { steps, acts } = store.getState();
    vi.advanceTimersByTime(60_000);
    expect(store.getState()).toMatchObject({ cursor: 2, isPlaying: false, steps, acts });
    store.getState().play();
    expect(store.getState().isPlaying).toBe(false);
    stop();
  });

  it('[P32] begins soon, then leaves each sentence for as long as it takes to read, divided by the speed', () => {
    for (const speed of [1, 2] as const) {
      const store = sessionAt('v2/half-message?do=order.half.ok.commit&at=1');
      const stop = startClock(store);
      store.getState().setSpeed(speed);
      store.getState().play();
      vi.advanceTimersByTime(1_000 / speed);
      expect(store.getState().cursor).toBe(2);
      const pause = readingMs(headlineOf(store.getState(), 'en')) / speed;
      vi.advanceTimersByTime(pause - 1_000 / speed);
      expect(store.getState().cursor).toBe(2);
      vi.advanceTimersByTime(1_000 / speed);
      expect(store.getState().cursor).toBe(3);
      stop();
    }
  });

  it('[P31] leaves a sentence of twenty words between three and four seconds, and its like in Chinese', () => {
    expect(readingMs(`${'word '.repeat(20)}.`)).toBeGreaterThanOrEqual(3_000);
    expect(readingMs(`${'word '.repeat(20)}.`)).toBeLessThanOrEqual(4_000);
    expect(readingMs('字'.repeat(34))).toBeGreaterThanOrEqual(3_000);
    expect(readingMs('字'.repeat(34))).toBeLessThanOrEqual(4_000);
  });

  it('[P33] stands still after pause, after a jump and when it was stopped', () => {
    const store = sessionAt('v2/half-message?do=order.half.ok.commit&at=0');
    const stop = startClock(store);
    for (const halt of [() => store.getState().pause(), () => store.getState().goTo(1), stop]) {
      store.getState().play();
      halt();
      const { cursor } = store.getState();
      vi.advanceTimersByTime(60_000);
      expect(store.getState().cursor).toBe(cursor);
    }
  });

  it('[P34] keeps playing when the reader acts, to where that leads', () => {
    const store = sessionAt('v2/half-message?do=order.half.ok.commit.return.end&at=2');
    const stop = startClock(store);
    store.getState().play();
    store.getState().act({ kind: 'crash', process: 'order', crash: 'process' });
    expect(store.getState()).toMatchObject({ cursor: 3, isPlaying: true });
    vi.advanceTimersByTime(120_000);
    expect(store.getState()).toMatchObject({ cursor: store.getState().steps.length, isPlaying: false });
    expect(ledgerOf(store.getState()).map(({ verdict }) => verdict)).not.toContain('pending');
    stop();
  });
});
