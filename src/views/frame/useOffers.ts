import { useEffect } from 'react';
import type { SessionStore } from '../../player/session.ts';
import { onFirstSign } from '../diagram/reader.ts';

/** Brings what is offered after a run that went well, at the first sign of a reader. */
export function useOffers(store: SessionStore): void {
  useEffect(
    () =>
      onFirstSign(null, store, () => {
        const bring = async (): Promise<void> => {
          const { catastrophesOf } = await import('../../player/catastrophe.ts');
          store.getState().bringOffers(catastrophesOf);
        };
        // Without them the run ends as any other does.
        bring().catch(() => undefined);
      }),
    [store],
  );
}
