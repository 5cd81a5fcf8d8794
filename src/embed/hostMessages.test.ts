import { describe, expect, it } from 'vitest';
import { readHostMessage } from './hostMessages.ts';

describe('messages of the host page', () => {
  it('[EM1] understands what the documentation lists', () => {
    const messages = [
      { type: 'halfway:goto', v: 1, at: 3 },
      { type: 'halfway:play', v: 1 },
      { type: 'halfway:pause', v: 1 },
      { type: 'halfway:set-theme', v: 1, theme: 'dark' },
    ];
    expect(messages.map(readHostMessage)).toEqual(messages);
  });

  it('[EM1] ignores everything else', () => {
    const strangers: readonly unknown[] = [
      null,
      'halfway:play',
      {},
      { type: 'halfway:play' },
      { type: 'halfway:play', v: 2 },
      { type: 'halfway:goto', v: 1, at: -1 },
      { type: 'halfway:goto', v: 1, at: 1.5 },
      { type: 'halfway:set-theme', v: 1, theme: 'pink' },
      { type: 'webpackOk', v: 1 },
    ];
    expect(strangers.map(readHostMessage)).toEqual(strangers.map(() => null));
  });
});
