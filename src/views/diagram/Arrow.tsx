import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { useCallback } from 'react';
import { HINT_RADIUS } from '../../scene/hints.ts';
import { isTwoWay } from '../../scene/placeEdge.ts';
import type { Scene } from '../../scene/scene.ts';
import './Arrow.css';
import type { FlowEdge } from './diagramModel.ts';
import { CallDot, Remains, Traveller } from './Motions.tsx';
import { PacketButton } from './PacketButton.tsx';
import { trafficOn } from './traffic.ts';
import { useScene } from './useScene.ts';

/** An arrow, the messages that wait on it, and what is left of those that have just come to their end. */
export function Arrow({ id }: EdgeProps<FlowEdge>) {
  const traffic = useScene(useCallback((scene: Scene) => trafficOn(scene, id), [id]));
  if (traffic === null) return null;
  const { edge, colour, packets, motions, hints, phases } = traffic;
  const head = `url(#stage-head-${colour ?? 'edge'})`;
  return (
    <>
      <path
        className={`arrow arrow-${edge.runs} ${colour === null ? '' : 'arrow-busy'}`}
        style={{ stroke: `var(--${colour ?? 'edge'})` }}
        d={edge.path.d}
        markerEnd={head}
        {...(isTwoWay(edge) ? { markerStart: head } : {})}
      />
      {hints.map(({ stage, at }) => (
        <g key={stage} className="arrow-hint" aria-hidden="true">
          <circle cx={at.x} cy={at.y} r={HINT_RADIUS} />
          <text x={at.x} y={at.y + 4} textAnchor="middle">
            {stage}
          </text>
        </g>
      ))}
      <EdgeLabelRenderer>
        {motions.map((motion) => (
          <Remains key={`${motion.key} remains`} motion={motion} phases={phases} />
        ))}
        {packets.map((packet) => (
          <PacketButton
            key={packet.key}
            packet={packet}
            motion={motions.find((motion) => motion.packet === packet.key && isOnRest(motion.end)) ?? null}
            phases={phases}
          />
        ))}
        {motions.map((motion) =>
          motion.end === 'called' ? (
            <CallDot key={motion.key} motion={motion} phases={phases} />
          ) : (
            <Traveller key={motion.key} motion={motion} phases={phases} />
          ),
        )}
      </EdgeLabelRenderer>
    </>
  );
}

/** A motion that ends in a message at rest is acted by the message itself. */
function isOnRest(end: string): boolean {
  return end === 'sent' || end === 'doubled';
}

const HEADS = ['edge', 'accent', 'half', 'visible', 'bad', 'check'] as const;

/** The heads that arrows refer to; drawn once. */
export function ArrowHeads() {
  return (
    <svg className="arrow-heads" aria-hidden="true">
      <defs>
        {HEADS.map((colour) => (
          <marker
            key={colour}
            id={`stage-head-${colour}`}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerUnits="userSpaceOnUse"
            markerWidth="11"
            markerHeight="11"
            orient="auto-start-reverse"
          >
            <path d="M0,0.8 L9.5,5 L0,9.2 z" style={{ fill: `var(--${colour})` }} />
          </marker>
        ))}
      </defs>
    </svg>
  );
}
