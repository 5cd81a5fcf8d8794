import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { Arrow } from './Arrow.tsx';
import { ArrowLoad } from './ArrowLoad.tsx';
import type { FlowEdge } from './flowModel.ts';
import { Travels } from './Motions.tsx';

/** An arrow with everything on it, and the acting of what has just moved along it. */
export function FlowArrow({ id }: EdgeProps<FlowEdge>) {
  return (
    <>
      <Arrow id={id} />
      <EdgeLabelRenderer>
        <ArrowLoad id={id} />
        <Travels id={id} />
      </EdgeLabelRenderer>
    </>
  );
}
