import { useState, type RefObject } from 'react';
import type { Scene } from '../../scene/scene.ts';
import type { Arrangement } from '../../scene/sceneRequest.ts';
import { ArrowHeads } from './Arrow.tsx';
import {
  below,
  canvasHeight,
  fittingViewport,
  layoutKey,
  STAGE_FOOT,
  STAGE_MARGIN_Y,
  type CanvasProps,
  type Size,
  type Viewport,
} from './diagramModel.ts';
import { useStepMotionNow } from './stepMotion.ts';
import { StillCanvas } from './StillCanvas.tsx';
import { useFlow } from './useFlow.ts';
import { useArrangement, useScene } from './useScene.ts';

interface StageProps {
  readonly stage: RefObject<HTMLElement | null>;
  readonly size: Size;
  readonly reserved: number;
  readonly isLarge: boolean;
}

/** What is drawn on the stage: at once by itself, and by React Flow as soon as there is somebody to pan and zoom. */
export function Stage({ stage, size, reserved, isLarge }: StageProps) {
  const layout = useScene(layoutOf);
  const isStacked = useArrangement().kind === 'stacked';
  const { FlowCanvas, isFlowing, onReady, onLeave } = useFlow(stage);
  const wholeMs = useStepMotionNow();
  const actingMs = isFlowing ? wholeMs : null;
  const viewport = useFitted({ size, reserved, isLarge }, layout);
  const height = canvasHeight(layout, viewport);
  // The line below the boxes is worth no scrolling.
  const isScrolled = isStacked || height - STAGE_FOOT + STAGE_MARGIN_Y > size.height;
  const canvas: CanvasProps = { layout, viewport, isScrolled };
  return (
    <div
      className="stage-canvas"
      style={isScrolled ? { height } : undefined}
      data-stacked={isStacked ? '' : undefined}
      data-scrolls={isScrolled ? '' : undefined}
      data-tight={!isStacked && height > size.height ? '' : undefined}
    >
      {isFlowing ? null : <StillCanvas {...canvas} onLeave={onLeave} />}
      {FlowCanvas === null ? null : (
        // Until then it is not there for anybody: two canvases would be two of everything.
        <div
          className="stage-flow"
          inert={!isFlowing}
          aria-hidden={!isFlowing}
          data-acts={actingMs === null ? undefined : ''}
        >
          <FlowCanvas {...canvas} actingMs={actingMs} onReady={onReady} />
        </div>
      )}
      <ArrowHeads />
    </div>
  );
}

const layouts = new Map<string, Scene>();
const LAYOUTS_MAX = 32;

/** The first scene with this layout stands for all that look the same to React Flow. */
function layoutOf(scene: Scene): Scene {
  const key = layoutKey(scene);
  const known = layouts.get(key);
  if (known !== undefined) return known;
  if (layouts.size >= LAYOUTS_MAX) layouts.clear();
  layouts.set(key, scene);
  return scene;
}

/** Shows the whole scene, anew when the stage or the scene outgrows what was fitted; never because it has become smaller. */
function useFitted({ size, reserved, isLarge }: Omit<StageProps, 'stage'>, scene: Scene): Viewport {
  const arrangement = useArrangement();
  const [fitted, setFitted] = useState<Fitted | null>(null);
  const isSame =
    fitted !== null &&
    fitted.size === size &&
    fitted.reserved === reserved &&
    fitted.arrangement === arrangement &&
    fitted.width === scene.width &&
    fitted.height >= scene.height;
  if (isSame) return fitted.viewport;
  const { width, height } = scene;
  const fitting = fittingViewport(below(size, reserved), scene, arrangement, isLarge);
  const viewport = { ...fitting, y: fitting.y + reserved };
  setFitted({ size, reserved, arrangement, width, height, viewport });
  return viewport;
}

interface Fitted {
  readonly size: Size;
  readonly reserved: number;
  readonly arrangement: Arrangement;
  readonly width: number;
  readonly height: number;
  readonly viewport: Viewport;
}
