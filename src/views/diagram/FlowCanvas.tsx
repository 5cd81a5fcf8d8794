import { ReactFlow, ReactFlowProvider, useReactFlow, type AriaLabelConfig, type NodeProps } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { memo, useEffect, useMemo } from 'react';
import { useText } from '../../i18n/useText.ts';
import { usePlayerStore } from '../../player/usePlayer.tsx';
import { acts } from './act.ts';
import { Anchors } from './Anchors.tsx';
import { FlowArrow } from './FlowArrow.tsx';
import type { CanvasProps } from './diagramModel.ts';
import { flowEdges, flowNodes, processOf, selectionOf, type FlowNode } from './flowModel.ts';
import { FrameBox } from './FrameBox.tsx';
import { NodeBox } from './NodeBox.tsx';
import { StepMotionContext } from './stepMotion.ts';
import { ZoomButtons } from './ZoomButtons.tsx';
import { whenReleased } from './whenReleased.ts';

const nodeTypes = { box: FlowBox, frame: FlowFrame };
const edgeTypes = { arrow: FlowArrow };
const NOTHING = () => {};

export interface FlowCanvasProps extends CanvasProps {
  /** How long the acting of the present step takes, in milliseconds; null where nothing is to move. */
  readonly actingMs: number | null;
  /** Called once, when it looks like the still canvas that it replaces. */
  readonly onReady: () => void;
}

/** React Flow with constant arrays: what is drawn in them comes from the session, part by part. */
export function FlowCanvas({ actingMs, ...constant }: FlowCanvasProps) {
  const motion = useMemo(() => (actingMs === null ? null : { ...acts, wholeMs: actingMs }), [actingMs]);
  return (
    <StepMotionContext value={motion}>
      <ReactFlowProvider>
        <Flow {...constant} />
      </ReactFlowProvider>
    </StepMotionContext>
  );
}

/** With the same layout it is not drawn again: neither for a step nor for its acting. */
const Flow = memo(function Flow({ layout, viewport, isScrolled, onReady }: Omit<FlowCanvasProps, 'actingMs'>) {
  const store = usePlayerStore();
  const flow = useReactFlow();
  const nodes = useMemo(() => flowNodes(layout), [layout]);
  const edges = useMemo(() => flowEdges(layout), [layout]);
  const ariaLabelConfig = useAriaLabels();
  useEffect(() => {
    void flow.setViewport(viewport);
  }, [flow, viewport]);
  return (
    <>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onInit={onReady}
        onNodesChange={NOTHING}
        onNodeContextMenu={(event, node) => {
          event.preventDefault();
          whenReleased(event, () => store.getState().select(selectionOf(node)));
        }}
        defaultViewport={viewport}
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
        panOnDrag={!isScrolled}
        zoomOnPinch={!isScrolled}
        ariaLabelConfig={ariaLabelConfig}
      />
      {isScrolled ? null : <ZoomButtons onFit={() => void flow.setViewport(viewport)} />}
    </>
  );
});

function FlowBox({ id }: NodeProps<FlowNode>) {
  return (
    <>
      <NodeBox id={id} />
      <Anchors />
    </>
  );
}

function FlowFrame({ id }: NodeProps<FlowNode>) {
  return <FrameBox process={processOf(id)} />;
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
