import { ReactFlow, useReactFlow, type AriaLabelConfig } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useText } from '../../i18n/useText.ts';
import { usePlayerStore } from '../../player/usePlayer.tsx';
import type { Scene } from '../../scene/scene.ts';
import { Arrow, ArrowHeads } from './Arrow.tsx';
import {
  fittingViewport,
  flowEdges,
  flowNodes,
  layoutKey,
  selectionOf,
  STACKED_MARGIN,
  type Size,
} from './diagramModel.ts';
import { FrameBox } from './FrameBox.tsx';
import { NodeBox } from './NodeBox.tsx';
import { useArrangement, useScene } from './useScene.ts';
import { ZoomButtons } from './ZoomButtons.tsx';
import { whenReleased } from './whenReleased.ts';

const nodeTypes = { box: NodeBox, frame: FrameBox };
const edgeTypes = { arrow: Arrow };
const NOTHING = () => {};

/** React Flow with constant arrays: what is drawn in them comes from the session, part by part. */
export function Canvas({ size }: { readonly size: Size }) {
  const store = usePlayerStore();
  const layout = useScene(layoutOf);
  const arrangement = useArrangement();
  const nodes = useMemo(() => flowNodes(layout), [layout]);
  const edges = useMemo(() => flowEdges(layout), [layout]);
  const ariaLabelConfig = useAriaLabels();
  const isStacked = arrangement.kind === 'stacked';
  const { fit, fitted } = useFitting(size, layout);
  const style = isStacked ? { height: layout.height + 2 * STACKED_MARGIN } : undefined;
  return (
    <div className="stage-canvas" style={style} data-stacked={isStacked ? '' : undefined}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={NOTHING}
        onNodeContextMenu={(event, node) => {
          event.preventDefault();
          whenReleased(event, () => store.getState().select(selectionOf(node)));
        }}
        defaultViewport={fitted}
        minZoom={0.4}
        maxZoom={2}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        panActivationKeyCode={null}
        disableKeyboardA11y
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        panOnDrag={!isStacked}
        zoomOnPinch={!isStacked}
        ariaLabelConfig={ariaLabelConfig}
      />
      <ArrowHeads />
      {isStacked ? null : <ZoomButtons onFit={fit} />}
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

/** Shows the whole scene when the stage or the scene outgrows what was fitted; never because it has become smaller. */
function useFitting(size: Size, scene: Scene) {
  const flow = useReactFlow();
  const arrangement = useArrangement();
  const largest = useRef({ key: '', width: 0, height: 0 });
  const fitted = useMemo(() => fittingViewport(size, scene, arrangement), [arrangement, scene, size]);
  const fit = useCallback(() => {
    void flow.setViewport(fittingViewport(size, largest.current, arrangement));
  }, [arrangement, flow, size]);
  const key = `${size.width} ${size.height} ${scene.width} ${JSON.stringify(arrangement)}`;
  useEffect(() => {
    const { current } = largest;
    const isSame = current.key === key;
    const height = isSame ? Math.max(current.height, scene.height) : scene.height;
    if (isSame && height === current.height) return;
    largest.current = { key, width: scene.width, height };
    fit();
  }, [fit, key, scene]);
  return { fit, fitted };
}

/** React Flow's own words, which would be English and about keys that do nothing here. */
function useAriaLabels(): Partial<AriaLabelConfig> {
  const text = useText();
  return useMemo(() => {
    const description = text('stage-description');
    return {
      'node.a11yDescription.default': description,
      'node.a11yDescription.keyboardDisabled': description,
      'node.a11yDescription.ariaLiveMessage': () => '',
      'edge.a11yDescription.default': description,
      'controls.ariaLabel': text('stage-title'),
      'controls.zoomIn.ariaLabel': text('stage-zoom-in'),
      'controls.zoomOut.ariaLabel': text('stage-zoom-out'),
      'controls.fitView.ariaLabel': text('stage-fit'),
      'controls.interactive.ariaLabel': text('stage-title'),
      'minimap.ariaLabel': text('stage-title'),
      'handle.ariaLabel': text('stage-title'),
    };
  }, [text]);
}
