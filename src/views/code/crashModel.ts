/** "Crash after this line": how a run comes to a line, so that its process can be crashed there. */
import { remembered } from '../../engine/remembered.ts';
import type { ProcessId, Settings } from '../../engine/model.ts';
import type { Step } from '../../engine/step.ts';
import { replay } from '../../engine/timeline.ts';
import { isCrashed } from '../../engine/world.ts';
import { protocolOf, timelineOf } from '../../player/selectors.ts';
import type { Session, SessionState } from '../../player/session.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import type { CodeNotes } from '../../protocols/shared/code.ts';
import { replayWords } from '../../scenario/run.ts';
import { placeOf, tracesOf, type Trace } from './traceModel.ts';

export type CrashPlan =
  /** The present run comes to the line after so many steps. */
  | { readonly kind: 'here'; readonly process: ProcessId; readonly at: number }
  /** It never does; this run does. */
  | { readonly kind: 'anew'; readonly process: ProcessId; readonly steps: readonly Step[] };

/** Null for a line that no run comes to at these settings, or that is no end of a step. */
export function crashPlan(
  state: SessionState,
  notes: CodeNotes,
  points: readonly string[],
  processes: readonly ProcessId[],
): CrashPlan | null {
  const ends = points.filter((point) => point in notes.reach);
  return onThisRun(state, notes, ends, processes) ?? fromTheStart(state, notes, ends, processes);
}

/** Takes the run to the line and crashes the process there. */
export function crashAt(session: Session, plan: CrashPlan): void {
  if (plan.kind === 'here') session.goTo(plan.at);
  else {
    session.restart();
    for (const step of plan.steps) session.act(step);
  }
  session.act({ kind: 'crash', process: plan.process, crash: 'process' });
}

/** From the cursor on, else from the beginning of the run. */
function onThisRun(
  state: SessionState,
  notes: CodeNotes,
  points: readonly string[],
  processes: readonly ProcessId[],
): CrashPlan | null {
  const timeline = timelineOf(state);
  const traces = tracesOf(notes, timeline);
  const order = [...traces.keys()];
  for (const at of [...order.slice(state.cursor), ...order.slice(0, state.cursor)]) {
    const [trace, frame] = [traces[at], timeline.frames[at]];
    if (trace === undefined || frame === undefined) continue;
    const process = processes.find((one) => !isCrashed(frame.world, one) && isAt(trace, one, points));
    if (process !== undefined) return { kind: 'here', process, at };
  }
  return null;
}

function fromTheStart(
  state: SessionState,
  notes: CodeNotes,
  points: readonly string[],
  processes: readonly ProcessId[],
): CrashPlan | null {
  const protocol = protocolOf(state);
  for (const point of points) {
    const reached = reachedBy(protocol, timelineOf(state).engine.model.settings, notes, notes.reach[point] ?? '');
    const process = reached === null ? undefined : processes.find((one) => isAt(reached.trace, one, points));
    if (reached !== null && process !== undefined) return { kind: 'anew', process, steps: reached.steps };
  }
  return null;
}

interface Reached {
  readonly steps: readonly Step[];
  readonly trace: Trace;
}

const reachedBy = remembered(
  (protocol: Protocol, settings: Settings, notes: CodeNotes, run: string): Reached | null => {
    // With two instances an order has to say which of them takes it.
    for (const words of [run, run.replace(/^order\b/, 'order~producer')]) {
      const { engine, steps, problem } = replayWords(protocol, settings, words.split('.'));
      const trace = problem === null ? tracesOf(notes, replay(engine, steps).timeline).at(-1) : undefined;
      if (trace !== undefined) return { steps, trace };
    }
    return null;
  },
);

function isAt(trace: Trace, process: ProcessId, points: readonly string[]): boolean {
  return points.some((point) => {
    const place = placeOf({ process, point });
    return trace.lit.has(place) || trace.now.has(place);
  });
}
