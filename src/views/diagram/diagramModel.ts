/** How the scene is arranged for the stage's size, and where its upper left corner stands on it. */
import { stable } from '../../engine/data.ts';
import type { Diagram } from '../../protocols/protocol.ts';
import type { Scene } from '../../scene/scene.ts';
import { lowestOf } from '../../scene/stageLayout.ts';
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
  readonly isScrolled: boolean;
}

const STAGE_MARGIN = 20;
const STAGE_MARGIN_SMALL = 10;
/** Where everything is drawn larger, so are the arrows that go around the outside of boxes. */
const STAGE_MARGIN_LARGE = 36;
const VERY_LARGE_FROM = 1_400;
export const STAGE_MARGIN_Y = 10;
/** Below the boxes stands whom the canvas is from; where there is no room for both, it does not (`Diagram.css`). */
export const STAGE_FOOT = 26;

/** The smallest letters of the stage have 12 px in its own measure. From this width on they keep 13, below it 12. */
const LARGE_FROM = 560;
const LEGIBLE = 13 / 12;
/** Very low stages, in somebody else's page, show less of less: half of what is legible is better than half of the run. */
const LOW_BELOW = 200;
const ZOOM_MIN = 0.66;
/** Narrower than this, or with a box that is narrower than its name, boxes stand below each other. */
const SQUEEZE_MIN = 0.52;
const NODE_MIN = 98;
/** So wide boxes are pleasant to look at: above it letters grow instead, as far as they may. */
const SQUEEZE_PLEASANT = 0.92;
const SQUEEZE_MAX = 1.3;
const STRETCH_MAX = 1.6;
/** On a stage as wide as a laptop has. Larger ones are looked at from farther away. */
const LARGEST = 1.3;
const LAPTOP = 1_060;
const FARTHER_MAX = 1.7;

/** Where a stage is low, and in a presentation, letters come before boxes that are pleasantly high. */
const STRETCH_MIN = 0.75;
/** Seen from afar, they come before boxes that are pleasantly wide, too. */
const FROM_AFAR = { squeeze: 0.66, largest: 2 } as const;

/** Diagrams say the height that they begin with; soon they are this much higher. */
const GROWTH = 1.1;

/**
 * How to arrange a diagram so that it fills a stage: letters as large as they may be, boxes as wide as there is room for, and
 * as high. Where letters would become too small for boxes side by side, they stand below each other.
 */
export function arrangementFor(stage: Size, diagram: Size & Pick<Diagram, 'nodes'>, isLarge = false): Arrangement {
  const width = stage.width - 2 * marginOf(stage);
  const height = stage.height - STAGE_MARGIN_Y - STAGE_FOOT;
  const least = zoomMin(stage);
  const narrowest = Math.min(...diagram.nodes.map((node) => node.width));
  if (width / (diagram.width * least) < Math.max(SQUEEZE_MIN, NODE_MIN / narrowest)) {
    return remembered({ kind: 'stacked', width: Math.max(240, Math.floor(stage.width / least) - 2 * STACKED_MARGIN) });
  }
  const [squeezeWanted, stretchWanted] = isLarge ? [FROM_AFAR.squeeze, STRETCH_MIN] : [SQUEEZE_PLEASANT, 1];
  const wanted = Math.min(width / (diagram.width * squeezeWanted), height / (diagram.height * stretchWanted * GROWTH));
  const zoom = between(least, wanted, zoomMax(stage, isLarge));
  // In steps, so that dragging a window does not lay out everything anew at every pixel.
  const squeeze = between(SQUEEZE_MIN, Math.floor((width / (diagram.width * zoom)) * 50) / 50, SQUEEZE_MAX);
  const stretch = between(STRETCH_MIN, Math.floor((height / zoom / lowestOf(diagram.nodes)) * 20) / 20, STRETCH_MAX);
  return remembered({ kind: 'wide', squeeze, stretch, room: Math.floor(height / zoom / 20) * 20 });
}

function marginOf({ width }: Size): number {
  if (width < LARGE_FROM) return STAGE_MARGIN_SMALL;
  return width < VERY_LARGE_FROM ? STAGE_MARGIN : STAGE_MARGIN_LARGE;
}

function zoomMin({ width, height }: Size): number {
  if (height < LOW_BELOW) return ZOOM_MIN;
  return width < LARGE_FROM ? 1 : LEGIBLE;
}

function zoomMax({ width }: Size, isLarge: boolean): number {
  return (isLarge ? FROM_AFAR.largest : LARGEST) * between(1, width / LAPTOP, FARTHER_MAX);
}

function between(least: number, wanted: number, most: number): number {
  return Math.min(most, Math.max(least, wanted));
}

const arrangements = new Map<string, Arrangement>();

/** Equal arrangements are the same object, so that they can be compared and remembered by. */
function remembered(arrangement: Arrangement): Arrangement {
  const key = stable(arrangement);
  const known = arrangements.get(key) ?? arrangement;
  arrangements.set(key, known);
  return known;
}

export const STACKED_MARGIN = 12;

/** What is left of a stage below what is reserved on top of it. */
export function below({ width, height }: Size, reserved: number): Size {
  return { width, height: height - reserved };
}

/** The whole scene, in the middle of the stage; where it does not fit legibly, its upper part. */
export function fittingViewport(stage: Size, scene: Size, arrangement: Arrangement, isLarge = false): Viewport {
  const least = zoomMin(stage);
  if (arrangement.kind === 'stacked') return { x: STACKED_MARGIN, y: STACKED_MARGIN, zoom: least };
  const wanted = Math.min(
    (stage.width - 2 * marginOf(stage)) / scene.width,
    (stage.height - STAGE_MARGIN_Y - STAGE_FOOT) / scene.height,
  );
  const zoom = between(least, wanted, zoomMax(stage, isLarge));
  const x = Math.max(0, (stage.width - scene.width * zoom) / 2);
  const left = stage.height - scene.height * zoom;
  const y = Math.max(STAGE_MARGIN_Y, Math.min(left / 2, left - STAGE_FOOT));
  return { x, y, zoom };
}

/** How high a canvas has to be for the whole scene, in CSS pixels. */
export function canvasHeight(scene: Size, { y, zoom }: Viewport): number {
  return Math.ceil(y + scene.height * zoom + STAGE_FOOT);
}

/** What decides where everything stands: equal text, equal places. */
export function layoutKey({ nodes, frames, edges }: Scene): string {
  const boxes = [...nodes, ...frames].map(({ box }) => [box.x, box.y, box.width, box.height].join(' '));
  return [...boxes, ...edges.map(({ spec, path }) => `${spec.id} ${path.d}`)].join('|');
}
