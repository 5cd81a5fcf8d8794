import { expect, it, vi } from 'vitest';
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
  const say = (data: object): void =>
    hear(new MessageEvent('message', { data: { v: 2, ...data }, origin: 'https://a' }));
  const hello = (): void => say({ type: 'halfway:hello' });
  const steps = () => told.flatMap((one) => (one.type === 'halfway:step' ? [one.state.at] : []));
  return { store, told, say, hello, steps };
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

it('[EM5] requests are carried out and answered in the order in which they came, also where one loads something first', async () => {
  const { told, say } = talk();
  say({ type: 'halfway:load', run: 'v2/plain-mq?do=order', id: 1 });
  say({ type: 'halfway:next', id: 2 });
  say({ type: 'halfway:explode', id: 3 });
  say({ type: 'halfway:load', run: 'v2/nothing', id: 4 });
  say({ type: 'halfway:get-state', id: 5 });
  const replies = () => told.filter((one) => one.type === 'halfway:reply');
  await vi.waitFor(() => expect(replies()).toHaveLength(5));
  expect(replies()).toMatchObject([
    { id: 1, state: { protocol: 'plain-mq', at: 1 } },
    { id: 2, state: { protocol: 'plain-mq', at: 2 } },
    { id: 3, error: { code: 'bad-request' } },
    { id: 4, error: { code: 'bad-run' } },
    { id: 5, state: { at: 0 } },
  ]);
});
