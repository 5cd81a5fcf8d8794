/**
 * Where the boxes stand and the arrows run, at both zoom levels. Heights are what a box needs at the start; it grows with its
 * contents. The boxes of one process get one frame, and arrows between processes end at that frame.
 */
import type { Settings } from '../../engine/model.ts';
import type { Diagram, EdgeSpec, NodeSpec, Zoom } from '../protocol.ts';
import { callsEdge, edge } from '../shared/edges.ts';
import { producersOf } from './settings.ts';

export function diagram(settings: Settings, zoom: Zoom): Diagram {
  const isGroup = producersOf(settings) === 2;
  const orders = isGroup ? GROUP_NODES : SINGLE_NODES;
  const concept = isGroup ? CONCEPT_NODES.map((spec) => ({ ...spec, y: spec.y + GROUP_DOWN })) : CONCEPT_NODES;
  const nodes = zoom === 'concept' ? [...orders.map(wider), ...concept] : [...orders, ...INTERNALS_NODES];
  const inside = zoom === 'concept' ? [] : INSIDE_EDGES;
  const edges = [...(isGroup ? GROUP_EDGES : SINGLE_EDGES), ...inside, ...pointsEdges(zoom)];
  return zoom === 'concept' ? { width: 930, height: 280, nodes, edges } : { width: 1110, height: 350, nodes, edges };
}

/** The concept has fewer boxes, so each has more room. */
function wider(spec: NodeSpec): NodeSpec {
  return { ...spec, y: spec.y - CONCEPT_UP, width: 216 };
}

const CONCEPT_UP = 24;
/** Beside two order services the others stand lower, so that arrows run straight. */
const GROUP_DOWN = 48;

const ORDER: NodeSpec = {
  id: 'order',
  process: 'order',
  roles: ['producer', 'order-database'],
  title: 'node-order',
  x: 0,
  y: 40,
  width: 208,
  height: 177,
};

const SINGLE_NODES: readonly NodeSpec[] = [ORDER];

/** Two instances of the order service share one database. */
const GROUP_NODES: readonly NodeSpec[] = [
  { ...ORDER, roles: ['producer'], y: 24, height: 90 },
  { ...ORDER, id: 'order-b', process: 'order-b', roles: ['producer-b'], title: 'node-order-b', y: 174, height: 90 },
  {
    ...ORDER,
    id: 'order-db',
    process: 'order-db',
    roles: ['order-database'],
    title: 'node-order-db',
    y: 304,
    height: 131,
  },
];

const SINGLE_EDGES: readonly EdgeSpec[] = twoWay('order', 'producer', [0.32, 0.66]);

const GROUP_EDGES: readonly EdgeSpec[] = [
  ...twoWay('order', 'producer', [0.65, 0.92]),
  ...twoWay('order-b', 'producer-b', [0.2, 0.52]),
  callsEdge('db-a', ['order', 'left', 0.7], ['order-db', 'left', 0.3], ['producer', 'order-database']),
  callsEdge('db-b', ['order-b', 'bottom', 0.5], ['order-db', 'top', 0.5], ['producer-b', 'order-database']),
];

/** To the broker above, back from it below. */
function twoWay(node: string, role: string, [there, back]: readonly [number, number]): readonly EdgeSpec[] {
  return [
    edge(`${node}-to-broker`, [node, 'right', there], ['broker', 'left', there], [`${role}>broker`]),
    edge(`broker-to-${node}`, ['broker', 'left', back], [node, 'right', back], [`broker>${role}`]),
  ];
}

const CONCEPT_NODES: readonly NodeSpec[] = [
  {
    id: 'broker',
    process: 'broker',
    roles: ['broker', 'half-topic', 'checker', 'topic'],
    title: 'node-broker',
    x: 348,
    y: 0,
    width: 250,
    height: 194,
  },
  {
    id: 'points',
    process: 'points',
    roles: ['consumer'],
    title: 'node-points',
    x: 730,
    y: 16,
    width: 200,
    height: 177,
  },
];

const INTERNALS_NODES: readonly NodeSpec[] = [
  inBroker('broker', 'node-processor', { x: 330, y: 40, width: 214, height: 90 }),
  inBroker('half-topic', 'node-half-topic', { x: 330, y: 158, width: 214, height: 175 }),
  inBroker('topic', 'node-topic', { x: 572, y: 40, width: 226, height: 119 }),
  inBroker('checker', 'node-checker', { x: 572, y: 187, width: 226, height: 90 }),
  {
    id: 'points',
    process: 'points',
    roles: ['consumer'],
    title: 'node-points',
    x: 920,
    y: 40,
    width: 190,
    height: 177,
  },
];

/** A part of the broker: a role with a box of its own. */
function inBroker(id: string, title: string, box: Pick<NodeSpec, 'x' | 'y' | 'width' | 'height'>): NodeSpec {
  return { id, process: 'broker', roles: [id], title, ...box };
}

const INSIDE_EDGES: readonly EdgeSpec[] = [
  callsEdge('broker-half', ['broker', 'bottom', 0.5], ['half-topic', 'top', 0.5], ['broker', 'half-topic']),
  callsEdge('broker-topic', ['broker', 'right', 0.5], ['topic', 'left', 0.3], ['broker', 'topic']),
  callsEdge('half-checker', ['half-topic', 'right', 0.6], ['checker', 'left', 0.5], ['half-topic', 'checker']),
];

/** In the concept the topic is a part of the broker's box. */
function pointsEdges(zoom: Zoom): readonly EdgeSpec[] {
  const topic = zoom === 'concept' ? 'broker' : 'topic';
  return [
    edge('topic-to-points', [topic, 'right', 0.32], ['points', 'left', 0.32], ['topic>consumer']),
    edge('points-to-topic', ['points', 'left', 0.66], [topic, 'right', 0.66], ['consumer>topic']),
  ];
}
