/** Takes out of React DOM what `parts.ts` names. */
import { type ESTree, parseSync, Visitor } from 'vite';
import {
  BODIES,
  FALSE,
  HOISTS,
  NEVER_SET,
  NO_COMPONENTS,
  NO_FIBERS,
  NO_HOOKS,
  NOT_ASSIGNED,
  NOT_HOISTED,
} from './parts.ts';

type Node = ESTree.Node;
type Place = Pick<Node, 'start' | 'end'>;

/** In a function of React DOM, or in none. */
interface Within<T> {
  readonly what: T;
  readonly within: ESTree.Function | undefined;
}

interface Reading {
  readonly code: string;
  readonly edits: (Place & { readonly by: string })[];
  /** What was found of `parts.ts`. */
  readonly found: Set<string>;
  /** Around what is read, from the outermost on. */
  readonly functions: ESTree.Function[];
  readonly declared: Within<Node>[];
  /** Cases that went. */
  readonly gone: Within<Place>[];
}

export function leaveOut(code: string): string {
  const reading: Reading = { code, edits: [], found: new Set(), functions: [], declared: [], gone: [] };
  new Visitor({
    FunctionDeclaration(node) {
      reading.functions.push(node);
      if (node.body !== null) take(reading, node.body, BODIES, [nameOf(node.id)], (by) => `{${by}}`);
    },
    'FunctionDeclaration:exit': () => void reading.functions.pop(),
    FunctionExpression: (node) => void reading.functions.push(node),
    'FunctionExpression:exit': () => void reading.functions.pop(),
    ExpressionStatement(node) {
      if (node.expression.type !== 'AssignmentExpression' || node.expression.left.type !== 'MemberExpression') return;
      const { left } = node.expression;
      take(reading, node, NOT_ASSIGNED, [textOf(left, code), textOf(left.object, code)], () => '');
    },
    AssignmentExpression(node) {
      take(reading, node, FALSE, [nameOf(node.left)], () => 'false');
    },
    VariableDeclarator: ({ id }) => void reading.declared.push({ what: id, within: reading.functions.at(-1) }),
    Identifier(node) {
      if (reading.declared.at(-1)?.what === node || isTaken(node.name, reading.functions)) return;
      take(reading, node, FALSE, [node.name], () => 'false');
    },
    MemberExpression(node) {
      take(reading, node, NEVER_SET, [`.${nameOf(node.property)}`, textOf(node, code)], (by) => by);
    },
    Property({ key, start, end }) {
      take(reading, { start, end: code[end] === ',' ? end + 1 : end }, NO_HOOKS, [nameOf(key)], () => '');
    },
    BinaryExpression(node) {
      const { start, end, operator } = node;
      if (comparesFibers(node)) reading.edits.push({ start, end, by: operator === '!==' ? 'true' : 'false' });
    },
    SwitchStatement: (node) => leaveOutCases(node, reading),
  }).visit(parseSync('react-dom.js', code).program);
  declareAnew(reading);
  const wanted = [FALSE, NEVER_SET, BODIES, NO_HOOKS, NO_COMPONENTS, HOISTS, NOT_ASSIGNED].flatMap((one) => [
    ...one.keys(),
  ]);
  const missing = wanted.filter((name) => !reading.found.has(name));
  if (missing.length > 0) throw new Error(`Expected ${missing.join(', ')} in React DOM.`);
  return edited(reading);
}

/** Puts something else in this place if it goes by one of these names. */
function take(
  { edits, found }: Reading,
  { start, end }: Place,
  parts: ReadonlySet<string> | ReadonlyMap<string, string>,
  names: readonly string[],
  by: (given: string) => string,
): void {
  const name = names.find((one) => parts.has(one));
  if (name === undefined) return;
  found.add(name);
  edits.push({ start, end, by: by(('get' in parts ? parts.get(name) : undefined) ?? '') });
}

/** A case into which the one before it leads loses only its label. */
function leaveOutCases({ discriminant, cases }: ESTree.SwitchStatement, reading: Reading): void {
  let isFallenInto = false;
  for (const { test, consequent, start, end } of cases) {
    if (test !== null && isLeftOut(discriminant, test, reading)) {
      const goesToo = consequent.length > 0 && !isFallenInto;
      reading.edits.push({ start, end: goesToo ? end : (consequent[0]?.start ?? end), by: '' });
      if (goesToo) reading.gone.push({ what: { start, end }, within: reading.functions.at(-1) });
      if (goesToo || consequent.length === 0) continue;
    }
    isFallenInto = !ENDS.has(consequent.at(-1)?.type ?? '');
  }
}

const ENDS: ReadonlySet<string> = new Set(['BreakStatement', 'ReturnStatement', 'ThrowStatement', 'ContinueStatement']);

function isLeftOut(discriminant: Node, test: Node, { functions, found }: Reading): boolean {
  if (isTag(discriminant)) return test.type === 'Literal' && NO_FIBERS.has(test.value);
  if (NO_COMPONENTS.has(nameOf(test))) {
    found.add(nameOf(test));
    return true;
  }
  const within = functions.at(-1)?.id?.name ?? '';
  if (!HOISTS.has(within) || test.type !== 'Literal' || !NOT_HOISTED.has(String(test.value))) return false;
  found.add(within);
  return true;
}

/** What was declared in a case may be assigned elsewhere in its function. */
function declareAnew({ gone, declared, edits }: Reading): void {
  for (const { what: place, within } of gone) {
    const start = (within?.body?.start ?? 0) + 1;
    for (const { what: name } of declared.filter((one) => one.within === within && lies(one.what, place)))
      edits.push({ start, end: start, by: `var ${nameOf(name)};` });
  }
}

function lies(inner: Place, outer: Place): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function comparesFibers({ operator, left, right }: { operator: string; left: Node; right: Node }): boolean {
  return /^[!=]==$/.test(operator) && left.type === 'Literal' && NO_FIBERS.has(left.value) && isTag(right);
}

function isTag(node: Node): boolean {
  return node.type === 'MemberExpression' && nameOf(node.property) === 'tag';
}

/** Whether a function takes something under this name, so that it is not the one outside. */
function isTaken(name: string, functions: readonly ESTree.Function[]): boolean {
  return functions.some(({ params }) => params.some((param) => nameOf(param) === name));
}

function nameOf(node: Node | null): string {
  return node?.type === 'Identifier' ? node.name : '';
}

function textOf({ start, end }: Place, code: string): string {
  return code.slice(start, end);
}

/** What lies within another that is replaced goes with it. */
function edited({ code, edits }: Reading): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, by } of edits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue;
    parts.push(code.slice(at, start), by);
    at = end;
  }
  return [...parts, code.slice(at)].join('');
}
