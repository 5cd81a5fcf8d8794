import { expect, it } from 'vitest';
import { loadAllTexts } from '../i18n/shelves.ts';
import { createSession } from '../player/session.ts';
import { protocols } from '../protocols/registry.ts';
import { cleanScenario } from '../scenario/library.ts';
import { converse } from './conversation.ts';
import type { EmbedMessage } from './messages.ts';

await loadAllTexts();

function talk() {
  const store = createSession({ protocols, scenario: cleanScenario(protocols[0]), lang: 'en' });
  const told: EmbedMessage[] = [];
  const { hear } = converse(store, { postMessage: (message) => void told.push(message) });
  const hello = (): void =>
    hear(new MessageEvent('message', { data: { type: 'halfway:hello', v: 2 }, origin: 'https://a' }));
  const steps = () => told.flatMap((one) => (one.type === 'halfway:step' ? [one.state.at] : []));
  return { store, hello, steps };
}

it('[EM4] a page that says hello is told every step, and first where a quicker reader already is', () => {
  const { store, hello, steps } = talk();
  store.getState().next();
  store.getState().next();
  expect(steps()).toEqual([]);
  hello();
  expect(steps()).toEqual([2]);
  hello();
  store.getState().next();
  expect(steps()).toEqual([2, 3]);
});

it('[EM4] a page that says hello before anything happens is told nothing but what comes', () => {
  const { store, hello, steps } = talk();
  hello();
  expect(steps()).toEqual([]);
  store.getState().next();
  expect(steps()).toEqual([1]);
});
