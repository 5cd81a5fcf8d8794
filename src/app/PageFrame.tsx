import { Suspense, useEffect, useRef } from 'react';
import { useText } from '../i18n/useText.ts';
import { usePlayerStore } from '../player/usePlayer.tsx';
import type { PageId } from '../scenario/pages.ts';
import { Button } from '../ui/Button.tsx';
import './PageFrame.css';
import { Page } from './pages.tsx';

/** A page beside the explorer, under its title, with a way back to the run. */
export function PageFrame({ page }: { readonly page: PageId }) {
  const store = usePlayerStore();
  const text = useText();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
  }, [page]);
  return (
    <main className="page" data-page={page}>
      <div className="page-head">
        <h2 ref={title} tabIndex={-1}>
          {text(`page-${page}-title`)}
        </h2>
        <Button tone="quiet" icon="back" onClick={() => store.getState().openPage(null)}>
          {text('page-to-run')}
        </Button>
      </div>
      <Suspense fallback={<div className="page-coming" />}>
        <Page page={page} />
      </Suspense>
    </main>
  );
}
