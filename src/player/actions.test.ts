import { describe, expect, it } from 'vitest';
import { readLink } from '../scenario/link.ts';
import { pingPongProtocol } from '../scenario/pingPongProtocol.testing.ts';
import { actionsFor, type UserAction } from './actions.ts';
import { frameOf } from './selectors.ts';
import { createSession, type Selection, type Session } from './session.ts';

const protocols = [pingPongProtocol] as const;

function stateAt(link: string): Session {
  const { scenario, at, problem } = readLink(protocols, link);
  expect(problem).toBeNull();
  return createSession({ protocols, scenario, at }).getState();
}

function shown(state: Session, selection: Selection | null): readonly string[] {
  return actionsFor(state, selection).map((action) => {
    const key = action.label.from === 'page' ? action.label.key : action.label.ref.key;
    return `${key} ${action.tone} ${action.enabled ? 'yes' : action.why.code}`;
  });
}

describe('the table of actions', () => {
  it('[P40] offers what can be done to a message in flight', () => {
    const state = stateAt('v2/ping-pong?do=serve');
    const id = frameOf(state).packets[0]?.id ?? -1;
    expect(shown(state, { kind: 'packet', id })).toEqual([
      'action-deliver main yes',
      'action-drop danger yes',
      'action-duplicate plain yes',
    ]);
    expect(actionsFor(state, { kind: 'packet', id: 99 })).toEqual([]);
  });

  it('[P41] says why a message cannot be delivered yet', () => {
    const state = stateAt('v2/ping-pong?do=serve.ping.retry.retry.serve.ping~1.ping~2');
    const last = frameOf(state).packets.findLast(({ to }) => to === 'client');
    expect(shown(state, { kind: 'packet', id: last?.id ?? -1 })[0]).toBe('action-deliver main not-its-turn');
  });

  it('[P42] offers only delivery for a message that never leaves its channel', () => {
    const state = stateAt('v2/ping-pong?do=serve.ping');
    const notice = frameOf(state).packets.find(({ to }) => to === 'observer');
    expect(shown(state, { kind: 'packet', id: notice?.id ?? -1 })).toEqual(['action-deliver main yes']);
  });

  it('[P43] offers to fire a timer, and says why not when it is not armed', () => {
    const timer: Selection = { kind: 'timer', role: 'client', delay: 'retryDelay' };
    expect(shown(stateAt('v2/ping-pong?do=serve'), timer)).toEqual(['action-fire main yes']);
    expect(shown(stateAt('v2/ping-pong'), timer)).toEqual(['action-fire main not-armed']);
  });

  it('[P44] offers the crashes of a running process and the restart of a crashed one', () => {
    const process: Selection = { kind: 'process', id: 'server-app' };
    expect(shown(stateAt('v2/ping-pong'), process)).toEqual([
      'action-crash-process danger yes',
      'action-crash-machine danger yes',
    ]);
    expect(shown(stateAt('v2/ping-pong?do=crash~server-app'), process)).toEqual(['action-restart main yes']);
    expect(shown(stateAt('v2/ping-pong'), { kind: 'process', id: 'watch-app' })).toEqual([]);
  });

  it('[P45] offers at a node its choices, timers and crashes, with the reason for what is refused', () => {
    expect(shown(stateAt('v2/ping-pong?do=serve'), { kind: 'node', id: 'client-box' })).toEqual([
      'choice-serve plain not-expected',
      'choice-report plain yes',
      'choice-confuse plain yes',
      'action-fire main yes',
      'action-crash-process danger yes',
    ]);
    expect(actionsFor(stateAt('v2/ping-pong'), { kind: 'node', id: 'nowhere' })).toEqual([]);
  });

  it('[P46] offers everything once when nothing is selected, and each enabled action applies', () => {
    const state = stateAt('v2/ping-pong?do=serve.dup~ping');
    const actions = actionsFor(state, null);
    expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length);
    const applies = ({ step }: UserAction): boolean => {
      const store = createSession({ protocols, scenario: { ...state }, at: state.cursor });
      store.getState().act(step);
      return store.getState().cursor === state.cursor + 1;
    };
    expect(actions.filter((action) => applies(action) !== action.enabled)).toEqual([]);
  });
});
