/** What a change of the form is in the code: the lines around it, in each file that differs. */
import type { Settings } from '../../engine/model.ts';
import type { Lang } from '../../i18n/languages.ts';
import type { CodeNotes } from '../../protocols/shared/code.ts';
import { difference, type Line } from '../code/codeModel.ts';

/** Lines that follow each other: what differs, and a little of what stands around it. */
export interface Hunk {
  readonly key: string;
  readonly file: string;
  readonly lines: readonly Line[];
}

const AROUND = 2;

/** From the code at some settings to that at others; none where the listener stays as it is. */
export function hunksOf(
  notes: CodeNotes,
  flavour: string,
  change: { readonly from: Settings; readonly to: Settings },
  lang: Lang,
): readonly Hunk[] {
  const { files } = notes.flavours.find(({ id }) => id === flavour) ?? notes.flavours[0];
  return files.flatMap(({ file }) => {
    const lines = difference(file, notes, { settings: change.to, usual: change.from }, lang);
    return hunksIn(lines).map((some) => ({ key: `${file.name} ${some[0]?.key}`, file: file.name, lines: some }));
  });
}

function hunksIn(lines: readonly Line[]): readonly (readonly Line[])[] {
  const isShown = lines.map((_, at) =>
    lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ change }) => change !== 'none'),
  );
  const hunks: Line[][] = [];
  for (const [at, line] of lines.entries()) {
    if (isShown[at] !== true) continue;
    const last = isShown[at - 1] === true ? hunks.at(-1) : undefined;
    if (last === undefined) hunks.push([line]);
    else last.push(line);
  }
  return hunks;
}
