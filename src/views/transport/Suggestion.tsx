import { Suspense } from 'react';
import { offersIn } from '../../player/goOn.ts';
import type { Session } from '../../player/session.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { onDemand } from '../part/onDemand.tsx';

const SuggestionCard = onDemand(() => import('./SuggestionCard.tsx'), 'SuggestionCard');

const isOffered = (session: Session): boolean => offersIn(session).length > 0;

/** After the first run that went well: what could have gone wrong, played in the reader's own run. */
export function Suggestion() {
  return usePlayer(isOffered) ? (
    <Suspense>
      <SuggestionCard />
    </Suspense>
  ) : null;
}
