import { expect, it } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import { readLink } from '../scenario/link.ts';
import { saveKept } from './keep.ts';
import { loadKept } from './kept.ts';
import { createSession, type SessionStore } from './session.ts';
import type { Store } from './storage.ts';

const CLEAN = 'v2/half-message?do=order.half.ok.commit.return.end.msg.consume.op.offset.ack&at=3';

function opened(): SessionStore {
  const { scenario, at } = readLink(protocols, CLEAN);
  return createSession({ protocols, scenario, at });
}

function shelf(): () => Store {
  const kept = new Map<string, string>();
  return () => ({ getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) });
}

it('[P18] keeps the futures of a run for a reload, and gives them to no other run', () => {
  const store = shelf();
  const session = opened();
  for (const process of ['order', 'broker']) {
    session.getState().goTo(3);
    session.getState().act({ kind: 'crash', process, crash: 'process' });
  }
  const state = session.getState();
  saveKept(state, store);
  expect(loadKept(state, store).map(({ at, steps }) => [at, steps])).toEqual(
    state.branches.map(({ at, steps }) => [at, steps]),
  );
  expect(loadKept(opened().getState(), store)).toEqual([]);
});

it('[P18] reads nothing that it did not write, and works where nothing can be stored', () => {
  const state = opened().getState();
  for (const text of ['', '{', '{"run":1}', '{"run":"v2/half-message","futures":["x"]}', 'null']) {
    expect(loadKept(state, () => ({ getItem: () => text, setItem: () => undefined }))).toEqual([]);
  }
  const throwing = (): Store => {
    throw new Error('SecurityError');
  };
  expect(loadKept(state, throwing)).toEqual([]);
  expect(() => saveKept(state, throwing)).not.toThrow();
});
