import type { SessionStore } from './session.ts';

/** Plays the run that is opened next: who followed a link to what decides it wants to see it happen. */
export function playOpened(store: SessionStore): void {
  const unsubscribe = store.subscribe((state, before) => {
    if (state.page !== null || (state.steps === before.steps && state.page === before.page)) return;
    unsubscribe();
    state.play();
  });
}
