/** How much room texts need in a chart. A font is only known where it is drawn: widths are on the generous side. */

/** The height of a line, and the letters in it (CSS pixels). */
export const LINE = 17;
const LETTERS = { title: 13, line: 12 } as const;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A label in each language: the widest decides. */
export function labelSize(languages: readonly (readonly string[])[]): Size {
  return { width: widest(languages.flat(), LETTERS.line), height: LINE * (languages[0]?.length ?? 0) };
}

/** A state in each language: its name, and below it what it does without leaving itself. */
export function stateSize(languages: readonly { readonly title: string; readonly lines: readonly string[] }[]): Size {
  const titles = languages.map(({ title }) => title);
  const lines = languages.flatMap((one) => one.lines);
  const width = Math.max(widest(titles, LETTERS.title), widest(lines, LETTERS.line));
  const count = languages[0]?.lines.length ?? 0;
  return { width: width + 20, height: LINE + 12 + (count === 0 ? 0 : count * LINE + 4) };
}

function widest(texts: readonly string[], letters: number): number {
  return Math.ceil(Math.max(0, ...texts.map((text) => widthOf(text, letters))));
}

const LATIN_EM = 0.57;

function widthOf(text: string, letters: number): number {
  const ems = [...text].reduce((sum, letter) => sum + (/[⺀-￯]/u.test(letter) ? 1 : LATIN_EM), 0);
  return ems * letters;
}
