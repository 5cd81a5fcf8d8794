/** Where the boxes stand and the arrows run, at both zoom levels. */
import type { Settings } from '../../engine/model.ts';
import type { Diagram, NodeSpec, Zoom } from '../protocol.ts';
import { callsEdge, edge } from '../shared/edges.ts';

export function diagram(_settings: Settings, zoom: Zoom): Diagram {
  return zoom === 'concept' ? CONCEPT : INTERNALS;
}

type Place = Pick<NodeSpec, 'x' | 'y' | 'width' | 'height'>;

function orderNode(place: Place): NodeSpec {
  return { id: 'order', process: 'order', roles: ['order-service'], title: 'node-order', ...place };
}

function pointsNode(place: Place): NodeSpec {
  return { id: 'points', process: 'points', roles: ['consumer'], title: 'node-points', ...place };
}

const CONCEPT: Diagram = {
  width: 960,
  height: 220,
  nodes: [
    orderNode({ x: 0, y: 0, width: 240, height: 180 }),
    {
      id: 'broker',
      process: 'broker',
      roles: ['broker', 'topic'],
      title: 'node-broker',
      x: 370,
      y: 20,
      width: 220,
      height: 140,
    },
    pointsNode({ x: 720, y: 0, width: 240, height: 180 }),
  ],
  edges: [
    edge('order-to-broker', ['order', 'right', 0.35], ['broker', 'left', 0.3], ['order-service>broker']),
    edge('broker-to-order', ['broker', 'left', 0.75], ['order', 'right', 0.7], ['broker>order-service']),
    edge('topic-to-points', ['broker', 'right', 0.3], ['points', 'left', 0.35], ['topic>consumer']),
    edge('points-to-topic', ['points', 'left', 0.7], ['broker', 'right', 0.75], ['consumer>topic']),
  ],
};

const INTERNALS: Diagram = {
  width: 1_080,
  height: 360,
  nodes: [
    orderNode({ x: 0, y: 0, width: 260, height: 220 }),
    {
      id: 'broker',
      process: 'broker',
      roles: ['broker'],
      title: 'node-exchange',
      x: 410,
      y: 0,
      width: 220,
      height: 90,
    },
    { id: 'topic', process: 'broker', roles: ['topic'], title: 'node-topic', x: 410, y: 150, width: 220, height: 130 },
    pointsNode({ x: 800, y: 0, width: 280, height: 280 }),
  ],
  edges: [
    edge('order-to-broker', ['order', 'right', 0.15], ['broker', 'left', 0.35], ['order-service>broker']),
    edge('broker-to-order', ['broker', 'left', 0.8], ['order', 'right', 0.33], ['broker>order-service']),
    callsEdge('broker-topic', ['broker', 'bottom', 0.5], ['topic', 'top', 0.5], ['broker', 'topic']),
    edge('topic-to-points', ['topic', 'right', 0.3], ['points', 'left', 0.67], ['topic>consumer']),
    edge('points-to-topic', ['points', 'left', 0.88], ['topic', 'right', 0.75], ['consumer>topic']),
  ],
};
