/** Where the boxes stand and the arrows run, at both zoom levels. Nodes of one process are drawn inside one frame. */
import type { Settings } from '../../engine/model.ts';
import type { Diagram, EdgeSpec, NodeSpec, Side, Zoom } from '../protocol.ts';
import { producersOf } from './settings.ts';

export function diagram(settings: Settings, zoom: Zoom): Diagram {
  const isGroup = producersOf(settings) === 2;
  const nodes = [...orderNodes(isGroup), ...(zoom === 'concept' ? CONCEPT_NODES : INTERNALS_NODES)];
  const edges = [...orderEdges(isGroup), ...(zoom === 'concept' ? CONCEPT_EDGES : INTERNALS_EDGES)];
  return { width: zoom === 'concept' ? 960 : 1_180, height: zoom === 'concept' ? 420 : 620, nodes, edges };
}

function orderNodes(isGroup: boolean): readonly NodeSpec[] {
  const order = {
    id: 'order',
    process: 'order',
    roles: isGroup ? ['producer'] : ['producer', 'order-database'],
    title: 'node-order',
    x: 0,
    y: 0,
    width: 240,
    height: 120,
  };
  if (!isGroup) return [{ ...order, y: 40 }];
  return [
    order,
    {
      id: 'order-db',
      process: 'order-db',
      roles: ['order-database'],
      title: 'node-order-db',
      x: 0,
      y: 170,
      width: 240,
      height: 90,
    },
    {
      id: 'order-b',
      process: 'order-b',
      roles: ['producer-b'],
      title: 'node-order-b',
      x: 0,
      y: 330,
      width: 240,
      height: 110,
    },
  ];
}

function orderEdges(isGroup: boolean): readonly EdgeSpec[] {
  const shared = isGroup
    ? [
        ...twoWay('order-b', 'producer-b', [0.7, 0.9]),
        edge(
          'db-a',
          ['order', 'bottom', 0.5],
          ['order-db', 'top', 0.5],
          ['producer>order-database', 'order-database>producer'],
        ),
        edge(
          'db-b',
          ['order-b', 'top', 0.5],
          ['order-db', 'bottom', 0.5],
          ['producer-b>order-database', 'order-database>producer-b'],
        ),
      ]
    : [];
  return [...twoWay('order', 'producer', isGroup ? [0.25, 0.45] : [0.35, 0.65]), ...shared];
}

/** To the broker above, back from it below. */
function twoWay(node: string, role: string, [there, back]: readonly [number, number]): readonly EdgeSpec[] {
  return [
    edge(`${node}-to-broker`, [node, 'right', 0.35], ['broker', 'left', there], [`${role}>broker`]),
    edge(`broker-to-${node}`, ['broker', 'left', back], [node, 'right', 0.7], [`broker>${role}`]),
  ];
}

const CONCEPT_NODES: readonly NodeSpec[] = [
  {
    id: 'broker',
    process: 'broker',
    roles: ['broker', 'half-topic', 'checker', 'topic'],
    title: 'node-broker',
    x: 350,
    y: 0,
    width: 270,
    height: 260,
  },
  {
    id: 'points',
    process: 'points',
    roles: ['consumer'],
    title: 'node-points',
    x: 730,
    y: 40,
    width: 230,
    height: 150,
  },
];

const CONCEPT_EDGES: readonly EdgeSpec[] = [
  edge('topic-to-points', ['broker', 'right', 0.4], ['points', 'left', 0.35], ['topic>consumer']),
  edge('points-to-topic', ['points', 'left', 0.7], ['broker', 'right', 0.65], ['consumer>topic']),
];

const INTERNALS_NODES: readonly NodeSpec[] = [
  {
    id: 'broker',
    process: 'broker',
    roles: ['broker'],
    title: 'node-processor',
    x: 340,
    y: 0,
    width: 240,
    height: 100,
  },
  {
    id: 'half-topic',
    process: 'broker',
    roles: ['half-topic'],
    title: 'node-half-topic',
    x: 340,
    y: 170,
    width: 270,
    height: 190,
  },
  {
    id: 'checker',
    process: 'broker',
    roles: ['checker'],
    title: 'node-checker',
    x: 340,
    y: 440,
    width: 270,
    height: 120,
  },
  { id: 'topic', process: 'broker', roles: ['topic'], title: 'node-topic', x: 660, y: 0, width: 220, height: 170 },
  { id: 'points', process: 'points', roles: ['consumer'], title: 'node-points', x: 970, y: 0, width: 210, height: 150 },
];

const INTERNALS_EDGES: readonly EdgeSpec[] = [
  edge('broker-to-half', ['broker', 'bottom', 0.4], ['half-topic', 'top', 0.36], ['broker>half-topic']),
  edge('half-to-broker', ['half-topic', 'top', 0.6], ['broker', 'bottom', 0.68], ['half-topic>broker']),
  edge('broker-to-topic', ['broker', 'right', 0.5], ['topic', 'left', 0.3], ['broker>topic', 'topic>broker']),
  edge(
    'checker-to-half',
    ['checker', 'top', 0.4],
    ['half-topic', 'bottom', 0.4],
    ['checker>half-topic', 'half-topic>checker'],
  ),
  edge('topic-to-points', ['topic', 'right', 0.3], ['points', 'left', 0.35], ['topic>consumer']),
  edge('points-to-topic', ['points', 'left', 0.75], ['topic', 'right', 0.7], ['consumer>topic']),
];

type End = readonly [node: string, side: Side, at: number];

function edge(
  id: string,
  [source, leaving, from]: End,
  [target, arriving, to]: End,
  channels: readonly string[],
): EdgeSpec {
  return { id, source, target, channels, leaves: { side: leaving, at: from }, arrives: { side: arriving, at: to } };
}
