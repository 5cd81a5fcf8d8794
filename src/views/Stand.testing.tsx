import type { ReactNode } from 'react';
import { LangContext } from '../i18n/useText.ts';
import type { SessionStore } from '../player/session.ts';
import { PlayerProvider } from '../player/usePlayer.tsx';
import '../ui/base.css';
import '../ui/tokens.css';

interface StandProps {
  readonly store: SessionStore;
  readonly width: number;
  readonly children: ReactNode;
}

/** Where tests put a view: a session, a language, the page's style, and so much room. */
export function Stand({ store, width, children }: StandProps) {
  return (
    <PlayerProvider store={store}>
      <LangContext value={store.getState().lang}>
        <div style={{ position: 'relative', width, height: 600 }}>{children}</div>
      </LangContext>
    </PlayerProvider>
  );
}
