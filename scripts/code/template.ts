/**
 * Sample files with marks in comments, so that they stay Java: `//{ name=a|b` … `//}` is there only at those values of a
 * setting, `//{!` marks what people write who leave a safeguard out, `//<` … `//>` is compiled and not shown, `//zh` and
 * `//en` are a comment in one language, `//@ a b` at the end of a line are the names by which a run finds it.
 */
import type { CodeLine } from '../../src/protocols/shared/code.ts';

export interface TemplateLine extends Omit<CodeLine, 'pieces'> {
  /** As it is shown, with `//` before a comment. */
  readonly text: string;
  readonly isHidden: boolean;
}

interface Block {
  readonly when: CodeLine['when'];
  readonly isWrong: boolean;
}

export function parseTemplate(source: string, name: string): readonly TemplateLine[] {
  const blocks: Block[] = [];
  const lines: TemplateLine[] = [];
  let isHidden = false;
  for (const [index, raw] of source.trimEnd().split('\n').entries()) {
    const where = `${name}:${index + 1}`;
    const mark = raw.trim();
    if (mark === '//<' || mark === '//>') isHidden = mark === '//<';
    else if (mark === '//}') {
      if (blocks.pop() === undefined) throw new Error(`${where}: no block is open.`);
    } else if (/^\/\/\{!? /.test(mark)) blocks.push(blockOf(mark, where));
    else lines.push({ ...lineOf(raw), ...within(blocks), isHidden });
  }
  if (blocks.length > 0) throw new Error(`${name}: ${blocks.length} blocks are not closed.`);
  return lines;
}

function blockOf(mark: string, where: string): Block {
  const isWrong = mark.startsWith('//{!');
  const when = mark
    .slice(isWrong ? 4 : 3)
    .trim()
    .split(/ +/)
    .map((part) => {
      const [name = '', values = ''] = part.split('=');
      if (name === '' || values === '') throw new Error(`${where}: expected name=value; got ${part}.`);
      return { name, values: values.split('|') };
    });
  return { when, isWrong };
}

function within(blocks: readonly Block[]): Block {
  return { when: blocks.flatMap(({ when }) => when), isWrong: blocks.some(({ isWrong }) => isWrong) };
}

function lineOf(raw: string): Pick<TemplateLine, 'text' | 'lang' | 'points'> {
  const [text = '', points = ''] = raw.split(/ *\/\/@ /);
  const comment = /^( *)\/\/(zh|en) (.*)$/.exec(text);
  return {
    text: comment === null ? text : `${comment[1]}// ${comment[3]}`,
    lang: comment?.[2] ?? null,
    points: points === '' ? [] : points.split(' '),
  };
}
