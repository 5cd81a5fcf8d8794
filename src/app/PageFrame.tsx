import { Suspense, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { useExplorerText } from '../i18n/useText.ts';
import { useTopic } from '../i18n/useTopic.ts';
import type { Page as ShownPage } from '../player/page.ts';
import { linkOf } from '../player/selectors.ts';
import { usePlayer } from '../player/usePlayer.tsx';
import type { PageId } from '../scenario/pages.ts';
import { LinkButton } from '../ui/Button.tsx';
import { useRest } from '../views/frame/useRest.ts';
import './PageFrame.css';
import { Page } from './pages.tsx';

/** A page beside the explorer, under its title, with a way back to the run. */
export function PageFrame({ page }: { readonly page: ShownPage }) {
  useRest();
  const text = useExplorerText();
  const about = useTopic('pages');
  const link = usePlayer(linkOf);
  const main = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  usePlace(main, page.id);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
  }, []);
  return (
    <main ref={main} className="page" tabIndex={-1} data-page={page.id}>
      <div className="page-head">
        <h2 ref={title} tabIndex={-1}>
          {text(`page-${page.id}-title`)}
        </h2>
        <LinkButton tone="quiet" icon="back" href={`#${link}`}>
          {about('page-to-run')}
        </LinkButton>
      </div>
      <Suspense fallback={<div className="page-coming" />}>
        <Page page={page} />
      </Suspense>
    </main>
  );
}

/** How far each page was scrolled when it was left, in pixels. */
const places = new Map<PageId, number>();

/** Whoever comes back to a page finds it where they left it. */
function usePlace(main: RefObject<HTMLElement | null>, page: PageId): void {
  useLayoutEffect(() => {
    const element = main.current;
    if (element === null) return;
    element.scrollTo(0, places.get(page) ?? 0);
    return () => void places.set(page, element.scrollTop);
  }, [main, page]);
}
