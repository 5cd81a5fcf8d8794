import { lazy, Suspense } from 'react';
import { Branches } from '../views/transport/Branches.tsx';

const Sequence = lazy(async () => ({ default: (await import('../views/sequence/Sequence.tsx')).Sequence }));

/** The sequence diagram, which is the timeline, and the futures that were kept. */
export function Timeline() {
  return (
    <div className="pane-timeline">
      <Branches />
      <Suspense fallback={<div className="pane-timeline-coming" />}>
        <Sequence />
      </Suspense>
    </div>
  );
}
