import { useEffect, useRef } from 'react';
import { useLang, useText } from '../i18n/useText.ts';
import { addressOf, protocolOf } from '../player/selectors.ts';
import { usePlayer, usePlayerStore } from '../player/usePlayer.tsx';
import { pageIn } from '../scenario/pages.ts';
import { Icon } from '../ui/Icon.tsx';
import { makeReady } from '../views/frame/arriving.ts';
import { Diagram } from '../views/diagram/Diagram.tsx';
import { useShortcuts } from '../views/frame/useShortcuts.ts';
import { LazyProblem } from '../views/problem/LazyProblem.tsx';
import { Now } from '../views/happened/Now.tsx';
import { Verdicts } from '../views/ledger/Verdicts.tsx';
import { openScenarioId, scenarioTitle } from '../views/scenarios/openScenario.ts';
import { Transport } from '../views/transport/Transport.tsx';
import { wholeSession } from '../views/wholeSession.ts';
import './Embed.css';
import { useHost } from './useHost.ts';

/** A run inside somebody else's page: title, stage, sentence, controls, and the way to the whole explorer. */
export function Embed() {
  const store = usePlayerStore();
  const session = usePlayer(wholeSession);
  const lang = useLang();
  const text = useText();
  const root = useRef<HTMLElement>(null);
  useHost(store, root);
  useEffect(() => {
    const follow = async (): Promise<void> => {
      await makeReady(store, window.location.hash);
      store.getState().openLink(window.location.hash);
    };
    const changed = (): void => void follow();
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, [store]);
  useShortcuts(root, store, doNothing);
  const openId = openScenarioId(session);
  const title = openId === null ? text('header-own-run') : scenarioTitle(protocolOf(session), openId, lang);
  const full = `${window.location.pathname}?lang=${lang}#${addressOf(session)}`;
  const page = pageIn(session.page ?? '');
  return (
    <main ref={root} className="embed" tabIndex={-1} aria-label={text('page-explorer')}>
      <header className="embed-head">
        <h1>
          <Icon name="half" />
          {title}
        </h1>
        <a href={full} target="_blank" rel="noopener">
          {text('embed-open')}
          <Icon name="external" size={14} />
        </a>
      </header>
      {session.problem === null ? null : (
        <p className="embed-problem" role="alert">
          <LazyProblem />
        </p>
      )}
      {page === null ? null : (
        <p className="embed-problem" role="alert">
          {text('embed-page', { page: text(`page-${page}-title`) })}
        </p>
      )}
      <div className="embed-stage" data-stage>
        <Diagram />
      </div>
      <div className="embed-told">
        <Now />
        <Verdicts />
      </div>
      <div className="embed-controls">
        <Transport />
      </div>
    </main>
  );
}

/** There is no room for the list of keys here. */
function doNothing(): void {}
