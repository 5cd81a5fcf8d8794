import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { startClock } from './clock.ts';
import type { Session, SessionStore } from './session.ts';

export const PlayerContext = createContext<SessionStore | null>(null);

interface PlayerProviderProps {
  readonly store: SessionStore;
  readonly children: ReactNode;
}

/** Gives a session to everything below it, and time for playing it. */
export function PlayerProvider({ store, children }: PlayerProviderProps) {
  useEffect(() => startClock(store), [store]);
  return <PlayerContext value={store}>{children}</PlayerContext>;
}

/** The session itself, for what acts without drawing. */
export function usePlayerStore(): SessionStore {
  const store = useContext(PlayerContext);
  if (store === null) throw new Error('Expected a <PlayerProvider> around this component.');
  return store;
}

/**
 * One value of the session; the component is drawn again only when that value is another. Selectors are named and
 * stable: those of `selectors.ts`, or a plain field.
 * @example const frame = usePlayer(frameOf);
 */
export function usePlayer<Value>(selector: (session: Session) => Value): Value {
  return useStore(usePlayerStore(), selector);
}
