/** Java in coloured pieces, line by line. */
import { highlightCode, tagHighlighter, tags } from '@lezer/highlight';
import { parser } from '@lezer/java';
import type { Piece, PieceKind } from '../../src/protocols/shared/code.ts';

const KINDS: readonly PieceKind[] = ['k', 's', 'n', 'c', 't', 'm'];

const highlighter = tagHighlighter([
  { tag: [tags.keyword, tags.modifier, tags.bool, tags.null, tags.self], class: 'k' },
  { tag: tags.string, class: 's' },
  { tag: tags.number, class: 'n' },
  { tag: tags.comment, class: 'c' },
  { tag: tags.typeName, class: 't' },
  { tag: tags.meta, class: 'm' },
]);

export function highlighted(code: string): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]];
  const put = (text: string, classes: string): void => {
    const kind = KINDS.find((known) => known !== '' && classes.split(' ').includes(known)) ?? '';
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (line !== undefined && last?.[0] === kind) line[line.length - 1] = [kind, last[1] + text];
    else line?.push([kind, text]);
  };
  highlightCode(code, parser.parse(code), highlighter, put, () => lines.push([]));
  return lines;
}
