/**
 * Where the boxes stand and the arrows run, at both zoom levels. Heights are what a box needs at the start; it grows with its
 * contents. The boxes of one process get one frame, and arrows between processes end at that frame.
 */
import type { Settings } from '../../engine/model.ts';
import type { Diagram, EdgeSpec, NodeSpec, Zoom } from '../protocol.ts';
import { callsEdge, edge } from '../shared/edges.ts';
import { producersOf } from './settings.ts';

export function diagram(settings: Settings, zoom: Zoom): Diagram {
  const count = producersOf(settings);
  const orders = count === 1 ? SINGLE_NODES : count === 2 ? TWO_NODES : THREE_NODES;
  const down = count === 1 ? 0 : GROUP_DOWN;
  const concept = CONCEPT_NODES.map((spec) => ({ ...spec, y: spec.y + down }));
  const right = count === 3 ? BESIDE_DATABASE : 0;
  const others = (zoom === 'concept' ? concept : INTERNALS_NODES).map((spec) => ({ ...spec, x: spec.x + right }));
  const nodes = [...(zoom === 'concept' ? orders.map(wider) : orders), ...others];
  const inside = zoom === 'concept' ? [] : INSIDE_EDGES;
  const orderEdges = count === 1 ? SINGLE_EDGES : count === 2 ? TWO_EDGES : THREE_EDGES;
  const edges = [...orderEdges, ...inside, ...pointsEdges(zoom)];
  const [width, height] = zoom === 'concept' ? [930, 280] : [1110, 350];
  return { width: width + right, height, nodes, edges };
}

/** The concept has fewer boxes, so each has more room. */
function wider(spec: NodeSpec): NodeSpec {
  return { ...spec, y: spec.y - CONCEPT_UP, width: 216 };
}

const CONCEPT_UP = 24;
/** Beside several order services the others stand lower, so that arrows run straight. */
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

/** Several instances of the order service share one database. */
const TWO_NODES: readonly NodeSpec[] = [
  { ...ORDER, roles: ['producer'], y: 24, height: 90 },
  { ...ORDER, id: 'order-b', process: 'order-b', roles: ['producer-b'], title: 'node-order-b', y: 174, height: 90 },
  database(304),
];

/** A third one leaves no room for the database below: it stands to the left of them. */
const BESIDE_DATABASE = 264;
const THREE_NODES: readonly NodeSpec[] = [
  ...TWO_NODES.slice(0, 2),
  { ...ORDER, id: 'order-c', process: 'order-c', roles: ['producer-c'], title: 'node-order-c', y: 324, height: 90 },
]
  .map((spec): NodeSpec => ({ ...spec, x: BESIDE_DATABASE }))
  .concat(database(154));

function database(y: number): NodeSpec {
  const roles = ['order-database'];
  return { ...ORDER, id: 'order-db', process: 'order-db', roles, title: 'node-order-db', y, height: 131 };
}

const SINGLE_EDGES: readonly EdgeSpec[] = twoWay('order', 'producer', [0.32, 0.66]);

const TWO_EDGES: readonly EdgeSpec[] = [
  ...twoWay('order', 'producer', [0.65, 0.92]),
  ...twoWay('order-b', 'producer-b', [0.2, 0.52]),
  callsEdge('db-a', ['order', 'left', 0.7], ['order-db', 'left', 0.3], ['producer', 'order-database']),
  callsEdge('db-b', ['order-b', 'bottom', 0.5], ['order-db', 'top', 0.5], ['producer-b', 'order-database']),
];

const THREE_EDGES: readonly EdgeSpec[] = [
  ...twoWay('order', 'producer', [0.65, 0.92], [0.12, 0.26]),
  ...twoWay('order-b', 'producer-b', [0.35, 0.62], [0.42, 0.56]),
  ...twoWay('order-c', 'producer-c', [0.1, 0.4], [0.72, 0.86]),
  callsEdge('db-a', ['order', 'left', 0.7], ['order-db', 'right', 0.2], ['producer', 'order-database']),
  callsEdge('db-b', ['order-b', 'left', 0.5], ['order-db', 'right', 0.5], ['producer-b', 'order-database']),
  callsEdge('db-c', ['order-c', 'left', 0.3], ['order-db', 'right', 0.8], ['producer-c', 'order-database']),
];

/** To the broker above, back from it below: where on the instance's side, and where on the broker's. */
function twoWay(node: string, role: string, own: Heights, broker: Heights = own): readonly EdgeSpec[] {
  return [
    edge(`${node}-to-broker`, [node, 'right', own[0]], ['broker', 'left', broker[0]], [`${role}>broker`]),
    edge(`broker-to-${node}`, ['broker', 'left', broker[1]], [node, 'right', own[1]], [`broker>${role}`]),
  ];
}

type Heights = readonly [there: number, back: number];

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
