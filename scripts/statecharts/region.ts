/** One region of a statechart as a graph for ELK, and what ELK makes of it as a chart. */
import Elk from 'elkjs/lib/elk.bundled.js';
import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js';
import type { ChartState, Transition } from '../../src/engine/statechart.ts';
import { LANGS } from '../../src/i18n/languages.ts';
import { topicText } from '../../src/i18n/text.ts';
import type { Protocol } from '../../src/protocols/protocol.ts';
import { stateText, triggerText } from '../../src/views/state/chartText.ts';
import type { Arrow, Chart, StateBox } from '../../src/views/state/charts.ts';
import { labelSize, LINE, stateSize } from './measure.ts';

const elk = new Elk();

/** What is in one state at a time: the machine itself, or each region of a parallel one. What all regions share comes first. */
export function regionsOf(root: ChartState): readonly ChartState[] {
  if (!root.isParallel) return [root];
  const shared = root.transitions.length > 0 ? [{ ...root, states: [], initial: null }] : [];
  return [...shared, ...root.states];
}

/** The chart of a region: of some ways to lay it out the narrowest, because what is wide has to scroll. */
export async function drawRegion(region: ChartState, protocol: Protocol): Promise<Chart> {
  const charts: Chart[] = [];
  for (const graph of graphsOf(region, protocol)) charts.push(chartOf(await elk.layout(graph), region));
  const [narrowest] = charts.sort(byWidth);
  if (narrowest === undefined) throw new Error('Expected a way to lay out a chart.');
  return narrowest;
}

/** What ELK is asked to lay out: everything that decides how the chart will look. */
export function graphsOf(region: ChartState, protocol: Protocol): readonly ElkNode[] {
  const isAlone = graphOf(region, protocol).edges?.length === 0;
  // ELK writes into the graph that it is given.
  return (isAlone ? [OPTIONS] : WAYS).map((layoutOptions) => ({ ...graphOf(region, protocol), layoutOptions }));
}

function byWidth(one: Chart, other: Chart): number {
  return one.width - other.width || one.height - other.height;
}

const ANY = '*';
const INITIAL = '•';
const DOT = 10;

const OPTIONS: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.json.edgeCoords': 'ROOT',
  'elk.padding': '[top=4,left=4,bottom=4,right=4]',
  'elk.spacing.nodeNode': '18',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.edgeNode': '12',
  'elk.spacing.edgeLabel': '3',
  'elk.spacing.nodeSelfLoop': '8',
  'elk.layered.spacing.nodeNodeBetweenLayers': '20',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.layered.edgeLabels.sideSelection': 'ALWAYS_DOWN',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
};

const WAYS: readonly LayoutOptions[] = ['true', 'false'].flatMap((feedback) =>
  ['NODES_AND_EDGES', 'NONE'].map((order) => ({
    ...OPTIONS,
    // As the machine is written: what comes first stands above.
    'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
    'elk.layered.compaction.postCompaction.strategy': 'EDGE_LENGTH',
    'elk.layered.feedbackEdges': feedback,
    'elk.layered.considerModelOrder.strategy': order,
  })),
);

interface Ends {
  readonly source: string;
  readonly target: string;
  readonly triggers: readonly string[];
}

function graphOf(region: ChartState, protocol: Protocol): ElkNode {
  const transitions = [region, ...statesBelow(region)].flatMap((state) => state.transitions);
  const ends = endsOf(transitions, region);
  const initial = region.initial === null ? [] : [{ id: INITIAL, width: DOT, height: DOT }];
  const own = region.transitions.length > 0 || region.states.length === 0 ? [anyState(region, protocol)] : [];
  return {
    id: region.id,
    children: [...initial, ...own, ...region.states.map((state) => nodeOf(state, protocol))],
    edges: [...enteringEdges(region), ...ends.map((one) => edgeOf(one, protocol))],
  };
}

function statesBelow({ states }: ChartState): readonly ChartState[] {
  return states.flatMap((state) => [state, ...statesBelow(state)]);
}

/** One arrow for each pair of states. */
function endsOf(transitions: readonly Transition[], region: ChartState): readonly Ends[] {
  const ends = new Map<string, Ends>();
  for (const { source, trigger, target } of transitions) {
    if (target === null) continue;
    const from = source === region.id ? ANY : source;
    const known = ends.get(`${from} ${target}`) ?? { source: from, target, triggers: [] };
    ends.set(`${from} ${target}`, { ...known, triggers: [...known.triggers, trigger] });
  }
  return [...ends.values()];
}

function enteringEdges({ initial }: ChartState): readonly ElkExtendedEdge[] {
  return initial === null ? [] : [{ id: INITIAL, sources: [INITIAL], targets: [initial] }];
}

function edgeOf({ source, target, triggers }: Ends, protocol: Protocol): ElkExtendedEdge {
  const isSilent = triggers.every((trigger) => trigger === 'always');
  const texts = LANGS.map((lang) => triggers.map((trigger) => triggerText(lang, protocol, trigger)));
  const id = `${source} ${target}`;
  return {
    id,
    sources: [source],
    targets: [target],
    labels: isSilent
      ? []
      : [{ text: id, ...labelSize(texts), layoutOptions: { 'elk.edgeLabels.placement': 'CENTER' } }],
  };
}

function anyState(region: ChartState, protocol: Protocol): ElkNode {
  return { id: ANY, ...sizeOf(region, protocol, (lang) => topicText(lang, 'machines', 'chart-any')) };
}

function nodeOf(state: ChartState, protocol: Protocol): ElkNode {
  const size = sizeOf(state, protocol, (lang) => stateText(lang, state.id));
  if (state.states.length === 0) return { id: state.id, ...size };
  return {
    id: state.id,
    layoutOptions: {
      ...OPTIONS,
      'elk.padding': `[top=${size.height + LINE / 2},left=10,bottom=10,right=10]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${size.width},${size.height})`,
    },
    children: state.states.map((child) => nodeOf(child, protocol)),
  };
}

function sizeOf(state: ChartState, protocol: Protocol, title: (lang: (typeof LANGS)[number]) => string) {
  return stateSize(
    LANGS.map((lang) => ({
      title: title(lang),
      lines: linesOf(state).map((trigger) => triggerText(lang, protocol, trigger)),
    })),
  );
}

/** What a state does without leaving itself. */
function linesOf({ transitions }: ChartState): readonly string[] {
  return transitions.filter(({ target }) => target === null).map(({ trigger }) => trigger);
}

function chartOf(graph: ElkNode, region: ChartState): Chart {
  const lines = new Map([region, ...statesBelow(region)].map((state) => [state.id, linesOf(state)]));
  const edges = graph.edges ?? [];
  const initial = edges.find(({ id }) => id === INITIAL);
  return {
    id: region.id,
    width: Math.ceil(graph.width ?? 0),
    height: Math.ceil(graph.height ?? 0),
    states: (graph.children ?? []).flatMap((node) => boxesOf(node, { x: 0, y: 0 }, region, lines)),
    arrows: edges.filter((edge) => edge !== initial).map((edge) => arrowOf(edge, region)),
    initial: initial === undefined ? [] : pointsOf(initial),
  };
}

function boxesOf(
  node: ElkNode,
  origin: { readonly x: number; readonly y: number },
  region: ChartState,
  lines: ReadonlyMap<string, readonly string[]>,
): readonly StateBox[] {
  if (node.id === INITIAL) return [];
  const isAny = node.id === ANY;
  const id = isAny ? region.id : node.id;
  const [x, y] = [origin.x + (node.x ?? 0), origin.y + (node.y ?? 0)];
  const box = { x: round(x), y: round(y), width: round(node.width ?? 0), height: round(node.height ?? 0) };
  const below = (node.children ?? []).flatMap((child) => boxesOf(child, { x, y }, region, lines));
  return [{ id, ...box, lines: lines.get(id) ?? [], isAny }, ...below];
}

function arrowOf(edge: ElkExtendedEdge, region: ChartState): Arrow {
  const [source = '', target = ''] = edge.id.split(' ');
  const from = source === ANY ? region.id : source;
  const transitions = [region, ...statesBelow(region)].flatMap((state) => state.transitions);
  const triggers = transitions.filter((one) => one.source === from && one.target === target);
  const [label] = edge.labels ?? [];
  const { x = 0, y = 0, width = 0, height = 0 } = label ?? {};
  return {
    source: from,
    target,
    triggers: triggers.map(({ trigger }) => trigger),
    points: pointsOf(edge),
    label: label === undefined ? null : { x: round(x), y: round(y), width: round(width), height: round(height) },
  };
}

function pointsOf({ sections = [] }: ElkExtendedEdge): Arrow['points'] {
  return sections.flatMap(({ startPoint, bendPoints = [], endPoint }) =>
    [startPoint, ...bendPoints, endPoint].flatMap(({ x, y }) => [round(x), round(y)]),
  );
}

function round(length: number): number {
  return Math.round(length);
}
