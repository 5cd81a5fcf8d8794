/**
 * One frame as a picture: every box, arrow, message and clock with its place and its words. The page draws it with React
 * Flow, exports and tests draw it as SVG; both draw this.
 */
import { pageText, protocolText } from '../i18n/text.ts';
import type { Diagram, NodeSpec } from '../protocols/protocol.ts';
import { nodeContents } from './content.ts';
import { fillNode } from './fillNode.ts';
import type { Box } from './geometry.ts';
import { hintsOn, type HintShape } from './hints.ts';
import { motionsOf, type MotionShape } from './motions.ts';
import { crashNoteOf, nodeContentOf } from './nodeContent.ts';
import { layoutNode, type NodeLayout } from './nodeLayout.ts';
import { restingPackets, type PacketShape } from './packets.ts';
import type { Density } from './queueLayout.ts';
import type { Arrangement, SceneRequest } from './sceneRequest.ts';
import { layoutStacked } from './stackedLayout.ts';
import type { PlacedEdge } from './placeEdge.ts';
import { layoutWide, squeezed, type HeightOf, type StageLayout } from './stageLayout.ts';

export interface NodeShape {
  readonly id: string;
  readonly spec: NodeSpec;
  readonly box: Box;
  readonly layout: NodeLayout;
}

export interface FrameShape {
  readonly process: string;
  readonly title: string;
  readonly box: Box;
  /** Says that the process is down, and how; null while it runs. */
  readonly crashNote: string | null;
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly layout: StageLayout;
  /** In the order of the diagram: the order in which a reader goes through them. */
  readonly nodes: readonly NodeShape[];
  readonly frames: readonly FrameShape[];
  readonly edges: readonly PlacedEdge[];
  readonly packets: readonly PacketShape[];
  readonly motions: readonly MotionShape[];
  /** Only where the steps are numbered as the messages are. */
  readonly hints: readonly HintShape[];
}

export function sceneOf(request: SceneRequest): Scene {
  const { protocol, settings, zoom, lang, frame, previous } = request;
  const diagram = protocol.diagram(settings, zoom);
  const inside = nodeLayouts(request, diagram);
  const heightOf = (spec: NodeSpec, width: number): number => inside(spec, width).height;
  const layout = arranged(request.arrangement, diagram, heightOf);
  const packets = restingPackets(protocol, lang, frame, layout);
  const before = previous === null ? [] : restingPackets(protocol, lang, previous, layout);
  const motions = previous === null ? [] : motionsOf({ protocol, lang, frame, layout, before, after: packets });
  return {
    width: layout.width,
    height: layout.height,
    layout,
    nodes: layout.nodes.map(({ spec, box }) => ({ id: spec.id, spec, box, layout: inside(spec, box.width) })),
    frames: layout.frames.map(({ process, box }) => ({
      process,
      box,
      title: protocolText(lang, protocol.id, `process-${process}`),
      crashNote: crashNoteOf(request, diagram, process),
    })),
    edges: layout.edges,
    packets,
    motions,
    hints: zoom === 'concept' ? hintsOn(protocol, layout.edges, [...packets, ...motions]) : [],
  };
}

function arranged(arrangement: Arrangement, diagram: Diagram, heightOf: HeightOf): StageLayout {
  switch (arrangement.kind) {
    case 'wide':
      return layoutWide(squeezed(diagram, arrangement.squeeze, arrangement.stretch), heightOf);
    case 'stacked':
      return layoutStacked(diagram, arrangement.width, heightOf);
  }
}

/** Below this there is no room for notes. */
const DENSE_BELOW = 0.7;

/** Close, unless that would leave empty space below: then roomy; and what is stretched is filled. */
function fitting(
  { squeeze, stretch, room = Infinity }: Extract<Arrangement, { kind: 'wide' }>,
  laidOut: (density: Density) => NodeLayout,
  { y, height }: NodeSpec,
): NodeLayout {
  const endsBelow = (layout: NodeLayout): boolean => y + layout.height > room;
  const near = laidOut('close');
  const dense = squeeze < DENSE_BELOW || endsBelow(near) ? laidOut('compact') : near;
  const close = endsBelow(dense) ? laidOut('least') : dense;
  const roomy = close.height < height ? laidOut('roomy') : close;
  const best = roomy.height <= height ? roomy : close;
  return stretch > 1 ? fillNode(best, height) : squeeze < DENSE_BELOW ? best : roomy;
}

/** The inside of a node at a width; the same answer when asked again. */
function nodeLayouts(request: SceneRequest, diagram: Diagram): (spec: NodeSpec, width: number) => NodeLayout {
  const { protocol, settings, zoom, lang, frame, previous } = request;
  const sections = nodeContents({
    protocol,
    settings,
    zoom,
    lang,
    world: frame.world,
    before: previous?.world ?? null,
  });
  const emptyWord = pageText(lang, 'stage-empty');
  const { arrangement } = request;
  const known = new Map<string, NodeLayout>();
  return (spec, width) => {
    const key = `${spec.id} ${width}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const isFramed = diagram.nodes.some(({ id, process }) => id !== spec.id && process === spec.process);
    const content = nodeContentOf(request, diagram, spec, sections[spec.id] ?? []);
    const laidOut = (density: Density): NodeLayout => layoutNode(content, width, { emptyWord, density, isFramed });
    const found = arrangement.kind === 'stacked' ? laidOut('compact') : fitting(arrangement, laidOut, spec);
    known.set(key, found);
    return found;
  };
}
