import { describe, expect, it } from 'vitest';
import { loadAllTexts } from '../i18n/shelves.ts';
import { protocols } from '../protocols/registry.ts';
import { cleanScenario } from '../scenario/library.ts';
import { createSession } from '../player/session.ts';
import { embedState } from './embedState.ts';
import type { EmbedRequest } from './messages.ts';
import { readRequest } from './requests.ts';
import { eventsBetween } from './conversation.ts';

await loadAllTexts();

describe('requests of version 2', () => {
  it('[EM2] are understood as the types list them, with or without an id', () => {
    const requests: readonly EmbedRequest[] = [
      { type: 'halfway:hello', v: 2 },
      { type: 'halfway:get-state', v: 2, id: 7 },
      { type: 'halfway:load', v: 2, id: 'a', run: 'v2/plain-mq' },
      { type: 'halfway:goto', v: 2, at: 3 },
      { type: 'halfway:next', v: 2 },
      { type: 'halfway:reset', v: 2 },
      { type: 'halfway:play', v: 2 },
      { type: 'halfway:pause', v: 2 },
      { type: 'halfway:set-theme', v: 2, theme: 'dark' },
      { type: 'halfway:set-lang', v: 2, lang: 'zh' },
      { type: 'halfway:set-zoom', v: 2, zoom: 'internals' },
    ];
    expect(requests.map(readRequest)).toEqual(requests.map((request) => ({ kind: 'request', request })));
  });

  it('[EM2] say where they are wrong when they are meant for us, and are not ours otherwise', () => {
    expect(readRequest({ type: 'halfway:goto', v: 2, id: 1, at: '3' })).toEqual({ kind: 'wrong', id: 1, where: 'at' });
    expect(readRequest({ type: 'halfway:explode', v: 2, id: 'x' })).toEqual({ kind: 'wrong', id: 'x', where: 'type' });
    expect(readRequest({ type: 'halfway:load', v: 2, run: 'x'.repeat(100_000) })).toMatchObject({
      kind: 'wrong',
      where: 'run',
    });
    for (const stranger of [
      null,
      'halfway:next',
      {},
      { type: 'halfway:next' },
      { type: 'halfway:next', v: 1 },
      { type: 'next', v: 2 },
    ])
      expect(readRequest(stranger)).toBeNull();
  });
});

describe('what a page around is told', () => {
  const store = createSession({ protocols, scenario: cleanScenario(protocols[0]), lang: 'en' });

  it('[EM3] is where the embed is: link, position, sentence, stage and verdict', () => {
    store.getState().goTo(4);
    expect(embedState(store.getState())).toMatchObject({
      protocol: 'half-message',
      link: expect.stringMatching(/^v2\/half-message\?do=order\.half\.ok\.commit.*&at=4&h=/),
      at: 4,
      steps: 11,
      sentence: expect.stringMatching(/^[A-Z].+\.$/),
      stage: 3,
      verdict: 'pending',
      isPlaying: false,
      lang: 'en',
      zoom: 'concept',
    });
  });

  it('[EM3] is what happened since: steps, verdicts, the end, playing and pausing', () => {
    const events: string[] = [];
    store.getState().goTo(0);
    const stop = store.subscribe((state, before) => events.push(...eventsBetween(state, before)));
    store.getState().next();
    store.getState().play();
    store.getState().pause();
    store.getState().goTo(11);
    stop();
    expect(events).toEqual([
      'halfway:step',
      'halfway:verdict',
      'halfway:play',
      'halfway:pause',
      'halfway:step',
      'halfway:verdict',
      'halfway:end',
    ]);
  });
});
