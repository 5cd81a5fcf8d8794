import { Suspense } from 'react';
import type { Session } from '../../player/session.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { onDemand } from '../part/onDemand.tsx';
import { Sequence } from './Sequence.tsx';

const Branches = onDemand(() => import('../transport/Branches.tsx'), 'Branches');

const hasBranches = ({ branches }: Session): boolean => branches.length > 0;

/** The sequence diagram, which is the timeline, and the futures that were kept. */
export function Timeline() {
  return (
    <div className="pane-timeline">
      {usePlayer(hasBranches) ? (
        <Suspense>
          <Branches />
        </Suspense>
      ) : null}
      <Sequence />
    </div>
  );
}
