/** How the scene is arranged for the stage's size, and where its upper left corner stands on it. */
import { stable } from '../../engine/data.ts';
import type { Scene } from '../../scene/scene.ts';
import type { Arrangement } from '../../scene/sceneRequest.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where the upper left corner of the scene stands on the stage, and how much larger than in its own measure it is drawn. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** What a canvas draws. */
export interface CanvasProps {
  /** Where everything stands; what it says comes from the session, part by part. */
  readonly layout: Scene;
  readonly viewport: Viewport;
  /** As high as the scene, and without panning and zooming. */
  readonly isStacked: boolean;
}

const STAGE_MARGIN = 20;
const STAGE_MARGIN_Y = 10;

/** Below this width the boxes stand below each other. */
const STACKED_BELOW = 600;
/** Letters of 13 px keep at least 11 px. */
const LEGIBLE = 0.86;
const SQUEEZE_MIN = 0.75;
const LARGEST = 1.3;

/** How to arrange a diagram on a stage: squeeze it a little before letters would become too small. */
export function arrangementFor(stage: Size, diagram: Size): Arrangement {
  if (stage.width < STACKED_BELOW) {
    return remembered({ kind: 'stacked', width: Math.max(240, stage.width - 2 * STACKED_MARGIN) });
  }
  // Where the height decides how large it can be drawn, there is no need to be narrow.
  const byHeight = (stage.height - 2 * STAGE_MARGIN_Y) / (diagram.height * GROWTH);
  const zoom = Math.min(LEGIBLE, Math.max(ZOOM_MIN, byHeight));
  const needed = (stage.width - 2 * STAGE_MARGIN) / (diagram.width * zoom);
  // In steps, so that dragging a window does not lay out everything anew at every pixel.
  return remembered({ kind: 'wide', squeeze: Math.min(1, Math.max(SQUEEZE_MIN, Math.floor(needed * 25) / 25)) });
}

/** Diagrams say the height that they begin with; soon they are this much higher. */
const GROWTH = 1.1;

const arrangements = new Map<string, Arrangement>();

/** Equal arrangements are the same object, so that they can be compared and remembered by. */
function remembered(arrangement: Arrangement): Arrangement {
  const key = stable(arrangement);
  const known = arrangements.get(key) ?? arrangement;
  arrangements.set(key, known);
  return known;
}

export const STACKED_MARGIN = 12;

/** The whole scene, in the middle of the stage; where it does not fit legibly, its upper left part. */
export function fittingViewport(stage: Size, scene: Size, arrangement: Arrangement): Viewport {
  if (arrangement.kind === 'stacked') return { x: STACKED_MARGIN, y: STACKED_MARGIN, zoom: 1 };
  const wanted = Math.min(
    (stage.width - 2 * STAGE_MARGIN) / scene.width,
    (stage.height - 2 * STAGE_MARGIN_Y) / scene.height,
  );
  const zoom = Math.min(LARGEST, Math.max(ZOOM_MIN, wanted));
  const x = Math.max(STAGE_MARGIN, (stage.width - scene.width * zoom) / 2);
  const height = scene.height * zoom;
  const y = Math.max(STAGE_MARGIN_Y, Math.min((stage.height - height) / 2, stage.height - ZOOM_BUTTONS - height));
  return { x, y, zoom };
}

/** The lower edge is left to the buttons that zoom, as far as there is room. */
const ZOOM_BUTTONS = 46;

/** Smaller than this nobody can read it: then one has to pan. */
const ZOOM_MIN = 0.66;

/** What decides where everything stands: equal text, equal places. */
export function layoutKey({ nodes, frames, edges }: Scene): string {
  const boxes = [...nodes, ...frames].map(({ box }) => [box.x, box.y, box.width, box.height].join(' '));
  return [...boxes, ...edges.map(({ spec, path }) => `${spec.id} ${path.d}`)].join('|');
}
