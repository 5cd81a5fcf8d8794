import { Branches } from '../transport/Branches.tsx';
import { Sequence } from './Sequence.tsx';

/** The sequence diagram, which is the timeline, and the futures that were kept. */
export function Timeline() {
  return (
    <div className="pane-timeline">
      <Branches />
      <Sequence />
    </div>
  );
}
