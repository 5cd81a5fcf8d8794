import { describe, expect, it } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import { readLink } from '../scenario/link.ts';
import { createSession, type Session, type SessionStore } from './session.ts';

const CLEAN = 'v2/half-message?do=order.half.ok.commit.return.end.msg.consume.op.offset.ack&at=3';

function opened(): SessionStore {
  const { scenario, at } = readLink(protocols, CLEAN);
  return createSession({ protocols, scenario, at });
}

function standing({ protocol, settings, steps, cursor, branches }: Session) {
  return { protocol, settings, steps, cursor, branches };
}

describe('undo', () => {
  it('[P17] takes back every act, one by one, and does it again', () => {
    const store = opened();
    const acts: readonly ((session: Session) => void)[] = [
      ({ act }) => act({ kind: 'crash', process: 'order', crash: 'process' }),
      ({ setSetting }) => setSetting('check-max', '3'),
      ({ restart }) => restart(),
      ({ returnTo, branches }) => returnTo(branches[0]?.id ?? ''),
      ({ openNamed }) => openNamed('rollback'),
    ];
    const before = [standing(store.getState())];
    for (const act of acts) {
      act(store.getState());
      before.push(standing(store.getState()));
    }
    for (const expected of before.slice(0, -1).toReversed()) {
      store.getState().undo();
      expect(standing(store.getState())).toEqual(expected);
    }
    for (const expected of before.slice(1)) {
      store.getState().redo();
      expect(standing(store.getState())).toEqual(expected);
    }
    store.getState().redo();
    expect(standing(store.getState())).toEqual(before.at(-1));
  });

  it('[P17] counts going on at the end of a run as one act, and moving and playing as none', () => {
    const store = opened();
    store.getState().act({ kind: 'crash', process: 'order', crash: 'process' });
    for (let count = 0; count < 3; count += 1) store.getState().next();
    store.getState().back();
    store.getState().play();
    store.getState().pause();
    expect(store.getState().acts.undoable).toHaveLength(2);
    store.getState().undo();
    expect(store.getState().steps).toHaveLength(4);
    store.getState().undo();
    expect(store.getState()).toMatchObject({ cursor: 3, branches: [] });
  });

  it('[P17] stops where a link began, and forgets what was undone after another act', () => {
    const store = opened();
    store.getState().openNamed('rollback');
    store.getState().openLink(CLEAN);
    const begun = standing(store.getState());
    store.getState().undo();
    expect(standing(store.getState())).toEqual(begun);
    store.getState().act({ kind: 'crash', process: 'order', crash: 'process' });
    store.getState().undo();
    store.getState().act({ kind: 'crash', process: 'broker', crash: 'process' });
    store.getState().redo();
    expect(store.getState().steps.at(-1)).toMatchObject({ kind: 'crash', process: 'broker' });
  });
});
