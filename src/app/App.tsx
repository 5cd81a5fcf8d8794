import { Suspense, useCallback, useEffect, useRef } from 'react';
import { useText } from '../i18n/useText.ts';
import { withRest } from '../player/rest.ts';
import { protocolOf } from '../player/selectors.ts';
import type { Session } from '../player/session.ts';
import { usePlayer, usePlayerStore } from '../player/usePlayer.tsx';
import { Banner } from '../ui/Banner.tsx';
import { LazyProblem } from '../views/problem/LazyProblem.tsx';
import { useOffers } from '../views/frame/useOffers.ts';
import { useLayout, type Layout } from '../views/frame/useLayout.ts';
import type { Panel } from '../views/panels.ts';
import { useShortcuts } from '../views/frame/useShortcuts.ts';
import './App.css';
import { Header, PageHeader } from './Header.tsx';
import { Help, toggleHelp } from './Help.tsx';
import { Layouts } from './layouts.tsx';
import { usePanels } from './Panels.tsx';
import { usePresenting } from './presenting.ts';
import { useAddress } from './useAddress.ts';
import { useKept } from './useKept.ts';
import { Idle, usePanelsSoon } from './usePanelsSoon.ts';
import { usePreferences } from './usePreferences.ts';
import { onDemand } from '../views/part/onDemand.tsx';

const Present = onDemand(() => import('./Present.tsx'), 'Present');
const PageFrame = onDemand(() => import('./PageFrame.tsx'), 'PageFrame');

/** The explorer, or a page beside it: both belong to one session and one address. */
export function App() {
  const store = usePlayerStore();
  const layout = useLayout();
  const page = usePlayer(pageOf);
  useAddress(store);
  usePreferences(store);
  useKept(store);
  useOffers(store);
  const hasPanels = usePanelsSoon(store);
  return (
    <>
      {page === null ? (
        <Explorer layout={layout} />
      ) : (
        <div className="app app-page">
          <PageHeader layout={layout} />
          <Suspense>
            <PageFrame key={page.id} page={page} />
          </Suspense>
        </div>
      )}
      {hasPanels ? (
        <Suspense>
          <Idle />
        </Suspense>
      ) : null}
    </>
  );
}

/** A bar on top, the explorer below it. */
function Explorer({ layout }: { readonly layout: Layout }) {
  const store = usePlayerStore();
  const text = useText();
  const explorer = useRef<HTMLElement>(null);
  useShortcuts(explorer, store, toggleHelp);
  const isPresenting = usePresenting(explorer);
  const { open: panel } = usePanels();
  useEffect(() => {
    // The keys work from the first moment on.
    if (document.activeElement === document.body) explorer.current?.focus({ preventScroll: true });
  }, []);
  const open = useCallback(
    (id: string) => {
      const session = store.getState();
      withRest(session.lang, protocolOf(session), () => {
        session.openNamed(id);
      });
    },
    [store],
  );
  return (
    // What makes room for a panel asks here: to look for one in all that is below costs every step.
    <div className={`app app-${isPresenting ? 'present' : layout}`} data-panel={roomOf(panel)}>
      {isPresenting ? null : <Header layout={layout} onOpen={open} />}
      <Problem />
      <main ref={explorer} className="app-main" tabIndex={-1} aria-label={text('page-explorer')}>
        {isPresenting ? (
          <Suspense>
            <Present />
          </Suspense>
        ) : (
          <Layouts layout={layout} />
        )}
      </main>
      <Help />
    </div>
  );
}

function roomOf(panel: Panel | null): 'broad' | 'narrow' | undefined {
  if (panel === null) return undefined;
  return panel.isBroad === true ? 'broad' : 'narrow';
}

const pageOf = ({ page }: Session): Session['page'] => page;
const problemOf = ({ problem }: Session): Session['problem'] => problem;

/** What was wrong with the link, in one sentence; the page below works with what could be replayed. */
function Problem() {
  const store = usePlayerStore();
  const problem = usePlayer(problemOf);
  const text = useText();
  if (problem === null) return null;
  return (
    <Banner dismissLabel={text('page-dismiss')} onDismiss={() => store.getState().dismissProblem()}>
      <LazyProblem />
    </Banner>
  );
}
