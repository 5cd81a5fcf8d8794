import { lazy, Suspense } from 'react';
import { useText } from '../i18n/useText.ts';
import { Branches } from '../views/transport/Branches.tsx';

const Sequence = lazy(async () => ({ default: (await import('../views/sequence/Sequence.tsx')).Sequence }));

/** The sequence diagram, which is the timeline, and the futures that were kept. */
export function Timeline() {
  const text = useText();
  return (
    <section className="pane-timeline" aria-label={text('timeline-title')}>
      <Branches />
      <Suspense fallback={<div className="pane-timeline-coming" />}>
        <Sequence />
      </Suspense>
    </section>
  );
}
