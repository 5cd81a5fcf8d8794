import { useEffect, type RefObject } from 'react';
import type { SessionStore } from '../player/session.ts';
import { readHostMessage, type FromHost, type ToHost } from './hostMessages.ts';

/** Talks with the page around: says that it is ready, how high it wants to be and every step; obeys four requests. */
export function useHost(store: SessionStore, root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const host = window.parent;
    const element = root.current;
    if (host === window || element === null) return;
    // Nothing in these messages is private, and the embed does not know where it is framed.
    const tell = (message: ToHost): void => host.postMessage(message, '*');
    const hear = (event: MessageEvent<unknown>): void => {
      const message = event.source === host ? readHostMessage(event.data) : null;
      if (message !== null) obey(store, message);
    };
    const unsubscribe = store.subscribe((state, before) => {
      if (state.cursor !== before.cursor || state.steps !== before.steps)
        tell({ type: 'halfway:step', v: 1, at: state.cursor, steps: state.steps.length });
    });
    const observer = new ResizeObserver(() => tell({ type: 'halfway:resize', v: 1, height: wantedHeight(element) }));
    for (const part of [element, ...element.children]) observer.observe(part);
    window.addEventListener('message', hear);
    const { protocol, steps } = store.getState();
    tell({ type: 'halfway:ready', v: 1, protocol, steps: steps.length });
    return () => {
      unsubscribe();
      observer.disconnect();
      window.removeEventListener('message', hear);
    };
  }, [store, root]);
}

function obey(store: SessionStore, message: FromHost): void {
  const session = store.getState();
  switch (message.type) {
    case 'halfway:goto':
      return session.goTo(message.at);
    case 'halfway:play':
      return session.play();
    case 'halfway:pause':
      return session.pause();
    case 'halfway:set-theme':
      return session.setTheme(message.theme);
  }
}

/** The stage takes what is left over, so its own wish comes from its width, or from its boxes below each other. */
const STAGE = { perWidth: 0.52, min: 280, max: 620 };

function wantedHeight(element: HTMLElement): number {
  const parts = [...element.children].map((part) => (part.hasAttribute('data-stage') ? 0 : part.clientHeight));
  const byWidth = Math.min(STAGE.max, Math.max(STAGE.min, element.clientWidth * STAGE.perWidth));
  const stacked = element.querySelector('[data-stacked]')?.clientHeight ?? 0;
  return Math.ceil(parts.reduce((sum, height) => sum + height, Math.max(byWidth, stacked)));
}
