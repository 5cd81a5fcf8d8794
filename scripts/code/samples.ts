/** The samples of every protocol as the page takes them: `samples.gen.json` beside the Java. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { CodeFile, CodeLine } from '../../src/protocols/shared/code.ts';
import { highlighted } from './highlight.ts';
import { parseTemplate } from './template.ts';

const PROTOCOLS = join(import.meta.dirname, '../../src/protocols');

/** What each `samples.gen.json` has to be. */
export function samples(): ReadonlyMap<string, string> {
  const folders = globSync('*/code', { cwd: PROTOCOLS }).filter((folder) => dirname(folder) !== 'shared');
  return new Map(
    folders.map((folder) => {
      const files = globSync('**/*.java', { cwd: join(PROTOCOLS, folder) }).sort();
      const entries = files.map((file) => [file.replaceAll('\\', '/'), fileOf(join(PROTOCOLS, folder, file))]);
      return [join(PROTOCOLS, folder, 'samples.gen.json'), `${JSON.stringify(Object.fromEntries(entries))}\n`];
    }),
  );
}

function fileOf(path: string): CodeFile {
  const lines = parseTemplate(readFileSync(path, 'utf8'), relative(PROTOCOLS, path));
  const pieces = highlighted(lines.map(({ text }) => text).join('\n'));
  const shown = lines.flatMap(({ isHidden, text: _, ...line }, index): readonly CodeLine[] =>
    isHidden ? [] : [{ pieces: pieces[index] ?? [], ...line }],
  );
  const end = shown.findLastIndex((line) => line.pieces.length > 0);
  return { name: path.slice(path.lastIndexOf('/') + 1), lines: dedented(shown.slice(0, end + 1)) };
}

/** Methods without their class stand at the margin. */
function dedented(lines: readonly CodeLine[]): readonly CodeLine[] {
  const indents = lines.flatMap(({ pieces: [first] }) =>
    first === undefined ? [] : [/^ */.exec(first[1])?.[0].length ?? 0],
  );
  const margin = Math.min(...indents);
  return lines.map((line) => {
    const [first, ...rest] = line.pieces;
    if (first === undefined) return line;
    const text = first[1].slice(margin);
    return { ...line, pieces: text === '' ? rest : [[first[0], text], ...rest] };
  });
}
