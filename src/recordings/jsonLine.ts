/** The line of a JSON text on which something stands or goes wrong, from 1: what an editor can go to. */

/** Where the text stops being JSON, as far as the engine's own error says it; else its last line. */
export function lineOfError(text: string, error: unknown): number {
  const message = String(error);
  const line = /\bline (\d+)/.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  const position = /\bposition (\d+)/.exec(message)?.[1];
  return lineAt(text, position === undefined ? text.trimEnd().length : Number(position));
}

/** Where the value at a path stands; the last value on the way to it where it is missing. The text must be JSON. */
export function lineOfPath(text: string, path: readonly string[]): number {
  let at = afterSpace(text, 0);
  for (const key of path) {
    const found = memberAt(text, at, key);
    if (found === null) break;
    at = found;
  }
  return lineAt(text, at);
}

/** Where each value of the list at a path begins; nothing where the text is one line or has no such list. */
export function linesOfList(text: string, path: readonly string[]): readonly number[] {
  const open = placeOf(text, path);
  if (open === null || text[open] !== '[' || !text.trim().includes('\n')) return [];
  const lines: number[] = [];
  let line = lineAt(text, open);
  let counted = open;
  for (let at = afterSpace(text, open + 1); at < text.length && text[at] !== ']';) {
    line += text.slice(counted, at).split('\n').length - 1;
    counted = at;
    lines.push(line);
    at = afterSpace(text, afterValue(text, at));
  }
  return lines;
}

function placeOf(text: string, path: readonly string[]): number | null {
  return path.reduce<number | null>((at, key) => (at === null ? null : memberAt(text, at, key)), afterSpace(text, 0));
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

/** Where the value of a member begins; null where there is none. */
function memberAt(text: string, open: number, key: string): number | null {
  const isList = text[open] === '[';
  if (!isList && text[open] !== '{') return null;
  let at = afterSpace(text, open + 1);
  for (let index = 0; at < text.length && !']}'.includes(text[at] ?? ''); index += 1) {
    const end = isList ? at : afterString(text, at);
    const name = isList ? String(index) : text.slice(at + 1, end - 1);
    const begin = isList ? at : afterSpace(text, end);
    if (name === key) return begin;
    at = afterSpace(text, afterValue(text, begin));
  }
  return null;
}

const BETWEEN = /[\s,:]/;

/** Behind spaces, commas and colons. */
function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && BETWEEN.test(text[at] ?? '')) at += 1;
  return at;
}

function afterString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

/** Brackets are counted, texts are skipped. */
function afterValue(text: string, from: number): number {
  let depth = 0;
  let at = from;
  do {
    const char = text[at] ?? '';
    if (char === '"') at = afterString(text, at);
    else {
      if (char === '{' || char === '[') depth += 1;
      if (char === '}' || char === ']') depth -= 1;
      at += 1;
    }
    const isEnd = depth === 0 && (at >= text.length || /[\s,\]}]/.test(text[at] ?? ''));
    if (isEnd) return at;
  } while (at < text.length);
  return at;
}
