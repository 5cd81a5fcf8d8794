import { useEffect, type RefObject } from 'react';
import type { SessionState, SessionStore } from '../player/session.ts';
import type { Conversation } from './conversation.ts';
import { asEmbedly, readHostMessage, type FromHost, type ToHost } from './hostMessages.ts';

/** Talks with the page around: says that it is ready, how high it wants to be and every step; obeys four requests. */
export function useHost(store: SessionStore, root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const host = window.parent;
    const element = root.current;
    if (host === window || element === null) return;
    // Nothing in these messages is private, and the embed does not know where it is framed.
    const tell = (message: ToHost): void => host.postMessage(message, '*');
    let conversation: Promise<Conversation> | null = null;
    const hear = (event: MessageEvent<unknown>): void => {
      if (event.source !== host) return;
      const message = readHostMessage(event.data);
      if (message !== null) obey(store, message);
      else if (Reflect.get(Object(event.data), 'v') === 2) {
        // Version 2 comes with its first message: most pages around never say one.
        conversation ??= import('./conversation.ts').then(({ converse }) => converse(store, host));
        void conversation.then((now) => now.hear(event));
      }
    };
    const tellSince = (before: SessionState): void => {
      const { cursor, steps: now } = store.getState();
      if (cursor !== before.cursor || now !== before.steps)
        tell({ type: 'halfway:step', v: 1, at: cursor, steps: now.length });
    };
    const unsubscribe = store.subscribe((_state, before) => tellSince(before));
    // As the page around wrote it: by this it finds its frame.
    const src = window.location.href;
    let isOver = false;
    let forget = (): void => {};
    const wish = async (): Promise<void> => {
      const { watchWish } = await import('./wish.ts');
      if (isOver) return;
      forget = watchWish(store, element, (height) => {
        tell({ type: 'halfway:resize', v: 1, height });
        host.postMessage(asEmbedly(src, height), '*');
      });
    };
    // Without its wish it is as high as the page around made it.
    wish().catch(() => undefined);
    window.addEventListener('message', hear);
    const { protocol, steps } = store.getState();
    tell({ type: 'halfway:ready', v: 1, protocol, steps: steps.length });
    // A reader may have been quicker than this effect.
    tellSince(store.getInitialState());
    return () => {
      unsubscribe();
      isOver = true;
      forget();
      window.removeEventListener('message', hear);
      void conversation?.then((now) => now.end());
    };
  }, [store, root]);
}

/** One finger belongs to the page around, whatever is on the stage; two zoom in. */
export function useOneFinger(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = root;
    const began = (event: TouchEvent): void => {
      if (event.touches.length === 1) event.stopPropagation();
    };
    current?.addEventListener('touchstart', began, { capture: true, passive: true });
    return () => current?.removeEventListener('touchstart', began, { capture: true });
  }, [root]);
}

/** Nobody watches what is scrolled out of view. */
export function usePauseOutOfView(store: SessionStore, root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (root.current === null) return;
    let isSeen = true;
    const rest = (): void => {
      if (!isSeen && store.getState().isPlaying) store.getState().pause();
    };
    const observer = new IntersectionObserver((entries) => {
      isSeen = entries.at(-1)?.isIntersecting ?? true;
      rest();
    });
    observer.observe(root.current);
    const unsubscribe = store.subscribe(rest);
    return () => {
      unsubscribe();
      observer.disconnect();
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
