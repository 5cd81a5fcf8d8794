/** The reader's own code at the cursor: which lines the settings choose, and which of them run. */
import { remembered } from '../../engine/remembered.ts';
import type { ProcessId, Settings } from '../../engine/model.ts';
import type { Lang } from '../../i18n/languages.ts';
import { timelineOf } from '../../player/selectors.ts';
import type { SessionState } from '../../player/session.ts';
import type { SettingSpec } from '../../protocols/protocol.ts';
import { holds, type CodeFile, type CodeNotes, type FileNotes, type Piece } from '../../protocols/shared/code.ts';
import { completeSettings } from '../../protocols/shared/settings.ts';
import { placeOf, tracesOf, type Trace } from './traceModel.ts';

/** `removed`: how it is at the defaults. `wrong`: what people write who leave a safeguard out. `other`: just another way. */
export type Change = 'none' | 'removed' | 'wrong' | 'other';

export interface Line {
  /** Its place in the sample. */
  readonly key: number;
  /** As it is counted; null for a line that is not there at these settings. */
  readonly number: number | null;
  readonly pieces: readonly Piece[];
  readonly points: readonly string[];
  readonly change: Change;
}

export interface LineView extends Line {
  readonly lit: readonly ProcessId[];
  readonly died: readonly ProcessId[];
  readonly hasRun: boolean;
  /** The first line of a difference: the others need not say it again. */
  readonly saysChange: boolean;
  /** Would have run next, but its process is gone. */
  readonly isCutOff: boolean;
}

export interface FileView {
  readonly name: string;
  readonly processes: readonly ProcessId[];
  readonly lines: readonly LineView[];
  /** How many differences to the defaults leave a safeguard out. */
  readonly wrongs: number;
}

export interface CodeView {
  readonly files: readonly FileView[];
}

export function codeView(state: SessionState, notes: CodeNotes, flavour: string, lang: Lang): CodeView {
  const timeline = timelineOf(state);
  const { model } = timeline.engine;
  const trace = tracesOf(notes, timeline)[state.cursor];
  const { files } = notes.flavours.find(({ id }) => id === flavour) ?? notes.flavours[0];
  const there = new Set(model.processes.map(({ id }) => id));
  const specs = state.protocols.find(({ id }) => id === state.protocol)?.settings ?? [];
  return { files: files.map((one) => fileView(one, { notes, specs, settings: model.settings, lang, trace, there })) };
}

interface Asked {
  readonly notes: CodeNotes;
  readonly specs: readonly SettingSpec[];
  readonly settings: Settings;
  readonly lang: Lang;
  readonly trace: Trace | undefined;
  readonly there: ReadonlySet<ProcessId>;
}

function fileView({ file, processes }: FileNotes, { notes, specs, settings, lang, trace, there }: Asked): FileView {
  const lines = linesOf(file, notes, specs, settings, lang);
  const running = processes.filter((process) => there.has(process));
  const views = lines.map((line, index) => ({
    ...lineView(line, running, trace),
    saysChange: line.change !== 'none' && lines[index - 1]?.change !== line.change,
  }));
  return { name: file.name, processes: running, lines: cutOff(views), wrongs: blocks(lines) };
}

/** The lines of a sample at some settings, with what they would be at the defaults. */
const linesOf = remembered(
  (
    file: CodeFile,
    notes: CodeNotes,
    specs: readonly SettingSpec[],
    settings: Settings,
    lang: Lang,
  ): readonly Line[] => {
    const kept = Object.fromEntries(notes.neutral.map((name) => [name, settings[name] ?? '']));
    return difference(file, notes, { settings, usual: completeSettings(specs, kept) }, lang);
  },
);

/** The lines of a sample at some settings, with those that stand there at others instead. */
export function difference(
  file: CodeFile,
  notes: CodeNotes,
  { settings, usual }: { readonly settings: Settings; readonly usual: Settings },
  lang: Lang,
): readonly Line[] {
  const [now, before] = [notes.facts(settings), notes.facts(usual)];
  let number = 0;
  return file.lines.flatMap((line, key): readonly Line[] => {
    if (line.lang !== null && line.lang !== lang) return [];
    const [isNow, isUsual] = [holds(line.when, now), holds(line.when, before)];
    if (!isNow && !isUsual) return [];
    if (isNow) number += 1;
    const change = isNow ? (isUsual ? 'none' : line.isWrong ? 'wrong' : 'other') : 'removed';
    return [{ key, number: isNow ? number : null, pieces: line.pieces, points: isNow ? line.points : [], change }];
  });
}

/** Runs of wrong lines that follow each other. */
function blocks(lines: readonly Line[]): number {
  return lines.filter(({ change }, index) => change === 'wrong' && lines[index - 1]?.change !== 'wrong').length;
}

function lineView(line: Line, processes: readonly ProcessId[], trace: Trace | undefined) {
  const at = (places: ReadonlySet<string> | undefined): readonly ProcessId[] =>
    processes.filter((process) => line.points.some((point) => places?.has(placeOf({ process, point })) === true));
  return { ...line, lit: at(trace?.lit), died: at(trace?.died), hasRun: at(trace?.ran).length > 0, isCutOff: false };
}

/** The next line of the same piece of code after one at which a process died. */
function cutOff(lines: readonly LineView[]): readonly LineView[] {
  const lost = new Set(
    lines.flatMap((line, index) => {
      const groups = line.died.length === 0 ? [] : line.points.map(groupOf);
      const next = lines.slice(index + 1).find(({ points }) => points.some((point) => groups.includes(groupOf(point))));
      return next === undefined || next.hasRun ? [] : [next.key];
    }),
  );
  return lost.size === 0 ? lines : lines.map((line) => (lost.has(line.key) ? { ...line, isCutOff: true } : line));
}

function groupOf(point: string): string {
  return point.slice(0, point.indexOf('.'));
}
