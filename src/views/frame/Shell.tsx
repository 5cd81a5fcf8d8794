import { useEffect, useState, type ReactNode } from 'react';
import { pageText, protocolText, topicText } from '../../i18n/text.ts';
import type { Lang } from '../../i18n/languages.ts';
import { LangContext } from '../../i18n/useText.ts';
import { PlayerProvider, usePlayer } from '../../player/usePlayer.tsx';
import { linkOf, pageIdOf } from '../../player/selectors.ts';
import { createSession, type Session, type SessionStart } from '../../player/session.ts';
import type { PageId } from '../../scenario/pages.ts';
import '../../ui/tokens.css';
import '../../ui/base.css';
import { Announcer } from './Announcer.tsx';
import { Trouble } from './Trouble.tsx';
import { useRestSoon } from './useRest.ts';

const langOf = ({ lang }: Session): Session['lang'] => lang;
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
  useRestSoon(store);
  useEffect(() => {
    // For the console of whoever works on the page.
    if (import.meta.env.DEV) Reflect.set(window, 'halfway', store);
  }, [store]);
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
  const page = usePlayer(pageIdOf);
  const theme = usePlayer(themeOf);
  const motion = usePlayer(motionOf);
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  const run = usePlayer(runOf);
  useEffect(() => {
    // The browser tells its own window of it, which a step does not wait for.
    const timer = setTimeout(() => {
      document.title = page === null ? `${run} · ${pageText(lang, 'page-title')}` : titleOf(lang, page);
    }, TITLE_MS);
    return () => clearTimeout(timer);
  }, [lang, page, run]);
  useEffect(() => {
    setOrRemove('theme', theme);
    setOrRemove('motion', motion);
  }, [theme, motion]);
  return <LangContext value={lang}>{children}</LangContext>;
}

/** Long enough for the step to be painted. */
const TITLE_MS = 60;

function titleOf(lang: Lang, page: PageId): string {
  return `${topicText(lang, 'explorer', `page-${page}-title`)} · Halfway`;
}

/** Which protocol is shown, and how far its run has come. */
function runOf({ lang, protocol, cursor, steps }: Session): string {
  const name = protocolText(lang, protocol, 'name');
  return cursor === 0
    ? name
    : `${name}, ${pageText(lang, 'transport-position', { position: cursor, length: steps.length })}`;
}

function setOrRemove(name: 'theme' | 'motion', value: string): void {
  if (value === 'auto') delete document.documentElement.dataset[name];
  else document.documentElement.dataset[name] = value;
}
