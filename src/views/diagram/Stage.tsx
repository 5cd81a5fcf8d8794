import { useState, type RefObject } from 'react';
import type { Scene } from '../../scene/scene.ts';
import type { Arrangement } from '../../scene/sceneRequest.ts';
import { ArrowHeads } from './Arrow.tsx';
import {
  fittingViewport,
  layoutKey,
  STACKED_MARGIN,
  type CanvasProps,
  type Size,
  type Viewport,
} from './diagramModel.ts';
import { StepMotionContext, useStepMotionNow } from './stepMotion.ts';
import { StillCanvas } from './StillCanvas.tsx';
import { useFlow } from './useFlow.ts';
import { useArrangement, useScene } from './useScene.ts';

interface StageProps {
  readonly stage: RefObject<HTMLElement | null>;
  readonly size: Size;
}

/** What is drawn on the stage: at once by itself, and by React Flow as soon as there is somebody to pan and zoom. */
export function Stage({ stage, size }: StageProps) {
  const layout = useScene(layoutOf);
  const isStacked = useArrangement().kind === 'stacked';
  const { FlowCanvas, isFlowing, onReady } = useFlow(stage);
  const wholeMs = useStepMotionNow();
  const actingMs = isFlowing ? wholeMs : null;
  const canvas: CanvasProps = { layout, viewport: useFitted(size, layout), isStacked };
  const style = isStacked ? { height: layout.height + 2 * STACKED_MARGIN } : undefined;
  return (
    <div className="stage-canvas" style={style} data-stacked={isStacked ? '' : undefined}>
      {isFlowing ? null : <StillCanvas {...canvas} />}
      {FlowCanvas === null ? null : (
        <div className="stage-flow" inert={!isFlowing} data-acts={actingMs === null ? undefined : ''}>
          <StepMotionContext value={actingMs}>
            <FlowCanvas {...canvas} onReady={onReady} />
          </StepMotionContext>
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
function useFitted(size: Size, scene: Scene): Viewport {
  const arrangement = useArrangement();
  const [fitted, setFitted] = useState<Fitted | null>(null);
  const isSame =
    fitted !== null &&
    fitted.size === size &&
    fitted.arrangement === arrangement &&
    fitted.width === scene.width &&
    fitted.height >= scene.height;
  if (isSame) return fitted.viewport;
  const { width, height } = scene;
  const viewport = fittingViewport(size, scene, arrangement);
  setFitted({ size, arrangement, width, height, viewport });
  return viewport;
}

interface Fitted {
  readonly size: Size;
  readonly arrangement: Arrangement;
  readonly width: number;
  readonly height: number;
  readonly viewport: Viewport;
}
