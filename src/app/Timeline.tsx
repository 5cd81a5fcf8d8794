import { Sequence } from '../views/sequence/Sequence.tsx';
import { Branches } from '../views/transport/Branches.tsx';

/** The sequence diagram, which is the timeline, and the futures that were kept. */
export function Timeline() {
  return (
    <div className="pane-timeline">
      <Branches />
      <Sequence />
    </div>
  );
}
