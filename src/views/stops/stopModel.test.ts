import { describe, expect, it } from 'vitest';
import { timelineOf } from '../../player/selectors.ts';
import type { SessionStore } from '../../player/session.ts';
import { protocols } from '../../protocols/registry.ts';
import { STOPS } from '../../scenario/stops.ts';
import { cleanSession, sessionAt } from '../session.testing.ts';
import { stopOf, type KnownStop } from './stopModel.ts';

const opened = ({ scenario, protocol }: KnownStop, at: number): SessionStore => sessionAt(scenario, at, protocol);

describe('what will happen next', () => {
  it.each(STOPS.map((stop) => [stop.id, stop] as const))('[VW80] %s: its turning point shows the answer', (_, stop) => {
    const state = opened(stop, stop.at).getState();
    const { frames, engine } = timelineOf(state);
    const [before, turning] = [frames[stop.at], frames[stop.at + 1]];
    if (before === undefined || turning === undefined) throw new Error('Expected a step after the stop.');
    const { shows } = stop;
    const verdictIn = (world: typeof turning.world): string =>
      (protocols.find(({ id }) => id === stop.protocol) ?? protocols[0])
        .ledger(world, engine.model.settings)
        .map(({ verdict }) => verdict)
        .join();
    if ('verdict' in shows) expect(verdictIn(turning.world)).toBe(shows.verdict);
    else if ('noted' in shows)
      expect(turning.records.some((record) => record.kind === 'noted' && record.what === shows.noted)).toBe(true);
    else
      expect(turning.records.some((record) => record.kind === 'sent' && record.message.type === shows.sent)).toBe(true);
  });

  it('[VW81] Next comes to each of them, and on', () => {
    for (const stop of STOPS) {
      const store = opened(stop, 0);
      const visited: number[] = [];
      while (store.getState().cursor < store.getState().steps.length) {
        store.getState().next();
        visited.push(store.getState().cursor);
      }
      expect(visited).toContain(stop.at);
      expect(visited.at(-1)).toBe(store.getState().steps.length);
    }
  });

  it('[VW82] asks in the named run alone: not in one that goes another way, or at other settings', () => {
    for (const stop of STOPS) {
      const store = opened(stop, stop.at);
      expect(stopOf(store.getState())?.id).toBe(stop.id);
      store.getState().goTo(1);
      store.getState().restart();
      expect(stopOf(store.getState())).toBeNull();
    }
    const [first] = STOPS;
    const store = opened(first, first.at);
    store.getState().setSetting('check-max', '3');
    expect(stopOf(store.getState())).toBeNull();
    expect(stopOf(cleanSession().getState())).toBeNull();
  });
});
