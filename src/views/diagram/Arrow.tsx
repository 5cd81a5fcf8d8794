import { HINT_RADIUS } from '../../scene/hints.ts';
import { isTwoWay } from '../../scene/placeEdge.ts';
import './Arrow.css';
import { useTraffic } from './useTraffic.ts';

/** The line of an arrow and the numbers of the steps that use it. */
export function Arrow({ id }: { readonly id: string }) {
  const traffic = useTraffic(id);
  if (traffic === null) return null;
  const { edge, colour, hints } = traffic;
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
    </>
  );
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
