import { useEffect, useState, type ReactNode } from 'react';
import { pageText, type Lang } from '../../i18n/text.ts';
import { LangContext } from '../../i18n/useText.ts';
import { PlayerProvider, usePlayer } from '../../player/usePlayer.tsx';
import { linkOf } from '../../player/selectors.ts';
import { createSession, type Session, type SessionStart } from '../../player/session.ts';
import { pageIn } from '../../scenario/pages.ts';
import '../../ui/tokens.css';
import '../../ui/base.css';
import { Announcer } from './Announcer.tsx';
import { Trouble } from './Trouble.tsx';

const langOf = ({ lang }: Session): Session['lang'] => lang;
const pageOf = ({ page }: Session): Session['page'] => page;
const themeOf = ({ theme }: Session): Session['theme'] => theme;
const motionOf = ({ motion }: Session): Session['motion'] => motion;

interface ShellProps {
  /** What the session starts with. Opening a run may throw what a machine throws, so it is done inside the net. */
  readonly opening: () => SessionStart;
  /** The language that is loaded, for when there is no session to ask. */
  readonly lang: Lang;
  readonly children: ReactNode;
}

/** What the page and the embed have in common: a session, a language, a theme, a voice, and a net below. */
export function Shell({ opening, lang, children }: ShellProps) {
  return (
    <LangContext value={lang}>
      <Trouble linkNow={linkInAddress}>
        <Opened opening={opening}>{children}</Opened>
      </Trouble>
    </LangContext>
  );
}

function Opened({ opening, children }: Pick<ShellProps, 'opening' | 'children'>) {
  const [store] = useState(() => createSession(opening()));
  return (
    <PlayerProvider store={store}>
      <Presentation>
        <Announcer />
        <Trouble linkNow={() => linkOf(store.getState())} hasEvents>
          {children}
        </Trouble>
      </Presentation>
    </PlayerProvider>
  );
}

function linkInAddress(): string {
  return window.location.hash.slice(1);
}

function Presentation({ children }: { readonly children: ReactNode }) {
  const lang = usePlayer(langOf);
  const page = usePlayer(pageOf);
  const theme = usePlayer(themeOf);
  const motion = usePlayer(motionOf);
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  useEffect(() => {
    document.title = titleOf(lang, page);
  }, [lang, page]);
  useEffect(() => {
    setOrRemove('theme', theme);
    setOrRemove('motion', motion);
  }, [theme, motion]);
  return <LangContext value={lang}>{children}</LangContext>;
}

function titleOf(lang: Lang, address: string | null): string {
  const page = pageIn(address ?? '');
  return page === null ? pageText(lang, 'page-title') : `${pageText(lang, `page-${page}-title`)} · Halfway`;
}

function setOrRemove(name: 'theme' | 'motion', value: string): void {
  if (value === 'auto') delete document.documentElement.dataset[name];
  else document.documentElement.dataset[name] = value;
}
