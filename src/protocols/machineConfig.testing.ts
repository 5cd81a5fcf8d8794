/** Role machines as they were written: their configurations as plain trees, and what a reviewer would look for in them. */
import type { Machine } from '../engine/xstateAdapter.ts';

/** One state of a machine's configuration. */
export interface StateNode {
  /** From the machine's id on, joined by dots. */
  readonly path: string;
  readonly type: string | null;
  readonly initial: string | null;
  readonly tags: readonly string[];
  /** Input types that the state lists itself. */
  readonly on: readonly string[];
  /** Names or numbers under `after`. */
  readonly after: readonly string[];
  readonly always: readonly Always[];
  /** Keys that a role machine must not use. */
  readonly forbidden: readonly string[];
  readonly children: readonly StateNode[];
}

interface Always {
  readonly target: string | null;
  readonly isGuarded: boolean;
}

const FORBIDDEN = ['invoke', 'history', 'onDone', 'onError'];

export function machineTree(machine: Machine): StateNode {
  return nodeOf(machine.id, record(machine.config));
}

/** A state and all below it. */
export function statesOf(node: StateNode): readonly StateNode[] {
  return [node, ...node.children.flatMap(statesOf)];
}

/** The names that `setup` knows as delays. */
export function delayNames(machine: Machine): readonly string[] {
  return Object.keys(record(machine.implementations.delays));
}

/**
 * Whether an input is listed wherever a step can end: by the state, by one region of a parallel state, or by every child.
 * States that are left within the step (tag `in-step`, or an `always` without a guard) need not list it.
 */
export function listsEverywhere(node: StateNode, input: string): boolean {
  if (node.on.includes(input) || isPassedThrough(node)) return true;
  if (node.children.length === 0) return false;
  const lists = (child: StateNode): boolean => listsEverywhere(child, input);
  return node.type === 'parallel' ? node.children.some(lists) : node.children.every(lists);
}

function isPassedThrough({ tags, always }: StateNode): boolean {
  return tags.includes('in-step') || always.some(({ isGuarded }) => !isGuarded);
}

/** The first cycle of `always`, as a path of states; null where there is none. */
export function alwaysCycle(root: StateNode): readonly string[] | null {
  const edges = new Map<string, readonly string[]>();
  collect(root, edges);
  for (const start of edges.keys()) {
    const cycle = walkFrom(start, edges, []);
    if (cycle !== null) return cycle;
  }
  return null;
}

function collect(parent: StateNode, edges: Map<string, readonly string[]>): void {
  for (const child of parent.children) {
    const targets = child.always.flatMap(({ target }) =>
      target === null ? [] : entered(resolve(parent, child, target)),
    );
    edges.set(
      child.path,
      targets.map(({ path }) => path),
    );
    collect(child, edges);
  }
}

function resolve(parent: StateNode, child: StateNode, target: string): StateNode {
  const [among, name] = target.startsWith('.') ? [child, target.slice(1)] : [parent, target];
  const found = among.children.find(({ path }) => path === `${among.path}.${name}`);
  if (found === undefined) throw new Error(`Expected a state ${target} near ${child.path}.`);
  return found;
}

/** A state and what is entered with it. */
function entered(node: StateNode): readonly StateNode[] {
  const inner =
    node.type === 'parallel'
      ? node.children
      : node.children.filter(({ path }) => path === `${node.path}.${node.initial}`);
  return [node, ...inner.flatMap(entered)];
}

function walkFrom(
  state: string,
  edges: ReadonlyMap<string, readonly string[]>,
  path: readonly string[],
): readonly string[] | null {
  if (path.includes(state)) return [...path, state];
  for (const next of edges.get(state) ?? []) {
    const cycle = walkFrom(next, edges, [...path, state]);
    if (cycle !== null) return cycle;
  }
  return null;
}

function nodeOf(path: string, config: { readonly [key: string]: unknown }): StateNode {
  const states = record(config['states']);
  return {
    path,
    type: text(config['type']),
    initial: text(config['initial']),
    tags: [config['tags'] ?? []].flat().map(String),
    on: Object.keys(record(config['on'])),
    after: Object.keys(record(config['after'])),
    always: [config['always'] ?? []].flat().map(alwaysOf),
    forbidden: FORBIDDEN.filter((key) => config[key] !== undefined || config['type'] === key),
    children: Object.entries(states).map(([name, state]) => nodeOf(`${path}.${name}`, record(state))),
  };
}

function alwaysOf(transition: unknown): Always {
  if (typeof transition === 'string') return { target: transition, isGuarded: false };
  const { target, guard } = record(transition);
  return { target: text(target), isGuarded: guard !== undefined };
}

function record(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
