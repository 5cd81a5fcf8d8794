import { createContext, useContext, useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { startClock } from './clock.ts';
import type { Session, SessionStore } from './session.ts';

const PlayerContext = createContext<SessionStore | null>(null);

/** The session as it is shown to what follows a step after paint (`AfterPaint.tsx`); null where nothing lags behind. */
export const SeenContext = createContext<Session | null>(null);

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
 * One value of the session, as it is seen here; the component is drawn again only when that value is another. Selectors
 * are named and stable: those of `selectors.ts`, or a plain field.
 * @example const frame = usePlayer(frameOf);
 */
export function usePlayer<Value>(selector: (session: Session) => Value): Value {
  const seen = useContext(SeenContext);
  const store = usePlayerStore();
  const read = (): Value => selector(seen ?? store.getState());
  return useSyncExternalStore(store.subscribe, read, read);
}
