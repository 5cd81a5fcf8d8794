import { useLayoutEffect } from 'react';
import { Arrow } from './Arrow.tsx';
import { ArrowLoad } from './ArrowLoad.tsx';
import type { CanvasProps } from './diagramModel.ts';
import { FrameBox } from './FrameBox.tsx';
import { NodeBox } from './NodeBox.tsx';
import type { Box } from '../../scene/geometry.ts';
import './StillCanvas.css';

interface StillCanvasProps extends CanvasProps {
  /** Called while everything is still there, in the moment before it goes. */
  readonly onLeave: () => void;
}

/**
 * The stage before React Flow is there: the same parts in the same order and places, with everything that can be done to
 * them. Only panning, zooming and the acting of steps are missing.
 */
export function StillCanvas({ layout, viewport: { x, y, zoom }, onLeave }: StillCanvasProps) {
  const { frames, nodes, edges } = layout;
  useLayoutEffect(() => onLeave, [onLeave]);
  return (
    <div className="still" style={{ transform: `translate(${x}px, ${y}px) scale(${zoom})` }}>
      <svg className="still-arrows" aria-hidden="true">
        {edges.map(({ spec: { id } }) => (
          <Arrow key={id} id={id} />
        ))}
      </svg>
      <div className="still-loads">
        {edges.map(({ spec: { id } }) => (
          <ArrowLoad key={id} id={id} />
        ))}
      </div>
      {frames.map(({ process, box }) => (
        <div key={process} className="still-box still-frame" style={placeOf(box)}>
          <FrameBox process={process} />
        </div>
      ))}
      {nodes.map(({ id, box }) => (
        <div key={id} className="still-box" style={placeOf(box)}>
          <NodeBox id={id} />
        </div>
      ))}
    </div>
  );
}

/** As React Flow places its nodes, so that not a pixel changes when it takes over. */
function placeOf({ x, y, width, height }: Box) {
  return { transform: `translate(${x}px, ${y}px)`, width, height };
}
