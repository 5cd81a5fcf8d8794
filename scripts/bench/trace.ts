/** What a page's main thread did, in processor time: waiting for a processor does not count. */
import * as v from 'valibot';
import type { Site } from './pageRows.ts';

const TraceEvent = v.object({
  name: v.string(),
  ph: v.string(),
  pid: v.number(),
  tid: v.number(),
  ts: v.optional(v.number(), 0),
  dur: v.optional(v.number(), 0),
  tdur: v.optional(v.number(), 0),
  args: v.optional(
    v.object({ name: v.optional(v.unknown()), data: v.optional(v.object({ type: v.optional(v.unknown()) })) }),
    {},
  ),
});
type TraceEvent = v.InferOutput<typeof TraceEvent>;
const Trace = v.object({ traceEvents: v.array(TraceEvent) });

const CATEGORIES = ['toplevel', 'devtools.timeline'];

/** The page's main thread while something is done; times in microseconds. */
export async function traced({ browser, page }: Site, work: () => Promise<void>): Promise<readonly TraceEvent[]> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await work();
  const { traceEvents } = v.parse(Trace, JSON.parse((await browser.stopTracing()).toString('utf8')));
  return busiest(traceEvents, 'CrRendererMain');
}

function busiest(events: readonly TraceEvent[], named: string): readonly TraceEvent[] {
  const threads = events.filter(({ name, args }) => name === 'thread_name' && args.name === named);
  return threads
    .map(({ pid, tid }) => events.filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X'))
    .reduce<readonly TraceEvent[]>((most, own) => (sumMs(own) > sumMs(most) ? own : most), []);
}

export function sumMs(events: readonly TraceEvent[]): number {
  return events.reduce((sum, { tdur }) => sum + tdur, 0) / 1_000;
}

/** What a thread does from one turn of its loop to the next. */
export function tasksOf(thread: readonly TraceEvent[]): readonly TraceEvent[] {
  return outermost(thread.filter(({ name }) => name.endsWith('RunTask')));
}

const SCRIPT = new Set(['FunctionCall', 'FireAnimationFrame', 'TimerFire', 'EventDispatch', 'RunMicrotasks', 'V8.GC']);

/** Script of each frame in milliseconds, from one animation frame to the next. */
export function scriptByFrameMs(thread: readonly TraceEvent[]): readonly number[] {
  const begins = thread.filter(({ name }) => name === 'FireAnimationFrame').map(({ ts }) => ts);
  const scripts = outermost(thread.filter(({ name }) => SCRIPT.has(name)));
  return begins.slice(1).map((end, index) => {
    const begin = begins[index] ?? end;
    return sumMs(scripts.filter(({ ts }) => ts >= begin && ts < end));
  });
}

/** What is done from each event of this kind on until the next frame has been painted, in milliseconds. */
export function untilPaintedMs(thread: readonly TraceEvent[], type: string): readonly number[] {
  const tasks = tasksOf(thread);
  const paints = thread.filter(({ name }) => name === 'Layerize');
  return thread
    .filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === type)
    .flatMap(({ ts }) => {
      const painted = paints.find((paint) => paint.ts > ts);
      if (painted === undefined) return [];
      const until = painted.ts + painted.dur;
      return [sumMs(tasks.filter((task) => task.ts + task.dur > ts && task.ts < until))];
    });
}

/** Without what happens inside another. */
function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  let until = -Infinity;
  return events
    .toSorted((one, other) => one.ts - other.ts || other.dur - one.dur)
    .filter(({ ts, dur }) => {
      if (ts < until) return false;
      until = ts + dur;
      return true;
    });
}
