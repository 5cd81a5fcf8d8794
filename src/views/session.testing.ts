/** Sessions for tests of the views: the real protocol, opened at a named scenario. */
import { catastrophesOf } from '../player/catastrophe.ts';
import { createSession, type Session, type SessionStart, type SessionStore } from '../player/session.ts';
import { protocols } from '../protocols/registry.ts';
import { cleanScenario, namedScenario } from '../scenario/library.ts';

export function cleanSession(start: Partial<SessionStart> = {}): SessionStore {
  return createSession({
    protocols,
    scenario: cleanScenario(protocols[0]),
    lang: 'en',
    offersOf: catastrophesOf,
    ...start,
  });
}

/** The session at a named scenario of the first protocol or another, so many steps in; at its end by default. */
export function sessionAt(id: string, at: number = Number.MAX_SAFE_INTEGER, protocol?: string): SessionStore {
  const entry = namedScenario(protocols.find((known) => known.id === protocol) ?? protocols[0], id);
  if (entry === null) throw new Error(`Expected a scenario named ${id}.`);
  const store = createSession({ protocols, scenario: entry.scenario, lang: 'en' });
  store.getState().goTo(at);
  return store;
}

/** Takes so many steps and gives the session as it then is. */
export function after(store: SessionStore, steps: number): Session {
  for (let count = 0; count < steps; count += 1) store.getState().next();
  return store.getState();
}
