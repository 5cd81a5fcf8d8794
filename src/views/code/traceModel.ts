/** Which lines ran up to each frame of a run, in which processes, and where each process is. */
import { remembered } from '../../engine/remembered.ts';
import type { Settings } from '../../engine/model.ts';
import type { Frame, Timeline } from '../../engine/timeline.ts';
import type { AtPoint, CodeNotes } from '../../protocols/shared/code.ts';

/** Places are `process point`. */
export interface Trace {
  /** Ran at some time. */
  readonly ran: ReadonlySet<string>;
  /** Runs now: ran last in this step, or is where a process waits. */
  readonly lit: ReadonlySet<string>;
  /** Was lit when its process crashed, which has not been started again. */
  readonly died: ReadonlySet<string>;
  /** Ran in this very step. */
  readonly now: ReadonlySet<string>;
}

const NOTHING: Trace = { ran: new Set(), lit: new Set(), died: new Set(), now: new Set() };

/** One trace per frame, the start included. */
export const tracesOf = remembered((notes: CodeNotes, { engine, frames }: Timeline): readonly Trace[] => {
  const traces: Trace[] = [];
  for (const frame of frames)
    traces.push(traceAfter(traces.at(-1) ?? NOTHING, linesOf(notes, engine.model.settings, frame), frame));
  return traces;
});

function traceAfter(before: Trace, { ran, stands }: FrameLines, frame: Frame): Trace {
  const last = new Map(ran.map(({ process, point }) => [process, point]));
  const now = new Set(ran.map(placeOf));
  const lit = new Set([...stands.map(placeOf), ...[...last].map(([process, point]) => placeOf({ process, point }))]);
  const run = [...now, ...lit];
  const all = run.every((place) => before.ran.has(place)) ? before.ran : new Set([...before.ran, ...run]);
  return { ran: all, lit, now, died: diedIn(before, frame) };
}

interface FrameLines {
  readonly ran: readonly AtPoint[];
  readonly stands: readonly AtPoint[];
}

const linesOf = remembered((notes: CodeNotes, settings: Settings, { records, world }: Frame): FrameLines => ({
  ran: notes.ran(records, world, settings),
  stands: notes.stands(world),
}));

function diedIn({ died, lit }: Trace, { step }: Frame): ReadonlySet<string> {
  if (step?.kind === 'restart') return new Set([...died].filter((place) => processIn(place) !== step.process));
  if (step?.kind === 'crash')
    return new Set([...died, ...[...lit].filter((place) => processIn(place) === step.process)]);
  return died;
}

export function placeOf({ process, point }: AtPoint): string {
  return `${process} ${point}`;
}

function processIn(place: string): string {
  return place.slice(0, place.indexOf(' '));
}
