import { describe, expect, it } from 'vitest';
import { sessionAt } from '../session.testing.ts';
import { onFirstSign, watchHands } from './reader.ts';

describe('the reader', () => {
  it('[VW21] is noticed once, by whatever is moved, pressed or done', () => {
    const store = sessionAt('clean-commit', 1);
    const signs = [
      () => globalThis.dispatchEvent(new PointerEvent('pointermove')),
      () => globalThis.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' })),
      () => store.getState().next(),
    ];
    for (const give of signs) {
      let seen = 0;
      onFirstSign({ current: null }, store, () => (seen += 1));
      expect(seen).toBe(0);
      give();
      give();
      expect(seen).toBe(1);
    }
  });

  it('[VW21] is in the middle of a movement until a moment after nothing is held', async () => {
    const hands = watchHands();
    const calls: string[] = [];
    hands.whenAtRest(() => calls.push('before'));
    expect(calls).toEqual(['before']);
    globalThis.dispatchEvent(new PointerEvent('pointerdown'));
    hands.whenAtRest(() => calls.push('after'));
    globalThis.dispatchEvent(new PointerEvent('pointerup'));
    expect(calls).toEqual(['before']);
    await expect.poll(() => calls).toEqual(['before', 'after']);
    hands.stop();
  });
});
