import { Suspense, useEffect, useRef, useSyncExternalStore } from 'react';
import { useLang, useText } from '../i18n/useText.ts';
import type { Lang } from '../i18n/languages.ts';
import { pageText, protocolText } from '../i18n/text.ts';
import { ledgerOf, linkOf, protocolOf } from '../player/selectors.ts';
import type { Session, SessionStore } from '../player/session.ts';
import { usePlayer, usePlayerStore } from '../player/usePlayer.tsx';
import { pageIn } from '../scenario/pages.ts';
import { Icon } from '../ui/Icon.tsx';
import { makeReady } from '../views/frame/arriving.ts';
import { Diagram } from '../views/diagram/Diagram.tsx';
import { hashNow } from '../views/frame/staticPage.ts';
import { useShortcuts } from '../views/frame/useShortcuts.ts';
import { LazyProblem } from '../views/problem/LazyProblem.tsx';
import { Now } from '../views/happened/Now.tsx';
import { Verdicts } from '../views/ledger/Verdicts.tsx';
import { openScenarioId, scenarioTitle } from '../views/scenarios/openScenario.ts';
import { Transport } from '../views/transport/Transport.tsx';
import { wholeSession } from '../views/wholeSession.ts';
import './Embed.css';
import { useHost, useOneFinger, usePauseOutOfView } from './useHost.ts';
import { onDemand } from '../views/part/onDemand.tsx';

interface EmbedProps {
  /** The author's own words for the run, as plain text. */
  readonly title?: string | undefined;
  /** What will happen next, before the turning points. */
  readonly asks: boolean;
}

const Alone = onDemand(() => import('./Alone.tsx'), 'Alone');
const OtherPage = onDemand(() => import('./OtherPage.tsx'), 'OtherPage');
const Stops = onDemand(() => import('../views/stops/Stops.tsx'), 'Stops');

/** A run inside somebody else's page: title, stage, sentence, controls, and the way to the whole explorer. */
export function Embed({ title, asks }: EmbedProps) {
  const store = usePlayerStore();
  const session = usePlayer(wholeSession);
  const lang = useLang();
  const text = useText();
  const root = useRef<HTMLElement>(null);
  const hash = useSyncExternalStore(onHash, hashNow);
  /** Pages are not shown here, only named. */
  const page = pageIn(hash);
  /** What the session has already. */
  const opened = useRef(hash);
  useHost(store, root);
  useOneFinger(root);
  usePauseOutOfView(store, root);
  useEffect(() => {
    if (page !== null || hash === opened.current) return;
    opened.current = hash;
    const follow = async (): Promise<void> => {
      await makeReady(store, hash);
      store.getState().openLink(hash);
    };
    void follow();
  }, [store, hash, page]);
  useShortcuts(root, store, doNothing, () => toAuthorsRun(store));
  const authored = { ...session, ...session.acts.undoable[0] };
  const full = `${window.location.pathname}?lang=${lang}${page === null ? `#${linkOf(session)}` : hash}`;
  return (
    <main ref={root} className="embed" tabIndex={-1} aria-label={text('page-explorer')}>
      <header className="embed-head">
        <h1>
          <Icon name="half" />
          {title === undefined ? titleOf(authored, lang) : <q>{title}</q>}
        </h1>
        <a href={full} target="_blank" rel="noopener">
          {text('embed-open')}
          <Icon name="external" size={14} />
        </a>
      </header>
      {authored.steps === session.steps ? null : (
        <output className="embed-problem">
          <Suspense>
            <Alone onBack={() => toAuthorsRun(store)} />
          </Suspense>
        </output>
      )}
      {session.problem === null ? null : (
        <p className="embed-problem" role="alert">
          <LazyProblem />
        </p>
      )}
      {page === null ? null : (
        <p className="embed-problem" role="alert">
          <Suspense>
            <OtherPage page={page} />
          </Suspense>
        </p>
      )}
      {asks ? (
        <Suspense>
          <Stops isKept={false} />
        </Suspense>
      ) : null}
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

/** Named runs by their name, all others by protocol and outcome. */
function titleOf(state: Session, lang: Lang): string {
  const openId = openScenarioId(state);
  const protocol = protocolOf(state);
  if (openId !== null) return scenarioTitle(protocol, openId, lang);
  const verdicts = ledgerOf({ ...state, cursor: state.steps.length }).map(({ verdict }) => verdict);
  const outcomes = [...new Set(verdicts)].map((verdict) => pageText(lang, `verdict-${verdict}`));
  return [protocolText(lang, protocol.id, 'name'), ...outcomes].join(' · ');
}

/** What the reader did is taken back; the run that the author chose stands there again, at its start. */
function toAuthorsRun(store: SessionStore): void {
  while (store.getState().acts.undoable.length > 0) store.getState().undo();
  store.getState().toStart();
}

function onHash(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** There is no room for the list of keys here. */
function doNothing(): void {}
