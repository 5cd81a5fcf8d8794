import { Suspense } from 'react';
import { AfterPaint } from '../player/AfterPaint.tsx';
import { WhatIf } from '../views/actions/WhatIf.tsx';
import { Suggestion } from '../views/transport/Suggestion.tsx';

import type { Session } from '../player/session.ts';
import { usePlayer } from '../player/usePlayer.tsx';
import { onDemand } from '../views/part/onDemand.tsx';

const Stops = onDemand(() => import('../views/stops/Stops.tsx'), 'Stops');

/** Offers come at the first sign of a reader. */
const hasReader = ({ offersOf }: Session): boolean => offersOf !== null;

/** What is asked or offered now: what will happen next, the first catastrophe, or another decision. */
export function Offers() {
  const asks = usePlayer(hasReader);
  return (
    <AfterPaint>
      {asks ? (
        <Suspense>
          <Stops isKept />
        </Suspense>
      ) : null}
      <Suggestion />
      <WhatIf />
    </AfterPaint>
  );
}
