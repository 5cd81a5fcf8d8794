/**
 * Where the boxes stand and the arrows run, at both zoom levels. Heights are what a box needs at the start; it grows with its
 * contents. Above the relays and the broker there is a way for what the points service tells the order service.
 */
import type { Settings } from '../../engine/model.ts';
import type { Diagram, EdgeSpec, NodeSpec, Zoom } from '../protocol.ts';
import { callsEdge, edge } from '../shared/edges.ts';
import { relaysOf } from './settings.ts';

export function diagram(settings: Settings, zoom: Zoom): Diagram {
  const isPair = relaysOf(settings) === 2;
  return zoom === 'concept' ? concept(isPair) : internals(isPair);
}

function concept(isPair: boolean): Diagram {
  const order: NodeSpec = {
    id: 'order',
    process: 'order',
    roles: ['order-service', 'order-database'],
    title: 'node-order',
    x: 0,
    y: 0,
    width: 214,
    height: 177,
  };
  const broker: NodeSpec = {
    id: 'broker',
    process: 'broker',
    roles: ['broker', 'topic'],
    title: 'node-broker',
    x: 546,
    y: 60,
    width: 194,
    height: isPair ? 340 : 118,
  };
  return {
    width: 1030,
    height: isPair ? 400 : 240,
    nodes: [
      order,
      ...relayNodes(isPair, { x: 264, y: 60, width: 176 }),
      broker,
      points({ x: 846, width: 184, height: 177 }),
    ],
    edges: [
      ...relayNames(isPair).map((role, index) => rowsEdge(role, ['order', 'right', 0.6 + 0.2 * index])),
      ...relayNames(isPair).flatMap((role) => publishEdges(role)),
      ...pointsEdges('broker', [0.17, 0.55, 0.85]),
    ],
  };
}

function internals(isPair: boolean): Diagram {
  const nodes: readonly NodeSpec[] = [
    {
      id: 'order',
      process: 'order',
      roles: ['order-service'],
      title: 'node-order',
      x: 0,
      y: 0,
      width: 190,
      height: 90,
    },
    {
      id: 'order-db',
      process: 'order-db',
      roles: ['order-database'],
      title: 'node-order-db',
      x: 0,
      y: 134,
      width: 290,
      height: 240,
    },
    ...relayNodes(isPair, { x: 342, y: 134, width: 156 }),
    {
      id: 'broker',
      process: 'broker',
      roles: ['broker'],
      title: 'node-exchange',
      x: 628,
      y: 134,
      width: 170,
      height: 84,
    },
    {
      id: 'topic',
      process: 'broker',
      roles: ['topic'],
      title: 'node-topic',
      x: 628,
      y: 246,
      width: 170,
      height: isPair ? 150 : 100,
    },
    points({ x: 922, width: 178, height: 300 }),
  ];
  return {
    width: 1100,
    height: 420,
    nodes,
    edges: [
      callsEdge(
        'order-to-db',
        ['order', 'bottom', 0.4],
        ['order-db', 'top', 0.25],
        ['order-service', 'order-database'],
      ),
      edge('order-to-relay', ['order', 'right', 0.7], ['relay', 'top', 0.5], ['order-service>relay']),
      ...relayNames(isPair).map((role, index) => rowsEdge(role, ['order-db', 'right', 0.3 + 0.4 * index])),
      ...relayNames(isPair).flatMap((role) => publishEdges(role)),
      callsEdge('broker-topic', ['broker', 'bottom', 0.5], ['topic', 'top', 0.5], ['broker', 'topic']),
      ...pointsEdges('topic', [0.1, 0.5, 0.8]),
    ],
  };
}

type Place = Pick<NodeSpec, 'x' | 'y' | 'width'>;
type Size = Pick<NodeSpec, 'x' | 'width' | 'height'>;

const RELAY_HEIGHT = 108;
/** Room for what a relay is doing, so that it pushes the other one less. */
const RELAY_OF_TWO_HEIGHT = 132;
const RELAY_GAP = 20;

function relayNames(isPair: boolean): readonly ('relay' | 'relay-b')[] {
  return isPair ? ['relay', 'relay-b'] : ['relay'];
}

function relayNodes(isPair: boolean, { x, y, width }: Place): readonly NodeSpec[] {
  const height = isPair ? RELAY_OF_TWO_HEIGHT : RELAY_HEIGHT;
  return relayNames(isPair).map((role, index) => ({
    id: role,
    process: role,
    roles: [role],
    title: `node-${role}`,
    x,
    y: y + index * (height + RELAY_GAP),
    width,
    height,
  }));
}

function points({ x, width, height }: Size): NodeSpec {
  return {
    id: 'points',
    process: 'points',
    roles: ['consumer'],
    title: 'node-points',
    x,
    y: 0,
    width,
    height,
  };
}

/** Reads and marks; where the order service has no box of its own, also its hint. */
function rowsEdge(role: 'relay' | 'relay-b', source: readonly [string, 'right', number]): EdgeSpec {
  const rows = callsEdge(`rows-${role}`, source, [role, 'left', 0.5], ['order-database', role]);
  const isHinted = source[0] === 'order' && role === 'relay';
  return isHinted ? { ...rows, channels: [...rows.channels, 'order-service>relay'] } : rows;
}

/** To the broker above, the confirm back from it below. */
function publishEdges(role: 'relay' | 'relay-b'): readonly EdgeSpec[] {
  return [
    edge(`${role}-to-broker`, [role, 'right', 0.3], ['broker', 'left', 0.3], [`${role}>broker`]),
    edge(`broker-to-${role}`, ['broker', 'left', 0.75], [role, 'right', 0.75], [`broker>${role}`]),
  ];
}

/** In the concept the topic is a part of the broker's box. */
function pointsEdges(topic: 'broker' | 'topic', places: readonly [number, number, number]): readonly EdgeSpec[] {
  const [above, there, back] = places;
  return [
    edge('topic-to-points', [topic, 'right', 0.3], ['points', 'left', there], ['topic>consumer']),
    edge('points-to-topic', ['points', 'left', back], [topic, 'right', 0.75], ['consumer>topic']),
    edge('points-to-order', ['points', 'left', above], ['order', 'right', 0.33], ['consumer>order-service']),
  ];
}
