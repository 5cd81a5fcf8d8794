import { useEffect, type ReactNode } from 'react';
import { pageText } from '../../i18n/text.ts';
import { LangContext } from '../../i18n/useText.ts';
import { PlayerProvider, usePlayer } from '../../player/usePlayer.tsx';
import type { Session, SessionStore } from '../../player/session.ts';
import '../../ui/tokens.css';
import '../../ui/base.css';
import { Announcer } from './Announcer.tsx';
import { Trouble } from './Trouble.tsx';

const langOf = ({ lang }: Session): Session['lang'] => lang;
const themeOf = ({ theme }: Session): Session['theme'] => theme;
const motionOf = ({ motion }: Session): Session['motion'] => motion;

interface ShellProps {
  readonly store: SessionStore;
  readonly children: ReactNode;
}

/** What the page and the embed have in common: a session, a language, a theme, a voice, and a net below. */
export function Shell({ store, children }: ShellProps) {
  return (
    <PlayerProvider store={store}>
      <Presentation>
        <Announcer />
        <Trouble store={store}>{children}</Trouble>
      </Presentation>
    </PlayerProvider>
  );
}

function Presentation({ children }: { readonly children: ReactNode }) {
  const lang = usePlayer(langOf);
  const theme = usePlayer(themeOf);
  const motion = usePlayer(motionOf);
  useEffect(() => {
    document.documentElement.lang = lang;
    document.title = pageText(lang, 'page-title');
  }, [lang]);
  useEffect(() => {
    setOrRemove('theme', theme);
    setOrRemove('motion', motion);
  }, [theme, motion]);
  return <LangContext value={lang}>{children}</LangContext>;
}

function setOrRemove(name: 'theme' | 'motion', value: string): void {
  if (value === 'auto') delete document.documentElement.dataset[name];
  else document.documentElement.dataset[name] = value;
}
