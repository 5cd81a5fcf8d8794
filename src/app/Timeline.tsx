import { useText } from '../i18n/useText.ts';
import { Sequence } from '../views/sequence/Sequence.tsx';
import { Branches } from '../views/transport/Branches.tsx';

/** The sequence diagram, which is the timeline, and the futures that were kept. */
export function Timeline() {
  const text = useText();
  return (
    <section className="pane-timeline" aria-label={text('timeline-title')}>
      <Branches />
      <Sequence />
    </section>
  );
}
