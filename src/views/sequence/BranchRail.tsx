import { useExplorerText } from '../../i18n/useText.ts';
import type { Branch } from '../../player/branches.ts';
import { RAIL, type SequenceLayout } from '../../scene/sequenceLayout.ts';

const TICK = 14;
const TICKS_MAX = 24;

interface BranchRailProps {
  readonly branch: Branch;
  readonly layout: SequenceLayout;
}

/** A future that was left: where it left the run, and how long it was. */
export function BranchRail({ branch, layout }: BranchRailProps) {
  const text = useExplorerText();
  const left = layout.cursorXs[branch.at] ?? 0;
  const count = branch.steps.length - branch.at;
  const ticks = Math.min(count, TICKS_MAX);
  const y = RAIL - 2;
  return (
    <g className="seq-branch">
      <title>{text('sequence-branch', { count })}</title>
      <path d={`M${left},${y + 7} q0,-7 7,-7 h${ticks * TICK}`} />
      {Array.from({ length: ticks }, (_, index) => (
        <circle key={index} cx={left + 7 + (index + 1) * TICK} cy={y} r="2" />
      ))}
    </g>
  );
}
