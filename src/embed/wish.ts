/** How high the embed wants to be, so that nothing in it has to scroll at any step of its run. */
import { protocolOf, timelineOf } from '../player/selectors.ts';
import type { Session, SessionStore } from '../player/session.ts';
import { arrangementFor, canvasHeight, fittingViewport } from '../views/diagram/diagramModel.ts';
import { sceneNow } from '../views/diagram/sceneNow.ts';

/** What a stage wants at least, from its width, in CSS pixels. */
const STAGE = { perWidth: 0.52, min: 280, max: 620 } as const;

/** Tells the wish, and again only when it has grown or the width is another: no step makes the page around jump. */
export function watchWish(store: SessionStore, element: HTMLElement, tell: (height: number) => void): () => void {
  let told = { width: 0, height: 0 };
  const measure = (): void => {
    const width = element.clientWidth;
    const height = Math.ceil(partsHeight(element) + stageHeight(store.getState(), width));
    if (width === told.width && height <= told.height) return;
    told = { width, height };
    tell(height);
  };
  const observer = new ResizeObserver(measure);
  for (const part of [element, ...element.children]) observer.observe(part);
  const unsubscribe = store.subscribe((now, before) => {
    if (now.steps !== before.steps || now.zoom !== before.zoom || now.lang !== before.lang) measure();
  });
  return () => {
    observer.disconnect();
    unsubscribe();
  };
}

/** All parts but the stage, which takes what is left over. */
function partsHeight(element: HTMLElement): number {
  const parts = [...element.children].filter((part) => !part.hasAttribute('data-stage'));
  return parts.reduce((sum, part) => sum + part.clientHeight, 0);
}

/** What the stage needs for the highest of its scenes. */
function stageHeight(session: Session, width: number): number {
  const { settings, zoom } = session;
  const least = Math.min(STAGE.max, Math.max(STAGE.min, width * STAGE.perWidth));
  const stage = { width, height: least };
  const arrangement = arrangementFor(stage, protocolOf(session).diagram(settings, zoom));
  const heights = timelineOf(session).frames.map((_, cursor) => {
    const scene = sceneNow({ ...session, cursor }, arrangement);
    return canvasHeight(scene, fittingViewport(stage, scene, arrangement));
  });
  return Math.max(least, ...heights);
}
