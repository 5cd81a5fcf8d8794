import { lazy, Suspense, useCallback, useEffect, useRef } from 'react';
import { useText } from '../i18n/useText.ts';
import type { Session } from '../player/session.ts';
import { usePlayer, usePlayerStore } from '../player/usePlayer.tsx';
import { pageIn } from '../scenario/pages.ts';
import { Banner } from '../ui/Banner.tsx';
import { LazyProblem } from '../views/problem/LazyProblem.tsx';
import { useShortcuts } from '../views/frame/useShortcuts.ts';
import './App.css';
import { Header, PageHeader } from './Header.tsx';
import { Help, toggleHelp } from './Help.tsx';
import { MediumLayout, SmallLayout, WideLayout } from './layouts.tsx';
import { pushAddress, useAddress } from './useAddress.ts';
import { useLayout, type Layout } from './useLayout.ts';
import { usePreferences } from './usePreferences.ts';

const PageFrame = lazy(async () => ({ default: (await import('./PageFrame.tsx')).PageFrame }));

/** The explorer, or a page beside it: both belong to one session and one address. */
export function App() {
  const store = usePlayerStore();
  const layout = useLayout();
  const page = pageIn(usePlayer(pageOf) ?? '');
  useAddress(store);
  usePreferences(store);
  if (page === null) return <Explorer layout={layout} />;
  return (
    <div className="app app-page">
      <PageHeader layout={layout} />
      <Suspense>
        <PageFrame key={page} page={page} />
      </Suspense>
    </div>
  );
}

/** A bar on top, the explorer below it. */
function Explorer({ layout }: { readonly layout: Layout }) {
  const store = usePlayerStore();
  const text = useText();
  const explorer = useRef<HTMLElement>(null);
  useShortcuts(explorer, store, toggleHelp);
  useEffect(() => {
    // The keys work from the first moment on.
    if (document.activeElement === document.body) explorer.current?.focus({ preventScroll: true });
  }, []);
  const open = useCallback(
    (id: string) => {
      store.getState().openNamed(id);
      pushAddress(store.getState());
    },
    [store],
  );
  return (
    <div className={`app app-${layout}`}>
      <Header layout={layout} onOpen={open} />
      <Problem />
      <main ref={explorer} className="app-main" tabIndex={-1} aria-label={text('page-explorer')}>
        {layoutOf(layout, open)}
      </main>
      <Help />
    </div>
  );
}

function layoutOf(layout: Layout, onOpen: (id: string) => void) {
  switch (layout) {
    case 'wide':
      return <WideLayout onOpen={onOpen} />;
    case 'medium':
      return <MediumLayout onOpen={onOpen} />;
    case 'small':
      return <SmallLayout onOpen={onOpen} />;
  }
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
